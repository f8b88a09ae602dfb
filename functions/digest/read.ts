import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { DigestInput, TalliesByDimension } from '../../shared/domain/digest/digest.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import { type Period, periodBefore, utcDaysOf } from '../../shared/domain/metrics/period.ts';
import { addTallies, emptyTally, type Tally } from '../../shared/domain/metrics/tally.ts';
import { TOPICS } from '../../shared/domain/understand/understanding.ts';
import type { FiguresReader, Page, PageRequest, RegisterReader } from '../../shared/ports.ts';

/** Feedback that is read for the comments, the newest first: a mail of five comments is not worth reading a hundred thousand items. */
const MAX_FEEDBACK_READ = 2000;
/** Open cases that are looked at. A house with more of them unanswered knows it without a list. */
const MAX_CASES_READ = 5000;
const PAGE_SIZE = 100;

interface ReadPorts {
  readonly register: Pick<RegisterReader, 'feedbackOfDay' | 'openCases'>;
  readonly figures: FiguresReader;
  readonly config: Pick<AmendsConfig, 'brand' | 'branches'>;
}

type Read = Pick<DigestInput, 'now' | 'before' | 'openCases' | 'feedback' | 'isFeedbackCut'>;

/** Everything a digest of this period needs of the stores. */
export async function readDigestInput(period: Period, { register, figures, config }: ReadPorts): Promise<Read> {
  const [tallies, openCases, feedback] = await Promise.all([
    readTallies(period, figures, config),
    readAll((page) => register.openCases(page), MAX_CASES_READ),
    readFeedback(period, register),
  ]);
  return { ...tallies, openCases: openCases.items, feedback: feedback.items, isFeedbackCut: feedback.isCut };
}

/** Both periods lie next to each other, so one query per dimension brings both. */
async function readTallies(period: Period, figures: FiguresReader, config: ReadPorts['config']): Promise<Pick<Read, 'now' | 'before'>> {
  const dimensions = ['all', ...config.branches.map(({ id }) => `branch#${id}`), ...TOPICS.map((topic) => `topic#${topic}`)];
  const before = periodBefore(period, config.brand.timeZone);
  const found = await Promise.all(
    dimensions.map(async (dimension) => {
      const days = await figures.series(dimension, 'day', before.from, period.to);
      return { dimension, days };
    }),
  );
  const sum = (isIn: (start: string) => boolean): TalliesByDimension =>
    new Map(
      found.map(({ dimension, days }) => [
        dimension,
        days.filter(({ start }) => isIn(start)).reduce<Tally>((total, { tally }) => addTallies(total, tally), emptyTally),
      ]),
    );
  return { now: sum((start) => start >= period.from), before: sum((start) => start < period.from) };
}

async function readFeedback({ startsAt, endsAt, ...rest }: Period, register: ReadPorts['register']) {
  const items: Feedback[] = [];
  let isCut = false;
  for (const day of utcDaysOf({ startsAt, endsAt, ...rest }).reverse()) {
    const read = await readAll((page) => register.feedbackOfDay(day, page), MAX_FEEDBACK_READ - items.length);
    items.push(...read.items.filter(({ receivedAt }) => receivedAt >= startsAt && receivedAt < endsAt));
    isCut ||= read.isCut;
    if (items.length >= MAX_FEEDBACK_READ || read.isCut) break;
  }
  return { items, isCut };
}

async function readAll<Item>(read: (page: PageRequest) => Promise<Page<Item>>, max: number): Promise<{ items: Item[]; isCut: boolean }> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: Math.min(PAGE_SIZE, max - items.length), cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined && items.length < max);
  return { items, isCut: cursor !== undefined };
}
