import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dualRating } from '../../../../shared/domain/analytics/measures/dual-rating.ts';
import { importancePerformance } from '../../../../shared/domain/analytics/measures/importance-performance.ts';
import { loyaltyFigures } from '../../../../shared/domain/analytics/measures/loyalty.ts';
import { organisationGaps } from '../../../../shared/domain/analytics/measures/organisation-gaps.ts';
import { promoterFigures, ratingFigures } from '../../../../shared/domain/analytics/measures/ratings.ts';
import type { Replies } from '../../../../shared/domain/analytics/measures/reply.ts';
import { satisfactionCoefficient } from '../../../../shared/domain/analytics/measures/satisfaction-coefficient.ts';
import { recoveryFigures } from '../../../../shared/domain/analytics/measures/service-outcomes.ts';
import { servqualGaps } from '../../../../shared/domain/analytics/measures/servqual-gaps.ts';
import { figure } from './simulate.ts';

const ITEMS = ['a', 'b', 'c'];
const SUFFIXES = ['expectation', 'perception', 'importance', 'satisfaction'];
const QUESTIONS = [
  ...ITEMS.flatMap((id) => SUFFIXES.map((suffix) => `${id}.${suffix}`)),
  ...['belief', 'standard', 'delivery', 'told', 'expectation', 'perception'].map((aspect) => `empathy.${aspect}`),
];
const SCALE = { min: 1, max: 10 };
const answer = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 7 }) },
  { weight: 1, arbitrary: fc.constantFrom('cannot-say' as const, undefined) },
);
const person: fc.Arbitrary<Replies> = fc
  .array(answer, { minLength: QUESTIONS.length, maxLength: QUESTIONS.length })
  .map((all) => new Map(QUESTIONS.map((question, i) => [question, all[i]])));
const people = fc.array(person, { minLength: 20, maxLength: 30 });
const shuffled = people.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
const asked = ITEMS.map((id) => ({ id, dimension: 'empathy' }) as const);

/** Everything that is said of these people. */
function allOf(all: readonly Replies[]) {
  const pairs = all.map((one) => [one.get('a.expectation'), one.get('a.perception')] as const);
  return {
    ratings: ratingFigures(
      pairs.map(([first]) => first),
      SCALE,
    ),
    promoters: promoterFigures(pairs.map(([first]) => first)),
    coefficient: satisfactionCoefficient(
      pairs.map(([expected, perceived]) => ({ expected, perceived })),
      SCALE,
    ),
    recovery: recoveryFigures(
      pairs.map(([before, after]) => ({ before, after })),
      SCALE,
    ),
    loyalty: loyaltyFigures(
      pairs.map(([attitude, behaviour]) => ({ attitude, behaviour })),
      { attitude: SCALE, behaviour: SCALE, behaviourFrom: 5 },
    ),
    servqual: figure(servqualGaps(all, { items: asked, scale: SCALE })),
    organisation: organisationGaps({ customers: all, managers: all, staff: all }, SCALE),
    quadrants: importancePerformance(all, ITEMS, { importance: SCALE, performance: SCALE, crosshair: 'means' }),
    dual: dualRating(all, ITEMS, { importance: SCALE, satisfaction: SCALE, form: 'improved' }),
  };
}

describe('measures', () => {
  it('do not change a digit when rows are shuffled (R11–R15)', () => {
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        expect(allOf(others)).toEqual(allOf(all));
      }),
      { numRuns: 50 },
    );
  });

  const raised = (replies: Replies, by: number): Replies =>
    new Map([...replies].map(([question, reply]) => [question, typeof reply === 'number' ? reply + by : reply]));

  it('of gaps do not change when a constant is added to both answers of each pair (R13)', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 3 }), (all, by) => {
        const [before, after] = [allOf(all), allOf(all.map((one) => raised(one, by)))];
        const gapsOf = ({ servqual }: typeof before) =>
          [...servqual.items, ...servqual.dimensions].map(({ result }) => (result.kind === 'measured' ? result.gap : result));
        expect(gapsOf(after)).toEqual(gapsOf(before));
        expect(after.servqual.unweighted).toEqual(before.servqual.unweighted);
        const differenceOf = ({ recovery }: typeof before) => (recovery.kind === 'measured' ? recovery.difference : recovery);
        expect(differenceOf(after)).toEqual(differenceOf(before));
      }),
      { numRuns: 50 },
    );
  });

  it('of means shift as far as the answers do, and keep the width of their intervals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 60 }), { minLength: 10, maxLength: 40 }),
        fc.integer({ min: -10, max: 10 }),
        (all, by) => {
          const meanOfAll = (values: readonly number[]) => figure(ratingFigures(values, { min: 0, max: 100 })).mean;
          const [before, after] = [meanOfAll(all), meanOfAll(all.map((value) => value + by))];
          expect(after.value - before.value).toBeCloseTo(by, 9);
          expect(after.high - after.low).toBeCloseTo(before.high - before.low, 9);
        },
      ),
    );
  });

  it('of a ratio do not change when both halves are stretched alike (R12)', () => {
    const pairs = fc.array(fc.record({ expected: fc.integer({ min: 3, max: 10 }), perceived: fc.nat(10) }), {
      minLength: 10,
      maxLength: 30,
    });
    fc.assert(
      fc.property(pairs, (all) => {
        const tenfold = all.map(({ expected, perceived }) => ({ expected: expected * 10, perceived: perceived * 10 }));
        const [one, other] = [satisfactionCoefficient(all, { min: 0, max: 10 }), satisfactionCoefficient(tenfold, { min: 0, max: 100 })];
        for (const end of ['value', 'low', 'high'] as const) expect(figure(other).overall[end]).toBeCloseTo(figure(one).overall[end], 9);
      }),
    );
  });

  it('count every answer once: what stands behind a figure and what was left out make up all', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { ratings, coefficient, recovery, loyalty, dual } = allOf(all);
        for (const { n, leftOut } of [ratings, coefficient, recovery, loyalty, dual]) {
          expect(n + Object.values(leftOut).reduce((sum, count) => sum + count, 0)).toBe(all.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});
