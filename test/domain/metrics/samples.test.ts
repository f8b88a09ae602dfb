import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eventRate,
  mean,
  meanOf,
  momentsOf,
  simultaneousProportion,
  studentT95,
  welchDifference,
} from '../../../shared/domain/metrics/interval.ts';

const answers = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 10, maxLength: 100 });

describe('means of samples', () => {
  it('agree with those from sums, which buckets keep', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const sum = values.reduce((total, value) => total + value, 0);
        const squares = values.reduce((total, value) => total + value * value, 0);
        const [one, other] = [meanOf(momentsOf(values), 1, 7), mean(sum, squares, values.length, 1, 7)];
        for (const end of ['value', 'low', 'high'] as const) expect(one[end]).toBeCloseTo(other[end], 6);
      }),
    );
  });

  it('do not change a digit when values are shuffled', () => {
    const tenths = answers.chain((values) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })));
    fc.assert(
      fc.property(tenths, ([values, shuffled]) => {
        expect(momentsOf(shuffled.map((value) => value / 10))).toEqual(momentsOf(values.map((value) => value / 10)));
      }),
    );
  });
});

describe('welchDifference', () => {
  it('by hand: variances 4 and 16 of 10 and 20 values', () => {
    const { value, low, high } = welchDifference({ n: 10, mean: 6, variance: 4 }, { n: 20, mean: 5, variance: 16 }, -10, 10);
    // s² = 0.4 + 0.8; ν = 1.2² / (0.4²/9 + 0.8²/19) = 1.44 / 0.0514620 = 27.98
    const margin = studentT95(27.98) * Math.sqrt(1.2);
    expect(value).toBe(1);
    expect(high - value).toBeCloseTo(margin, 3);
    expect(value - low).toBeCloseTo(margin, 3);
  });

  it('turns round with its samples, and has no width where nothing scatters', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const [there, back] = [welchDifference(momentsOf(a), momentsOf(b), -6, 6), welchDifference(momentsOf(b), momentsOf(a), -6, 6)];
        expect(there.low).toBeCloseTo(-back.high, 9);
      }),
    );
    // Found by a property: the squares of these variances are 0.
    const tiny = { n: 5, mean: 4, variance: 1e-200 };
    expect(welchDifference(tiny, tiny, -6, 6).high).toBeLessThan(1e-90);
    expect(welchDifference({ n: 5, mean: 4, variance: 0 }, { n: 9, mean: 2, variance: 0 }, -6, 6)).toEqual({ value: 2, low: 2, high: 2 });
  });
});

describe('eventRate (Byar)', () => {
  // Exact limits of a Poisson mean as printed by Garwood (1936), Biometrika 28:437–442, and in every table since.
  it.each([
    [0, 0, 3.689],
    [1, 0.025, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [100, 81.364, 121.627],
  ])('%i events: %f to %f', (events, low, high) => {
    const rate = eventRate(events, 1);
    expect(Math.abs(rate.low - low)).toBeLessThan(0.03);
    expect(Math.abs(rate.high - high)).toBeLessThan(0.03);
    expect(eventRate(events, 1000).high).toBeCloseTo(rate.high / 1000, 12);
  });
});

describe('simultaneousProportion (Goodman)', () => {
  it('solves the equation that defines it: (p − π)² = χ² π(1 − π)/n at the level 1 − 0.05/k', () => {
    // χ² of 1 degree of freedom at 0.05/4: 2.497705².
    const { value, low, high } = simultaneousProportion(20, 100, 4);
    for (const end of [low, high]) expect((value - end) ** 2).toBeCloseTo((2.497705 ** 2 * end * (1 - end)) / 100, 6);
  });
});
