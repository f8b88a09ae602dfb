import * as z from 'zod/mini';
import type { SentimentLabel } from '../../domain/understand/understanding.ts';
import type { Verdict } from '../../domain/understand/verdict.ts';

/** Comprehend computes in 32 bits: a certain 1 may come a trifle above it. */
const Share = z.pipe(
  z.number().check(z.minimum(0), z.maximum(1.001)),
  z.transform((share) => Math.min(1, share)),
);

const Detected = z.object({
  Sentiment: z.enum(['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED']),
  SentimentScore: z.object({ Positive: Share, Negative: Share, Neutral: Share, Mixed: Share }),
});

const LABELS = {
  POSITIVE: ['positive', 'Positive'],
  NEGATIVE: ['negative', 'Negative'],
  NEUTRAL: ['neutral', 'Neutral'],
} as const satisfies Readonly<Record<string, readonly [SentimentLabel, string]>>;

/**
 * What DetectSentiment answered: score = its shares of positive less negative, confidence = its share of the label. `MIXED` says that there is
 * both, not which weighs more, so nothing is put over our own reading. `undefined` for what is no such answer. Never throws.
 */
export function readDetectedSentiment(answer: unknown): Verdict | undefined {
  const parsed = Detected.safeParse(answer);
  if (!parsed.success) return undefined;
  const { Sentiment, SentimentScore: shares } = parsed.data;
  if (Sentiment === 'MIXED') return {};
  const [label, share] = LABELS[Sentiment];
  return { sentiment: { label, score: shares.Positive - shares.Negative, confidence: shares[share] } };
}
