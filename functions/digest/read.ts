import type { AmendsConfig } from '../../shared/config/schema.ts';
import { type HouseFigures, PERIODS_SHOWN, type PeriodFigures } from '../../shared/domain/digest/input.ts';
import type { Recipient } from '../../shared/domain/digest/settings.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import { type Period, periodBefore, periodsUpTo, utcDaysOf } from '../../shared/domain/metrics/period.ts';
import { tallyOfSpan } from '../../shared/domain/metrics/series.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { monthOf, monthsBefore } from '../../shared/domain/recovery/statistics/statistics.ts';
import { TOPICS } from '../../shared/domain/understand/understanding.ts';
import type { AlarmReader, FiguresReader, Page, PageRequest, RegisterReader } from '../../shared/ports.ts';

/** Feedback that is read for the comments, the newest first: a mail of five comments is not worth reading a hundred thousand items. */
const MAX_FEEDBACK_READ = 2000;
/** Cases of one list that are looked at. A house with more of them unanswered knows it without a list. */
const MAX_CASES_READ = 5000;
const PAGE_SIZE = 100;
/** Of late; a period has fewer: one of a topic a day. */
const MAX_ALARMS_READ = 100;

export interface ReadPorts {
  readonly register: Pick<RegisterReader, 'feedbackOfDay' | 'openCases' | 'casesClosedIn'>;
  readonly figures: FiguresReader;
  readonly alarms: AlarmReader;
  readonly config: Pick<AmendsConfig, 'brand' | 'branches'>;
}

/** Everything a digest of this period needs of the stores, once for all who get it. */
export async function readHouse(
  period: Period,
  recipients: readonly Pick<Recipient, 'branch'>[],
  at: string,
  ports: ReadPorts,
): Promise<HouseFigures> {
  const { register, config, alarms } = ports;
  const { timeZone } = config.brand;
  const ofBranches = new Set(recipients.flatMap(({ branch }) => branch ?? []));
  const [periods, open, closed, feedback, feedbackBefore, recent] = await Promise.all([
    readPeriods(period, ofBranches, ofBranches.size < recipients.length, ports),
    readAll((page) => register.openCases(page), MAX_CASES_READ),
    readClosed(period, at, ports),
    readFeedback(period, register),
    ofBranches.size === 0 ? undefined : readFeedback(periodBefore(period, timeZone), register),
    alarms.alarms({ limit: MAX_ALARMS_READ }),
  ]);
  // A case that is closed while this is read may be seen twice.
  const stillOpen = new Set(open.items.map(({ number }) => number));
  return {
    periods,
    hasTopicsBefore: true,
    openCases: open.items,
    closedCases: closed.items.filter(({ number }) => !stillOpen.has(number)),
    areCasesCut: open.isCut || closed.isCut,
    feedback: feedback.items,
    feedbackBefore: feedbackBefore?.isCut === false ? feedbackBefore.items : undefined,
    isFeedbackCut: feedback.isCut,
    alarms: recent.items,
  };
}

/**
 * One query a dimension. Thirteen periods of what somebody looks back on: of the house, and of the branches whose people get the digest. Of topics, and
 * of branches that are only compared, this period and the one before.
 */
async function readPeriods(
  period: Period,
  ofBranches: ReadonlySet<string>,
  isHouseRead: boolean,
  { figures, config }: ReadPorts,
): Promise<PeriodFigures[]> {
  const periods = periodsUpTo(period, PERIODS_SHOWN, config.brand.timeZone);
  const [long, short] = [['all', ...[...ofBranches].map(branchDimension)], TOPICS.map((topic) => `topic#${topic}`)];
  if (isHouseRead) short.push(...config.branches.filter(({ id }) => !ofBranches.has(id)).map(({ id }) => branchDimension(id)));
  const read = async (dimension: string, shown: readonly Period[]) => {
    const days = await figures.series(dimension, 'day', shown[0]?.from ?? period.from, period.to);
    return { dimension, byStart: new Map(shown.map((one) => [one.from, tallyOfSpan(days, one)])) };
  };
  const found = await Promise.all([
    ...long.map((dimension) => read(dimension, periods)),
    ...short.map((dimension) => read(dimension, periods.slice(-2))),
  ]);
  return periods.map((one) => ({
    period: one,
    tallies: new Map(
      found.flatMap(({ dimension, byStart }) => {
        const tally = byStart.get(one.from);
        return tally === undefined ? [] : [[dimension, tally] as const];
      }),
    ),
  }));
}

const branchDimension = (id: string) => `branch#${id}`;

/** Cases closed since the period began: some of its deadlines belong to them. A day judges no standards, and needs none. */
async function readClosed({ kind, startsAt }: Period, at: string, { register, config }: ReadPorts): Promise<Read<Case>> {
  if (kind === 'day') return { items: [], isCut: false };
  const { timeZone } = config.brand;
  const first = monthOf(startsAt, timeZone);
  const months = [monthOf(at, timeZone)];
  for (let month = months[0] ?? first; month > first; months.push(month)) month = monthsBefore(month, 1);
  const lists = await Promise.all(months.map((month) => readAll((page) => register.casesClosedIn(month, page), MAX_CASES_READ)));
  return {
    items: lists.flatMap(({ items }) => items).filter(({ closedAt = '' }) => closedAt >= startsAt),
    isCut: lists.some(({ isCut }) => isCut),
  };
}

async function readFeedback(period: Period, register: Pick<RegisterReader, 'feedbackOfDay'>): Promise<Read<Feedback>> {
  const { startsAt, endsAt } = period;
  const items: Feedback[] = [];
  let isCut = false;
  for (const day of utcDaysOf(period).reverse()) {
    const read = await readAll((page) => register.feedbackOfDay(day, page), MAX_FEEDBACK_READ - items.length);
    items.push(...read.items.filter(({ receivedAt }) => receivedAt >= startsAt && receivedAt < endsAt));
    isCut ||= read.isCut;
    if (items.length >= MAX_FEEDBACK_READ || read.isCut) break;
  }
  return { items, isCut };
}

interface Read<Item> {
  readonly items: readonly Item[];
  readonly isCut: boolean;
}

async function readAll<Item>(read: (page: PageRequest) => Promise<Page<Item>>, max: number): Promise<Read<Item>> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: Math.min(PAGE_SIZE, max - items.length), cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined && items.length < max);
  return { items, isCut: cursor !== undefined };
}
