import * as z from 'zod/mini';
import { FLAGS, Flag, Intent, SentimentLabel, Severity, TOPICS, Topic, type Understanding } from './understanding.ts';

/** What another engine says of a text: closed sets and numbers, never words (promise 38). What it does not say stays as our own reading has it. */
export interface Verdict {
  readonly sentiment?: Understanding['sentiment'] | undefined;
  readonly topics?: readonly { readonly topic: Topic; readonly polarity: SentimentLabel }[] | undefined;
  readonly intent?: Intent | undefined;
  readonly severity?: Severity | undefined;
  readonly flags?: readonly Flag[] | undefined;
}

/** The longest answer there is has about 1,600 characters. */
const MAX_ANSWER_LENGTH = 4000;

/** A model names a label and no number: it is believed enough for a rule's usual 0.6, and never calls a text extreme. */
const LABELLED = {
  negative: { label: 'negative', score: -0.7, confidence: 0.8 },
  neutral: { label: 'neutral', score: 0, confidence: 0.8 },
  positive: { label: 'positive', score: 0.7, confidence: 0.8 },
} as const satisfies Readonly<Record<SentimentLabel, Understanding['sentiment']>>;

const ModelAnswer = z.strictObject({
  sentiment: SentimentLabel,
  topics: z.array(z.strictObject({ topic: Topic, polarity: SentimentLabel })).check(z.maxLength(TOPICS.length)),
  intent: Intent,
  severity: Severity,
  flags: z.array(Flag).check(z.maxLength(FLAGS.length)),
});

/**
 * What a language model answered, if it is nothing but one JSON object of the closed sets that `modelInstructions` asks for; `undefined` for
 * anything else: other words around it, a label we do not have, a field more or less. Never throws.
 */
export function readModelAnswer(answer: string): Verdict | undefined {
  if (answer.length > MAX_ANSWER_LENGTH) return undefined;
  const parsed = ModelAnswer.safeParse(parseOrUndefined(answer));
  return parsed.success ? { ...parsed.data, sentiment: LABELLED[parsed.data.sentiment] } : undefined;
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
