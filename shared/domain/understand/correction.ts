import * as z from 'zod/mini';
import { Intent, SentimentLabel, type Severity, TOPICS, Topic, Understanding } from './understanding.ts';

/** Why a severity is what it is, where a person set it. */
export const CORRECTED = 'corrected';

/**
 * −1 … 1: the score that a mood set by a person stands for. A person names the mood and not its strength, so it is a clear one
 * and not an extreme: the same distance from the middle on both sides.
 */
export const CORRECTED_SCORES: Readonly<Record<SentimentLabel, number>> = { negative: -0.6, neutral: 0, positive: 0.6 };
/** A person who has read the words is taken to be sure. */
const CORRECTED_CONFIDENCE = 1;

/** Without the evidence: those are the customer's words, and they stand in the feedback already. */
const TopicReading = z.strictObject({ topic: Topic, polarity: SentimentLabel });

/** The whole list, in any order. */
const TopicReadings = z.array(TopicReading).check(
  z.maxLength(TOPICS.length),
  z.refine((list) => new Set(list.map(({ topic }) => topic)).size === list.length, 'expected each topic once'),
);

const SEVERITIES = [1, 2, 3, 4] as const satisfies readonly Severity[];
const CorrectedSeverity = z.literal(SEVERITIES, 'expected 1 (low), 2 (normal), 3 (high) or 4 (critical)');

/** What an agent sets right: any of the parts, at least one. What is left out stays as it was read. */
export const Correction = z
  .strictObject({
    sentiment: z.optional(SentimentLabel),
    /** The whole list as it should be; an empty one says that the words are about none of our topics. Topics that the customer ticked are not in it. */
    topics: z.optional(TopicReadings),
    /** 1 low … 4 critical. People may lower what the rules' floors have set; models may not. */
    severity: z.optional(CorrectedSeverity),
    intent: z.optional(Intent),
  })
  .check(z.refine((parts) => partsOf(parts).length > 0, 'expected at least one of sentiment, topics, severity, intent'));
export type Correction = z.infer<typeof Correction>;

/** What stood before a correction: the same parts that it sets, and no other. */
export const CorrectedParts = z.strictObject({
  sentiment: z.optional(Understanding.shape.sentiment),
  topics: z.optional(z.array(TopicReading)),
  severity: z.optional(Understanding.shape.severity),
  intent: z.optional(Intent),
});
export type CorrectedParts = z.infer<typeof CorrectedParts>;

const PARTS = ['sentiment', 'topics', 'severity', 'intent'] as const;
type Part = (typeof PARTS)[number];

const partsOf = (given: Readonly<Partial<Record<Part, unknown>>>): Part[] => PARTS.filter((part) => given[part] !== undefined);

/** The topics of an understanding without their evidence. */
export const topicReadings = ({ topics }: Pick<Understanding, 'topics'>) => topics.map(({ topic, polarity }) => ({ topic, polarity }));

/**
 * The parts that a correction really changes, as it wants them (`to`) and as they stand (`from`); undefined where it states only what stands.
 * A mood that was not read (confidence 0) is never what stands: naming it says more than was known.
 */
export function changeBy(
  standing: Understanding,
  wanted: Correction,
): { readonly from: CorrectedParts; readonly to: Correction } | undefined {
  const changed = partsOf(wanted).filter((part) => !isStanding[part](standing, wanted));
  if (changed.length === 0) return undefined;
  const { sentiment, severity, intent } = standing;
  return {
    from: only(changed, { sentiment, topics: topicReadings(standing), severity, intent }),
    to: only(changed, wanted),
  };
}

const isStanding: Readonly<Record<Part, (standing: Understanding, wanted: Correction) => boolean>> = {
  sentiment: ({ sentiment }, wanted) => sentiment.label === wanted.sentiment && sentiment.confidence > 0,
  topics: (standing, wanted) => sameTopics(topicReadings(standing), wanted.topics ?? []),
  severity: (standing, wanted) => standing.severity === wanted.severity,
  intent: (standing, wanted) => standing.intent === wanted.intent,
};

type Readings = readonly z.infer<typeof TopicReading>[];
const sameTopics = (some: Readings, others: Readings): boolean =>
  some.length === others.length &&
  some.every((one) => others.some(({ topic, polarity }) => topic === one.topic && polarity === one.polarity));

function only<Value extends Partial<Record<Part, unknown>>>(parts: readonly Part[], of: Value): Partial<Pick<Value, Part>> {
  const { sentiment, topics, severity, intent } = of;
  const kept: Partial<Pick<Value, Part>> = {};
  if (parts.includes('sentiment')) kept.sentiment = sentiment;
  if (parts.includes('topics')) kept.topics = topics;
  if (parts.includes('severity')) kept.severity = severity;
  if (parts.includes('intent')) kept.intent = intent;
  return kept;
}

/**
 * The understanding with the corrected parts in the place of those that were read. A corrected mood gets the score of `CORRECTED_SCORES` and
 * confidence 1; topics that stay keep their evidence, new ones have none; the reasons of a corrected severity stay and end in `corrected`.
 * Language, flags and engine are as read: nobody corrects them here.
 */
export function applyCorrection(read: Understanding, { sentiment, topics, severity, intent }: Correction): Understanding {
  return {
    ...read,
    ...(sentiment !== undefined && {
      sentiment: { label: sentiment, score: CORRECTED_SCORES[sentiment], confidence: CORRECTED_CONFIDENCE },
    }),
    ...(topics !== undefined && {
      topics: topics.map(({ topic, polarity }) => ({
        topic,
        polarity,
        evidence: read.topics.find((one) => one.topic === topic)?.evidence ?? [],
      })),
    }),
    ...(severity !== undefined && {
      severity,
      severityReasons: [...read.severityReasons.filter((reason) => reason !== CORRECTED), CORRECTED],
    }),
    ...(intent !== undefined && { intent }),
  };
}
