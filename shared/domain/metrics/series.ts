import type { Span } from './spans.ts';
import { sumOf, type Tally } from './tally.ts';

/** A bucket as `FiguresReader` gives it. */
export interface DayTally {
  readonly start: string;
  readonly tally: Tally;
}

/** What was counted on these days, all together. */
export const tallyOfSpan = (days: readonly DayTally[], { from, to }: Span): Tally =>
  sumOf(days.filter(({ start }) => start >= from && start <= to).map(({ tally }) => tally));
