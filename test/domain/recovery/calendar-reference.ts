import type { BusinessCalendar } from '../../../shared/domain/recovery/policy.ts';

/**
 * Business time as somebody would count it who looks at the clock on the wall each minute: slow, and with nothing in common with the code it
 * judges. They keep in mind the latest time they have seen, so that an hour that comes twice opens and closes nothing again.
 */

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** No clock has been set within a quarter of an hour, counted in UTC, for a lifetime: so Intl, which is slow, is asked once for each. */
const offsets = new Map<string, Map<number, number>>();
const formats = new Map<string, Intl.DateTimeFormat>();

function shownAt(timeZone: string, at: number): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  const quarter = Math.floor(at / (15 * MINUTE)) * 15 * MINUTE;
  const offset = known.get(quarter) ?? readClock(timeZone, quarter) - quarter;
  known.set(quarter, offset);
  return at + offset;
}

function readClock(timeZone: string, at: number): number {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 0) - 1, part['day'], part['hour'], part['minute'], part['second']);
}

/** Read once each, since it is asked for each minute. */
const times = new Map<string, number>();

function sinceMidnight(time: string): number {
  const ms = times.get(time) ?? (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;
  times.set(time, ms);
  return ms;
}

interface Moment {
  /** The beginning of the minute. */
  readonly at: number;
  /** The latest that the clock has shown. */
  readonly latest: number;
}

/** Each minute from a day and more before an instant, so that whoever begins at it has seen the clock before. */
function* minutes(timeZone: string, from: number): Generator<Moment> {
  let latest = Number.NEGATIVE_INFINITY;
  for (let at = Math.floor(from / MINUTE) * MINUTE - DAY - 120 * MINUTE; ; at += MINUTE) {
    latest = Math.max(latest, shownAt(timeZone, at));
    yield { at, latest };
  }
}

const answers = new WeakMap<BusinessCalendar, Map<number, boolean>>();

function worksOn(calendar: BusinessCalendar, day: number): boolean {
  const known = answers.get(calendar) ?? new Map<number, boolean>();
  answers.set(calendar, known);
  const answer = known.get(day) ?? isOpenOn(calendar, new Date(day * DAY));
  known.set(day, answer);
  return answer;
}

function isOpenOn(calendar: BusinessCalendar, date: Date): boolean {
  const iso = date.toISOString().slice(0, 10);
  if (calendar.workdays.includes(iso)) return true;
  return calendar.weekdays.includes(date.getUTCDay() === 0 ? 7 : date.getUTCDay()) && !calendar.holidays.includes(iso);
}

/** The day and period that a time by the clock falls into. */
function periodAt(calendar: BusinessCalendar, shown: number) {
  const today = Math.floor(shown / DAY);
  for (const day of [today - 1, today]) {
    for (const period of calendar.periods) {
      const from = sinceMidnight(period.from);
      const to = sinceMidnight(period.to) + (period.to < period.from ? DAY : 0);
      if (day * DAY + from <= shown && shown < day * DAY + to && worksOn(calendar, day)) return { day, from, to };
    }
  }
  return undefined;
}

/** When so much business time has passed, pauses left out. */
export function addSlowly(calendar: BusinessCalendar, from: number, ms: number, pause = { from: 0, to: 0 }): number {
  let left = ms;
  for (const { at, latest } of minutes(calendar.timeZone, from)) {
    if (at + MINUTE <= from || periodAt(calendar, latest) === undefined) continue;
    for (const { begin, end } of withoutPause(Math.max(at, from), at + MINUTE, pause)) {
      if (left <= end - begin) return begin + left;
      left -= end - begin;
    }
  }
  throw new Error('time ended');
}

/** What of a minute is not in the pause: all, its beginning, its end, both or nothing. */
const withoutPause = (begin: number, end: number, pause: { readonly from: number; readonly to: number }) =>
  [
    { begin, end: Math.min(end, pause.from) },
    { begin: Math.max(begin, pause.to), end },
  ].filter((part) => part.end > part.begin);

export function betweenSlowly(calendar: BusinessCalendar, from: number, to: number): number {
  let sum = 0;
  for (const { at, latest } of minutes(calendar.timeZone, from)) {
    if (at >= to) return sum;
    if (at + MINUTE > from && periodAt(calendar, latest) !== undefined) sum += Math.min(at + MINUTE, to) - Math.max(at, from);
  }
  throw new Error('time ended');
}

/** The same time of day so many working days on. */
export function addWorkdaysSlowly(calendar: BusinessCalendar, from: number, amount: number): number {
  let before: ReturnType<typeof periodAt>;
  for (const { at, latest } of minutes(calendar.timeZone, from)) {
    const now = periodAt(calendar, latest);
    // What has just ended still counts as it.
    const period = at === from && before !== undefined ? before : now;
    before = now;
    if (at + MINUTE <= from || period === undefined) continue;
    const shown = shownAt(calendar.timeZone, Math.max(at, from)) - period.day * DAY;
    let day = period.day;
    for (let left = amount; left > 0; ) if (worksOn(calendar, ++day)) left -= 1;
    return whenShown(calendar.timeZone, from, day * DAY + Math.min(Math.max(shown, period.from), period.to));
  }
  throw new Error('time ended');
}

/** The same time of day so many days on. */
export function addDaysSlowly(timeZone: string, from: number, amount: number): number {
  return whenShown(timeZone, from, shownAt(timeZone, from) + amount * DAY);
}

/** When the clock shows a time, or has skipped it. */
function whenShown(timeZone: string, from: number, shown: number): number {
  for (const { at, latest } of minutes(timeZone, from)) if (latest + MINUTE > shown) return at + Math.max(0, shown - latest);
  throw new Error('time ended');
}
