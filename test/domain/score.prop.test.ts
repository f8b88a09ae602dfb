import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overallScore, scoreOf } from '../../shared/domain/score.ts';

const SCALES: readonly (readonly [min: number, max: number])[] = [
  [1, 5],
  [0, 10],
  [1, 10],
  [1, 7],
  [0, 1],
  [-2, 2],
  [0, 100],
  [1, 3],
];

describe('score 0–100 from any scale (R11, R14)', () => {
  it.each(SCALES)('the ends of %i–%i are 0 and 100', (min, max) => {
    expect(scoreOf({ value: min, min, max })).toBe(0);
    expect(scoreOf({ value: max, min, max })).toBe(100);
  });

  it('knows the usual answers', () => {
    expect(scoreOf({ value: 2, min: 1, max: 5 })).toBe(25);
    expect(scoreOf({ value: 4, min: 0, max: 10 })).toBe(40);
    expect(scoreOf({ value: 3, min: 1, max: 7 })).toBe(33.33);
    expect(scoreOf({ value: 0, min: 0, max: 10 })).toBe(0);
  });

  const scale = fc
    .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ noNaN: true, noDefaultInfinity: true }))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
  const within = ({ min, max }: { min: number; max: number }) => fc.double({ min, max, noNaN: true });

  it('lies within 0–100, maps the ends, and grows with the value, on any scale', () => {
    fc.assert(
      fc.property(
        scale.chain((s) => fc.tuple(fc.constant(s), within(s), within(s))),
        ([s, a, b]) => {
          const [low, high] = [scoreOf({ ...s, value: Math.min(a, b) }), scoreOf({ ...s, value: Math.max(a, b) })];
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(100);
          expect(low).toBeLessThanOrEqual(high);
          expect(scoreOf({ ...s, value: s.min })).toBe(0);
          expect(scoreOf({ ...s, value: s.max })).toBe(100);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('the overall score is the plain mean, whatever the order, and absent without a rating', () => {
    expect(overallScore([])).toBeUndefined();
    expect(overallScore([{ metric: 'nps', value: 0, min: 0, max: 10 }])).toBe(0);
    expect(
      overallScore([
        { metric: 'csat', value: 2, min: 1, max: 5 },
        { metric: 'nps', value: 10, min: 0, max: 10 },
      ]),
    ).toBe(62.5);
    const answer = fc
      .constantFrom(...SCALES)
      .chain(([min, max]) => fc.integer({ min, max }).map((value) => ({ metric: 'rating' as const, value, min, max })));
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 12 }), (answers) => {
        const score = overallScore(answers);
        expect(score).toBe(overallScore([...answers].reverse()));
        const each = answers.map(scoreOf);
        expect(score).toBeGreaterThanOrEqual(Math.min(...each) - 0.01);
        expect(score).toBeLessThanOrEqual(Math.max(...each) + 0.01);
      }),
    );
  });

  it('what was expected, how much it matters and the number of contacts say nothing of how content somebody is (R13)', () => {
    const perception = { metric: 'perception', value: 2, min: 1, max: 5 } as const;
    for (const metric of ['expectation', 'importance', 'fcr'] as const) {
      expect(overallScore([{ metric, value: 1, min: 0, max: 1 }])).toBeUndefined();
      expect(overallScore([{ metric, value: 1, min: 0, max: 1 }, perception])).toBe(25);
    }
  });
});
