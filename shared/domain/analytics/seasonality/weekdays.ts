import { Temporal } from 'temporal-polyfill';
import type { Estimate } from '../../metrics/interval.ts';
import { studentPoint, studentTwoSided } from '../distributions.ts';
import { holm, LEVEL } from '../several-tests.ts';

/** A local day and its figure: a mean or share of its answers, or how many came in. */
export interface DayFigure {
  /** `YYYY-MM-DD`, in the house's time zone. */
  readonly day: string;
  readonly value: number;
}

/** `level`: deviations are in the figure's own unit. `volume`: counts, deviations are parts of the week's daily mean. */
export type WeekdayUnit = 'level' | 'volume';

/** ISO 8601: 1 is Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export interface WeekdayDeviation {
  readonly weekday: Weekday;
  /** From the mean of its own week; t interval over weeks. */
  readonly deviation: Estimate;
  /** Adjusted by Holm for all weekdays. */
  readonly pValue: number;
  readonly verdict: 'higher' | 'lower' | 'not-distinguishable';
}

export interface WeekdayPattern {
  readonly kind: 'measured';
  readonly unit: WeekdayUnit;
  /** Whole weeks. */
  readonly n: number;
  readonly hasPattern: boolean;
  /** That no weekday differs: the smallest adjusted chance. */
  readonly pValue: number;
  readonly weekdays: readonly WeekdayDeviation[];
  readonly leftOut: LeftOutDays;
}

export interface LeftOutDays {
  /** Not a date, not a finite figure, or a day given a second time. */
  readonly unusable: number;
  /** Days of weeks that lack one of the weekdays, or of weeks without anything. */
  readonly ofBrokenWeeks: number;
  /** Weekdays that fewer than half of the weeks have, such as the day the house is closed. */
  readonly closed: readonly Weekday[];
}

export interface WeekdayRefusal {
  readonly kind: 'refused';
  readonly reason: 'too-few-weeks' | 'too-few-weekdays';
  readonly n: number;
  readonly needed: number;
  readonly leftOut: LeftOutDays;
}

/** With fewer weeks a weekday's mean has hardly any degrees of freedom. */
const MIN_WEEKS = 8;

/** Larger numbers are no figures, and their squares leave what a number can hold. */
const LARGEST = 1e12;

/**
 * Is there a pattern of weekdays, and which days differ (R23)? Each day is compared with the mean of its own week, so that neither a trend nor a bad
 * month looks like a weekday; the mean deviation of a weekday is tested over weeks (Student's t), so days that scatter by more than their answers
 * do are not taken for more than they are; all weekdays are adjusted by Holm.
 */
export function weekdayPattern(days: readonly DayFigure[], unit: WeekdayUnit): WeekdayPattern | WeekdayRefusal {
  const { weeks, unusable } = weeksOf(days, unit);
  const open = WEEKDAYS.filter((weekday) => 2 * weeks.filter((week) => week.has(weekday)).length >= Math.max(1, weeks.length));
  const whole = weeks.filter((week) => open.every((weekday) => week.has(weekday)) && (unit === 'level' || meanOf(week, open) > 0));
  const inWhole = whole.length * open.length;
  const leftOut = {
    unusable,
    ofBrokenWeeks: days.length - unusable - inWhole,
    closed: WEEKDAYS.filter((weekday) => !open.includes(weekday)),
  };
  if (whole.length < MIN_WEEKS) return { kind: 'refused', reason: 'too-few-weeks', n: whole.length, needed: MIN_WEEKS, leftOut };
  if (open.length < 2) return { kind: 'refused', reason: 'too-few-weekdays', n: open.length, needed: 2, leftOut };
  const tested = open.map((weekday) => ({ weekday, ...deviationOf(weekday, whole, open, unit) }));
  const adjusted = holm(tested.map(({ chance }) => chance));
  const weekdays = tested.map(({ weekday, deviation }, place) => {
    const pValue = adjusted[place] ?? 1;
    return {
      weekday,
      deviation,
      pValue,
      verdict: pValue >= LEVEL ? 'not-distinguishable' : deviation.value > 0 ? 'higher' : 'lower',
    } as const;
  });
  const pValue = Math.min(...adjusted);
  return { kind: 'measured', unit, n: whole.length, hasPattern: pValue < LEVEL, pValue, weekdays, leftOut };
}

type Week = ReadonlyMap<Weekday, number>;

/** Weeks from Monday, in order, whatever the order of days. */
function weeksOf(days: readonly DayFigure[], unit: WeekdayUnit): { readonly weeks: readonly Week[]; readonly unusable: number } {
  const weeks = new Map<string, Map<Weekday, number>>();
  let unusable = 0;
  for (const { day, value } of [...days].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.value - b.value))) {
    const date = dateOf(day);
    const weekday = WEEKDAYS.find((of) => of === date?.dayOfWeek);
    const isFigure = Number.isFinite(value) && Math.abs(value) <= LARGEST && (unit === 'level' || value >= 0);
    const monday = date?.subtract({ days: date.dayOfWeek - 1 }).toString() ?? '';
    const week = weeks.get(monday) ?? new Map<Weekday, number>();
    if (weekday === undefined || !isFigure || week.has(weekday)) {
      unusable += 1;
      continue;
    }
    weeks.set(monday, week.set(weekday, value));
  }
  return { weeks: [...weeks.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, week]) => week), unusable };
}

function dateOf(day: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const meanOf = (week: Week, open: readonly Weekday[]) => open.reduce((sum, weekday) => sum + (week.get(weekday) ?? 0), 0) / open.length;

/** Deviations this small beside the figures are rounding. */
const ROUNDING = 1e-9;

function deviationOf(weekday: Weekday, weeks: readonly Week[], open: readonly Weekday[], unit: WeekdayUnit) {
  const values = weeks.map((week) => {
    const mean = meanOf(week, open);
    const apart = (week.get(weekday) ?? 0) - mean;
    return unit === 'volume' ? apart / mean : apart;
  });
  const n = values.length;
  const value = values.reduce((sum, of) => sum + of, 0) / n;
  const error = Math.sqrt(values.reduce((sum, of) => sum + (of - value) ** 2, 0) / (n - 1) / n);
  const margin = studentPoint(LEVEL, n - 1) * error;
  const greatest = Math.max(...weeks.flatMap((week) => [...week.values()].map(Math.abs)));
  const isNone = Math.abs(value) <= ROUNDING * (unit === 'volume' ? 1 : greatest);
  // Deviations that never vary: not more certain than a sign test of so many weeks makes them.
  const isExact = error <= ROUNDING * Math.abs(value);
  const chance = isNone ? 1 : isExact ? 2 ** (1 - n) : studentTwoSided(value / error, n - 1);
  return { deviation: { value, low: value - margin, high: value + margin }, chance };
}
