import { speaksAgainst } from './meanings.ts';
import type { Feeling } from './sentiment.ts';
import type { Flag, SentimentLabel, Understanding } from './understanding.ts';

type Sentiment = Understanding['sentiment'];

/** Balance at which a text is half-way between neutral and extreme on the scale −1 … 1. */
const HALF_WAY = 3;
/** Scores nearer to 0 than this are neutral. */
const NEUTRAL_BELOW = 0.15;
/** Praise and blame that cancel to less than this share of all that was said are a mixed judgement: neutral. */
const MIXED_BELOW = 0.15;
/** Points of evidence at which confidence is half. */
const HALF_CONFIDENT = 1.2;
/** Below this the words are faint, and the rating speaks too. Points of evidence. */
const FAINT_BELOW = 1.5;
/** What a rating at the end of its scale is worth beside faint words. Points. */
const RATING_WORTH = 1.8;
const CONFIDENCE_OF_NOTHING_FOUND = 0.3;
/** What each circumstance (flag) adds against, where the customer leaves, sues or was harmed in words without feeling. Points. */
const FLAG_WORTH = 1.2;
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

/** Confidence 0–1 grows with how much there is to go by and with how one-sided it is; see the constants. */
export function judgeSentiment(
  feeling: Pick<Feeling, 'balance' | 'evidence'>,
  flags: readonly Flag[],
  rating: number | undefined,
): Sentiment {
  const flagged = FLAG_WORTH * flags.filter(speaksAgainst).length;
  const balance = feeling.balance - flagged;
  const evidence = feeling.evidence + flagged;
  const prior = rating !== undefined && evidence < FAINT_BELOW ? (RATING_WORTH * (rating - 50)) / 50 : 0;
  const total = balance + prior;
  const amount = evidence + Math.abs(prior);
  const score = total / Math.sqrt(total * total + HALF_WAY * HALF_WAY);
  const oneSided = amount === 0 ? 0 : Math.abs(total) / amount;
  const strength = amount / (amount + HALF_CONFIDENT);
  const label = Math.abs(score) < NEUTRAL_BELOW || oneSided < MIXED_BELOW ? 'neutral' : score < 0 ? 'negative' : 'positive';
  const own = label === 'neutral' ? Math.max(CONFIDENCE_OF_NOTHING_FOUND, strength * (1 - oneSided)) : strength * Math.sqrt(oneSided);
  return { label, score: round(score), confidence: round(withRating(own, label, rating)) };
}

function withRating(confidence: number, label: SentimentLabel, rating: number | undefined): number {
  if (rating === undefined) return confidence;
  const rated = labelOfScore(rating);
  if (rated === label) return confidence + (1 - confidence) * AGREEING;
  return rated === 'neutral' || label === 'neutral' ? confidence : confidence * DISAGREEING;
}

const round = (x: number): number => Math.round(x * 1000) / 1000 + 0;
