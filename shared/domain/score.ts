import type { Answer, Metric } from './feedback.ts';

const HUNDREDTHS = 100;
const round = (points: number): number => Math.round(points * HUNDREDTHS) / HUNDREDTHS;

/**
 * An answer in points of 0–100: where it lies on its own scale, `100 · (value − min) / (max − min)`, to two decimals.
 * So 1 of 1–5 is 0, 5 of 1–5 is 100, 2 of 1–5 is 25, and 0 of 0–10 is 0. The top of a scale is the best in every metric, effort (CES) too:
 * a source that counts effort upwards has to be turned at its door.
 */
export function scoreOf(answer: Pick<Answer, 'value' | 'min' | 'max'>): number {
  const { value, min, max } = answer;
  const span = max - min;
  // A scale wider than the largest number: halves keep it finite.
  const share = Number.isFinite(span) ? (value - min) / span : (value / 2 - min / 2) / (max / 2 - min / 2);
  return round(100 * Math.min(1, Math.max(0, share)));
}

/** What says how content somebody is. What was expected, how much something matters and whether it took one contact do not. */
const RATING_METRICS: readonly Metric[] = ['csat', 'nps', 'ces', 'rating', 'perception', 'satisfaction'];

/** Does this answer say how content somebody is? */
export const isRating = ({ metric }: Pick<Answer, 'metric'>): boolean => RATING_METRICS.includes(metric);

/**
 * One score for what a customer ticked: the plain mean of the 0–100 scores of all ratings (CSAT, NPS, CES, ratings, and of pairs the perception or
 * satisfaction), to two decimals; `undefined` where nothing was rated.
 *
 * Why a plain mean: each answer says how content this person is on a scale whose ends are named, and no survey gives a reason to trust one
 * question more than another; any weight would be a guess that nobody could defend before a customer. It serves to sort and to judge single
 * customers. It is not CSAT nor NPS: those figures have their own definitions and are counted from the answers (`metrics/figures.ts`).
 * One very bad answer among good ones is not hidden by it either: recovery rules look at each metric by itself.
 */
export function overallScore(answers: readonly Pick<Answer, 'metric' | 'value' | 'min' | 'max'>[]): number | undefined {
  const ratings = answers.filter(isRating);
  if (ratings.length === 0) return undefined;
  // Whole hundredths add up the same in any order; fractions would not.
  const hundredths = ratings.reduce((sum, answer) => sum + Math.round(scoreOf(answer) * HUNDREDTHS), 0);
  return Math.round(hundredths / ratings.length) / HUNDREDTHS;
}
