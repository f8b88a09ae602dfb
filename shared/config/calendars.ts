import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { periodsOf } from '../domain/recovery/calendar/schedule.ts';
import { DAY_MS } from '../domain/recovery/calendar/wall-clock.ts';
import type { BusinessCalendar } from '../domain/recovery/policy.ts';
import { chineseDays, type KnownDays, publicHolidays } from './holidays.ts';

const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date, YYYY-MM-DD'), z.refine(isDate, 'there is no such day'));

function isDate(date: string): boolean {
  try {
    Temporal.PlainDate.from(date);
    return true;
  } catch {
    return false;
  }
}

const Period = z.strictObject({
  from: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected HH:MM, 00:00 to 23:59')),
  /** `24:00` is the end of the day; earlier than `from` is on the next day. */
  to: z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected HH:MM, 00:00 to 24:00')),
});

/** A calendar as the config says it. */
export const CalendarSettings = z.strictObject({
  /** IANA name, e.g. `Asia/Shanghai`. */
  timeZone: z.string(),
  /** ISO weekdays on which business runs, 1 Monday … 7 Sunday. */
  weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1)),
  /** Hours by the clock of the zone, the same on every working day. One that ends before it begins goes over midnight. */
  periods: z.array(Period).check(
    z.minLength(1),
    z.superRefine((periods, context) => {
      for (const message of faultsOf(periods)) context.addIssue({ code: 'custom', message, input: periods });
    }),
  ),
  /** Where statutory holidays come from: China's with make-up workdays, another country's public holidays, or a list of one's own. */
  holidays: z.union(
    [
      z.literal('chinese-days'),
      z.strictObject({ country: z.string(), state: z.optional(z.string()), region: z.optional(z.string()) }),
      z.array(Day),
    ],
    'expected "chinese-days", { country: "GB" } with state and region where they differ, or a list of dates YYYY-MM-DD',
  ),
  /** Days off besides those. */
  extraHolidays: z._default(z.array(Day), []),
  /** Days that count although they are a weekend or a holiday. */
  extraWorkdays: z._default(z.array(Day), []),
  /** Years whose holidays are entered here in whole, besides those that the source knows. */
  coveredYears: z._default(z.array(z.int().check(z.minimum(1900), z.maximum(2200))), []),
});
export type CalendarSettings = z.infer<typeof CalendarSettings>;

/** What the domain reckons with: plain data, so that no function carries the packages that know the holidays. */
export const Calendar = z.pipe(
  CalendarSettings,
  z.transform((settings, context): BusinessCalendar => {
    const resolved = resolveCalendar(settings, new Date().getUTCFullYear());
    if (typeof resolved !== 'string') return resolved;
    context.issues.push({ code: 'custom', message: resolved, input: settings });
    return z.NEVER;
  }),
);

/**
 * Looks the holidays up, from the year before `thisYear` on, since cases of then may still be open.
 * @returns the calendar, or what is wrong with the settings.
 */
export function resolveCalendar(settings: CalendarSettings, thisYear: number): BusinessCalendar | string {
  const { timeZone, weekdays, periods, holidays, extraHolidays, extraWorkdays, coveredYears } = settings;
  const both = extraHolidays.find((day) => extraWorkdays.includes(day));
  if (both !== undefined) return `${both} is in extraHolidays and in extraWorkdays: take it out of one`;
  const known = knownDays(holidays, thisYear);
  if (typeof known === 'string') return `holidays: ${known}`;
  const years = sorted([...known.years, ...coveredYears]);
  if (years.length === 0) return 'coveredYears: expected the years that the list of holidays is whole for, e.g. [2026]';
  return {
    timeZone,
    weekdays: sorted(weekdays),
    periods: [...periods].sort((a, b) => a.from.localeCompare(b.from)),
    holidays: sorted([...known.holidays.filter((day) => !extraWorkdays.includes(day)), ...extraHolidays]),
    workdays: sorted([...known.workdays.filter((day) => !extraHolidays.includes(day)), ...extraWorkdays]),
    coveredYears: years,
  };
}

function knownDays(source: CalendarSettings['holidays'], thisYear: number): KnownDays | string {
  if (source === 'chinese-days') return chineseDays(thisYear - 1);
  if (Array.isArray(source)) return { holidays: source, workdays: [], years: [] };
  return publicHolidays(source, thisYear - 1);
}

const sorted = <Item extends string | number>(items: readonly Item[]): Item[] => [...new Set(items)].sort((a, b) => (a < b ? -1 : 1));

function faultsOf(periods: readonly z.infer<typeof Period>[]): string[] {
  const empty = periods
    .filter(({ from, to }) => from === to)
    .map(({ from }) => `${from} to ${from} is nothing: a whole day is 00:00 to 24:00`);
  const inOrder = periodsOf({ periods: [...periods] });
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  const overlapping = inOrder.some(({ to }, i) => to > (inOrder[i + 1]?.from ?? Number.POSITIVE_INFINITY));
  const reachesNextDay = first !== undefined && last !== undefined && last.to - DAY_MS > first.from;
  return overlapping || reachesNextDay ? [...empty, 'periods must not overlap, also not with those of the next day'] : empty;
}
