import { createRequire } from 'node:module';
import chinese from 'chinese-days';
import type Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

/** What a package knows of statutory days, as `YYYY-MM-DD`. */
export interface KnownDays {
  readonly holidays: readonly string[];
  /** Make-up days. */
  readonly workdays: readonly string[];
  /** Of which it knows all. */
  readonly years: readonly number[];
}

/** The package knows none before, and the State Council fixes a year in the November before. */
const FIRST_NOTICE = 2004;
const YEARS_AHEAD = 3;
/** Every notice has them; others came in 2008, and some years two fall together. */
const ALWAYS_NAMED = ['元旦', '春节', '劳动节', '国庆节'];

/**
 * China's holidays and make-up workdays, by the State Council's notices as `chinese-days` has them. The package takes a year it does not know for
 * plain weekdays, and one of which it knows only the days that a neighbour's notice reaches into is not known either: a year counts as covered if
 * all the great festivals are in it. Of a package that knows none of the years it is asked for, the last two.
 */
export function chineseDays(firstYear: number): KnownDays {
  const covered = Array.from({ length: firstYear + YEARS_AHEAD - FIRST_NOTICE }, (_, i) => FIRST_NOTICE + i).filter(isKnown);
  const asked = covered.filter((year) => year >= firstYear);
  const years = asked.length > 0 ? asked : covered.slice(-2);
  return {
    holidays: years.flatMap(holidaysIn),
    workdays: years.flatMap((year) => chinese.getWorkdaysInRange(`${year}-01-01`, `${year}-12-31`, true).filter(isWeekend)),
    years,
  };
}

function isKnown(year: number): boolean {
  const names = new Set(holidaysIn(year).map((day) => chinese.getDayDetail(day).name.split(',')[1]));
  return ALWAYS_NAMED.every((name) => names.has(name));
}

const holidaysIn = (year: number) => chinese.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false);
const isWeekend = (date: string) => Temporal.PlainDate.from(date).dayOfWeek > 5;

/** Rules reach any year, but laws change: a few years are enough, and each build moves them on. */
const YEARS = 5;

export interface Place {
  /** ISO 3166-1, e.g. `GB`. */
  readonly country: string;
  readonly state?: string | undefined;
  readonly region?: string | undefined;
}

/**
 * A country's public holidays as `date-holidays` reckons them, for five years. Of those that are shorter than a working day (a half holiday, the eve
 * of a feast that begins at sunset) none counts.
 * @returns what is wrong with the place, where there is none such.
 */
export function publicHolidays({ country, state, region }: Place, firstYear: number): KnownDays | string {
  if (country === 'CN') return '{ country: "CN" } knows no make-up workdays: take "chinese-days"';
  const holidays = loadHolidays();
  const fault =
    missing(country, holidays.getCountries(), 'country', 'an ISO 3166-1 code') ??
    (state === undefined ? undefined : missing(state, holidays.getStates(country), 'state', `a state of ${country}`)) ??
    (region === undefined
      ? undefined
      : missing(region, holidays.getRegions(country, state ?? ''), 'region', `a region of ${country} ${state ?? ''}`));
  if (fault !== undefined) return fault;
  holidays.init({ country, ...(state === undefined ? {} : { state }), ...(region === undefined ? {} : { region }) });
  const years = Array.from({ length: YEARS }, (_, i) => firstYear + i);
  // A feast can begin in the year before.
  const days = [firstYear - 1, ...years, firstYear + YEARS].flatMap((year) =>
    holidays
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .flatMap(wholeDays),
  );
  return { holidays: [...new Set(days)].filter((day) => years.includes(Number(day.slice(0, 4)))).sort(), workdays: [], years };
}

function missing(value: string, known: Readonly<Record<string, string>> | undefined, what: string, expected: string): string | undefined {
  const codes = Object.keys(known ?? {});
  if (codes.includes(value)) return undefined;
  const list = codes.length === 0 ? 'it has none' : `one of ${codes.length > 60 ? `${codes.slice(0, 60).join(', ')} …` : codes.join(', ')}`;
  return `${what} "${value}": expected ${expected}, ${list}`;
}

/** A holiday takes a day if it lasts from 10:00 to 16:00 of it at least. */
function wholeDays({ date, start, end }: { readonly date: string; readonly start: Date; readonly end: Date }): string[] {
  const [, day = '', time = '', shift] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}):\d{2}(?: (-?\d{2})\d{2})?$/.exec(date) ?? [];
  const begin = Temporal.PlainDateTime.from(`${day}T${time}`).add({ hours: Number(shift ?? 0) });
  const finish = begin.add({ hours: Math.round((end.getTime() - start.getTime()) / 3_600_000) });
  const days: string[] = [];
  for (let each = begin.toPlainDate(); Temporal.PlainDate.compare(each, finish.toPlainDate()) <= 0; each = each.add({ days: 1 })) {
    const isFrom = Temporal.PlainDateTime.compare(begin, each.toPlainDateTime('10:00')) <= 0;
    if (isFrom && Temporal.PlainDateTime.compare(finish, each.toPlainDateTime('16:00')) >= 0) days.push(each.toString());
  }
  return days;
}

/** Loaded only for a calendar that asks for it: it is 12 MB, and a tenth of a second of every command. */
function loadHolidays(): Holidays {
  const Loaded: typeof Holidays = createRequire(import.meta.url)('date-holidays');
  return new Loaded();
}
