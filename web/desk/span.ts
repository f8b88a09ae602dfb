const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** A length of time in the two largest of its units, whole minutes. */
export type Span =
  | { readonly unit: 'days'; readonly days: number; readonly hours: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'minutes'; readonly minutes: number };

/** @param ms its length in milliseconds, 0 or more; what is begun of a minute does not count. */
export function spanOf(ms: number): Span {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < HOUR) return { unit: 'minutes', minutes };
  if (minutes < DAY) return { unit: 'hours', hours: Math.floor(minutes / HOUR), minutes: minutes % HOUR };
  return { unit: 'days', days: Math.floor(minutes / DAY), hours: Math.floor((minutes % DAY) / HOUR) };
}
