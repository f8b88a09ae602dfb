import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessHours } from '../../../shared/domain/recovery/calendar.ts';
import type { BusinessCalendar } from '../../../shared/domain/recovery/policy.ts';

const calendars: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  periods: fc.constantFrom<BusinessCalendar['periods'][]>(
    [{ from: '09:00', to: '18:00' }],
    [{ from: '00:00', to: '24:00' }],
    [
      { from: '08:30', to: '12:00' },
      { from: '13:00', to: '17:15' },
    ],
  ),
  holidays: fc.constantFrom<string[][]>([], ['2026-05-01', '2026-05-04']),
  workdays: fc.constantFrom<string[][]>([], ['2026-05-09']),
  coveredYears: fc.constant([2026]),
});
const instants = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-11-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const quarterHours = fc.integer({ min: 1, max: 400 }).map((n) => n / 4);

describe('business time, whatever the calendar (R2, P45)', () => {
  it('never ends before it began, and later starts never end earlier', () => {
    fc.assert(
      fc.property(calendars, instants, instants, quarterHours, (calendar, a, b, hours) => {
        const [early, late] = [a, b].sort();
        if (early === undefined || late === undefined) throw new Error('two instants were generated');
        const [first, second] = [addBusinessHours(calendar, early, hours).at, addBusinessHours(calendar, late, hours).at];
        expect(first > early).toBe(true);
        expect(second >= first).toBe(true);
      }),
    );
  });

  it('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(calendars, instants, quarterHours, quarterHours, (calendar, from, a, b) => {
        const inSteps = addBusinessHours(calendar, addBusinessHours(calendar, from, a).at, b).at;
        expect(inSteps).toBe(addBusinessHours(calendar, from, a + b).at);
      }),
    );
  });
});
