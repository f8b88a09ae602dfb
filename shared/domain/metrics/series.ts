import { Temporal } from 'temporal-polyfill';
import { currentPeriod, type PeriodKind } from './period.ts';
import { sumOf, type Tally } from './tally.ts';

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
    // Plain days have no zone; UTC's midnights stand for them.
    const last = currentPeriod(kind, `${first}T00:00:00Z`, 'UTC').to;
    spans.push({ from: first, to: last < to ? last : to });
    first = Temporal.PlainDate.from(last).add({ days: 1 }).toString();
  }
  return spans;
}

/** A bucket as `FiguresReader` gives it. */
interface DayTally {
  readonly start: string;
  readonly tally: Tally;
}

/** What was counted on these days, all together. */
export const tallyOfSpan = (days: readonly DayTally[], { from, to }: Span): Tally =>
  sumOf(days.filter(({ start }) => start >= from && start <= to).map(({ tally }) => tally));
