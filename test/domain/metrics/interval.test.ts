import { describe, expect, it } from 'vitest';
import { difference, mean, netPromoterScore, proportion, studentT95 } from '../../../shared/domain/metrics/interval.ts';

describe('proportion (Wilson)', () => {
  // Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3 (score, no continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lies between %f and %f', (successes, n, low, high) => {
    const estimate = proportion(successes, n);
    expect(estimate.value).toBe(successes / n);
    expect(estimate.low).toBeCloseTo(low, 4);
    expect(estimate.high).toBeCloseTo(high, 4);
  });

  it('solves the score equation (p − π)² = z² π(1 − π)/n at both ends, which is how Wilson defines it', () => {
    for (const [successes, n] of [
      [7, 10],
      [143, 200],
      [1, 1000],
    ] as const) {
      const { value, low, high } = proportion(successes, n);
      for (const end of [low, high]) expect((value - end) ** 2).toBeCloseTo((1.959963984540054 ** 2 * end * (1 - end)) / n, 12);
    }
  });
});

describe('difference (square-and-add)', () => {
  // Newcombe (1998), Statistics in Medicine 17:873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i/%i and %i/%i lies between %f and %f', (a, m, b, n, low, high) => {
    const change = difference(proportion(a, m), proportion(b, n));
    expect(change.value).toBeCloseTo(a / m - b / n, 12);
    expect(change.low).toBeCloseTo(low, 4);
    expect(change.high).toBeCloseTo(high, 4);
  });

  it('is the root of the summed variances where both intervals are symmetric', () => {
    const change = difference({ value: 20, low: 14, high: 26 }, { value: 10, low: 2, high: 18 });
    expect(change).toEqual({ value: 10, low: 0, high: 20 });
  });
});

describe('netPromoterScore (adjusted Wald)', () => {
  /** Independent way to the same interval: the plain Wald interval of the mean of the scores 1, 0, −1, with three answers added. */
  function byScores(promoters: number, passives: number, detractors: number) {
    const weights = [
      [1, promoters + 0.75],
      [0, passives + 1.5],
      [-1, detractors + 0.75],
    ] as const;
    const n = promoters + passives + detractors + 3;
    const average = weights.reduce((sum, [score, weight]) => sum + score * weight, 0) / n;
    const variance = weights.reduce((sum, [score, weight]) => sum + weight * (score - average) ** 2, 0) / n;
    const margin = 1.959963984540054 * Math.sqrt(variance / n);
    return { low: 100 * (average - margin), high: 100 * (average + margin) };
  }

  it.each([
    [52, 40, 31],
    [5, 3, 2],
    [0, 30, 5],
    [200, 1, 1],
  ])('agrees with the interval of the mean for %i promoters, %i passives, %i detractors', (promoters, passives, detractors) => {
    const n = promoters + passives + detractors;
    const { value, low, high } = netPromoterScore(promoters, detractors, n);
    const expected = byScores(promoters, passives, detractors);
    expect(value).toBeCloseTo((100 * (promoters - detractors)) / n, 10);
    expect(low).toBeCloseTo(Math.max(-100, expected.low), 10);
    expect(high).toBeCloseTo(Math.min(100, expected.high), 10);
  });

  it('keeps a width where all say the same, which the plain Wald interval does not', () => {
    expect(netPromoterScore(12, 0, 12)).toMatchObject({ value: 100, high: 100 });
    expect(netPromoterScore(12, 0, 12).low).toBeLessThan(70);
  });
});

describe('mean (Student)', () => {
  // Two-sided 5 % points as printed in every table of the t distribution.
  it.each([
    [9, 2.262157],
    [10, 2.228139],
    [20, 2.085963],
    [30, 2.042272],
    [100, 1.983972],
    [1_000_000, 1.959966],
  ])('t of %i degrees of freedom is %f', (degrees, t) => {
    expect(Math.abs(studentT95(degrees) - t)).toBeLessThan(0.0001);
  });

  it('is the textbook interval', () => {
    const values = [25, 50, 50, 75, 75, 75, 100, 100, 100, 100];
    const { value, low, high } = mean(
      750,
      values.reduce((sum, x) => sum + x * x, 0),
      values.length,
      0,
      100,
    );
    const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - 75) ** 2, 0) / 9);
    expect(value).toBe(75);
    expect(high - value).toBeCloseTo((2.262157 * deviation) / Math.sqrt(10), 3);
    expect(value - low).toBeCloseTo(high - value, 12);
  });
});
