import { Temporal } from 'temporal-polyfill';
import { invalidInput } from '../../shared/domain/errors.ts';

/** Without a wish, the week up to today. */
const DEFAULT_DAYS = 7;

/**
 * The days that a query asks for, both ends included, `YYYY-MM-DD`.
 * @throws AmendsError 422 naming `from`, where they end before they begin or are more than `maxDays`.
 */
export function daysAskedFor(query: { from?: string | undefined; to?: string | undefined }, today: string, maxDays: number) {
  const to = query.to ?? (query.from !== undefined && query.from > today ? query.from : today);
  const from = query.from ?? dayBefore(to, DEFAULT_DAYS - 1);
  const days = Temporal.PlainDate.from(from).until(to).days + 1;
  if (days >= 1 && days <= maxDays) return { from, to };
  const reason = days < 1 ? `expected a day not after ${to}` : `expected at most ${maxDays} days up to ${to}; these are ${days}`;
  throw invalidInput('The days asked for cannot be listed.', [{ field: 'from', reason }]);
}

export const dayBefore = (day: string, days = 1): string => Temporal.PlainDate.from(day).subtract({ days }).toString();
