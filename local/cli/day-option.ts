import { InvalidArgumentError } from 'commander';
import { Day } from '../../shared/api/schemas.ts';

/** A day of the calendar, as an option gives it. */
export function toDay(text: string): string {
  const day = Day.safeParse(text);
  if (!day.success) throw new InvalidArgumentError('expected a day that exists, YYYY-MM-DD.');
  return day.data;
}
