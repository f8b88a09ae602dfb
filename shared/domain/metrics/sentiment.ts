import type { SentimentLabel } from '../understand/understanding.ts';
import type { NamedCounter } from './counters.ts';
import type { Deltas } from './tally.ts';

const SENTIMENT_COUNTERS = {
  negative: 'sentimentNegative',
  neutral: 'sentimentNeutral',
  positive: 'sentimentPositive',
} as const satisfies Record<SentimentLabel, NamedCounter>;

/** What the mood of one text that could be read adds. @param score −1 … 1 */
export const sentimentDeltas = ({ label, score }: { readonly label: SentimentLabel; readonly score: number }): Deltas => ({
  [SENTIMENT_COUNTERS[label]]: 1,
  sentimentScoreSum: Math.round(score * 1000),
});
