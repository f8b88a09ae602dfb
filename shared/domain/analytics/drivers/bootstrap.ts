import { at, correlations, moments } from '../linear.ts';
import type { Random } from '../random.ts';
import type { Split } from './importance.ts';

interface Table {
  /** Row by row, the outcome last in each. */
  readonly table: Float64Array;
  readonly size: number;
  readonly n: number;
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Part of a column's variance in the whole table below which it is rounding. */
const CONSTANT = 1e-12;

/** Fewer leave the ends to chance. */
const LEAST = 100;

/**
 * 95 % percentile intervals of LMG parts and of their shares, over rows drawn with replacement. Efron (1979), Annals of Statistics 7:1–26; for LMG
 * with random predictors Grömping (2006), J. Statistical Software 17(1). As parts are never below 0, their intervals never hold it: whether a
 * driver can be told from none is the t test's to say.
 */
export function resampledParts(
  { table, size, n }: Table,
  split: Split,
  resamples: number,
  random: Random,
): { importance: Ends; share: Ends }[] {
  const draws = Math.max(LEAST, Math.floor(resamples));
  const parts: Float64Array[] = [];
  const whole = moments(table, size).covariance;
  for (let draw = 0; draw < draws; draw += 1) {
    const counts = new Uint32Array(n);
    for (let i = 0; i < n; i += 1) {
      const row = Math.floor(random() * n);
      counts[row] = (counts[row] ?? 0) + 1;
    }
    const { covariance } = moments(table, size, counts);
    parts.push(split(drawnCorrelations(covariance, whole, size), size));
  }
  return Array.from({ length: size - 1 }, (_, place) => ({
    importance: middle(parts.map((of) => at(of, place))),
    share: middle(parts.map((of) => at(of, place) / Math.max(Number.MIN_VALUE, total(of)))),
  }));
}

/** A column that is constant in a resample, but for rounding, has no correlations; 0 stands for none. */
function drawnCorrelations(covariance: Float64Array, whole: Float64Array, size: number): Float64Array {
  const matrix = correlations(covariance, size);
  for (let i = 0; i < size; i += 1) {
    if (at(covariance, i * size + i) > CONSTANT * at(whole, i * size + i)) continue;
    for (let j = 0; j < size; j += 1) {
      matrix[i * size + j] = i === j ? 1 : 0;
      matrix[j * size + i] = i === j ? 1 : 0;
    }
  }
  return matrix;
}

const total = (parts: Float64Array) => parts.reduce((sum, part) => sum + part, 0);

function middle(values: readonly number[]): Ends {
  const sorted = Float64Array.from(values).sort();
  const last = sorted.length - 1;
  return { low: at(sorted, Math.floor(0.025 * last)), high: at(sorted, Math.ceil(0.975 * last)) };
}
