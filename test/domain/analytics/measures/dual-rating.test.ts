import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dualRating } from '../../../../shared/domain/analytics/measures/dual-rating.ts';
import { repliesOf } from './people.ts';
import { coverage, die, figure, times } from './simulate.ts';

const FIVE = { min: 1, max: 5 };
const ITEMS = ['a', 'b', 'c'];
const classic = { importance: FIVE, satisfaction: FIVE, form: 'classic' } as const;
const improved = { ...classic, form: 'improved' } as const;
const person = (importance: readonly number[], satisfaction: readonly number[]) =>
  repliesOf(
    Object.fromEntries(
      ITEMS.flatMap((id, i) => [[`${id}.importance`, importance[i]] as const, [`${id}.satisfaction`, satisfaction[i]] as const]),
    ),
  );

describe('dual rating 双重评价法 (R14)', () => {
  it('by hand: importance 5, 4, 1 and satisfaction 5, 3, 1', () => {
    const people = times(10, () => person([5, 4, 1], [5, 3, 1]));
    // Satisfaction in points: 100, 50, 0. Classic: (5 · 100 + 4 · 50) / 10 = 70.
    expect(figure(dualRating(people, ITEMS, classic)).index.value).toBeCloseTo(70, 10);
    // Improved: weights 5 · 1, 4 · 1.5, 1 · 2: (500 + 300) / 13; and M − V / (2 − M) with M = 0.7, V = 0.6 − 0.49 = 0.11.
    expect(figure(dualRating(people, ITEMS, improved)).index.value).toBeCloseTo(800 / 13, 10);
    expect(800 / 13).toBeCloseTo(100 * (0.7 - 0.11 / 1.3), 10);
  });

  const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 });

  it('lies within 0–100; the improved index is never above the classic one, and equal where a person is content alike with all', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(answers, answers), { minLength: 10, maxLength: 15 }), (all) => {
        const people = all.map(([importance, satisfaction]) => person(importance, satisfaction));
        const [one, other] = [figure(dualRating(people, ITEMS, classic)), figure(dualRating(people, ITEMS, improved))];
        expect(one.index.low).toBeGreaterThanOrEqual(0);
        expect(one.index.high).toBeLessThanOrEqual(100);
        expect(other.index.value).toBeLessThanOrEqual(one.index.value + 1e-9);
      }),
    );
    const even = times(10, () => person([5, 3, 1], [4, 4, 4]));
    for (const form of [classic, improved]) expect(figure(dualRating(even, ITEMS, form)).index.value).toBeCloseTo(75, 10);
  });

  it('leaves out whoever answered fewer than half, or holds everything for unimportant, and refuses where all do', () => {
    const ten = { importance: { min: 0, max: 10 }, satisfaction: FIVE, form: 'classic' } as const;
    const nothing = person([0, 0, 0], [5, 5, 5]);
    const few = repliesOf({ 'a.importance': 5, 'a.satisfaction': 5, 'b.importance': 5 });
    const people = [...times(12, () => person([5, 5, 5], [3, 3, 3])), nothing, few];
    expect(figure(dualRating(people, ITEMS, ten))).toMatchObject({
      n: 12,
      leftOut: { withoutWeights: 1, tooFewItems: 1 },
      index: { value: 50 },
    });
    expect(
      dualRating(
        times(12, () => nothing),
        ITEMS,
        ten,
      ),
    ).toMatchObject({ reason: 'weights-sum-to-zero', n: 0, leftOut: { withoutWeights: 12 } });
    expect(dualRating(people, ITEMS, { ...ten, importance: { min: -2, max: 2 } })).toMatchObject({ reason: 'unfit-scale' });
  });

  it('holds the true index in 95 of 100 surveys', () => {
    // Satisfaction does not depend on importance: the true index is the mean satisfaction, 50 points.
    const held = coverage(51, 1000, 50, (random) => {
      const three = () => times(3, () => die(random, 1, 5));
      return figure(
        dualRating(
          times(30, () => person(three(), three())),
          ITEMS,
          classic,
        ),
      ).index;
    });
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.975);
  });
});
