import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, type Estimate, mean, netPromoterScore, proportion } from '../../../shared/domain/metrics/interval.ts';

const counts = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000)).filter(([a, b, c]) => a + b + c >= 10);
const isOrdered = ({ value, low, high }: Estimate, min: number, max: number) => min <= low && low <= value && value <= high && high <= max;
const width = ({ low, high }: Estimate) => high - low;

describe('intervals', () => {
  it('hold their estimate and stay on their scale', () => {
    fc.assert(
      fc.property(counts, ([a, b, c]) => {
        const n = a + b + c;
        expect(isOrdered(proportion(a, n), 0, 1)).toBe(true);
        expect(isOrdered(netPromoterScore(a, c, n), -100, 100)).toBe(true);
        expect(isOrdered(mean(100 * a + 50 * b, 10_000 * a + 2500 * b, n, 0, 100), 0, 100)).toBe(true);
      }),
    );
  });

  it('grow narrower when the same answers come a second time', () => {
    fc.assert(
      fc.property(counts, ([a, b, c]) => {
        const n = a + b + c;
        expect(width(proportion(2 * a, 2 * n))).toBeLessThan(width(proportion(a, n)));
        expect(width(netPromoterScore(2 * a, 2 * c, 2 * n))).toBeLessThan(width(netPromoterScore(a, c, n)));
      }),
    );
  });

  it('do not care which answer is called the good one', () => {
    fc.assert(
      fc.property(counts, ([a, b, c]) => {
        const n = a + b + c;
        const [good, bad] = [proportion(a, n), proportion(n - a, n)];
        expect(good.low).toBeCloseTo(1 - bad.high, 10);
        const [score, opposite] = [netPromoterScore(a, c, n), netPromoterScore(c, a, n)];
        expect(score.low).toBeCloseTo(-opposite.high, 8);
      }),
    );
  });

  it('of a change hold the change and turn round with it', () => {
    fc.assert(
      fc.property(counts, counts, ([a, b, c], [d, e, f]) => {
        const now = netPromoterScore(a, c, a + b + c);
        const before = netPromoterScore(d, f, d + e + f);
        const change = difference(now, before);
        expect(isOrdered(change, -200, 200)).toBe(true);
        const back = difference(before, now);
        expect(change.low).toBeCloseTo(-back.high, 8);
      }),
    );
  });
});
