import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessMs, addDuration, businessMsBetween } from '../../../shared/domain/recovery/calendar.ts';
import type { BusinessCalendar } from '../../../shared/domain/recovery/policy.ts';
import { addDaysSlowly, addSlowly, addWorkdaysSlowly, betweenSlowly } from './calendar-reference.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Weeks in which something happens to the clock or the days: a zone, the day, and days off and made up around it. */
const TIMES = [
  {
    timeZone: 'Asia/Shanghai',
    around: '2026-10-01',
    holidays: ['2026-10-01', '2026-10-02', '2026-10-05'],
    workdays: ['2026-10-10', '2026-09-27'],
  },
  {
    timeZone: 'Asia/Shanghai',
    around: '2026-02-16',
    holidays: ['2026-02-16', '2026-02-17', '2026-02-18'],
    workdays: ['2026-02-14', '2026-02-28'],
  },
  { timeZone: 'Europe/London', around: '2026-03-29', holidays: ['2026-04-03', '2026-04-06'], workdays: ['2026-03-29'] },
  { timeZone: 'Europe/London', around: '2026-10-25', holidays: [], workdays: ['2026-10-25'] },
  { timeZone: 'America/New_York', around: '2026-03-08', holidays: [], workdays: ['2026-03-08'] },
  { timeZone: 'America/New_York', around: '2026-11-01', holidays: ['2026-11-03'], workdays: ['2026-10-31', '2026-11-01'] },
  { timeZone: 'Australia/Lord_Howe', around: '2026-04-05', holidays: ['2026-04-03'], workdays: ['2026-04-05'] },
  { timeZone: 'Australia/Lord_Howe', around: '2026-10-04', holidays: [], workdays: ['2026-10-04'] },
  // Changed at midnight: a day that begins at one o'clock, and one whose last hour comes twice.
  { timeZone: 'Africa/Cairo', around: '2026-04-24', holidays: [], workdays: ['2026-04-24'] },
  { timeZone: 'America/Santiago', around: '2026-04-04', holidays: [], workdays: ['2026-04-04', '2026-04-05'] },
  { timeZone: 'UTC', around: '2028-02-29', holidays: ['2028-02-28'], workdays: ['2028-02-27'] },
] as const;

const PERIODS: readonly BusinessCalendar['periods'][] = [
  [{ from: '09:00', to: '18:00' }],
  [{ from: '00:00', to: '24:00' }],
  [
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '17:15' },
  ],
  [
    { from: '06:00', to: '14:00' },
    { from: '14:00', to: '22:00' },
  ],
  // Over midnight, and with ends within the hours that daylight saving skips and repeats.
  [{ from: '22:00', to: '06:00' }],
  [
    { from: '18:30', to: '01:30' },
    { from: '09:00', to: '11:00' },
  ],
  [
    { from: '00:00', to: '01:45' },
    { from: '02:10', to: '05:00' },
    { from: '23:15', to: '24:00' },
  ],
  [
    { from: '01:30', to: '02:15' },
    { from: '02:15', to: '02:40' },
    { from: '08:00', to: '12:00' },
  ],
];

const calendars = fc
  .record({
    time: fc.constantFrom(...TIMES),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 3 }),
    periods: fc.constantFrom(...PERIODS),
  })
  .map(({ time: { around, timeZone, holidays, workdays }, weekdays, periods }) => ({
    around: Date.parse(around),
    calendar: {
      timeZone,
      weekdays,
      periods,
      holidays: [...holidays],
      workdays: [...workdays],
      coveredYears: [2026, 2028],
    } satisfies BusinessCalendar,
  }));

/** Mostly whole minutes, which is where periods end; milliseconds too. */
const aroundIt = fc.oneof(
  fc.integer({ min: -4 * 1440, max: 3 * 1440 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: -4 * 96, max: 3 * 96 }).map((quarters) => quarters * 15 * MINUTE),
  fc.integer({ min: -4 * DAY, max: 3 * DAY }),
);
const amounts = fc.oneof(
  fc.integer({ min: 1, max: 80 }).map((quarters) => quarters * 15 * MINUTE),
  fc.integer({ min: 1, max: 20 * HOUR }),
);

const iso = (at: number) => new Date(at).toISOString();
const RUNS = { numRuns: 300 };

describe('business time is what somebody counts who looks at the clock each minute (R2, P45)', () => {
  it('added', () => {
    fc.assert(
      fc.property(calendars, aroundIt, amounts, ({ calendar, around }, offset, ms) => {
        const from = around + offset;
        expect(addBusinessMs(calendar, iso(from), ms).at).toBe(iso(addSlowly(calendar, from, ms)));
      }),
      RUNS,
    );
  });

  it('between two instants', () => {
    fc.assert(
      fc.property(calendars, aroundIt, aroundIt, ({ calendar, around }, a, b) => {
        const [from, to] = [around + Math.min(a, b), around + Math.max(a, b)];
        expect(businessMsBetween(calendar, iso(from), iso(to))).toBe(betweenSlowly(calendar, from, to));
        expect(businessMsBetween(calendar, iso(to), iso(from))).toBe(0);
      }),
      RUNS,
    );
  });

  it('in working days', () => {
    fc.assert(
      fc.property(calendars, aroundIt, fc.integer({ min: 1, max: 8 }), ({ calendar, around }, offset, amount) => {
        const from = around + offset;
        expect(addDuration(calendar, iso(from), { amount, unit: 'wd' }).at).toBe(iso(addWorkdaysSlowly(calendar, from, amount)));
      }),
      RUNS,
    );
  });

  it('in days and weeks of the calendar', () => {
    fc.assert(
      fc.property(
        calendars,
        aroundIt,
        fc.integer({ min: 1, max: 2 }),
        fc.constantFrom('d', 'w'),
        ({ calendar, around }, offset, amount, unit) => {
          const from = around + offset;
          const slowly = addDaysSlowly(calendar.timeZone, from, unit === 'w' ? amount * 7 : amount);
          expect(addDuration(calendar, iso(from), { amount, unit }).at).toBe(iso(slowly));
        },
      ),
      RUNS,
    );
  });

  it('paused and resumed: what has run is kept, and the rest is added', () => {
    fc.assert(
      fc.property(
        calendars,
        aroundIt,
        amounts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 4 * 1440 }),
        (at, offset, ms, share, minutes) => {
          const { calendar, around } = at;
          const from = around + offset;
          const due = Date.parse(addBusinessMs(calendar, iso(from), ms).at);
          const pausedAt = Math.floor(from + (due - from) * share);
          const resumedAt = pausedAt + minutes * MINUTE;
          const left = ms - businessMsBetween(calendar, iso(from), iso(pausedAt));
          fc.pre(left > 0);
          expect(addBusinessMs(calendar, iso(resumedAt), left).at).toBe(
            iso(addSlowly(calendar, from, ms, { from: pausedAt, to: resumedAt })),
          );
        },
      ),
      RUNS,
    );
  });
});

describe('business time, whatever the calendar (R2, P45)', () => {
  it('never ends before it began, and later starts never end earlier', () => {
    fc.assert(
      fc.property(calendars, aroundIt, aroundIt, amounts, ({ calendar, around }, a, b, ms) => {
        const [early, late] = [around + Math.min(a, b), around + Math.max(a, b)];
        const [first, second] = [addBusinessMs(calendar, iso(early), ms).at, addBusinessMs(calendar, iso(late), ms).at];
        expect(first > iso(early)).toBe(true);
        expect(second >= first).toBe(true);
      }),
    );
  });

  it('adding in two steps is adding at once, and what is added is found again', () => {
    fc.assert(
      fc.property(calendars, aroundIt, amounts, amounts, ({ calendar, around }, offset, a, b) => {
        const from = iso(around + offset);
        const due = addBusinessMs(calendar, from, a + b).at;
        expect(addBusinessMs(calendar, addBusinessMs(calendar, from, a).at, b).at).toBe(due);
        expect(businessMsBetween(calendar, from, due)).toBe(a + b);
      }),
    );
  });
});
