import type { PeriodKind } from '../../shared/domain/metrics/period.ts';
import { plusDays } from '../../shared/domain/metrics/plain-days.ts';
import { MAX_DAYS, MAX_PERIODS, spansOf } from '../../shared/domain/metrics/spans.ts';
import { type Days, firstOfMonth, lengthOf } from './days.ts';

/** What managers look at; `own`: days they choose. */
export const RANGES = ['7d', '28d', '90d', 'this-month', 'last-month', 'this-quarter', 'last-quarter', 'this-year', 'own'] as const;
export type RangeName = (typeof RANGES)[number];
export const USUAL_RANGE: RangeName = '28d';

export type Per = PeriodKind;
export const PERS = ['day', 'week', 'month'] as const satisfies readonly Per[];

/** How many months back the first month of the quarter of `day` lies: 0, 1 or 2. */
const intoQuarter = (day: string) => (Number(day.slice(5, 7)) - 1) % 3;

/** The days of a range that ends today or has ended. @param today in the house's zone */
export function daysOf(range: Exclude<RangeName, 'own'>, today: string): Days {
  switch (range) {
    case '7d':
      return { from: plusDays(today, -6), to: today };
    case '28d':
      return { from: plusDays(today, -27), to: today };
    case '90d':
      return { from: plusDays(today, -89), to: today };
    case 'this-month':
      return { from: firstOfMonth(today), to: today };
    case 'last-month':
      return { from: firstOfMonth(today, -1), to: plusDays(firstOfMonth(today), -1) };
    case 'this-quarter':
      return { from: firstOfMonth(today, -intoQuarter(today)), to: today };
    case 'last-quarter': {
      const next = firstOfMonth(today, -intoQuarter(today));
      return { from: firstOfMonth(next, -3), to: plusDays(next, -1) };
    }
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

/** How many days, weeks (from Monday) or months these days touch. */
export const periodsIn = (per: Per, days: Days): number => spansOf(per, days).length;

/** The steps in which a trend over these days can be asked for, the finest first; none where they are too many for any. */
export const persOf = (days: Days): readonly Per[] =>
  lengthOf(days) > MAX_DAYS ? [] : PERS.filter((per) => periodsIn(per, days) <= MAX_PERIODS[per]);

/** Why days that somebody chose cannot be asked for. */
export type RangeFault = 'order' | 'too-long';

export function faultOf(days: Days): RangeFault | undefined {
  if (days.from > days.to) return 'order';
  return persOf(days).length === 0 ? 'too-long' : undefined;
}
