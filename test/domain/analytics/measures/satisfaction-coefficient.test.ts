import { describe, expect, it } from 'vitest';
import { coefficientOf, satisfactionCoefficient, zoneOf } from '../../../../shared/domain/analytics/measures/satisfaction-coefficient.ts';
import { coverage, die, figure, times } from './simulate.ts';

const TEN = { min: 0, max: 10 };

describe('the satisfaction coefficient C = perceived / expected (R12)', () => {
  it('of one customer: 0 when nothing of what was expected came true, 1 when all did', () => {
    expect(coefficientOf({ expected: 8, perceived: 6 }, TEN)).toBeCloseTo(0.75, 12);
    expect(coefficientOf({ expected: 8, perceived: 0 }, TEN)).toBe(0);
    expect(coefficientOf({ expected: 4, perceived: 4 }, TEN)).toBe(1);
    expect(coefficientOf({ expected: 3, perceived: 1 }, { min: 1, max: 5 })).toBe(0);
    expect(coefficientOf({ expected: 0, perceived: 5 }, TEN)).toBeUndefined();
    expect(coefficientOf({ expected: 5, perceived: 'cannot-say' }, TEN)).toBeUndefined();
  });

  it('names the zone: within 0.05 of 1 is "about 1", the ends included', () => {
    expect([0.9499, 0.95, 1, 1.05, 1.0501].map((c) => zoneOf(c))).toEqual(['below', 'about', 'about', 'about', 'above']);
    expect(zoneOf(0.9, 0.1)).toBe('about');
  });

  it('of all: by hand', () => {
    // Mean expected 8, mean perceived 6.
    const pairs = times(20, (i) => ({ expected: i % 2 === 0 ? 9 : 7, perceived: i % 2 === 0 ? 7 : 5 }));
    const found = figure(satisfactionCoefficient([...pairs, { expected: 0, perceived: 4 }, { expected: 5, perceived: undefined }], TEN));
    expect(found.overall.value).toBeCloseTo(0.75, 12);
    expect(found).toMatchObject({
      n: 20,
      zone: 'below',
      isClear: true,
      leftOut: { expectedNothing: 1, notAnswered: 1 },
      nothingCameTrue: 0,
    });
    expect([found.zones.below.count, found.zones.about.count, found.zones.above.count]).toEqual([20, 0, 0]);
  });

  it('is clear only where the whole interval lies in its zone', () => {
    // Alternately far below and far above what was expected, and just as much on the whole: the interval leaves "about 1" at both ends, at one, at none.
    const overall = (drop: number, rise: number) =>
      figure(
        satisfactionCoefficient(
          times(20, (i) => ({ expected: 50, perceived: 50 + (i % 2 === 0 ? -drop : rise) })),
          { min: 0, max: 100 },
        ),
      );
    const clear = ({ zone, isClear }: ReturnType<typeof overall>) => [zone, isClear];
    expect(clear(overall(20, 20))).toEqual(['about', false]);
    expect(clear(overall(6, 2))).toEqual(['about', false]);
    expect(clear(overall(2, 6))).toEqual(['about', false]);
    expect(clear(overall(1, 1))).toEqual(['about', true]);
  });

  it('solves the quadratic that Fieller defines at both ends', () => {
    const pairs = times(12, (i) => ({ expected: 4 + (i % 5), perceived: 3 + (i % 4) }));
    const { low, high } = figure(satisfactionCoefficient(pairs, TEN)).overall;
    for (const end of [low, high]) {
      const gaps = pairs.map(({ expected, perceived }) => perceived - end * expected);
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / 12;
      const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / 11;
      // Two-sided 5 % point of t with 11 degrees of freedom: 2.200985.
      expect(Math.abs(mean) / Math.sqrt(variance / 12)).toBeCloseTo(2.200985, 4);
    }
  });

  it('is 0 where nothing came true for anybody', () => {
    const pairs = times(15, (i) => ({ expected: 5 + (i % 3), perceived: 0 }));
    expect(figure(satisfactionCoefficient(pairs, TEN))).toMatchObject({
      overall: { value: 0, low: 0, high: 0 },
      zone: 'below',
      nothingCameTrue: 15,
    });
  });

  it('says that it takes more where expectations cannot be told from 0, and where everybody expected nothing', () => {
    const pairs = times(10, (i) => ({ expected: i === 0 ? 10 : 0.1, perceived: 5 }));
    const refusal = satisfactionCoefficient(pairs, TEN);
    expect(refusal).toMatchObject({ reason: 'expectation-near-zero', n: 10 });
    expect(refusal.kind === 'refused' ? refusal.needed : 0).toBeGreaterThan(10);
    expect(
      satisfactionCoefficient(
        times(30, () => ({ expected: 0, perceived: 3 })),
        TEN,
      ),
    ).toEqual({
      kind: 'refused',
      reason: 'too-few-answers',
      n: 0,
      needed: 10,
      leftOut: { expectedNothing: 30 },
    });
  });

  it('holds the true ratio in 95 of 100 surveys, expectation and perception going together', () => {
    // Expected 5 … 9, perceived 0 … 4 less: means 7 and 5.
    const held = coverage(21, 1000, 5 / 7, (random) => {
      const pairs = times(30, () => {
        const expected = die(random, 5, 9);
        return { expected, perceived: expected - die(random, 0, 4) };
      });
      return figure(satisfactionCoefficient(pairs, TEN)).overall;
    });
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.975);
  });
});
