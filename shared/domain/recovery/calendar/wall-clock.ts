import { Temporal } from 'temporal-polyfill';

/** A day as the number of days since 1970-01-01: it is what days are counted and looked up by, without an object for each. */
export type DayNumber = number;

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** ISO weekday, 1 Monday … 7 Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days. */
export function dateOf(day: DayNumber): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** days_from_civil, from the same source. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear - 719_468;
}

/** `YYYY-MM-DD` of a day. */
export function isoDate(day: DayNumber): string {
  const { year, month, day: ofMonth } = dateOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`;
}

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
