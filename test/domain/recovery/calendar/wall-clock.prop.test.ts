import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber, isoDate, weekdayOf } from '../../../../shared/domain/day-number.ts';
import { instantOf, wallTimeOf } from '../../../../shared/domain/recovery/calendar/wall-clock.ts';

const days = fc.integer({ min: -200_000, max: 200_000 });
const epoch = Temporal.PlainDate.from('1970-01-01');

describe('days as numbers (P45)', () => {
  it('are the dates and weekdays that Temporal reckons, leap years and centuries too', () => {
    fc.assert(
      fc.property(fc.oneof(days, fc.constantFrom(11_016, 47_541, -25_567, 21_243)), (day) => {
        const date = epoch.add({ days: day });
        expect({ ...dateOf(day), weekday: weekdayOf(day), iso: isoDate(day) }).toEqual({
          year: date.year,
          month: date.month,
          day: date.day,
          weekday: date.dayOfWeek,
          iso: date.toString(),
        });
        expect(dayNumber(date.year, date.month, date.day)).toBe(day);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the clock on the wall (P45)', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'America/Santiago',
    'UTC',
  );
  const instants = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });

  it('shows at an instant what it shows first at that time, or showed an hour before', () => {
    fc.assert(
      fc.property(zones, instants, (timeZone, at) => {
        const shown = wallTimeOf(timeZone, at);
        const first = instantOf(timeZone, shown.day, shown.ms);
        expect(first).toBeLessThanOrEqual(at);
        expect(at - first).toBeLessThanOrEqual(3_600_000);
        expect(wallTimeOf(timeZone, first)).toEqual(shown);
      }),
      { numRuns: 500 },
    );
  });

  it('reaches later times later, over any change of the clock', () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 20_500, max: 21_000 }), fc.nat(2_880), fc.nat(2_880), (timeZone, day, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        expect(instantOf(timeZone, day, early * 60_000)).toBeLessThanOrEqual(instantOf(timeZone, day, late * 60_000));
      }),
      { numRuns: 500 },
    );
  });
});
