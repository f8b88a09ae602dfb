import { describe, expect, it } from 'vitest';
import type { Replies } from '../../../../shared/domain/analytics/measures/reply.ts';
import { servqualGaps } from '../../../../shared/domain/analytics/measures/servqual-gaps.ts';
import type { ServqualDimension } from '../../../../shared/domain/understand/servqual.ts';
import { repliesOf, servqualPerson } from './people.ts';
import { coverage, die, figure, times } from './simulate.ts';

/** Shortfall by dimension; 6 is expected of all. */
const SHORT: Readonly<Record<ServqualDimension, number>> = { tangibles: 0, reliability: 2, responsiveness: 1, assurance: 1, empathy: 1 };
const POINTS = { tangibles: 10, reliability: 50, responsiveness: 20, assurance: 10, empathy: 10 } as const;

/** Of surveys that are not refused as a whole. */
const gapsFor = (...given: Parameters<typeof servqualGaps>) => figure(servqualGaps(...given));

const person = (points: Readonly<Record<ServqualDimension, number>> | undefined = POINTS) =>
  servqualPerson(
    () => 6,
    ({ dimension }) => 6 - SHORT[dimension],
    points,
  );

describe('SERVQUAL gaps (R13)', () => {
  it('are perception less expectation, per item, per dimension and overall, plain and weighted: by hand', () => {
    const found = gapsFor(times(12, () => person()));
    expect(found.items).toHaveLength(22);
    expect(found.items[4]?.result).toMatchObject({
      n: 12,
      gap: { value: -2 },
      expectation: { value: 6 },
      perception: { value: 4 },
    });
    expect(found.dimensions.map(({ result }) => figure(result).gap.value)).toEqual([0, -2, -1, -1, -1]);
    // (0 − 2 − 1 − 1 − 1) / 5 and −(0.5 · 2 + 0.2 + 0.1 + 0.1)
    expect(figure(found.unweighted).gap.value).toBeCloseTo(-1, 12);
    expect(figure(found.weighted).gap.value).toBeCloseTo(-1.4, 12);
    expect(found.dimensions.map(({ importance }) => Number(figure(importance).weight.value.toFixed(9)))).toEqual([0.1, 0.5, 0.2, 0.1, 0.1]);
  });

  it('take points that do not make 100 as proportions, and the house’s own weights where it has some', () => {
    const half = { tangibles: 5, reliability: 25, responsiveness: 10, assurance: 5, empathy: 5 };
    expect(figure(gapsFor(times(10, () => person(half))).weighted).gap.value).toBeCloseTo(-1.4, 12);
    const house = { tangibles: 1, reliability: 0, responsiveness: 0, assurance: 0, empathy: 1 };
    expect(
      figure(
        gapsFor(
          times(10, () => person()),
          { weights: house },
        ).weighted,
      ).gap.value,
    ).toBeCloseTo(-0.5, 12);
  });

  it('refuse weights that sum to 0, of the house and of the customers, and keep the unweighted gap', () => {
    const zero = { tangibles: 0, reliability: 0, responsiveness: 0, assurance: 0, empathy: 0 };
    for (const found of [
      gapsFor(
        times(15, () => person()),
        { weights: zero },
      ),
      gapsFor(times(15, () => person(zero))),
    ]) {
      expect(found.weighted).toMatchObject({ kind: 'refused', reason: 'weights-sum-to-zero' });
      expect(figure(found.unweighted).n).toBe(15);
    }
    const negative = { ...POINTS, tangibles: -10 };
    expect(
      gapsFor(
        times(15, () => person()),
        { weights: negative },
      ).weighted,
    ).toMatchObject({ reason: 'weights-sum-to-zero' });
  });

  it('leave out whoever gave no points from the weighted gap only, and tell it', () => {
    const people = [
      ...times(12, () => person()),
      ...times(3, () =>
        servqualPerson(
          () => 6,
          () => 5,
        ),
      ),
    ];
    const found = gapsFor(people);
    expect(figure(found.weighted)).toMatchObject({ n: 12, leftOut: { withoutWeights: 3 } });
    expect(figure(found.unweighted).n).toBe(15);
  });

  it('leave out half pairs by item, and persons with fewer than half of the items by dimension', () => {
    const partial = servqualPerson(
      () => 6,
      ({ dimension, id }) => (dimension === 'reliability' && id !== 'reliability.promises' ? 'cannot-say' : 5),
      POINTS,
    );
    const found = gapsFor([...times(10, () => person()), partial]);
    const byId = new Map(found.items.map(({ id, result }) => [id, figure(result)]));
    expect(byId.get('reliability.promises')?.n).toBe(11);
    expect(byId.get('reliability.records')).toMatchObject({ n: 10, leftOut: { cannotSay: 1 } });
    expect(found.dimensions.map(({ result }) => figure(result).n)).toEqual([11, 10, 11, 11, 11]);
    expect(figure(found.unweighted)).toMatchObject({ n: 10, leftOut: { tooFewItems: 1 } });
  });

  it('take a house’s own choice of items, and say of which there are too few answers', () => {
    const items = [
      { id: 'parking', dimension: 'tangibles' },
      { id: 'queue', dimension: 'responsiveness' },
    ] as const;
    const people: Replies[] = times(12, (i) =>
      repliesOf({
        'parking.expectation': 5,
        'parking.perception': 3,
        'queue.expectation': i < 4 ? 4 : undefined,
        'queue.perception': 4,
      }),
    );
    const found = gapsFor(people, { items, scale: { min: 1, max: 5 } });
    expect(found.dimensions.map(({ dimension }) => dimension)).toEqual(['tangibles', 'responsiveness']);
    expect(found.items[0]?.result).toMatchObject({ kind: 'measured', gap: { value: -2 } });
    expect(found.items[1]?.result).toEqual({ kind: 'refused', reason: 'too-few-answers', n: 4, needed: 10, leftOut: { notAnswered: 8 } });
    expect(found.unweighted).toMatchObject({ kind: 'refused', n: 4 });
  });

  it('are refused on a scale that is none, and without items', () => {
    expect(servqualGaps([], { scale: { min: 7, max: 1 } })).toMatchObject({ kind: 'refused', reason: 'unfit-scale' });
    expect(servqualGaps([], { items: [] })).toMatchObject({ kind: 'refused', reason: 'too-few-items', n: 0, needed: 1 });
  });

  it('are called clearly below 0 by mistake in at most 1 of 40 surveys, all 22 items together', () => {
    let wrong = 0;
    coverage(31, 400, 0, (random) => {
      const people = times(25, () =>
        servqualPerson(
          () => die(random, 3, 7),
          () => die(random, 3, 7),
        ),
      );
      const found = gapsFor(people);
      if (found.items.some(({ result }) => figure(result).isClearlyBelow)) wrong += 1;
      return figure(found.unweighted).gap;
    });
    expect(wrong / 400).toBeLessThan(0.045);
    const short = times(25, (i) =>
      servqualPerson(
        () => 6,
        () => 4 + (i % 2),
      ),
    );
    expect(gapsFor(short).items.every(({ result }) => figure(result).isClearlyBelow)).toBe(true);
  });

  it('hold the true weighted gap in 95 of 100 surveys (paired intervals)', () => {
    // Expectations of one person go together; perceptions are 0 … 2 lower: the true gap is −1 whatever the weights.
    const held = coverage(32, 600, -1, (random) => {
      const people = times(20, () => {
        const level = die(random, 5, 7);
        const drop = die(random, 0, 2);
        return servqualPerson(
          () => level,
          () => level - drop,
          { ...POINTS, empathy: die(random, 0, 40) },
        );
      });
      return figure(gapsFor(people).weighted).gap;
    });
    expect(held).toBeGreaterThan(0.925);
    expect(held).toBeLessThan(0.98);
  });
});
