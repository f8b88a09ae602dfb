import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfAtLeast } from '../../../shared/domain/metrics/negative-binomial.ts';

describe('the upper tail of the negative binomial', () => {
  // Worked out in exact fractions, 1 − Σ C(k+r−1, k) (1−p)^r p^k.
  it.each([
    [20, 10, 1 / 5, 0.05935121427049353],
    [60, 10, 1 / 5, 2.442027986557915e-7],
    [3, 0.5, 1, 1 / 27],
  ])('P(Y ≥ %d) of mean %d and excess %d', (count, mean, excess, expected) => {
    expect(chanceOfAtLeast(count, mean, excess) / expected).toBeCloseTo(1, 8);
  });

  it.each([
    [20, 0.0034543419758568078],
    [40, 7.341636314560472e-13],
  ])('is that of Poisson where nothing scatters beyond it: P(Y ≥ %d), mean 10', (count, expected) => {
    expect(chanceOfAtLeast(count, 10, 1e-9) / expected).toBeCloseTo(1, 4);
  });

  it('is a chance that falls with the count and rises with the mean, and all of them together are one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.01, max: 400, noNaN: true }),
        fc.double({ min: 1e-6, max: 3, noNaN: true }),
        (count, mean, excess) => {
          const chance = chanceOfAtLeast(count, mean, excess);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(chanceOfAtLeast(count + 1, mean, excess)).toBeLessThanOrEqual(chance * (1 + 1e-9));
          expect(chanceOfAtLeast(count, mean * 1.1, excess)).toBeGreaterThanOrEqual(chance * (1 - 1e-9));
        },
      ),
    );
    // (1 + μ·excess)^(−1/excess) is the chance of none.
    expect(chanceOfAtLeast(0, 7, 0.3)).toBe(1);
    expect(chanceOfAtLeast(1, 7, 0.3)).toBeCloseTo(1 - (1 + 7 * 0.3) ** (-1 / 0.3), 10);
  });

  it('falls with the count where the counts hardly scatter: seed -380031958', () => {
    const [mean, excess] = [28.52085444900152, 0.0000010000000000000014];
    expect(chanceOfAtLeast(4, mean, excess)).toBeLessThan(chanceOfAtLeast(3, mean, excess));
  });

  it('gives no digits where there are none left', () => {
    expect(chanceOfAtLeast(5000, 0.01, 1e-6)).toBe(0);
  });
});
