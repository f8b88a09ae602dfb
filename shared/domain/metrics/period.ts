import { Temporal } from 'temporal-polyfill';

export const PERIOD_KINDS = ['day', 'week', 'month'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A local day, a week from Monday to Sunday, or a calendar month, in the business's zone. */
export interface Period {
  readonly kind: PeriodKind;
  /** First and last local day, `YYYY-MM-DD`; equal for a day. */
  readonly from: string;
  readonly to: string;
  /** First instant, and the first one after. A day of daylight-saving change has 23 or 25 hours. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The period that `at` lies in. Weeks begin on Monday (ISO 8601). */
export function currentPeriod(kind: PeriodKind, at: string, timeZone: string): Period {
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return periodFrom(kind, firstDayOf(kind, day), timeZone);
}

function firstDayOf(kind: PeriodKind, day: Temporal.PlainDate): Temporal.PlainDate {
  switch (kind) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 });
    case 'month':
      return day.with({ day: 1 });
  }
}

/** The last period that was complete at `at`. */
export const previousPeriod = (kind: PeriodKind, at: string, timeZone: string) => periodBefore(currentPeriod(kind, at, timeZone), timeZone);

/** The equal period right before. */
export function periodBefore({ kind, from }: Period, timeZone: string): Period {
  return periodFrom(kind, Temporal.PlainDate.from(from).subtract(LENGTHS[kind]), timeZone);
}

/** This period and the equal ones right before it, `count` in all, oldest first. */
export function periodsUpTo(period: Period, count: number, timeZone: string): Period[] {
  const periods = [period];
  for (let earliest = period; periods.length < count; periods.unshift(earliest)) earliest = periodBefore(earliest, timeZone);
  return periods;
}

/** The UTC days that a period touches, oldest first. */
export function utcDaysOf({ startsAt, endsAt }: Period): string[] {
  const last = Temporal.Instant.from(endsAt).subtract({ milliseconds: 1 }).toString().slice(0, 10);
  const days: string[] = [];
  for (let day = startsAt.slice(0, 10); day <= last; day = Temporal.PlainDate.from(day).add({ days: 1 }).toString()) days.push(day);
  return days;
}

/** The instants between which days of a zone lie, `YYYY-MM-DD`, both included: the first instant is in them, the last is not. */
export const instantsOfDays = (from: string, to: string, timeZone: string) => ({
  start: midnight(Temporal.PlainDate.from(from), timeZone),
  end: midnight(Temporal.PlainDate.from(to).add({ days: 1 }), timeZone),
});

const LENGTHS = { day: { days: 1 }, week: { days: 7 }, month: { months: 1 } } as const;

function periodFrom(kind: PeriodKind, first: Temporal.PlainDate, timeZone: string): Period {
  const next = first.add(LENGTHS[kind]);
  return {
    kind,
    from: first.toString(),
    to: next.subtract({ days: 1 }).toString(),
    startsAt: midnight(first, timeZone),
    endsAt: midnight(next, timeZone),
  };
}

/** The first instant of a local day: where midnight is skipped by the clock, the day begins at 01:00. */
const midnight = (day: Temporal.PlainDate, timeZone: string) =>
  day.toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 });
