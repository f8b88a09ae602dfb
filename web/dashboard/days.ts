import { dayNumber, firstOfMonth as firstOf, monthNumber, plusDays } from '../../shared/domain/metrics/plain-days.ts';

/** Days as the API writes them, `YYYY-MM-DD`, both ends included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** How many days there are from the first to the last, both included. */
export const lengthOf = ({ from, to }: Days): number => dayNumber(to) - dayNumber(from) + 1;

/** The first day of the month that lies `count` months after that of `day`. */
export const firstOfMonth = (day: string, count = 0): string => firstOf(monthNumber(day) + count);

/** The day it is in a zone at an instant, in milliseconds of the epoch. */
export function dayIn(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Is it a day that exists, as the API takes it? */
export function isDay(text: string | null): text is string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && plusDays(text, 0) === text;
}

/** A plain day as an instant that a formatter with `timeZone: 'UTC'` shows as that day. */
export const instantOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
