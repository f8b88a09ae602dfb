import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { Feedback } from '../feedback.ts';
import { Case } from '../recovery/case.ts';
import { type BucketDelta, mergeBuckets } from './bucket.ts';
import { ratingDeltas } from './rating.ts';
import { type Counter, type Deltas, negated } from './tally.ts';

const feedback = Feedback.shape;
const understanding = feedback.understanding.shape;
const kase = Case.shape;

/** Only what is counted is looked at, so an item written before a field was added counts all the same. */
const CountedImage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('feedback'),
    receivedAt: feedback.receivedAt,
    channel: feedback.channel,
    survey: feedback.survey,
    branch: feedback.branch,
    answers: feedback.answers,
    reasons: feedback.reasons,
    automatic: feedback.automatic,
    isReply: feedback.isReply,
    understanding: z.object({ language: understanding.language, sentiment: understanding.sentiment, topics: understanding.topics }),
  }),
  z.object({
    type: z.literal('case'),
    openedAt: kase.openedAt,
    channel: kase.channel,
    survey: kase.survey,
    branch: kase.branch,
    topics: kase.topics,
    language: kase.language,
    isAcknowledgedInTime: kase.isAcknowledgedInTime,
    solvedAt: kase.solvedAt,
  }),
]);
type CountedImage = z.infer<typeof CountedImage>;
type CountedFeedback = Extract<CountedImage, { type: 'feedback' }>;
type CountedCase = Extract<CountedImage, { type: 'case' }>;

const AnyImage = z.object({ type: z.string() });

/** A change of an item of the register, as its stream tells it: no `old` when it was put, no `new` when it was removed. */
export interface ItemChange {
  readonly old?: unknown;
  readonly new?: unknown;
}

/**
 * What an item adds to the buckets as it stands. Items that are not feedback or a case add nothing, nor does feedback written by a machine or said
 * within a case there was already.
 * @param timeZone IANA zone in which days begin.
 * @throws ZodError for feedback or a case that lacks what is counted.
 */
export function contributions(image: unknown, timeZone: string): BucketDelta[] {
  if (image === undefined) return [];
  const { type } = AnyImage.parse(image);
  if (type !== 'feedback' && type !== 'case') return [];
  const counted = CountedImage.parse(image);
  if (counted.type === 'feedback') {
    if (counted.automatic !== undefined || counted.isReply === true) return [];
    return spread(counted.receivedAt, feedbackDimensions(counted), feedbackDeltas(counted), timeZone);
  }
  return spread(counted.openedAt, caseDimensions(counted), caseDeltas(counted), timeZone);
}

/** What a change adds: the new item's contributions less the old one's, so a revision moves what it changes and nothing else. */
export function contributionsOfChange(change: ItemChange, timeZone: string): BucketDelta[] {
  const before = contributions(change.old, timeZone).map((bucket) => ({ ...bucket, deltas: negated(bucket.deltas) }));
  return mergeBuckets([...contributions(change.new, timeZone), ...before]);
}

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export const localDay = (instant: string, timeZone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The hour of an instant in UTC, `YYYY-MM-DDTHH`. */
const utcHour = (instant: string) => instant.slice(0, 13);

function spread(at: string, dimensions: readonly string[], deltas: Deltas, timeZone: string): BucketDelta[] {
  const day = localDay(at, timeZone);
  return dimensions.flatMap((dimension) => [
    { granularity: 'day', dimension, start: day, deltas },
    { granularity: 'hour', dimension, start: utcHour(at), deltas },
  ]);
}

interface Placed {
  readonly channel: string;
  readonly survey?: string | undefined;
  readonly branch?: string | undefined;
}

function commonDimensions({ channel, survey, branch }: Placed, language: string, topics: Iterable<string>): string[] {
  const dimensions = ['all', `channel#${channel}`, `language#${language}`];
  if (survey !== undefined) dimensions.push(`survey#${survey}`);
  if (branch !== undefined) dimensions.push(`branch#${branch}`);
  for (const topic of new Set(topics)) dimensions.push(`topic#${topic}`);
  return dimensions;
}

/** Languages that have figures of their own; all others share `other`. */
export const COUNTED_LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'other'] as const;
const countedLanguage = (language: string) => COUNTED_LANGUAGES.find((known) => known === language) ?? 'other';

const feedbackDimensions = (item: CountedFeedback) =>
  commonDimensions(item, countedLanguage(item.understanding.language), [
    ...item.reasons,
    ...item.understanding.topics.map(({ topic }) => topic),
  ]);

const caseDimensions = (item: CountedCase) => commonDimensions(item, countedLanguage(item.language), item.topics);

const SENTIMENT_COUNTERS = {
  negative: 'sentimentNegative',
  neutral: 'sentimentNeutral',
  positive: 'sentimentPositive',
} as const satisfies Record<string, Counter>;

function feedbackDeltas({ answers, understanding: { sentiment } }: CountedFeedback): Deltas {
  // Confidence 0 means "not read": a language we do not know, or no text at all. It says nothing about a mood.
  const isRead = sentiment.confidence > 0;
  const mood = isRead ? { [SENTIMENT_COUNTERS[sentiment.label]]: 1, sentimentScoreSum: Math.round(sentiment.score * 1000) } : {};
  return { n: 1, ...ratingDeltas(answers), ...mood };
}

function caseDeltas({ isAcknowledgedInTime, solvedAt }: CountedCase): Deltas {
  return {
    casesOpened: 1,
    casesAcknowledgedInTime: isAcknowledgedInTime === true ? 1 : 0,
    casesAcknowledgedLate: isAcknowledgedInTime === false ? 1 : 0,
    casesResolved: solvedAt === undefined ? 0 : 1,
  };
}
