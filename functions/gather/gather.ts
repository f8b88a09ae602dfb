import { inParallel } from '../../shared/adapters/in-parallel.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { Audience, Campaign } from '../../shared/domain/campaign/campaign.ts';
import { isWithinPeriod } from '../../shared/domain/campaign/invite.ts';
import type { InviteMessage } from '../../shared/domain/campaign/message.ts';
import type { CampaignRun } from '../../shared/domain/campaign/run.ts';
import { standingOf } from '../../shared/domain/customer/history.ts';
import { tierOf } from '../../shared/domain/customer/tier.ts';
import type { WholeFile } from '../../shared/domain/customer/whole.ts';
import { AmendsError } from '../../shared/domain/errors.ts';
import type { CallList, CampaignRuns, CustomerFiles, InvitationQueue } from '../../shared/ports.ts';

/** Customers looked at in one step; how far it is, is kept after each. */
const PAGE_SIZE = 100;
const AT_ONCE = 20;
/** No page is begun later than this; the function has a minute. The next run goes on from there. Milliseconds. */
const BEGUN_WITHIN_MS = 40_000;
/** The newest rating and the last message are among so many links of a history, or they say little of today. */
const LINKS_READ = 100;
/** Later than any day of a plan: the list holds everybody who allows contact. */
const END_OF_LIST = '9999-12-31';
const DAY_MS = 86_400_000;

export interface GatherPorts {
  readonly runs: Pick<CampaignRuns, 'run' | 'keepRun'>;
  /** Whoever allows contact stands in it. */
  readonly list: CallList;
  readonly files: Pick<CustomerFiles, 'history'>;
  readonly queue: InvitationQueue;
  readonly clock: () => string;
  readonly config: Pick<AmendsConfig, 'brand' | 'customers' | 'campaigns'>;
}

type OfRegister = Extract<Audience, { kind: 'customers' }>;

/**
 * Goes on with the campaigns that ask customers of the register, as far as one run comes: all who allow contact and fit the audience are handed on to those
 * who invite. How far it came is kept after each page, so a run that is broken off, or two at once, leave nobody out and ask nobody twice.
 * @returns customers looked at and handed on.
 */
export async function gather(ports: GatherPorts): Promise<{ looked: number; matched: number }> {
  const started = ports.clock();
  const isInTime = () => Date.parse(ports.clock()) - Date.parse(started) < BEGUN_WITHIN_MS;
  const done = { looked: 0, matched: 0 };
  for (const campaign of ports.config.campaigns) {
    const { audience } = campaign;
    if (audience.kind !== 'customers') continue;
    let run = await ports.runs.run(campaign.id);
    while (run !== undefined && isUnderWay(run) && isInTime()) {
      const page = await onePage(campaign, audience, run, ports);
      done.looked += page.looked;
      done.matched += page.matched;
      run = await keep(page.run, run, ports);
    }
  }
  return done;
}

const isUnderWay = ({ step }: CampaignRun) => step === 'counting' || step === 'inviting';

/** Undefined where another run was faster: it goes on from there. */
async function keep(next: CampaignRun, seen: CampaignRun, { runs }: GatherPorts): Promise<CampaignRun | undefined> {
  try {
    await runs.keepRun(next, seen);
    return next;
  } catch (error) {
    if (error instanceof AmendsError && error.code === 'conflict') return undefined;
    throw error;
  }
}

async function onePage(campaign: Campaign, audience: OfRegister, run: CampaignRun, ports: GatherPorts) {
  const now = ports.clock();
  const base = { ...run, version: run.version + 1 };
  if (!isWithinPeriod(campaign, now, ports.config.brand.timeZone))
    return { looked: 0, matched: 0, run: { ...base, step: 'done' as const, cursor: undefined } };
  const { items, cursor } = await ports.list.callsUntil(END_OF_LIST, { limit: PAGE_SIZE, cursor: run.cursor });
  const fits = await inParallel(
    items,
    AT_ONCE,
    async ({ whole }) => whole !== undefined && (await isOfAudience(whole, audience, now, ports)),
  );
  const customers = items.filter((_, i) => fits[i]);
  if (run.step === 'inviting') {
    await ports.queue.send(
      customers.map(({ customerKey, whole }): InviteMessage => ({ campaign: campaign.id, customerKey: whole?.customerKey ?? customerKey })),
    );
  }
  const [looked, matched] = [run.looked + items.length, run.matched + customers.length];
  const next: CampaignRun =
    cursor !== undefined
      ? { ...base, cursor, looked, matched }
      : run.step === 'counting'
        ? { ...base, cursor, step: 'inviting', audienceSize: matched, looked: 0, matched: 0 }
        : { ...base, cursor, step: 'done', looked, matched };
  return { looked: items.length, matched: customers.length, run: next };
}

/** The history is read only where it matters. */
async function isOfAudience(whole: WholeFile, audience: OfRegister, now: string, { files, config }: GatherPorts): Promise<boolean> {
  const { branches, languages, tiers, lastFeedbackWithinDays: days } = audience;
  if (whole.consent?.contact !== true) return false;
  if (branches !== undefined && (whole.branch === undefined || !branches.includes(whole.branch))) return false;
  if (languages !== undefined && !languages.includes(whole.language)) return false;
  if (tiers === undefined && days === undefined) return true;
  const links = (await files.history(whole.keys, { limit: LINKS_READ })).items;
  const last = links.find(({ kind }) => kind === 'feedback')?.at;
  if (days !== undefined && (last === undefined || Date.parse(now) - Date.parse(last) > days * DAY_MS)) return false;
  return (
    tiers === undefined || tiers.includes(tierOf({ ...whole, lastSatisfaction: standingOf(links).lastSatisfaction }, config.customers, now))
  );
}
