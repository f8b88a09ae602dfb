import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { reasonDimension } from '../campaign/reasons.ts';
import { Feedback } from '../feedback.ts';
import type { Tier } from '../tier.ts';
import { type BucketDelta, mergeBuckets } from './bucket.ts';
import { CountedCase, caseDeltas, courseDeltas } from './case-counts.ts';
import { countedLanguage } from './counted.ts';
import { CountedInvitation, invitationDeltas } from './invitation-counts.ts';
import { ratingDeltas } from './rating.ts';
import { sentimentDeltas } from './sentiment.ts';
import { type Deltas, negated } from './tally.ts';

const feedback = Feedback.shape;
const understanding = feedback.understanding.shape;

/** Only what is counted is looked at, so an item written before a field was added counts all the same. */
const CountedImage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('feedback'),
    receivedAt: feedback.receivedAt,
    channel: feedback.channel,
    survey: feedback.survey,
    branch: feedback.branch,
    campaign: feedback.campaign,
    answers: feedback.answers,
    reasons: feedback.reasons,
    automatic: feedback.automatic,
    isReply: feedback.isReply,
    tier: feedback.tier,
    recoveryReasons: z.optional(feedback.recoveryReasons),
    caseNumber: feedback.caseNumber,
    understanding: z.object({ language: understanding.language, sentiment: understanding.sentiment, topics: understanding.topics }),
  }),
  CountedCase,
  CountedInvitation,
]);
type CountedImage = z.infer<typeof CountedImage>;
type CountedFeedback = Extract<CountedImage, { type: 'feedback' }>;

const AnyImage = z.object({ type: z.string() });

/** A change of an item of the register, as its stream tells it: no `old` when it was put, no `new` when it was removed. */
export interface ItemChange {
  readonly old?: unknown;
  readonly new?: unknown;
}

/**
 * What an item adds to the buckets as it stands. Items that are not feedback, a case or an invitation add nothing, nor does feedback written by a
 * machine or said within a case there was already. Hours, which are kept to see a rise within a day, hold what is known when feedback comes or
 * somebody takes a case up; what becomes of a case, tiers of customers, and invitations, are counted by days alone.
 * @param timeZone IANA zone in which days begin.
 * @throws ZodError for feedback, a case or an invitation that lacks what is counted.
 */
export function contributions(image: unknown, timeZone: string): BucketDelta[] {
  if (image === undefined) return [];
  const { type } = AnyImage.parse(image);
  if (type !== 'feedback' && type !== 'case' && type !== 'invitation') return [];
  const counted = CountedImage.parse(image);
  if (counted.type === 'invitation') {
    return onDay(counted.invitedAt, invitationDimensions(counted), invitationDeltas(counted), timeZone);
  }
  if (counted.type === 'feedback') {
    if (counted.automatic !== undefined || counted.isReply === true) return [];
    const [dimensions, deltas] = [feedbackDimensions(counted), feedbackDeltas(counted)];
    const daily = [...dimensions, tierDimension(counted.tier)];
    return [...onDay(counted.receivedAt, daily, deltas, timeZone), ...inHour(counted.receivedAt, dimensions, deltas)];
  }
  const [dimensions, deltas] = [caseDimensions(counted), caseDeltas(counted)];
  return [
    ...onDay(counted.openedAt, [...dimensions, caseTierDimension(counted)], { ...deltas, ...courseDeltas(counted) }, timeZone),
    ...inHour(counted.openedAt, dimensions, deltas),
  ];
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

const onDay = (at: string, dimensions: readonly string[], deltas: Deltas, timeZone: string): BucketDelta[] => {
  const start = localDay(at, timeZone);
  return dimensions.map((dimension) => ({ granularity: 'day', dimension, start, deltas }));
};

const inHour = (at: string, dimensions: readonly string[], deltas: Deltas): BucketDelta[] =>
  dimensions.map((dimension) => ({ granularity: 'hour', dimension, start: utcHour(at), deltas }));

interface Placed {
  readonly channel: string;
  readonly survey?: string | undefined;
  readonly branch?: string | undefined;
  readonly campaign?: string | undefined;
}

function invitationDimensions({ campaign, state, reason }: CountedInvitation): string[] {
  const dimensions = ['all', `campaign#${campaign}`];
  return state === 'withheld' || state === 'not-reached' ? [...dimensions, reasonDimension(campaign, state, reason)] : dimensions;
}

function commonDimensions({ channel, survey, branch, campaign }: Placed, language: string, topics: Iterable<string>): string[] {
  const dimensions = ['all', `channel#${channel}`, `language#${language}`];
  if (survey !== undefined) dimensions.push(`survey#${survey}`);
  if (branch !== undefined) dimensions.push(`branch#${branch}`);
  if (campaign !== undefined) dimensions.push(`campaign#${campaign}`);
  for (const topic of new Set(topics)) dimensions.push(`topic#${topic}`);
  return dimensions;
}

const feedbackDimensions = (item: CountedFeedback) => commonDimensions(item, countedLanguage(item.understanding.language), topicsOf(item));

/** What it is about: ticked, or read in it. */
export const topicsOf = ({
  reasons,
  understanding,
}: Pick<CountedFeedback, 'reasons'> & { understanding: Pick<Feedback['understanding'], 'topics'> }) => [
  ...reasons,
  ...understanding.topics.map(({ topic }) => topic),
];

const caseDimensions = (item: CountedCase) => commonDimensions(item, countedLanguage(item.language), item.topics);

const tierDimension = (tier: Tier | undefined) => `tier#${tier ?? 'unknown'}`;

/** A case always has a tier, for its deadlines: of customers whom nobody knows it says nothing. */
const caseTierDimension = ({ customerKey, tier }: CountedCase) => tierDimension(customerKey === undefined ? undefined : tier);

/** What opened a case or joined one was unhappy, even where the customer has revised it since. */
export const isUnhappy = ({ recoveryReasons = [], caseNumber }: Pick<CountedFeedback, 'recoveryReasons' | 'caseNumber'>): boolean =>
  recoveryReasons.length > 0 || caseNumber !== undefined;

function feedbackDeltas(item: CountedFeedback): Deltas {
  const { answers, understanding } = item;
  const { sentiment } = understanding;
  // Confidence 0 means "not read": a language we do not know, or no text at all. It says nothing about a mood.
  const mood = sentiment.confidence > 0 ? sentimentDeltas(sentiment) : {};
  return { n: 1, ...(isUnhappy(item) ? { unhappy: 1 } : {}), ...ratingDeltas(answers), ...mood };
}
