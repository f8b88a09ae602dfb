import { describe, expect, it } from 'vitest';
import config from '../../../shared/config/current.ts';
import { addBusinessHours } from '../../../shared/domain/recovery/calendar.ts';
import type { BusinessCalendar } from '../../../shared/domain/recovery/policy.ts';

const office: BusinessCalendar = {
  timeZone: 'Asia/Shanghai',
  weekdays: [1, 2, 3, 4, 5],
  periods: [{ from: '09:00', to: '18:00' }],
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-10-10'],
  coveredYears: [2026],
};

describe('business time (R2, P45)', () => {
  it.each([
    ['within the day', '2026-11-23T02:00:00.000Z', 4, '2026-11-23T06:00:00.000Z'],
    ['over the night', '2026-11-23T09:00:00.000Z', 2, '2026-11-24T02:00:00.000Z'],
    ['over the weekend', '2026-11-20T09:30:00.000Z', 1, '2026-11-23T01:30:00.000Z'],
    ['opened at night: counts from the morning', '2026-11-23T15:00:00.000Z', 1, '2026-11-24T02:00:00.000Z'],
    ['opened on Sunday', '2026-11-22T04:00:00.000Z', 8, '2026-11-23T09:00:00.000Z'],
    ['a whole day ends at its evening', '2026-11-23T01:00:00.000Z', 9, '2026-11-23T10:00:00.000Z'],
    ['over the National Day holidays to the Thursday after', '2026-09-30T09:00:00.000Z', 2, '2026-10-08T02:00:00.000Z'],
    ['a make-up Saturday counts', '2026-10-09T09:00:00.000Z', 2, '2026-10-10T02:00:00.000Z'],
  ])('%s', (_name, from, hours, expected) => {
    expect(addBusinessHours(office, from, hours)).toEqual({ at: expected, isUncovered: false });
  });

  it('takes several shifts a day in their order', () => {
    const shifts = {
      ...office,
      periods: [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '18:00' },
      ],
    };
    expect(addBusinessHours(shifts, '2026-11-23T03:00:00.000Z', 2).at).toBe('2026-11-23T06:30:00.000Z');
  });

  it('a night of daylight-saving change is as long as its clock makes it', () => {
    const night = { ...office, timeZone: 'Europe/Berlin', weekdays: [7], periods: [{ from: '00:00', to: '24:00' }] };
    // 25 October 2026 has 25 hours in Berlin: from local midnight, 25 hours reach exactly its end.
    expect(addBusinessHours(night, '2026-10-24T22:00:00.000Z', 25).at).toBe('2026-10-25T23:00:00.000Z');
  });

  it('says when it counted days of a year that nobody entered', () => {
    expect(addBusinessHours(office, '2026-12-31T08:00:00.000Z', 4)).toEqual({ at: '2027-01-01T03:00:00.000Z', isUncovered: true });
  });

  it('refuses a calendar that never opens instead of searching for ever', () => {
    expect(() =>
      addBusinessHours({ ...office, weekdays: [7], periods: [{ from: '09:00', to: '09:00' }] }, '2026-11-23T02:00:00.000Z', 1),
    ).toThrow(/do not fit/);
  });

  it('the default config promises nobody a time outside its own periods', () => {
    const calendar = config.calendars[config.recovery.sla.calendar];
    expect(calendar && addBusinessHours(calendar, '2026-11-22T00:00:00.000Z', 1).at).toBe('2026-11-23T02:00:00.000Z');
  });
});
