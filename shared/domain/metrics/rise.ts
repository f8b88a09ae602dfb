import { chanceOfAtLeast } from './negative-binomial.ts';

/** What was seen of one topic within a day, or within the last 24 hours. */
export interface Observed {
  /** Unhappy feedback naming the topic. */
  readonly count: number;
  /** All other feedback. */
  readonly others: number;
  /** How busy such a day is as a rule, by its weekday: 1 is the average of a week. */
  readonly weight: number;
}

/** The days before, added up. */
export interface Baseline {
  readonly days: readonly Observed[];
  readonly sums: Observed;
}

/** @param days complete days before the window, in any order */
export function baselineOf(days: readonly Observed[]): Baseline {
  const sums = { count: 0, others: 0, weight: 0 };
  for (const { count, others, weight } of days) {
    sums.count += count;
    sums.others += others;
    sums.weight += weight;
  }
  return { days, sums };
}

export interface RiseSettings {
  /** How many false alarms a year the house accepts, all topics and all looks together. 0: none, so nothing is ever called a rise. */
  readonly falseAlarmsPerYear: number;
  /** Fewer than this in 24 hours are never a rise. */
  readonly minimumCount: number;
  /** Topics that are watched, and looks at each in a year: every look is a chance for a false alarm. */
  readonly topics: number;
  readonly looksPerYear: number;
}

/** A topic that rose. */
export interface Rise {
  readonly count: number;
  /** The count that is usual on such a day. */
  readonly expected: number;
  /** Part of all feedback, 0 … 1, now and as a rule. */
  readonly share: number;
  readonly usualShare: number;
  /** The chance of such a count, or a higher one, where nothing has changed: the greater of both tests. */
  readonly pValue: number;
}

export type Look = { readonly rise: Rise } | { readonly none: 'no-history' | 'as-usual' };

/**
 * With fewer days nobody can tell what is usual: nothing is called a rise, and that is said. With 14, a house whose rates vary by 100 % from day to day
 * heard 4.8 false alarms a year where 4 were stated; with 21 it holds (bench/topic-alarm.ts).
 */
export const MIN_HISTORY_DAYS = 21;

/** A rise by less is no alarm however sure it is: in a large house a tenth more would be. */
export const MIN_RATIO = 1.5;

/**
 * Has a topic risen beyond chance? Two tests of the last 24 hours against the days before them, and both must say so:
 *
 * 1. its count against its own counts on earlier days, each by its weekday;
 * 2. its count against all other feedback, so that a day on which everything rises (a campaign, a mailing) is no rise of a topic.
 *
 * Each is the exact test of two Poisson rates (Przyborowski & Wilenski 1940, Biometrika 31:313–323), whose tail is that of a negative binomial;
 * where earlier days scatter more than Poisson counts do, its variance grows by what they show beyond that, estimated by moments (Breslow 1984,
 * Applied Statistics 33:38–44; the approach of Farrington et al. 1996, J. R. Stat. Soc. A 159:547–563, to outbreaks of diseases), plus one standard
 * error of that estimate: a short history is judged with more care.
 *
 * The level of one look is `falseAlarmsPerYear / (topics × looksPerYear)`: the expected number of false alarms in a year is a sum over all looks
 * at all topics (Boole's inequality; no independence is needed), so it is at most `falseAlarmsPerYear`. Windows that overlap make it less.
 */
export function lookFor(now: Observed, baseline: Baseline, settings: RiseSettings): Look {
  if (baseline.days.length < MIN_HISTORY_DAYS) return { none: 'no-history' };
  const { count, others, weight } = now;
  const { sums } = baseline;
  const expected = (sums.count * weight) / sums.weight;
  if (count < settings.minimumCount || count < MIN_RATIO * expected) return { none: 'as-usual' };

  const level = settings.falseAlarmsPerYear / (settings.topics * settings.looksPerYear);
  const byHistory = chance(now, baseline, 'weight');
  if (!(byHistory < level)) return { none: 'as-usual' };
  const pValue = Math.max(byHistory, chance(now, baseline, 'others'));
  if (!(pValue < level)) return { none: 'as-usual' };
  const usualShare = sums.count / (sums.count + sums.others);
  return { rise: { count, expected, share: count / (count + others), usualShare, pValue } };
}

type Yardstick = 'weight' | 'others';

/** The chance of at least this count, if it keeps to the yardstick as it did before. */
function chance(now: Observed, { days, sums }: Baseline, yardstick: Yardstick): number {
  const total = sums.count;
  const measured = sums[yardstick];
  // A yardstick that is a count itself scatters: one is added for the same reason as to `total`, the exact test's discreteness.
  const isCounted = yardstick === 'others';
  const length = now[yardstick] + (isCounted ? 1 : 0);
  if (measured === 0) return 1;
  const mean = ((total + 1) * length) / measured;
  const uncertainty = 1 / (total + 1) + (isCounted ? 1 / length : 0);
  return chanceOfAtLeast(now.count, mean, uncertainty + scatter(days, total / measured, yardstick));
}

/**
 * By how much the rate itself varies from day to day beyond chance, as a squared coefficient of variation: the estimate, which is never below 0,
 * and one standard error of it.
 */
function scatter(days: readonly Observed[], rate: number, yardstick: Yardstick): number {
  if (rate === 0) return 0;
  let excess = 0;
  let squares = 0;
  let means = 0;
  for (const day of days) {
    const mean = rate * day[yardstick];
    // Where the yardstick is a count, the difference from it carries that count's own variance too.
    const variance = yardstick === 'others' ? mean * (1 + rate) : mean;
    excess += (day.count - mean) ** 2 - variance;
    squares += mean * mean;
    means += variance;
  }
  // One degree of freedom went into the rate.
  const estimate = Math.max(0, (excess + means / days.length) / squares);
  const standardError = (Math.sqrt(2 / (days.length - 1)) * (means + estimate * squares)) / squares;
  return estimate + standardError;
}
