import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  DURATION_BUCKETS,
  DURATION_RELATIVE_ERROR,
  durationFigures,
  quantileOf,
} from '../../../../shared/domain/analytics/measures/duration-buckets.ts';
import { faultsOf, figure } from './simulate.ts';

const DAYS_90_S = 90 * 86_400;
const inScale = fc.double({ min: 60, minExcluded: true, max: DAYS_90_S, noNaN: true });
const anyDuration = fc.oneof(inScale, fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: DAYS_90_S, max: 1e12, noNaN: true }));
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

const countsOf = (durations: readonly number[]) => {
  const counts = Array.from({ length: DURATION_BUCKETS }, () => 0);
  for (const seconds of durations) {
    const at = bucketOf(seconds);
    if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
};

describe('durations in buckets (R19)', () => {
  it('are at most 40, hold every duration, and keep their order', () => {
    expect(DURATION_BUCKETS).toBeLessThanOrEqual(40);
    fc.assert(
      fc.property(anyDuration, anyDuration, (a, b) => {
        const [first, second] = [bucketOf(Math.min(a, b)), bucketOf(Math.max(a, b))];
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeLessThan(DURATION_BUCKETS);
        expect(first).toBeLessThanOrEqual(second ?? -1);
      }),
    );
  });

  it('give quantiles within the stated error of those that sorting finds', () => {
    fc.assert(
      fc.property(fc.array(inScale, { minLength: 10, maxLength: 200 }), share, (durations, p) => {
        const sorted = [...durations].sort((a, b) => a - b);
        const exact = sorted[Math.max(1, Math.ceil(durations.length * p - 1e-9 * durations.length)) - 1] ?? Number.NaN;
        const { value, low, high } = figure(quantileOf(countsOf(durations), p));
        expect(Math.abs(value - exact) / exact).toBeLessThanOrEqual(DURATION_RELATIVE_ERROR);
        expect(low).toBeLessThanOrEqual(exact);
        expect(high ?? exact).toBeGreaterThanOrEqual(exact);
      }),
    );
  });

  it('add up: merging two sets of counts is counting at once, and order changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyDuration, { maxLength: 80 }), fc.array(anyDuration, { maxLength: 80 }), (a, b) => {
        const second = countsOf(b);
        const merged = countsOf(a).map((count, i) => count + (second[i] ?? 0));
        expect(merged).toEqual(countsOf([...a, ...b]));
        expect(durationFigures(merged)).toEqual(durationFigures(countsOf([...b, ...a].reverse())));
      }),
    );
  });

  it('refuse what are no counts and no durations, and never answer NaN', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), fc.integer(), fc.nat(50)), { maxLength: 50 }), fc.double(), (counts, p) => {
        expect(faultsOf([quantileOf(counts, p), durationFigures(counts)])).toEqual([]);
      }),
    );
    for (const none of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(bucketOf(none)).toBeUndefined();
  });
});
