import { difference, type Estimate, mean, proportion } from '../metrics/interval.ts';
import { fisherExact } from './crosstab/fisher.ts';
import { studentTwoSided } from './distributions.ts';

/**
 * What is compared: a share of answers (`sum` of them are hits), or a mean of values. Sums add up: two samples of the same kind merge by adding
 * their fields, and the rest of a house is the whole less the part.
 */
export interface Sample {
  readonly n: number;
  /** Of the values; of a share, the number of hits. */
  readonly sum: number;
  /** Of their squares; of a share the same as `sum`. */
  readonly squareSum: number;
}

/** `min` and `max` are the ends of the values' scale. */
export type Measure = { readonly kind: 'share' } | { readonly kind: 'mean'; readonly min: number; readonly max: number };

/** Below this many answers a group is not shown: persons could be told from it (R20). */
export const SMALL_GROUP = 5;

export const share = (hits: number, n: number): Sample => ({ n, sum: hits, squareSum: hits });
export const sampleOf = (values: readonly number[]): Sample => ({
  n: values.length,
  sum: values.reduce((total, value) => total + value, 0),
  squareSum: values.reduce((total, value) => total + value * value, 0),
});
export const plus = (a: Sample, b: Sample): Sample => ({ n: a.n + b.n, sum: a.sum + b.sum, squareSum: a.squareSum + b.squareSum });
export const minus = (a: Sample, b: Sample): Sample => ({ n: a.n - b.n, sum: a.sum - b.sum, squareSum: a.squareSum - b.squareSum });

/** Rounding of sums may push a mean past the end of its scale by about this part of it. */
const ROUNDING = 1e-9;

/** Ends further out are no scale, and squares of their sums leave what a number can hold. */
const LARGEST_END = 1e9;

/** Whether these are the ends of a scale: finite and in order. */
export const isScale = ({ min, max }: { readonly min: number; readonly max: number }) =>
  min < max && Math.abs(min) <= LARGEST_END && Math.abs(max) <= LARGEST_END;

/** Whether such a sample can have been answered on such a scale. What cannot is refused rather than computed with. */
export function isSound({ n, sum, squareSum }: Sample, measure: Measure): boolean {
  if (!Number.isSafeInteger(n) || n < 0 || !Number.isFinite(sum) || !Number.isFinite(squareSum)) return false;
  if (measure.kind === 'share') return Number.isSafeInteger(sum) && sum >= 0 && sum <= n && squareSum === sum;
  if (!isScale(measure)) return false;
  const { min, max } = measure;
  if (n === 0) return sum === 0 && squareSum === 0;
  const slack = ROUNDING * n * Math.max(Math.abs(min), Math.abs(max));
  const greatest = Math.max(min * min, max * max) * n;
  const least = (sum * sum) / n;
  return sum >= n * min - slack && sum <= n * max + slack && squareSum >= least * (1 - ROUNDING) && squareSum <= greatest * (1 + ROUNDING);
}

/** The estimate with its 95 % interval: Wilson's for a share, Student's for a mean. Needs 2 answers. */
export const estimate = ({ n, sum, squareSum }: Sample, measure: Measure): Estimate =>
  measure.kind === 'share' ? proportion(sum, n) : mean(sum, squareSum, n, measure.min, measure.max);

/** Of single values; a share's is p(1 − p), divided by n. */
export function variance({ n, sum, squareSum }: Sample, measure: Measure): number {
  const spread = Math.max(0, squareSum - (sum * sum) / n);
  return measure.kind === 'share' ? spread / n : spread / (n - 1);
}

/** `a` − `b` of independent samples, with its interval and the chance of such a difference, or a greater one, if there is none in truth. */
export interface Comparison {
  readonly change: Estimate;
  readonly pValue: number;
}

/**
 * The interval is `difference` in metrics/interval.ts. The test of two shares is Fisher's exact one; of two means, Welch's (1947, Biometrika
 * 34:28–35) with Satterthwaite's degrees of freedom. Both need 2 answers on each side.
 */
export function compare(a: Sample, b: Sample, measure: Measure): Comparison {
  const change = difference(estimate(a, measure), estimate(b, measure));
  const pValue = measure.kind === 'share' ? fisherExact(a.sum, a.n - a.sum, b.sum, b.n - b.sum) : welch(a, b, measure);
  return { change, pValue };
}

function welch(a: Sample, b: Sample, measure: Measure): number {
  const [va, vb] = [variance(a, measure) / a.n, variance(b, measure) / b.n];
  const apart = a.sum / a.n - b.sum / b.n;
  const scale = measure.kind === 'mean' ? measure.max - measure.min : 1;
  if (Math.abs(apart) <= ROUNDING * scale) return 1;
  // Everybody on both sides answered alike: a t test knows no chance for that, and taking it for certain would be wrong with few.
  if (Math.sqrt(va + vb) <= ROUNDING * scale) return withoutSpread(a.n, b.n);
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  return studentTwoSided(apart / Math.sqrt(va + vb), freedom);
}

/** Of all ways to deal the values out to the sides, two keep them so apart: the permutation test of Fisher (1935). */
const withoutSpread = (n: number, m: number) => fisherExact(n, 0, 0, m);
