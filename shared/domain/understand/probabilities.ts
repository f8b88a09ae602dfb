import { SENTIMENT_LABELS, type SentimentLabel } from './understanding.ts';

/** The classes of the sentiment model, in the order of its probabilities: its two outputs, and the class behind them. */
export const SENTIMENT_CLASSES = ['negative', 'positive', 'neutral'] as const satisfies readonly SentimentLabel[];

/** Softmax of logits and of a last class whose logit is 0. */
export function probabilitiesOf(logits: Float64Array, temperature: number): number[] {
  const scaled = [...logits.map((logit) => logit / temperature), 0];
  const most = Math.max(...scaled);
  const powers = scaled.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The likeliest of `SENTIMENT_CLASSES`. */
export function labelOf([negative = 0, positive = 0, neutral = 0]: readonly number[]): SentimentLabel {
  const most = Math.max(negative, positive, neutral);
  return SENTIMENT_LABELS.find((label) => ({ negative, positive, neutral })[label] === most) ?? 'neutral';
}
