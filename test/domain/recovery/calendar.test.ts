import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import config from '../../../shared/config/current.ts';
import {
  addBusinessMs,
  addDuration,
  businessMsBetween,
  describeDay,
  isWorkday,
  workdaysCounted,
} from '../../../shared/domain/recovery/calendar.ts';
import { parseDuration } from '../../../shared/domain/recovery/duration.ts';
import type { BusinessCalendar } from '../../../shared/domain/recovery/policy.ts';

const HOUR = 3_600_000;
const office: BusinessCalendar = {
  timeZone: 'Asia/Shanghai',
  weekdays: [1, 2, 3, 4, 5],
  periods: [{ from: '09:00', to: '18:00' }],
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-10-10'],
  coveredYears: [2026],
};
const london: BusinessCalendar = { ...office, timeZone: 'Europe/London', holidays: [], workdays: [] };

/** A wall time of the calendar, as an instant. */
const at = ({ timeZone }: BusinessCalendar, wall: string) =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 });
const wallOf = ({ timeZone }: BusinessCalendar, instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
/** Due, as the clock on the wall shows it. */
const due = (calendar: BusinessCalendar, from: string, duration: string) =>
  wallOf(calendar, addDuration(calendar, at(calendar, from), parseDuration(duration)).at);

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
    expect(addBusinessMs(office, from, hours * HOUR)).toEqual({ at: expected, isUncovered: false });
  });

  it('takes several shifts a day in their order', () => {
    const shifts = {
      ...office,
      periods: [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '18:00' },
      ],
    };
    expect(addBusinessMs(shifts, '2026-11-23T03:00:00.000Z', 2 * HOUR).at).toBe('2026-11-23T06:30:00.000Z');
  });

  it('a night of daylight-saving change is as long as its clock makes it', () => {
    const night = { ...office, timeZone: 'Europe/Berlin', weekdays: [7], periods: [{ from: '00:00', to: '24:00' }] };
    // 25 October 2026 has 25 hours in Berlin: from local midnight, 25 hours reach exactly its end.
    expect(addBusinessMs(night, '2026-10-24T22:00:00.000Z', 25 * HOUR).at).toBe('2026-10-25T23:00:00.000Z');
  });

  it('says when it counted days of a year that nobody entered', () => {
    expect(addBusinessMs(office, '2026-12-31T08:00:00.000Z', 4 * HOUR)).toEqual({ at: '2027-01-01T03:00:00.000Z', isUncovered: true });
  });

  it('refuses a calendar that never opens instead of searching for ever', () => {
    expect(() =>
      addBusinessMs({ ...office, weekdays: [7], periods: [{ from: '09:00', to: '09:00' }] }, '2026-11-23T02:00:00.000Z', HOUR),
    ).toThrow(/do not fit/);
  });

  it('the default config promises nobody a time outside its own periods', () => {
    const calendar = config.calendars[config.recovery.sla.calendar];
    expect(calendar && addBusinessMs(calendar, '2026-11-22T00:00:00.000Z', HOUR).at).toBe('2026-11-23T02:00:00.000Z');
  });

  it('adds nothing to nothing, and refuses less', () => {
    expect(addBusinessMs(office, '2026-11-22T04:00:00.000Z', 0)).toEqual({ at: '2026-11-22T04:00:00.000Z', isUncovered: false });
    expect(() => addBusinessMs(office, '2026-11-22T04:00:00.000Z', -1)).toThrow(/from 0 up, got -1/);
    expect(() => addBusinessMs(office, '2026-11-22T04:00:00.000Z', Number.NaN)).toThrow(/got NaN/);
  });

  it('counts to the millisecond, and nothing backwards', () => {
    const [from, to] = [at(office, '2026-11-27T17:59:59.999'), at(office, '2026-11-30T09:00:00.001')];
    expect(businessMsBetween(office, from, to)).toBe(2);
    expect(businessMsBetween(office, to, from)).toBe(0);
  });
});

describe('deadlines in words of the config (R2, P45)', () => {
  const nineToFive = { ...london, periods: [{ from: '09:00', to: '17:00' }] };

  it('Mon–Fri 9–17, opened Friday 16:30: one hour is Monday 09:30', () => {
    expect(due(nineToFive, '2026-11-27T16:30', '1h')).toBe('2026-11-30T09:30');
  });

  it('opened 2026-09-30 17:00 in China: 5 working days are 2026-10-13 17:00, since Saturday 10 October is made up', () => {
    expect(due(office, '2026-09-30T17:00', '5wd')).toBe('2026-10-13T17:00');
    expect(workdaysCounted(office, at(office, '2026-09-30T17:00'), 5)).toEqual([
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
      '2026-10-13',
    ]);
  });

  it.each([
    ['from the night: as from the next opening', '2026-11-25T20:00', '1wd', '2026-11-27T09:00'],
    ['from a weekend', '2026-11-28T12:00', '1wd', '2026-12-01T09:00'],
    ['from before the opening', '2026-11-25T07:00', '1wd', '2026-11-26T09:00'],
    ['from lunch: as from its end', '2026-11-25T12:20', '1wd', '2026-11-26T13:00'],
    ['exactly at the end of a day: that day', '2026-11-25T18:00', '1wd', '2026-11-26T18:00'],
    ['exactly at lunch: that time', '2026-11-25T12:00', '1wd', '2026-11-26T12:00'],
    ['hours over lunch', '2026-11-25T11:30', '1.5h', '2026-11-25T14:00'],
    ['days of the calendar, whatever they are', '2026-09-25T20:00', '6d', '2026-10-01T20:00'],
    ['weeks over a leap day', '2028-02-15T10:00', '8w', '2028-04-11T10:00'],
  ])('%s', (_name, from, duration, expected) => {
    const lunch = {
      ...office,
      periods: [
        { from: '13:00', to: '18:00' },
        { from: '09:00', to: '12:00' },
      ],
    };
    expect(due(lunch, from, duration)).toBe(expected);
  });

  it('a night shift belongs to the day on which it begins, also when the next is a holiday', () => {
    const night = { ...office, periods: [{ from: '22:00', to: '06:00' }] };
    // Friday's shift runs into Saturday; Sunday night has none.
    expect(due(night, '2026-11-27T22:00', '8h')).toBe('2026-11-28T06:00');
    expect(due(night, '2026-11-28T05:00', '2h')).toBe('2026-11-30T23:00');
    expect(due(night, '2026-11-28T05:00', '1wd')).toBe('2026-12-01T05:00');
    expect(due(night, '2026-09-30T23:00', '8h')).toBe('2026-10-08T23:00');
  });

  it('midnight is the end of the day before, where business goes on to it (seed -261200168)', () => {
    const allDay = { ...london, weekdays: [1, 2, 4], periods: [{ from: '00:00', to: '24:00' }] };
    // Monday's end; the end of the next working day is that of Tuesday, and Wednesday has no business.
    expect(due(allDay, '2026-03-31T00:00', '1wd')).toBe('2026-04-01T00:00');
    expect(due(allDay, '2026-03-31T00:01', '1wd')).toBe('2026-04-02T00:01');
    expect(due(allDay, '2026-03-30T00:00', '1wd')).toBe('2026-03-31T00:00');
  });

  it.each([
    ['an hour that daylight saving skips begins with the skip', '2026-03-29T00:30', '1h', '2026-03-29T02:45'],
    ['an hour that comes twice counts twice', '2026-10-25T00:30', '3h', '2026-10-25T03:00'],
    ['a time that is skipped is the moment of the skip', '2026-03-28T01:20', '1wd', '2026-03-29T02:00'],
    ['in days of the calendar too', '2026-03-22T01:20', '1w', '2026-03-29T02:00'],
  ])('%s', (_name, from, duration, expected) => {
    const around = {
      ...london,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      periods: [
        { from: '00:15', to: '00:45' },
        { from: '01:15', to: '04:00' },
      ],
    };
    expect(due(around, from, duration)).toBe(expected);
  });

  it('when an hour comes twice, its second time before an opening counts as the opening', () => {
    const early = { ...london, weekdays: [1, 7], periods: [{ from: '01:30', to: '05:00' }] };
    // 01:15 Greenwich time, after the clock has gone from 01:59 summer time back to 01:00: the shift began at 01:30 summer time.
    expect(wallOf(early, addDuration(early, '2026-10-25T01:15:00.000Z', parseDuration('1wd')).at)).toBe('2026-10-26T01:30');
  });

  it('of a year that nobody entered an alarm is raised, as far as its days count (R2)', () => {
    const isUncovered = (from: string, duration: string) => addDuration(office, at(office, from), parseDuration(duration)).isUncovered;
    expect(isUncovered('2026-12-30T10:00', '1wd')).toBe(false);
    expect(isUncovered('2026-12-31T10:00', '1wd')).toBe(true);
    expect(isUncovered('2026-12-31T17:00', '1h')).toBe(false);
    expect(isUncovered('2026-12-31T17:00', '1.25h')).toBe(true);
    expect(isUncovered('2026-12-31T20:00', '1h')).toBe(true);
    // Calendar time needs no holidays.
    expect(isUncovered('2026-12-31T10:00', '8w')).toBe(false);
    // The evening of an uncovered year: none of its business time is left.
    expect(isUncovered('2025-12-31T20:00', '1h')).toBe(false);
    expect(isUncovered('2025-12-31T17:30', '1h')).toBe(true);
  });

  it('refuses working days that the calendar has not got within three years', () => {
    expect(() => addDuration({ ...office, weekdays: [7] }, at(office, '2026-11-25T10:00'), parseDuration('300wd'))).toThrow(
      /300 working days do not fit into 1100 days/,
    );
  });
});

describe('what a day is', () => {
  it.each([
    ['2026-10-09', 'workday'],
    ['2026-10-10', 'make-up'],
    ['2026-10-11', 'weekend'],
    ['2026-10-05', 'holiday'],
  ])('%s is a %s (R2)', (date, kind) => {
    const day = Temporal.PlainDate.from(date);
    expect(describeDay(office, day)).toEqual({ kind, isCovered: true });
    expect(isWorkday(office, day)).toBe(kind === 'workday' || kind === 'make-up');
  });

  it('says of a year nobody entered that it is not covered', () => {
    expect(describeDay(office, Temporal.PlainDate.from('2027-10-01'))).toEqual({ kind: 'workday', isCovered: false });
  });
});
