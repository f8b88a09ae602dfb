import { describe, expect, it } from 'vitest';
import { quantileRanks } from '../../../../shared/domain/analytics/measures/order-statistics.ts';

describe('ranks of a quantile and of the ends of its interval (R19)', () => {
  // The median's are printed in tables of the sign test; all are the least ranks that leave at most 2.5 % out by the binomial distribution.
  it.each([
    [10, 0.5, 5, 2, 9],
    [20, 0.5, 10, 6, 15],
    [50, 0.5, 25, 18, 33],
    [100, 0.5, 50, 40, 61],
    [100, 0.9, 90, 84, 96],
    [1000, 0.9, 900, 881, 919],
    [100_000, 0.5, 50_000, 49_690, 50_311],
  ])('of %i values, at %f: %i, from %i to %i', (n, p, rank, low, high) => {
    expect(quantileRanks(n, p)).toEqual({ rank, low, high });
  });

  it('are absent where so few values have none', () => {
    expect(quantileRanks(35, 0.9)).toEqual({ rank: 32, low: 28 });
    expect(quantileRanks(36, 0.9)).toEqual({ rank: 33, low: 29, high: 36 });
    expect(quantileRanks(100, 0.01)).toEqual({ rank: 1, high: 4 });
    expect(quantileRanks(1, 0.5)).toEqual({ rank: 1 });
  });

  it('do not count on decimals: 0.7 of 10 is the 7th', () => {
    expect([quantileRanks(10, 0.7).rank, quantileRanks(10, 0.1).rank, quantileRanks(1_000_000, 0.07).rank]).toEqual([7, 1, 70_000]);
  });
});
