import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../../shared/domain/survey/day.ts';

const isCalendarDay = (text: string) => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};

describe('isDay', () => {
  it('knows the days that a whole calendar library knows', () => {
    const part = (max: number, digits: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(digits, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2400 }), part(13, 2), part(32, 2), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        expect(isDay(text)).toBe(isCalendarDay(text));
      }),
    );
  });

  it.each([['2026-02-29'], ['1900-02-29'], ['1899-12-31'], ['2026-1-1'], ['2026-11-20T00:00'], [''], ['２０２６-11-20']])(
    'refuses %s',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it.each([['2024-02-29'], ['2000-02-29'], ['2026-12-31']])('takes %s', (text) => {
    expect(isDay(text)).toBe(true);
  });
});
