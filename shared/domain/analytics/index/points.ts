import { at, type Moments } from '../linear.ts';
import { type DependentCause, type Structure, structure } from './inner.ts';
import type { Plan } from './model.ts';
import type { IndexRefusal } from './refusal.ts';

/** The model in index points, 0–100. */
export interface Points {
  /** By item: shares of its construct's index, 0 … 1, which sum to 1 in each construct. */
  readonly shares: Float64Array;
  /** By construct: 0 if everybody had chosen the worst answer to every item, 100 the best. */
  readonly index: Float64Array;
  /** Paths and effects in points of the effect's index a point of the cause's. */
  readonly structure: Structure;
}

/**
 * The index of each construct: the mean of its items on 0–100, weighted by their unstandardised outer weights, which are divided by the item's
 * standard deviation and brought to sum 1. Fornell, Johnson, Anderson, Cha & Bryant (1996), Journal of Marketing 60(4):7–18.
 * An item of negative weight has share 0: a better answer must not lower an index, and outside 0–100 it would mean nothing
 * (Ringle & Sarstedt 2016, Industrial Management & Data Systems 116:1865–1886, ask for positive weights). The report lists such items.
 * @param moments of answers on 0–100
 * @param weights of standardised items
 */
export function inPoints(plan: Plan, { means, covariance }: Moments, weights: Float64Array): Points | IndexRefusal | DependentCause {
  const [size, count] = [plan.items.length, plan.constructs.length];
  const shares = new Float64Array(size);
  const index = new Float64Array(count);
  for (const [j, { name, places }] of plan.constructs.entries()) {
    const raw = places.map((place) => Math.max(0, at(weights, place)) / Math.sqrt(at(covariance, place * size + place)));
    const sum = raw.reduce((total, weight) => total + weight, 0);
    if (!(sum > 0)) return { kind: 'weights-cancel', construct: name };
    let value = 0;
    for (const [i, place] of places.entries()) {
      const share = (raw[i] ?? 0) / sum;
      shares[place] = share;
      value += share * at(means, place);
    }
    // A weighted mean of 0 … 100, but for rounding.
    index[j] = Math.min(100, Math.max(0, value));
  }
  const effects = structure(plan, scoreCovariances(plan, covariance, shares));
  return 'cause' in effects ? effects : { shares, index, structure: effects };
}

function scoreCovariances({ items, owner, constructs }: Plan, covariance: Float64Array, shares: Float64Array): Float64Array {
  const [size, count] = [items.length, constructs.length];
  const result = new Float64Array(count * count);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const cell = (owner[i] ?? 0) * count + (owner[j] ?? 0);
      result[cell] = at(result, cell) + at(shares, i) * at(covariance, i * size + j) * at(shares, j);
    }
  }
  return result;
}
