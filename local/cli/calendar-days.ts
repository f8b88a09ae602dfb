import { Temporal } from 'temporal-polyfill';
import { businessMsBetween, describeDay, workdaysCounted } from '../../shared/domain/recovery/calendar.ts';
import type { Duration } from '../../shared/domain/recovery/duration.ts';
import type { BusinessCalendar } from '../../shared/domain/recovery/policy.ts';

type DayOfCalendar = ReturnType<typeof dayOf>;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function dayOf(calendar: BusinessCalendar, date: Temporal.PlainDate) {
  return { date: date.toString(), weekday: WEEKDAYS[date.dayOfWeek - 1] ?? '', ...describeDay(calendar, date) };
}

/** The days of a month. */
export const monthOf = (calendar: BusinessCalendar, month: Temporal.PlainYearMonth): DayOfCalendar[] =>
  Array.from({ length: month.daysInMonth }, (_, i) => dayOf(calendar, month.toPlainDate({ day: i + 1 })));

const MARKS = { workday: ' ', weekend: '.', holiday: '*', 'make-up': '+' } as const;
const LEGEND = '. weekend   * holiday   + make-up workday   ? workday if it is no holiday: those of its year are not known';

/** Weeks from Monday to Sunday, each day with its mark. */
export function monthGrid(
  name: string,
  calendar: BusinessCalendar,
  month: Temporal.PlainYearMonth,
  days: readonly DayOfCalendar[],
): string {
  const cells = days.map(({ date, kind, isCovered }) => `${Number(date.slice(8))}${kind === 'workday' && !isCovered ? '?' : MARKS[kind]}`);
  const padding = Array.from({ length: month.toPlainDate({ day: 1 }).dayOfWeek - 1 }, () => '');
  const all = [...padding, ...cells];
  const weeks = Array.from({ length: Math.ceil(all.length / 7) }, (_, i) => all.slice(i * 7, i * 7 + 7));
  const line = (row: readonly string[]) =>
    row
      .map((cell) => cell.padStart(5))
      .join('')
      .trimEnd();
  const hours = calendar.periods.map(({ from, to }) => `${from}–${to}`).join(', ');
  const title = `${month} ${name}: ${calendar.timeZone}, ${hours}`;
  return [title, '', line(WEEKDAYS.map((day) => `${day} `)), ...weeks.map(line), '', LEGEND].join('\n');
}

/** Each day on the way to a deadline, and what of it counts: its number for days, hours for business hours. */
export function countedDays(calendar: BusinessCalendar, from: string, due: string, { amount, unit }: Duration) {
  const [first, last] = [from, due].map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(calendar.timeZone).toPlainDate());
  if (first === undefined || last === undefined) return [];
  const numbers = new Map(unit === 'wd' ? workdaysCounted(calendar, from, amount).map((date, i) => [date, i] as const) : []);
  return Array.from({ length: first.until(last).days + 1 }, (_, i) => {
    const date = first.add({ days: i });
    const counted = () => {
      if (unit === 'h') return hoursOn(calendar, date, from, due);
      const number = unit === 'wd' ? numbers.get(date.toString()) : i;
      return number === 0 ? 'start' : String(number ?? '');
    };
    return { ...dayOf(calendar, date), counted: counted() };
  });
}

function hoursOn(calendar: BusinessCalendar, date: Temporal.PlainDate, from: string, due: string): string {
  const [begin, end] = [date, date.add({ days: 1 })].map((day) => day.toZonedDateTime(calendar.timeZone).toInstant());
  if (begin === undefined || end === undefined) return '';
  const [start, stop] = [Temporal.Instant.from(from), Temporal.Instant.from(due)];
  const later = Temporal.Instant.compare(begin, start) > 0 ? begin : start;
  const earlier = Temporal.Instant.compare(end, stop) < 0 ? end : stop;
  const hours = businessMsBetween(calendar, later.toString(), earlier.toString()) / 3_600_000;
  return hours === 0 ? '' : `${Number(hours.toFixed(2))} h`;
}
