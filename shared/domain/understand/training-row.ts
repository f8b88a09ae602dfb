import * as z from 'zod/mini';
import { type Feedback, Instant, type RecordedCorrection, textOf } from '../feedback.ts';
import { chooseLanguage } from '../language.ts';
import { MASKS } from '../redact/masks.ts';
import { type Redaction, redact } from '../redact/redact.ts';
import { correctionsInForce } from './correct-feedback.ts';
import { CorrectedParts, topicReadings } from './correction.ts';
import { Intent, SentimentLabel, Severity, Topic } from './understanding.ts';

/**
 * What a corrected feedback teaches a model of texts. Of people it holds neither the customer nor who corrected: a model needs neither.
 * Which parts a person has judged stands in `before`; the others are as they were read, and nobody has looked at them.
 */
export const TrainingRow = z.strictObject({
  /** Subject and comment, redacted. */
  text: z.string(),
  locale: z.optional(z.string()),
  language: z.string(),
  sentiment: SentimentLabel,
  topics: z.array(z.strictObject({ topic: Topic, polarity: SentimentLabel })),
  severity: Severity,
  intent: Intent,
  /** When it was last corrected. */
  correctedAt: Instant,
  /** What was read of the corrected parts, before anybody corrected them. */
  before: CorrectedParts,
});
export type TrainingRow = z.infer<typeof TrainingRow>;

/** The row of a feedback; undefined where no correction of its present words is in force, or where it has no words. */
export function trainingRow(feedback: Feedback, redaction: Redaction): TrainingRow | undefined {
  const inForce = correctionsInForce(feedback);
  const last = inForce.at(-1);
  const text = withoutPeople(feedback, redaction);
  if (last === undefined || text === '') return undefined;
  const { language, sentiment, severity, intent } = feedback.understanding;
  return {
    text,
    locale: feedback.locale,
    language,
    sentiment: sentiment.label,
    topics: topicReadings(feedback.understanding),
    severity,
    intent,
    correctedAt: last.at,
    before: beforeAny(inForce),
  };
}

/** Of each corrected part the earliest that stood: what the machine had read, not what another person had said. */
function beforeAny(corrections: readonly RecordedCorrection[]): CorrectedParts {
  let before: CorrectedParts = {};
  for (const { from } of corrections.toReversed()) before = { ...before, ...from };
  return before;
}

/** The one place where the words of rows are made fit to leave the register. */
const withoutPeople = (feedback: Feedback, redaction: Redaction): string =>
  redact(textOf(feedback), { ...redaction, masks: MASKS[chooseLanguage(feedback.understanding.language, 'en')] });
