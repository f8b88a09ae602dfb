import { Temporal } from 'temporal-polyfill';
import { type DayNumber, dayNumber, isoDate } from '../day-number.ts';
import { type DayKind, type Schedule, type Shift, scheduleOf } from './calendar/schedule.ts';
import { DAY_MS, instantOf, wallTimeOf } from './calendar/wall-clock.ts';
import type { Duration } from './duration.ts';
import type { BusinessCalendar } from './policy.ts';

/** A point reached in business time. `isUncovered`: days of a year nobody has entered holidays for were counted, so the point may be wrong. */
export interface BusinessInstant {
  /** UTC with milliseconds, `2026-11-26T09:00:00.000Z`. */
  readonly at: string;
  readonly isUncovered: boolean;
}

/** Three years of days: a deadline beyond is a fault of the policy, not a date. */
const MAX_DAYS = 1100;

/**
 * The instant at which `ms` milliseconds of business time have passed since `from`: exactly at the end of a period it is that end, not the start of
 * the next. Periods are wall-clock times in the calendar's zone: one lasts from when the clock first shows its beginning, or has skipped it, until
 * it first shows its end, or has skipped it; so on a day of daylight-saving change it is as long as its clock makes it.
 * @throws RangeError where `ms` is negative, or the calendar yields too little time within three years.
 */
export function addBusinessMs(calendar: BusinessCalendar, from: string, ms: number): BusinessInstant {
  if (!(ms >= 0)) throw new RangeError(`calendar: expected milliseconds from 0 up, got ${ms}`);
  const start = epochMs(from);
  if (ms === 0) return { at: iso(start), isUncovered: false };
  const days = new Days(scheduleOf(calendar), start);
  let remaining = Math.round(ms);
  for (const { begin, end } of days.shifts()) {
    const opening = Math.max(begin, start);
    if (end <= opening) continue;
    if (remaining <= end - opening) return { at: iso(opening + remaining), isUncovered: days.isUncovered };
    remaining -= end - opening;
  }
  throw tooFar(`${ms / 3_600_000} business hours`);
}

/** Milliseconds of business time from one instant to another; 0 where `to` is not later. What `addBusinessMs` adds, this finds again. */
export function businessMsBetween(calendar: BusinessCalendar, from: string, to: string): number {
  const [start, stop] = [epochMs(from), epochMs(to)];
  const schedule = scheduleOf(calendar);
  let sum = 0;
  const last = wallTimeOf(schedule.timeZone, stop).day + 1;
  for (let day = firstDay(schedule, start); day <= last; day += 1) {
    for (const { begin, end } of schedule.shiftsOn(day)) sum += Math.max(0, Math.min(end, stop) - Math.max(begin, start));
  }
  return sum;
}

/**
 * The instant that lies a duration after `from`.
 * - `h`: as `addBusinessMs`.
 * - `wd`: the same time of day so many working days on. From outside business time (night, lunch, holiday) it counts from the next opening; exactly
 *   at the end of a period still belongs to that day. A period over midnight belongs to the day on which it begins.
 * - `d`, `w`: the same time of day so many days or weeks on, whatever days they are, so that no holiday needs to be known.
 *
 * A time of day that daylight saving skips is the moment of the skip; of one that comes twice it is the first.
 * @throws RangeError where the calendar has too few working days or hours within three years.
 */
export function addDuration(calendar: BusinessCalendar, from: string, { amount, unit }: Duration): BusinessInstant {
  if (unit === 'h') return addBusinessMs(calendar, from, amount * 3_600_000);
  const start = epochMs(from);
  if (unit === 'wd') {
    const { at, isUncovered } = addWorkdays(scheduleOf(calendar), start, amount);
    return { at, isUncovered };
  }
  const { day, ms } = wallTimeOf(calendar.timeZone, start);
  return { at: iso(instantOf(calendar.timeZone, day + (unit === 'w' ? amount * 7 : amount), ms)), isUncovered: false };
}

/**
 * The days that `wd` counts, as `YYYY-MM-DD`: first the one that it counts from, then so many working days, the last of which is that of the deadline.
 * @throws RangeError as `addDuration`.
 */
export const workdaysCounted = (calendar: BusinessCalendar, from: string, amount: number): readonly string[] =>
  addWorkdays(scheduleOf(calendar), epochMs(from), amount).counted.map(isoDate);

function addWorkdays(schedule: Schedule, start: number, amount: number): BusinessInstant & { readonly counted: readonly DayNumber[] } {
  const days = new Days(schedule, start);
  const counted: DayNumber[] = [];
  let timeOfDay = 0;
  for (const day of days) {
    if (counted.length === 0) {
      const shift = schedule.shiftsOn(day).find(({ end }) => end >= start);
      if (shift === undefined) continue;
      timeOfDay = timeWithin(schedule, shift, day, Math.max(shift.begin, start));
      counted.push(day);
    } else if (schedule.isWorkday(day)) counted.push(day);
    if (counted.length > amount) return { at: iso(instantOf(schedule.timeZone, day, timeOfDay)), isUncovered: days.isUncovered, counted };
  }
  throw tooFar(`${amount} working days`);
}

/** What the clock shows, as time since the midnight of the shift's day. When an hour comes twice it can show a time before the opening again. */
function timeWithin(schedule: Schedule, shift: Shift, day: DayNumber, at: number): number {
  const shown = wallTimeOf(schedule.timeZone, at);
  return Math.min(Math.max((shown.day - day) * DAY_MS + shown.ms, shift.from), shift.to);
}

/** The days from an instant on, which remembers whether one of them is of a year nobody knows the holidays of. */
class Days {
  readonly #schedule: Schedule;
  readonly #start: number;
  isUncovered = false;

  constructor(schedule: Schedule, start: number) {
    this.#schedule = schedule;
    this.#start = start;
  }

  *[Symbol.iterator](): Generator<DayNumber> {
    const first = firstDay(this.#schedule, this.#start);
    for (let day = first; day < first + MAX_DAYS; day += 1) {
      // A day that is over says nothing about the time after it.
      if (!this.#schedule.isCovered(day) && this.#schedule.lastEndOn(day) >= this.#start) this.isUncovered = true;
      yield day;
    }
  }

  *shifts(): Generator<Shift> {
    for (const day of this) yield* this.#schedule.shiftsOn(day);
  }
}

/** The first day whose shifts can reach an instant: yesterday's too, where one goes to midnight or over it. */
const firstDay = (schedule: Schedule, at: number): DayNumber => wallTimeOf(schedule.timeZone, at).day - (schedule.hasNight ? 1 : 0);

/** Does business run on this day? Make-up workdays win over weekends and holidays, holidays over weekdays. */
export const isWorkday = (calendar: BusinessCalendar, day: Temporal.PlainDate): boolean => scheduleOf(calendar).isWorkday(numberOf(day));

/** What a day is, by what the calendar knows. `isCovered`: whether the holidays of its year are known at all. */
export function describeDay(calendar: BusinessCalendar, day: Temporal.PlainDate): { readonly kind: DayKind; readonly isCovered: boolean } {
  const schedule = scheduleOf(calendar);
  return { kind: schedule.kindOf(numberOf(day)), isCovered: schedule.isCovered(numberOf(day)) };
}

const numberOf = ({ year, month, day }: Temporal.PlainDate): DayNumber => dayNumber(year, month, day);
const epochMs = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
const iso = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString({ fractionalSecondDigits: 3 });
const tooFar = (what: string) =>
  new RangeError(`calendar: ${what} do not fit into ${MAX_DAYS} days; check weekdays, periods and holidays of the calendar`);
