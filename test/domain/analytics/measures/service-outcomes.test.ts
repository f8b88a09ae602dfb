import { describe, expect, it } from 'vitest';
import {
  complaintFigures,
  firstContactResolution,
  recoveryFigures,
} from '../../../../shared/domain/analytics/measures/service-outcomes.ts';
import type { Random } from '../../../../shared/domain/analytics/random.ts';
import { coverage, die, figure, times } from './simulate.ts';

const FIVE = { min: 1, max: 5 };

describe('first contact resolution (R25)', () => {
  it('is the share of those who could say', () => {
    const found = figure(firstContactResolution([...times(15, () => true), ...times(5, () => false), 'cannot-say', undefined]));
    expect(found).toMatchObject({ n: 20, share: { value: 0.75 }, leftOut: { cannotSay: 1, notAnswered: 1 } });
    expect(firstContactResolution([true])).toMatchObject({ reason: 'too-few-answers', n: 1, needed: 10 });
  });
});

describe('satisfaction before and after recovery (R4)', () => {
  it('compares the same customers: by hand', () => {
    const customers = times(10, (i) => ({ before: 2, after: i < 5 ? 3 : 5 }));
    const found = figure(recoveryFigures([...customers, { before: 1, after: undefined }], FIVE));
    expect(found).toMatchObject({ n: 10, leftOut: { notAnswered: 1 }, before: { value: 2 }, after: { value: 4 }, verdict: 'clearly-up' });
    // Differences 1 and 3, five each: s = √(10/9), margin = 2.262157 · s / √10.
    expect(found.difference.low).toBeCloseTo(2 - (2.262157 * Math.sqrt(10 / 9)) / Math.sqrt(10), 4);
  });

  it('says no more than the interval does', () => {
    const customers = times(10, (i) => ({ before: 3, after: i % 2 === 0 ? 2 : 4 }));
    expect(figure(recoveryFigures(customers, FIVE)).verdict).toBe('no-clear-change');
    expect(
      figure(
        recoveryFigures(
          customers.map(({ after }) => ({ before: 5, after: after - 1 })),
          FIVE,
        ),
      ).verdict,
    ).toBe('clearly-down');
  });

  it('holds the true difference in 95 of 100 surveys', () => {
    const held = coverage(71, 1000, 1, (random) => {
      const customers = times(30, () => {
        const before = die(random, 1, 3);
        return { before, after: before + die(random, 0, 2) };
      });
      return figure(recoveryFigures(customers, FIVE)).difference;
    });
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.975);
  });
});

describe('the complaint rate (R19)', () => {
  it('is told per 1,000, and valid complaints against the target of 1 %', () => {
    const found = figure(complaintFigures({ base: 10_000, complaints: 120, valid: 60 }));
    expect(found).toMatchObject({
      n: 10_000,
      perThousand: { value: 12 },
      validShare: { value: 0.006 },
      target: 0.01,
      isMet: true,
      isClear: true,
    });
    // Exact limits of 120 Poisson events: 99.49 and 143.49.
    expect(found.perThousand.low).toBeCloseTo(9.949, 2);
    expect(found.perThousand.high).toBeCloseTo(14.349, 2);
  });

  it.each([
    [1000, 20, 20, 0, false, true],
    [1000, 12, 12, 0, false, false],
    [1000, 8, 8, 0, true, false],
    [10_000, 120, 60, 60, true, false],
  ])('of %i: %i complaints, %i valid, %i undecided: met %s, clearly %s', (base, complaints, valid, undecided, isMet, isClear) => {
    expect(figure(complaintFigures({ base, complaints, valid, undecided }))).toMatchObject({ isMet, isClear });
  });

  it('knows customers who complain more than once, and refuses counts that do not fit', () => {
    expect(figure(complaintFigures({ base: 10, complaints: 25, valid: 0 })).perThousand.value).toBe(2500);
    expect(complaintFigures({ base: 0, complaints: 0, valid: 0 })).toMatchObject({ reason: 'no-base' });
    expect(complaintFigures({ base: 9, complaints: 0, valid: 0 })).toMatchObject({ reason: 'too-few-answers', n: 9, needed: 10 });
    for (const wrong of [
      { base: 100, complaints: 2, valid: 3 },
      { base: 100, complaints: -1, valid: 0 },
      { base: 100, complaints: 1.5, valid: 0 },
      { base: 10, complaints: 30, valid: 20 },
      { base: Number.NaN, complaints: 3, valid: 2 },
    ])
      expect(complaintFigures(wrong)).toMatchObject({ reason: 'not-counts' });
  });

  it('holds the true rate in 95 of 100 months', () => {
    // Poisson of mean 8 among 1,000, drawn by its waiting times.
    const poisson = (random: Random) => {
      let events = -1;
      for (let waited = 0; waited < 8; waited += Math.log(1 / (1 - random()))) events += 1;
      return events;
    };
    const held = coverage(
      72,
      2000,
      8,
      (random) => figure(complaintFigures({ base: 1000, complaints: poisson(random), valid: 0 })).perThousand,
    );
    expect(held).toBeGreaterThan(0.945);
    expect(held).toBeLessThan(0.99);
  });
});
