import chinese from 'chinese-days';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import input from '../../amends.config.ts';
import { CalendarSettings, resolveCalendar } from '../../shared/config/calendars.ts';
import { coverageGaps } from '../../shared/config/coverage.ts';
import config from '../../shared/config/current.ts';
import { parseConfig } from '../../shared/config/parse.ts';
import { addDuration, isWorkday } from '../../shared/domain/recovery/calendar.ts';
import type { BusinessCalendar } from '../../shared/domain/recovery/policy.ts';

const nineToFive = { timeZone: 'Europe/London', weekdays: [1, 2, 3, 4, 5], periods: [{ from: '09:00', to: '17:00' }] };

function resolved(settings: object, thisYear = 2026): BusinessCalendar {
  const calendar = resolveCalendar(CalendarSettings.parse({ ...nineToFive, ...settings }), thisYear);
  if (typeof calendar === 'string') throw new Error(calendar);
  return calendar;
}

const works = (calendar: BusinessCalendar, date: string) => isWorkday(calendar, Temporal.PlainDate.from(date));

function complaintOf(calendar: object): string {
  try {
    parseConfig({ ...input, calendars: { office: { ...input.calendars['office'], ...calendar } } });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'accepted';
}

describe('calendars of the config', () => {
  it('the default knows every holiday and make-up workday of the years it claims to cover (R2)', () => {
    const office = config.calendars['office'];
    if (office === undefined) throw new Error('the default config has a calendar "office"');
    for (const year of office.coveredYears) {
      for (let day = Temporal.PlainDate.from({ year, month: 1, day: 1 }); day.year === year; day = day.add({ days: 1 })) {
        const date = day.toString();
        expect({ date, works: isWorkday(office, day) }).toEqual({ date, works: chinese.isWorkday(date) });
      }
    }
  });

  it('take the days of the State Council as the notice for 2026 has them (R2)', () => {
    const calendar = resolved({ holidays: 'chinese-days' }, 2026);
    expect(calendar.coveredYears).toContain(2026);
    expect(
      ['2026-10-01', '2026-10-07', '2026-10-08', '2026-10-10', '2026-02-14', '2026-02-23'].map((date) => works(calendar, date)),
    ).toEqual([false, false, true, true, true, false]);
  });

  it('never claim a year that the package takes for plain weekdays without knowing it (R2)', () => {
    const { coveredYears } = resolved({ holidays: 'chinese-days' }, 2100);
    expect(coveredYears).toHaveLength(2);
    expect(coveredYears).not.toContain(2100);
    expect(resolved({ holidays: 'chinese-days', coveredYears: [2100] }, 2100).coveredYears).toEqual([...coveredYears, 2100]);
    // Of 2003 and before the package knows nothing; 2004 is its first.
    expect(resolved({ holidays: 'chinese-days' }, 2004).coveredYears).toEqual([2004, 2005]);
  });

  it('5 working days from 2026-09-30 17:00 in the default are 2026-10-13 17:00, since Saturday 10 October is made up (R2, P45)', () => {
    const office = resolved(input.calendars['office'] ?? {}, 2026);
    expect(addDuration(office, '2026-09-30T09:00:00.000Z', { amount: 5, unit: 'wd' })).toEqual({
      at: '2026-10-13T09:00:00.000Z',
      isUncovered: false,
    });
  });

  it('take public holidays of another country for five years, with those given instead of a Saturday', () => {
    const calendar = resolved({ holidays: { country: 'GB', state: 'ENG' } });
    expect(calendar.coveredYears).toEqual([2025, 2026, 2027, 2028, 2029]);
    // gov.uk/bank-holidays: Boxing Day of 2026 is a Saturday, its substitute Monday the 28th. Mother's Day is none.
    expect(calendar.holidays.filter((date) => date.startsWith('2026'))).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-26',
      '2026-12-28',
    ]);
    expect(works(resolved({ holidays: { country: 'GB', state: 'SCT' } }), '2026-11-30')).toBe(false);
    expect(works(calendar, '2026-11-30')).toBe(true);
  });

  it('take a feast from its first whole day, of several days each, and no half day', () => {
    const { holidays } = resolved({ holidays: { country: 'TR' } });
    expect(holidays.filter((date) => date.startsWith('2026-03'))).toEqual(['2026-03-20', '2026-03-21', '2026-03-22']);
    // 28 October is off in Turkey from 13:00 on.
    expect(holidays.filter((date) => date.startsWith('2026-10'))).toEqual(['2026-10-29']);
  });

  it('let own days win over those that were looked up', () => {
    const calendar = resolved({ holidays: 'chinese-days', extraHolidays: ['2026-10-10', '2026-11-11'], extraWorkdays: ['2026-10-01'] });
    expect(['2026-10-10', '2026-11-11', '2026-10-01'].map((date) => works(calendar, date))).toEqual([false, false, true]);
    expect(resolved({ holidays: ['2026-12-24'], coveredYears: [2026] })).toEqual({
      ...nineToFive,
      holidays: ['2026-12-24'],
      workdays: [],
      coveredYears: [2026],
    });
  });

  it.each([
    [
      'a country that is none',
      { holidays: { country: 'XX' } },
      /calendars\.office: holidays: country "XX": expected an ISO 3166-1 code, one of AD/,
    ],
    ['China without its make-up days', { holidays: { country: 'CN' } }, /take "chinese-days"/],
    ['a state that is none', { holidays: { country: 'GB', state: 'ZZ' } }, /state "ZZ": expected a state of GB, one of ALD, ENG/],
    ['a state where there are none', { holidays: { country: 'MC', state: 'ZZ' } }, /state "ZZ": .*it has none/],
    ['a region that is none', { holidays: { country: 'DE', state: 'BY', region: 'Q' } }, /region "Q": expected a region of DE BY, one of/],
    ['a source that is none', { holidays: 'china' }, /calendars\.office\.holidays: expected "chinese-days", \{ country: "GB" \}/],
    ['a day that is none', { holidays: ['2026-02-30'], coveredYears: [2026] }, /holidays\[0\]: there is no such day/],
    ['a list of which nobody says how far it reaches', { holidays: [] }, /coveredYears: expected the years/],
    [
      'a day that is both',
      { extraHolidays: ['2026-05-02'], extraWorkdays: ['2026-05-02'] },
      /2026-05-02 is in extraHolidays and in extraWorkdays/,
    ],
    [
      'a period of nothing',
      { periods: [{ from: '09:00', to: '09:00' }] },
      /periods: 09:00 to 09:00 is nothing: a whole day is 00:00 to 24:00/,
    ],
    [
      'a time that is none',
      { periods: [{ from: '9', to: '24:30' }] },
      /periods\[0\]\.from: expected HH:MM.*\n.*periods\[0\]\.to: expected HH:MM/,
    ],
    [
      'periods that overlap',
      {
        periods: [
          { from: '12:00', to: '18:00' },
          { from: '09:00', to: '12:30' },
        ],
      },
      /periods must not overlap/,
    ],
    [
      'a night over the next morning',
      {
        periods: [
          { from: '05:30', to: '18:00' },
          { from: '22:00', to: '06:00' },
        ],
      },
      /not with those of the next day/,
    ],
  ])('refuse %s, and name its place', (_name, calendar, expected) => {
    expect(complaintOf(calendar)).toMatch(expected);
  });

  it('accept shifts round the clock', () => {
    expect(
      complaintOf({
        periods: [
          { from: '22:00', to: '06:00' },
          { from: '06:00', to: '14:00' },
          { from: '14:00', to: '22:00' },
        ],
      }),
    ).toBe('accepted');
  });
});

describe('the warning of a year that nobody entered (R2)', () => {
  const calendars = { office: resolved({ holidays: ['2026-12-25'], coveredYears: [2026] }) };
  const gaps = (now: string) => coverageGaps({ calendars, recovery: config.recovery }, now).map(({ year, isNow }) => ({ year, isNow }));

  it('comes 60 days before, and says what to do', () => {
    expect(gaps('2026-10-31T12:00:00.000Z')).toEqual([]);
    expect(gaps('2026-11-26T12:00:00.000Z')).toEqual([{ year: 2027, isNow: false }]);
    expect(gaps('2027-02-01T12:00:00.000Z')).toEqual([{ year: 2027, isNow: true }]);
    expect(coverageGaps({ calendars, recovery: config.recovery }, '2026-11-26T12:00:00.000Z')[0]?.advice).toMatch(
      /holidays of 2027 are not known.*Update the package.*or enter extraHolidays, extraWorkdays and coveredYears: \[2027\]/,
    );
  });
});
