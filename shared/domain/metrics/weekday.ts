import { Temporal } from 'temporal-polyfill';

const DAYS_OF_A_WEEK = 7;

/** This many average days stand beside the days seen of each weekday: with few weeks, a weekday is taken to be nearly average. */
const PRIOR_DAYS = 2;

/** How busy a local day is as a rule, by its weekday; 1 is the average of a week. */
export type WeekdayWeights = (day: string) => number;

/**
 * Weights of weekdays from complete days: the mean of each weekday over the mean of all, drawn towards 1 where few were seen (the posterior mean
 * of a Gamma–Poisson model with a prior worth `PRIOR_DAYS` average days). Without any feedback all are 1.
 * @param days `YYYY-MM-DD` and what came in on it
 */
export function weekdayWeights(days: readonly { readonly day: string; readonly n: number }[]): WeekdayWeights {
  const mean = days.reduce((sum, { n }) => sum + n, 0) / Math.max(1, days.length);
  if (mean === 0) return () => 1;
  const seen = Array.from({ length: DAYS_OF_A_WEEK }, () => ({ n: 0, days: 0 }));
  for (const { day, n } of days) {
    const of = seen[weekdayOf(day)];
    if (of === undefined) continue;
    of.n += n;
    of.days += 1;
  }
  const weights = seen.map((of) => (of.n + PRIOR_DAYS * mean) / ((of.days + PRIOR_DAYS) * mean));
  return (day) => weights[weekdayOf(day)] ?? 1;
}

/** The weight of the hours that begin at these instants: each has that of its local day. */
export function weightOfHours(hours: readonly string[], timeZone: string, weights: WeekdayWeights): number {
  const sum = hours.reduce((total, hour) => {
    const day = Temporal.Instant.from(hour).toZonedDateTimeISO(timeZone).toPlainDate().toString();
    return total + weights(day);
  }, 0);
  return hours.length === 0 ? 1 : sum / hours.length;
}

const weekdayOf = (day: string) => Temporal.PlainDate.from(day).dayOfWeek - 1;
