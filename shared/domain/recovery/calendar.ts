import { Temporal } from 'temporal-polyfill';
import type { BusinessCalendar } from './policy.ts';

/** A point reached in business time. `isUncovered`: days of a year nobody has entered holidays for were counted, so the point may be wrong. */
export interface BusinessInstant {
  readonly at: string;
  readonly isUncovered: boolean;
}

/** Three years of days: a deadline beyond is a fault of the policy, not a date. */
const MAX_DAYS = 1100;

/**
 * The instant at which `hours` of business time have passed since `from`: exactly at the end of a period it is that end, not the start of the next.
 * Periods are wall-clock times in the calendar's zone, so a day of daylight-saving change is as long as its clock makes it.
 * @throws RangeError where the calendar yields too little time within three years.
 */
export function addBusinessHours(calendar: BusinessCalendar, from: string, hours: number): BusinessInstant {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(calendar.timeZone);
  let remaining = Math.round(hours * 3_600_000);
  let isUncovered = false;
  let day = start.toPlainDate();
  for (let i = 0; i < MAX_DAYS; i += 1, day = day.add({ days: 1 })) {
    if (!calendar.coveredYears.includes(day.year)) isUncovered = true;
    for (const period of periodsOf(calendar, day)) {
      const begin = Math.max(period.begin, start.epochMilliseconds);
      const available = period.end - begin;
      if (available <= 0) continue;
      if (remaining <= available) return { at: instant(begin + remaining), isUncovered };
      remaining -= available;
    }
  }
  throw new RangeError(`calendar: ${hours} business hours do not fit into ${MAX_DAYS} days; check weekdays, periods and holidays`);
}

/** Does business run on this day? Make-up workdays win over weekends, holidays over weekdays. */
export function isWorkday(calendar: BusinessCalendar, day: Temporal.PlainDate): boolean {
  const date = day.toString();
  if (calendar.workdays.includes(date)) return true;
  return calendar.weekdays.includes(day.dayOfWeek) && !calendar.holidays.includes(date);
}

function periodsOf(calendar: BusinessCalendar, day: Temporal.PlainDate): { begin: number; end: number }[] {
  if (!isWorkday(calendar, day)) return [];
  return calendar.periods.map(({ from, to }) => ({ begin: wallTime(calendar, day, from), end: wallTime(calendar, day, to) }));
}

function wallTime(calendar: BusinessCalendar, day: Temporal.PlainDate, time: string): number {
  const isMidnight = time.startsWith('24');
  const zoned = (isMidnight ? day.add({ days: 1 }) : day).toZonedDateTime({
    timeZone: calendar.timeZone,
    plainTime: isMidnight ? '00:00' : time,
  });
  return zoned.epochMilliseconds;
}

const instant = (epochMilliseconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString({ fractionalSecondDigits: 3 });
