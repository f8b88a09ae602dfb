import { dayNumber, plusDays, weekdayOf } from '../../metrics/plain-days.ts';

/** The week of a day, `2026-W47`: ISO 8601, weeks begin on Monday and belong to the year of their Thursday. @param day `YYYY-MM-DD` */
export function isoWeek(day: string): string {
  const thursday = plusDays(day, 3 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
