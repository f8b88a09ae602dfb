import { Temporal } from 'temporal-polyfill';
import { localDay } from '../metrics/contributions.ts';
import { baselineOf, lookFor, MIN_HISTORY_DAYS, type Observed, type Rise, type RiseSettings } from '../metrics/rise.ts';
import { addTallies, emptyTally, type Tally } from '../metrics/tally.ts';
import { type WeekdayWeights, weekdayWeights, weightOfHours } from '../metrics/weekday.ts';
import { TOPICS, type Topic } from '../understand/understanding.ts';
import { unhappyCount } from './unhappy.ts';

/** The function looks once an hour. */
export const LOOKS_PER_YEAR = 24 * 365.25;
const WINDOW_HOURS = 24;

/** What is read for a look at `at`. */
export interface Window {
  /** 24 complete hours, `YYYY-MM-DDTHH` in UTC, oldest first. */
  readonly hours: readonly string[];
  /** First instant, and the first one after. */
  readonly from: string;
  readonly to: string;
  /** Local days that may serve as history: they end before the window begins. `YYYY-MM-DD`, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
}

export function windowAt(at: string, timeZone: string, historyDays: number): Window {
  const end = Temporal.Instant.from(at).round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const starts = Array.from({ length: WINDOW_HOURS }, (_, n) => end.subtract({ hours: WINDOW_HOURS - n }));
  const from = end.subtract({ hours: WINDOW_HOURS }).toString({ fractionalSecondDigits: 3 });
  const lastDay = Temporal.PlainDate.from(localDay(from, timeZone)).subtract({ days: 1 });
  return {
    hours: starts.map((start) => start.toString().slice(0, 13)),
    from,
    to: end.toString({ fractionalSecondDigits: 3 }),
    // One more than is used: the first day on which anything came in may have been a part of a day.
    firstDay: lastDay.subtract({ days: historyDays }).toString(),
    lastDay: lastDay.toString(),
  };
}

export interface Bucket {
  readonly start: string;
  readonly tally: Tally;
}

/** The buckets of a dimension within a window: its hours, and the days before it. */
export interface Series {
  readonly days: readonly Bucket[];
  readonly hours: readonly Bucket[];
}

export interface WatchInput {
  readonly window: Window;
  readonly timeZone: string;
  readonly all: Series;
  readonly topics: ReadonlyMap<Topic, Series>;
  readonly settings: Pick<RiseSettings, 'falseAlarmsPerYear' | 'minimumCount'>;
}

export interface Watched {
  /** Complete days of history there are. */
  readonly historyDays: number;
  /** Are there enough of them to say anything? */
  readonly isWatching: boolean;
  readonly rises: readonly { readonly topic: Topic; readonly rise: Rise }[];
}

/** Looks at every topic once. See `lookFor` for the test and what its level means. */
export function watchTopics({ window, timeZone, all, topics, settings }: WatchInput): Watched {
  const days = historyOf(all.days, window);
  const weights = weekdayWeights(days.map(({ day, tally: { n } }) => ({ day, n })));
  const looks = { ...settings, topics: TOPICS.length, looksPerYear: LOOKS_PER_YEAR };
  const n = sum(all.hours).n;
  const weight = weightOfHours(
    window.hours.map((hour) => `${hour}:00:00Z`),
    timeZone,
    weights,
  );
  const rises = TOPICS.flatMap((topic) => {
    const series = topics.get(topic);
    if (series === undefined) return [];
    const look = lookFor(observed(n, unhappyCount(sum(series.hours)), weight), baselineOf(observedDays(days, series, weights)), looks);
    return 'rise' in look ? [{ topic, rise: look.rise }] : [];
  });
  return { historyDays: days.length, isWatching: days.length >= MIN_HISTORY_DAYS, rises };
}

interface Day {
  readonly day: string;
  readonly tally: Tally;
}

/**
 * Complete days since the house began to hear anything, at most those of the window; days without any feedback are days too.
 * The first is left out where nothing came before it: it may have begun at noon.
 */
export function historyOf(buckets: readonly Bucket[], { firstDay, lastDay }: Window): Day[] {
  const tallies = new Map(buckets.map(({ start, tally }) => [start, tally]));
  const first = buckets.find(({ tally }) => tally.n > 0)?.start;
  if (first === undefined) return [];
  const days: Day[] = [];
  const begin = Temporal.PlainDate.from(first < firstDay ? firstDay : first).add({ days: 1 });
  for (let day = begin; day.toString() <= lastDay; day = day.add({ days: 1 })) {
    const name = day.toString();
    days.push({ day: name, tally: tallies.get(name) ?? emptyTally });
  }
  return days;
}

function observedDays(days: readonly Day[], series: Series, weights: WeekdayWeights): Observed[] {
  const counts = new Map(series.days.map(({ start, tally }) => [start, unhappyCount(tally)]));
  return days.map(({ day, tally }) => observed(tally.n, counts.get(day) ?? 0, weights(day)));
}

/** A feedback that names the topic is one of all feedback; should a bucket be behind the other for a moment, nothing is below 0. */
const observed = (n: number, count: number, weight: number): Observed => ({ count, others: Math.max(0, n - count), weight });

const sum = (buckets: readonly Bucket[]) => buckets.map(({ tally }) => tally).reduce(addTallies, emptyTally);
