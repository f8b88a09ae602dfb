import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  DURATION_BUCKETS,
  DURATION_RELATIVE_ERROR,
  quantileOf,
} from '../../../../shared/domain/analytics/measures/duration-buckets.ts';
import { coverage, figure, times } from './simulate.ts';

const DAY_S = 86_400;

function counted(durations: readonly number[]) {
  const counts = Array.from({ length: DURATION_BUCKETS }, () => 0);
  for (const seconds of durations) {
    const at = bucketOf(seconds) ?? 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

describe('response and solution times (R19)', () => {
  it('places a minute, 90 days and what lies beyond', () => {
    expect([0, 60, 61, 90 * DAY_S, 90 * DAY_S + 1].map(bucketOf)).toEqual([0, 0, 1, DURATION_BUCKETS - 2, DURATION_BUCKETS - 1]);
  });

  it('says the median and the 90th percentile with the ends that order statistics give', () => {
    // 100 cases of 1 … 100 hours: ranks 40 and 61 enclose the median, 84 and 96 the 90th percentile (binomial tables).
    const hours = times(100, (i) => (i + 1) * 3600);
    const median = figure(quantileOf(counted(hours), 0.5));
    expect(Math.abs(median.value / (50 * 3600) - 1)).toBeLessThan(DURATION_RELATIVE_ERROR);
    expect([bucketOf(median.low + 1), bucketOf(median.high ?? 0)]).toEqual([bucketOf(40 * 3600), bucketOf(61 * 3600)]);
    const p90 = figure(quantileOf(counted(hours), 0.9));
    expect([bucketOf(p90.low + 1), bucketOf(p90.high ?? 0)]).toEqual([bucketOf(84 * 3600), bucketOf(96 * 3600)]);
  });

  it('gives no upper end where there is none: few cases, or longer than 90 days', () => {
    expect(figure(quantileOf(counted(times(35, () => 600)), 0.9)).high).toBeUndefined();
    expect(figure(quantileOf(counted(times(36, () => 600)), 0.9)).high).toBeGreaterThanOrEqual(600);
    const long = figure(quantileOf(counted(times(50, () => 200 * DAY_S)), 0.5));
    expect(long).toMatchObject({ value: 90 * DAY_S, isAtLeast: true });
    expect(long.high).toBeUndefined();
  });

  it('refuses below 10 cases, and says how many it takes', () => {
    expect(quantileOf(counted([60, 120]), 0.5)).toEqual({ kind: 'refused', reason: 'too-few-answers', n: 2, needed: 10, leftOut: {} });
    expect(quantileOf([], 0.5)).toMatchObject({ reason: 'too-few-answers', n: 0 });
    expect(quantileOf([-1, 20], 0.5)).toMatchObject({ reason: 'not-counts' });
    expect(
      quantileOf(
        times(41, () => 5),
        0.5,
      ),
    ).toMatchObject({ reason: 'not-counts' });
  });

  it('holds the true quantile in at least 95 of 100 surveys, grouping and all', () => {
    // Exponential times with a mean of a day: the quantile is known.
    for (const p of [0.5, 0.9]) {
      const truth = -DAY_S * Math.log(1 - p);
      const held = coverage(7, 1000, truth, (random) => {
        const { value, low, high } = figure(quantileOf(counted(times(60, () => -DAY_S * Math.log(1 - random()))), p));
        return { value, low, high: high ?? Number.MAX_VALUE };
      });
      expect(held).toBeGreaterThan(0.95);
    }
  });
});
