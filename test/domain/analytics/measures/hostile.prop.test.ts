import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dualRating } from '../../../../shared/domain/analytics/measures/dual-rating.ts';
import { importancePerformance } from '../../../../shared/domain/analytics/measures/importance-performance.ts';
import { loyaltyFigures } from '../../../../shared/domain/analytics/measures/loyalty.ts';
import { organisationGaps } from '../../../../shared/domain/analytics/measures/organisation-gaps.ts';
import { effortFigures, promoterFigures, ratingFigures } from '../../../../shared/domain/analytics/measures/ratings.ts';
import type { Replies, Reply } from '../../../../shared/domain/analytics/measures/reply.ts';
import { satisfactionCoefficient } from '../../../../shared/domain/analytics/measures/satisfaction-coefficient.ts';
import {
  complaintFigures,
  firstContactResolution,
  recoveryFigures,
} from '../../../../shared/domain/analytics/measures/service-outcomes.ts';
import { servqualGaps } from '../../../../shared/domain/analytics/measures/servqual-gaps.ts';
import { SERVQUAL_DIMENSIONS } from '../../../../shared/domain/understand/servqual.ts';
import { faultsOf } from './simulate.ts';

const reply: fc.Arbitrary<Reply> = fc.oneof(
  fc.integer({ min: 0, max: 7 }),
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_VALUE, Number.MIN_VALUE, -0, 5e-324, 1e-200),
  fc.constantFrom('cannot-say' as const, undefined),
);
/** Mostly usable, so that figures are reached; runs of one value, so that nothing scatters. */
const replies = fc.oneof(
  fc.array(reply, { maxLength: 40 }),
  fc.array(fc.double({ min: 0, max: 7, noNaN: true }), { minLength: 10, maxLength: 40 }),
  fc.tuple(reply, fc.nat(40)).map(([same, n]) => Array.from({ length: n }, () => same)),
);
const scale = fc.oneof(
  fc.constantFrom({ min: 1, max: 7 }, { min: 0, max: 10 }, { min: 1, max: 5 }, { min: 0, max: 1e-9 }, { min: -1e9, max: 1e9 }),
  fc.record({ min: fc.double(), max: fc.double() }),
);

const IDS = ['tangibles', 'reliability.promises', '__proto__', 'x'];
const SUFFIXES = ['expectation', 'perception', 'belief', 'standard', 'delivery', 'told', 'importance', 'satisfaction'];
const QUESTIONS = [
  ...IDS.flatMap((id) => SUFFIXES.map((suffix) => `${id}.${suffix}`)),
  ...SERVQUAL_DIMENSIONS.map((of) => `importance.${of}`),
];
const person: fc.Arbitrary<Replies> = fc
  .array(reply, { minLength: QUESTIONS.length, maxLength: QUESTIONS.length })
  .map((all) => new Map(QUESTIONS.map((question, i) => [question, all[i]])));
const people = fc.oneof(
  fc.array(person, { maxLength: 30 }),
  fc.tuple(person, fc.integer({ min: 10, max: 20 })).map(([same, n]) => Array.from({ length: n }, () => same)),
);
const items = [
  { id: 'reliability.promises', dimension: 'reliability' },
  { id: 'x', dimension: 'empathy' },
] as const;

const expectSound = (result: unknown) => {
  expect(faultsOf(result)).toEqual([]);
  // So JSON writes what is no number, and what is missing in a list.
  expect(JSON.stringify(result)).not.toContain('null');
};

describe('no measure answers NaN or an infinite number, whatever it is fed (R11–R15)', () => {
  it('ratings, NPS, CES', () => {
    fc.assert(
      fc.property(replies, scale, (all, of) => {
        expectSound([ratingFigures(all, of), promoterFigures(all), effortFigures(all, of)]);
      }),
    );
  });

  it('the satisfaction coefficient, loyalty, recovery', () => {
    fc.assert(
      fc.property(replies, replies, scale, fc.double(), (first, second, of, line) => {
        const both = first.map((one, i) => [one, second[i]] as const);
        expectSound([
          satisfactionCoefficient(
            both.map(([expected, perceived]) => ({ expected, perceived })),
            of,
          ),
          satisfactionCoefficient(
            both.map(([expected, perceived]) => ({ expected, perceived })),
            of,
            line,
          ),
          recoveryFigures(
            both.map(([before, after]) => ({ before, after })),
            of,
          ),
          loyaltyFigures(
            both.map(([attitude, behaviour]) => ({ attitude, behaviour })),
            { attitude: of, behaviour: of, behaviourFrom: line },
          ),
        ]);
      }),
    );
  });

  it('SERVQUAL gaps and the five gaps of the organisation (R13)', () => {
    const weights = fc.record({
      tangibles: fc.double(),
      reliability: fc.double(),
      responsiveness: fc.double(),
      assurance: fc.double(),
      empathy: fc.double(),
    });
    fc.assert(
      fc.property(people, people, scale, weights, (customers, others, of, house) => {
        expectSound([
          servqualGaps(customers, { items, scale: of }),
          servqualGaps(customers, { items, scale: of, weights: house }),
          servqualGaps(customers, { items: [] }),
          organisationGaps({ customers, managers: others, staff: others }, of),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('importance–performance and dual rating (R14)', () => {
    fc.assert(
      fc.property(people, scale, scale, (all, importance, other) => {
        for (const crosshair of ['means', 'midpoints'] as const)
          expectSound(importancePerformance(all, IDS, { importance, performance: other, crosshair }));
        for (const form of ['classic', 'improved'] as const) expectSound(dualRating(all, IDS, { importance, satisfaction: other, form }));
        expectSound([dualRating(all, [], { importance, satisfaction: other, form: 'classic' })]);
      }),
      { numRuns: 60 },
    );
  });

  it('shares and rates of the service (R19)', () => {
    const count = fc.oneof(fc.nat(), fc.double(), fc.integer(), fc.constantFrom(0, 10, Number.MAX_SAFE_INTEGER));
    fc.assert(
      fc.property(count, count, count, count, fc.double(), (base, complaints, valid, undecided, target) => {
        expectSound([complaintFigures({ base, complaints, valid, undecided }), complaintFigures({ base, complaints, valid }, target)]);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(true, false, 'cannot-say' as const, undefined), { maxLength: 40 }), (all) =>
        expectSound(firstContactResolution(all)),
      ),
    );
  });
});
