import type { Feedback } from '../feedback.ts';
import { fifthOf } from '../metrics/rating.ts';
import type { Tally } from '../metrics/tally.ts';
import type { Topic } from '../understand/understanding.ts';

/** Answers 0–6 of 10 are detractors (Reichheld 2003). */
const HIGHEST_DETRACTOR = 6;
/** Lowest two fifths of a CSAT scale; on 1–5 these are 1 and 2. */
const HIGHEST_DISSATISFIED_FIFTH = 2;

/**
 * How much unhappy feedback is in a tally: the greatest of three counts that are kept, texts read as negative, CSAT answers in the lowest two fifths
 * and NPS detractors. One feedback may be in several of them, so their sum would count it twice; the greatest never says too much.
 *
 * Unhappy feedback and not all of it: praise that rises is no risk (R22). The words alone would miss who ticks "Delivery" and one star and writes nothing.
 */
export function unhappyCount(tally: Tally): number {
  const detractors = tally.nps0 + tally.nps1 + tally.nps2 + tally.nps3 + tally.nps4 + tally.nps5 + tally.nps6;
  return Math.max(tally.sentimentNegative, tally.csat1 + tally.csat2, detractors);
}

/** Is it in one of the three counts? */
export function isUnhappy({ answers, understanding: { sentiment } }: Feedback): boolean {
  const csat = answers.find(({ metric }) => metric === 'csat');
  return (
    (sentiment.confidence > 0 && sentiment.label === 'negative') ||
    (csat !== undefined && fifthOf(csat) <= HIGHEST_DISSATISFIED_FIFTH) ||
    answers.some(({ metric, min, max, value }) => metric === 'nps' && min === 0 && max === 10 && value <= HIGHEST_DETRACTOR)
  );
}

/** Ticked by the customer, or read from the words: as the figures count it. */
export const namesTopic = ({ reasons, understanding }: Feedback, topic: Topic): boolean =>
  reasons.includes(topic) || understanding.topics.some((one) => one.topic === topic);
