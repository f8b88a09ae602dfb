import { normalPoint, studentPoint } from '../distributions.ts';
import { type Measure, type Sample, variance } from '../sample.ts';
import { LEVEL } from '../several-tests.ts';

/** Places a branch may have, 1 is the best: `best ≤ worst`. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

/**
 * Ranks with their uncertainty: with 95 % confidence for all branches together, each is in its range. A branch is surely behind those whose interval
 * lies wholly above its own, and surely before those below. Intervals are at level 0.05/m, so that all m hold at once (Bonferroni). Klein, Wright &
 * Wieczorek (2020), J. R. Stat. Soc. A 183:589–606, theorem 1.
 */
export function rankRanges(samples: readonly Sample[], measure: Measure, better: 'high' | 'low'): RankRange[] {
  const intervals = samples.map((sample) => jointInterval(sample, measure, LEVEL / samples.length));
  return intervals.map((own) => {
    const above = intervals.filter(({ low }) => low > own.high).length;
    const below = intervals.filter(({ high }) => high < own.low).length;
    const [ahead, behind] = better === 'high' ? [above, below] : [below, above];
    return { best: 1 + ahead, worst: samples.length - behind };
  });
}

/** Wilson's interval for a share (see metrics/interval.ts, which has it at 95 % only), Student's for a mean. */
function jointInterval(sample: Sample, measure: Measure, level: number): { readonly low: number; readonly high: number } {
  const { n, sum } = sample;
  const value = sum / n;
  if (measure.kind === 'mean') {
    const margin = studentPoint(level, n - 1) * Math.sqrt(variance(sample, measure) / n);
    return { low: value - margin, high: value + margin };
  }
  const z = normalPoint(level);
  const centre = (value + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const margin = (z * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return { low: centre - margin, high: centre + margin };
}
