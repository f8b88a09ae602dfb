import { Temporal } from 'temporal-polyfill';
import type { DayNumber } from '../../day-number.ts';

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** Where the hands of a clock on the wall stand. */
export interface WallTime {
  readonly day: DayNumber;
  /** Milliseconds that the clock shows since midnight. */
  readonly ms: number;
}

/** What a clock in the zone shows at an instant, in milliseconds since the epoch. */
export function wallTimeOf(timeZone: string, at: number): WallTime {
  const shown = at + offsetAt(timeZone, at);
  const day = Math.floor(shown / DAY_MS);
  return { day, ms: shown - day * DAY_MS };
}

/**
 * When a clock in the zone first shows a time, or has passed it: a time that daylight saving skips is the moment of the skip, of one that comes
 * twice it is the first. So times in their order are instants in their order, and what ends when another thing begins ends then on such days too.
 * @param ms milliseconds since midnight of the day by the clock; 86,400,000 and more is on the days after.
 */
export function instantOf(timeZone: string, day: DayNumber, ms: number): number {
  const shown = day * DAY_MS + ms;
  const on = Math.floor(shown / DAY_MS);
  const before = offsetAtMidnight(timeZone, on - 1);
  // Nothing on earth changes its clocks twice within three days.
  if (before === offsetAtMidnight(timeZone, on + 2)) return shown - before;
  return firstShowing(timeZone, shown, (on - 1) * DAY_MS, (on + 2) * DAY_MS);
}

/** Halves the time between two instants with one change of the clock between them, to the minute of the change, and judges by it. */
function firstShowing(timeZone: string, shown: number, from: number, to: number): number {
  const [before, after] = [offsetAt(timeZone, from), offsetAt(timeZone, to)];
  let [low, high] = [from, to];
  while (high - low > MINUTE_MS) {
    const middle = Math.floor((low + high) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  const change = high;
  if (shown - before < change) return shown - before;
  return Math.max(shown - after, change);
}

const offsetAt = (timeZone: string, at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000;

/** Three years of eleven zones; then it begins anew, so that it never grows without end. */
const MAX_KNOWN = 12_000;
const known = new Map<string, number>();

/** Offset from UTC at midnight UTC of a day, in milliseconds. Kept, since it is most of the cost of a day and never changes. */
function offsetAtMidnight(timeZone: string, day: DayNumber): number {
  const key = `${timeZone} ${day}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MAX_KNOWN) known.clear();
  const offset = offsetAt(timeZone, day * DAY_MS);
  known.set(key, offset);
  return offset;
}
