/** Days from 1 March 2000, a Wednesday; of the proleptic Gregorian calendar, by the count of whole years since a March (Hinnant 2014, "days_from_civil"). */
function dayNumber(year: number, month: number, day: number): number {
  const years = month > 2 ? year - 2000 : year - 2001;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return 365 * years + leapDays + Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 1;
}

/**
 * The week of a day, `2026-W47`: ISO 8601, weeks begin on Monday and belong to the year of their Thursday. By itself, for Temporal would be 55 KB
 * of the bundle of `analyse`.
 * @param day `YYYY-MM-DD`
 */
export function isoWeek(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const number = dayNumber(year, month, date);
  const weekday = (((number + 2) % 7) + 7) % 7;
  const thursday = number - weekday + 3;
  const ofYear = [year + 1, year, year - 1].find((one) => thursday >= dayNumber(one, 1, 1)) ?? year;
  const week = Math.floor((thursday - dayNumber(ofYear, 1, 1)) / 7) + 1;
  return `${ofYear}-W${String(week).padStart(2, '0')}`;
}
