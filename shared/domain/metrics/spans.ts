import type { PeriodKind } from './period.ts';
import { dayNumber, firstOfMonth, monthNumber, plusDays, weekdayOf } from './plain-days.ts';

/** Days that figures may be asked for at once: thirteen months, however they fall. */
export const MAX_DAYS = 397;

/** Periods of one series: a month of days, half a year of weeks, a year of months, and one to compare with. */
export const MAX_PERIODS = { day: 31, week: 27, month: 13 } as const satisfies Record<PeriodKind, number>;

/** Days of one period that were asked for, `YYYY-MM-DD`, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * The days, weeks (from Monday) or months that these days touch, oldest first. The first and the last hold only the days asked for.
 * @param from `YYYY-MM-DD`, not after `to`
 */
export function spansOf(kind: PeriodKind, { from, to }: Span): Span[] {
  const spans: Span[] = [];
  for (let first = from; first <= to; ) {
    const { to: last } = periodOf(kind, first);
    spans.push({ from: first, to: last < to ? last : to });
    first = plusDays(last, 1);
  }
  return spans;
}

/** The whole day, week or month that a day lies in. */
function periodOf(kind: PeriodKind, day: string): Span {
  if (kind === 'day') return { from: day, to: day };
  if (kind === 'week') return { from: plusDays(day, -weekdayOf(day)), to: plusDays(day, 6 - weekdayOf(day)) };
  return { from: firstOfMonth(monthNumber(day)), to: plusDays(firstOfMonth(monthNumber(day) + 1), -1) };
}

/** Does it hold all days of its day, week or month, and are they over? @param today the day that still runs, `YYYY-MM-DD` */
export function isWhole(kind: PeriodKind, { from, to }: Span, today: string): boolean {
  const period = periodOf(kind, from);
  return from === period.from && to === period.to && to < today;
}

/** The equal period right before: of whole calendar months as many of them, else as many days. */
export function spanBefore({ from, to }: Span): Span {
  const next = plusDays(to, 1);
  const areWholeMonths = from.endsWith('-01') && next.endsWith('-01');
  const first = areWholeMonths
    ? firstOfMonth(2 * monthNumber(from) - monthNumber(next))
    : plusDays(from, dayNumber(from) - dayNumber(next));
  return { from: first, to: plusDays(from, -1) };
}
