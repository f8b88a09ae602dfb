import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRating } from '../../../shared/domain/survey/scale.ts';

const scale = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 10 })).map(([min, span]) => ({ min, max: min + span }));

describe('readRating (P11)', () => {
  it('takes exactly the members of the scale, as numbers and in digits', () => {
    fc.assert(
      fc.property(scale, fc.integer({ min: -30, max: 30 }), ({ min, max }, value) => {
        const expected = value >= min && value <= max ? { kind: 'rated', value } : { kind: 'out-of-scale' };
        expect(readRating(value, min, max)).toEqual(expected);
        expect(readRating(String(value), min, max)).toEqual(expected);
      }),
    );
  });

  it('takes no fraction, however near', () => {
    fc.assert(
      fc.property(scale, fc.double({ noNaN: true }), ({ min, max }, value) => {
        fc.pre(!Number.isInteger(value));
        expect(readRating(value, min, max).kind).not.toBe('rated');
      }),
    );
  });

  it('takes nothing that is neither a number nor digits, and never throws', () => {
    fc.assert(
      fc.property(scale, fc.anything(), ({ min, max }, value) => {
        const { kind } = readRating(value, min, max);
        if (kind === 'rated') expect(['number', 'string']).toContain(typeof value);
      }),
    );
  });

  it.each([['05'], ['5.0'], ['5e0'], ['+5'], [' 5'], ['５'], ['0x5'], [NaN], [Infinity], [true], [[5]], [{}], ['五']])(
    'does not guess at %j',
    (value) => {
      expect(readRating(value, 0, 10).kind).toMatch(/not-a-whole-number|out-of-scale/);
    },
  );

  it('0 is an answer on a scale that has it, and no answer is not 0', () => {
    expect(readRating(0, 0, 10)).toEqual({ kind: 'rated', value: 0 });
    expect(readRating(-0, 0, 10)).toEqual({ kind: 'rated', value: 0 });
    for (const nothing of [undefined, null, '']) expect(readRating(nothing, 0, 10)).toEqual({ kind: 'absent' });
  });
});
