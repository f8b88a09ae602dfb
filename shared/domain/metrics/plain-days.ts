import { isoDate, weekdayOf as isoWeekdayOf, dayNumber as numberOf } from '../day-number.ts';

/** Arithmetic of days `YYYY-MM-DD` without a zone and without Temporal, which would be a tenth of a function and half a page. */
export function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return numberOf(year, month, date);
}

/** The day so many days later, or earlier. */
export const plusDays = (day: string, days: number): string => isoDate(dayNumber(day) + days);

/** 0 Monday … 6 Sunday. */
export const weekdayOf = (day: string): number => isoWeekdayOf(dayNumber(day)) - 1;

/** Months since year 0 of the month that the day lies in. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The first day of a month. @param number see `monthNumber` */
export const firstOfMonth = (number: number): string => isoDate(numberOf(Math.floor(number / 12), (number % 12) + 1, 1));
