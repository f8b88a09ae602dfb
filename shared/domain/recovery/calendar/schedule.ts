import { type DayNumber, dateOf, isoDate, weekdayOf } from '../../day-number.ts';
import type { BusinessCalendar } from '../policy.ts';
import { DAY_MS, instantOf, MINUTE_MS } from './wall-clock.ts';

/** A period of a day by the clock, in milliseconds since its midnight; over midnight `to` is more than a day. */
interface Period {
  readonly from: number;
  readonly to: number;
}

/** A period on a certain day, in milliseconds since the epoch. */
export interface Shift extends Period {
  readonly begin: number;
  readonly end: number;
}

/** A calendar made ready for looking days up. */
export interface Schedule {
  readonly timeZone: string;
  /** Has it a period to midnight or over it? Then a shift of the day before may still run, or end now. */
  readonly hasNight: boolean;
  kindOf(day: DayNumber): DayKind;
  isWorkday(day: DayNumber): boolean;
  isCovered(day: DayNumber): boolean;
  /** In their order; none on a day without business. */
  shiftsOn(day: DayNumber): Shift[];
  /** When the last shift of the day ends, or would if business ran on it. */
  lastEndOn(day: DayNumber): number;
}

export type DayKind = 'workday' | 'make-up' | 'weekend' | 'holiday';

/** A calendar is asked many times, so it is made ready once. */
const ready = new WeakMap<BusinessCalendar, Schedule>();

export function scheduleOf(calendar: BusinessCalendar): Schedule {
  const found = ready.get(calendar);
  if (found !== undefined) return found;
  const schedule = madeReady(calendar);
  ready.set(calendar, schedule);
  return schedule;
}

function madeReady(calendar: BusinessCalendar): Schedule {
  const { timeZone } = calendar;
  const periods = periodsOf(calendar);
  const [weekdays, holidays] = [new Set(calendar.weekdays), new Set(calendar.holidays)];
  const [workdays, years] = [new Set(calendar.workdays), new Set(calendar.coveredYears)];
  const lastEnd = Math.max(0, ...periods.map(({ to }) => to));
  const kindOf = (day: DayNumber): DayKind => {
    const date = isoDate(day);
    const isOpenWeekday = weekdays.has(weekdayOf(day));
    if (workdays.has(date)) return isOpenWeekday ? 'workday' : 'make-up';
    if (holidays.has(date)) return 'holiday';
    return isOpenWeekday ? 'workday' : 'weekend';
  };
  const isWorkday = (day: DayNumber) => ['workday', 'make-up'].includes(kindOf(day));
  return {
    timeZone,
    hasNight: lastEnd >= DAY_MS,
    kindOf,
    isWorkday,
    isCovered: (day) => years.has(dateOf(day).year),
    shiftsOn: (day) =>
      isWorkday(day) ? periods.map((period) => shiftOn(timeZone, day, period)).filter(({ begin, end }) => end > begin) : [],
    lastEndOn: (day) => instantOf(timeZone, day, lastEnd),
  };
}

const shiftOn = (timeZone: string, day: DayNumber, { from, to }: Period): Shift => ({
  from,
  to,
  begin: instantOf(timeZone, day, from),
  end: instantOf(timeZone, day, to),
});

/** In their order. A period that ends before it begins goes over midnight and belongs to the day on which it begins, whatever the next day is. */
export const periodsOf = ({ periods }: Pick<BusinessCalendar, 'periods'>): Period[] =>
  periods
    .map(({ from, to }) => ({ from: sinceMidnight(from), to: sinceMidnight(to) }))
    .map(({ from, to }) => ({ from, to: to < from ? to + DAY_MS : to }))
    .sort((a, b) => a.from - b.from);

function sinceMidnight(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE_MS;
}
