import { Temporal } from 'temporal-polyfill';
import type { AmendsConfig } from './schema.ts';

/** What `assess` logs of a case whose deadlines reach a year without known holidays; an alarm listens for it. */
export const UNCOVERED_WARNING = 'calendar does not cover the year of a deadline: enter its holidays in amends.config.ts';

/** As far ahead as most deadlines reach, and a deploy can wait. */
const DAYS_AHEAD = 60;

/** A year that the calendar of the deadlines will soon reckon with, and knows no holidays of. */
export interface CoverageGap {
  readonly calendar: string;
  readonly year: number;
  /** Has it begun? Then deadlines are wrong now. */
  readonly isNow: boolean;
  /** What happens, and what to do. */
  readonly advice: string;
}

/**
 * What the calendar of the deadlines does not cover of the next 60 days.
 * @param now UTC, ISO 8601.
 */
export function coverageGaps({ calendars, recovery: { sla } }: Pick<AmendsConfig, 'calendars' | 'recovery'>, now: string): CoverageGap[] {
  const calendar = calendars[sla.calendar];
  if (calendar === undefined) return [];
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(calendar.timeZone);
  const years = [...new Set([today.year, today.add({ days: DAYS_AHEAD }).year])].filter((year) => !calendar.coveredYears.includes(year));
  return years.map((year) => ({ calendar: sla.calendar, year, isNow: year === today.year, advice: adviceFor(year) }));
}

const adviceFor = (year: number) =>
  `the holidays of ${year} are not known; its days count as plain weekdays, and each deadline that reaches them raises an alarm. ` +
  `Update the package that knows them (npm install --save-dev --save-exact chinese-days@latest or date-holidays@latest; China publishes a year in ` +
  `the November before), or enter extraHolidays, extraWorkdays and coveredYears: [${year}] in amends.config.ts. Then deploy.`;
