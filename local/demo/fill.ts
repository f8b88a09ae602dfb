import { setTimeout } from 'node:timers/promises';
import { feedbackId } from '../../shared/adapters/ids.ts';
import { CasePage } from '../../shared/api/case-schemas.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import { IMPORT_SOURCE } from '../../shared/domain/intake/answers-row.ts';
import { MIN_FILL_MS } from '../../shared/domain/intake/form.ts';
import type { LocalCloud } from '../cloud.ts';
import { readComments } from './comment.ts';
import { type Plan, plan } from './deliveries.ts';
import { hiddenFields } from './form-page.ts';
import { progressBar } from './progress.ts';
import { desk } from './register-view.ts';
import { sendAll } from './send.ts';
import { sourceSecrets } from './source-secrets.ts';
import { lastAnswer } from './survey/rows.ts';
import { analyse, bringIn } from './survey/run.ts';

/** Agents take up every second case and solve every fourth, so that figures and digest have something to show. */
const TAKEN_UP = 2;
const SOLVED = 4;
const RESOLUTION = 'Called, apologised and put right. / 已致电道歉并妥善处理。';
const QUIET_WITHIN_MS = 120_000;

export interface FillOptions {
  readonly config: Pick<AmendsConfig, 'brand' | 'branches' | 'standards' | 'surveys'>;
  readonly tell: (line: string) => void;
  /** Of comments, of mails, and of people of each survey, at most; all where absent. */
  readonly most?: number | undefined;
}

/**
 * Lets a running Amends hold what the demo's customers say: feedback at all doors, cases that agents work, answers of the past three months and what they
 * say. Where it does already, nothing is done: agents would work cases twice, and answers would be dated anew.
 * @returns whether anything was done.
 */
export async function fillDemo(cloud: LocalCloud, { config, tell, most }: FillOptions): Promise<boolean> {
  if (await isFilled(cloud)) {
    tell('The demo’s data is there already.');
    return false;
  }
  const untilQuiet = () => cloud.idle(QUIET_WITHIN_MS);
  const plans = await preparePlan(cloud, most);
  await sendAll(cloud, plans, progressBar('Sending', sizeOf(plans)));
  tell('Waiting until everything is understood, answered and counted …');
  await untilQuiet();
  tell('Agents take cases up and solve some …');
  await workCases(cloud);
  tell('Bringing in the answers of the past three months, and working out what they say …');
  await bringIn(cloud, config, cloud.now(), most);
  await untilQuiet();
  await analyse(cloud, config, cloud.now());
  return true;
}

export const sizeOf = ({ deliveries, repeated, spoiled, mails, repeatedMails }: Plan): number =>
  [deliveries, repeated, spoiled, mails, repeatedMails].reduce((sum, { length }) => sum + length, 0);

/** Whether the very last of what is brought in is in the register. What was broken off before is done again. */
async function isFilled(cloud: LocalCloud): Promise<boolean> {
  const id = feedbackId(IMPORT_SOURCE, lastAnswer());
  const headers = { authorization: `Bearer ${await cloud.token('manager')}` };
  const { status } = await fetch(`${cloud.url}/api/feedback/${id}`, { headers });
  return status === 200;
}

/** The senders' world: secrets as the providers know them, and the form opened by each who fills it in a browser. */
export async function preparePlan(cloud: LocalCloud, most?: number): Promise<Plan> {
  const secret = await sourceSecrets(cloud);
  const comments = readComments().slice(0, most);
  const pages = new Map<string, Record<string, string>>();
  for (const { id, via, language } of comments) if (via === 'form-urlencoded') pages.set(id, await hiddenFields(cloud.url, language));
  // The last page was opened this moment, and nobody fills a form at once.
  await setTimeout(MIN_FILL_MS);
  const whole = plan(comments, { secret, hiddenFields: ({ id }) => pages.get(id) ?? {}, now: Date.now });
  return { ...whole, mails: whole.mails.slice(0, most), repeatedMails: whole.repeatedMails.slice(0, most) };
}

export async function workCases(cloud: LocalCloud): Promise<void> {
  const api = await desk(cloud, 'agent');
  const open = await api.all('/api/cases?state=open', CasePage);
  const untouched = open.filter(({ state }) => state === 'opened');
  for (const [i, { number }] of untouched.entries()) {
    const commands = [
      ...(i % TAKEN_UP === 0 ? [{ type: 'acknowledge' }] : []),
      ...(i % SOLVED === 0 ? [{ type: 'solve', resolution: RESOLUTION, via: 'telephone' }] : []),
    ];
    for (const command of commands) await api.post(`/api/cases/${number}/commands`, command);
  }
}
