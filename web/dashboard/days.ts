/** Days as the API writes them, `YYYY-MM-DD`, both ends included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Calendar arithmetic on plain days: UTC's midnights stand for them, so no zone's clock change moves them. */
const midnightOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;

export const addDays = (day: string, count: number): string => dayOf(midnightOf(day) + count * DAY_MS);

/** How many days there are from the first to the last, both included. */
export const lengthOf = ({ from, to }: Days): number => Math.round((midnightOf(to) - midnightOf(from)) / DAY_MS) + 1;

/** The first day of the month that lies `count` months after that of `day`. */
export function firstOfMonth(day: string, count = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return dayOf(Date.UTC(year, month - 1 + count, 1));
}

/** The Monday of the week of `day`. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(midnightOf(day)).getUTCDay() + 6) % 7));

/** The day it is in a zone at an instant, in milliseconds of the epoch. */
export function dayIn(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Is it a day that exists, as the API takes it? */
export function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = midnightOf(text);
  return Number.isFinite(ms) && dayOf(ms) === text;
}

/** A plain day as an instant that a formatter with `timeZone: 'UTC'` shows as that day. */
export const instantOf = (day: string): Date => new Date(midnightOf(day));
