import { type Estimate, meanOf, momentsOf } from '../../metrics/interval.ts';
import { type Measured, measured, refused } from './figure.ts';
import { meanOfItems, numberOf } from './person-values.ts';
import { isFit, type Replies, readPair, type Scale, shareOf, sift } from './reply.ts';

/** `classic`: weights are the importance as answered; `improved`: they grow with the shortfall of satisfaction. */
export type DualRatingForm = 'classic' | 'improved';

export interface DualRatingOptions {
  readonly importance: Scale;
  readonly satisfaction: Scale;
  readonly form: DualRatingForm;
}

export interface DualRatingFigures {
  readonly form: DualRatingForm;
  /** Points, 0 … 100; t interval over persons. */
  readonly index: Estimate;
}

/**
 * Dual rating 双重评价法 (R14): every item is rated for importance and for satisfaction, `<item>.importance` and `<item>.satisfaction`. A person's index is
 * the mean of their satisfaction s in points of 0–100, weighted: 100 · Σ w·s / Σ w; the index of all is the mean over persons.
 *
 * Classic: w is the importance as answered, e.g. 1 … 5; it must not be negative.
 * Improved: w = importance · (2 − s/100), the importance weighed with the shortfall of satisfaction: what fails wholly counts twice, what is perfect
 * counts as it did, so a few bad points are not hidden by many good ones. It comes to M − V / (2 − M), with M and V the mean and variance of s (as a
 * part of 1) under the classic weights: the classic index less a deduction for unevenness, hence never above it. Handbooks that speak of an improved
 * form do not agree on one; this is ours, by that closed form.
 *
 * Only items of which a person gave both halves count for that person, who must have given at least half of them. Whoever holds everything for
 * unimportant (weights that sum to 0) is left out as `withoutWeights`; where all do, it is refused.
 */
export function dualRating(people: readonly Replies[], items: readonly string[], options: DualRatingOptions): Measured<DualRatingFigures> {
  const { importance, satisfaction, form } = options;
  if (!isFit(importance) || !isFit(satisfaction) || importance.min < 0) return refused('unfit-scale', 0);
  const indices = sift(people, (person) => indexOfPerson(person, items, options));
  const { kept, leftOut } = indices;
  if (kept.length === 0 && leftOut.withoutWeights !== undefined) return refused('weights-sum-to-zero', 0, leftOut);
  return measured(indices, () => ({ form, index: meanOf(momentsOf(kept), 0, 100) }));
}

function indexOfPerson(person: Replies, items: readonly string[], options: DualRatingOptions) {
  const { importance, satisfaction, form } = options;
  const rated = items.map((id) =>
    readPair(numberOf(person, `${id}.importance`, importance), numberOf(person, `${id}.satisfaction`, satisfaction)),
  );
  const missing = meanOfItems(
    rated.map((pair) => (typeof pair === 'string' ? pair : 0)),
    items.length,
  );
  if (typeof missing === 'string') return missing;
  let weighted = 0;
  let weights = 0;
  for (const pair of rated) {
    if (typeof pair === 'string') continue;
    const share = shareOf(pair[1], satisfaction);
    const weight = form === 'classic' ? pair[0] : pair[0] * (2 - share);
    weights += weight;
    weighted += weight * share;
  }
  // Against the rounding of tiny weights.
  return weights > 0 ? 100 * Math.min(1, weighted / weights) : 'withoutWeights';
}
