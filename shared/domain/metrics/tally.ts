import * as z from 'zod/mini';
import { DURATION_BUCKETS } from '../analytics/measures/duration-buckets.ts';
import {
  type Counter,
  type DurationCounter,
  type DurationKind,
  durationCounter,
  isCounter,
  isDurationCounter,
  type NamedCounter,
  NOTHING,
} from './counters.ts';

/**
 * The counters of one bucket or of several added up: all named ones are there, 0 where nothing was counted, as in buckets older than the counter;
 * of times only the buckets that are not 0.
 */
export type Tally = Readonly<Record<NamedCounter, number>> & { readonly [counter: DurationCounter]: number };

/** Signed changes of some counters; those that are absent do not change. */
export type Deltas = Readonly<Partial<Record<NamedCounter, number>>> & { readonly [counter: DurationCounter]: number };

type WholeCounting = Record<NamedCounter, number> & { [counter: DurationCounter]: number };

/** Deltas while they are put together. */
export type Counting = Partial<Record<NamedCounter, number>> & { [counter: DurationCounter]: number };

export const emptyTally: Tally = { ...NOTHING };

/** A whole tally from some of its counters. */
export function tallyOf(deltas: Deltas): Tally {
  const tally: WholeCounting = { ...NOTHING };
  for (const counter of countersOf(deltas)) {
    const value = deltas[counter] ?? 0;
    if (value !== 0 || !isDurationCounter(counter)) tally[counter] = value;
  }
  return tally;
}

/** Adds counters; commutative and associative, with the empty tally as its zero. */
export const addTallies = (a: Tally, b: Tally): Tally => sumOf([a, b]);

/** All of them added up, in one pass: a year of many branches is some ten thousand tallies, mostly of zeros. */
export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum: Counting = {};
  for (const tally of tallies) {
    for (const [counter, value] of Object.entries(tally)) {
      if (value !== 0 && isCounter(counter)) sum[counter] = (sum[counter] ?? 0) + value;
    }
  }
  return tallyOf(sum);
}

/** Adds signed changes; counters that come to 0 are left out, so "no change" is the empty record. */
export function addDeltas(a: Deltas, b: Deltas): Deltas {
  const sum: Counting = {};
  for (const counter of new Set([...countersOf(a), ...countersOf(b)])) {
    const value = (a[counter] ?? 0) + (b[counter] ?? 0);
    if (value !== 0) sum[counter] = value;
  }
  return sum;
}

/** The change that undoes this one. */
export function negated(deltas: Deltas): Deltas {
  const opposite: Counting = {};
  for (const counter of countersOf(deltas)) {
    const value = deltas[counter] ?? 0;
    if (value !== 0) opposite[counter] = -value;
  }
  return opposite;
}

const countersOf = (record: object): Counter[] => Object.keys(record).filter(isCounter);

/** CSAT answers, whatever they were. */
export const csatAnswers = ({ csat1, csat2, csat3, csat4, csat5 }: Tally): number => csat1 + csat2 + csat3 + csat4 + csat5;

/** How many cases took so long, by bucket of `duration-buckets.ts`. */
export const durationsOf = (tally: Tally, kind: DurationKind): number[] =>
  Array.from({ length: DURATION_BUCKETS }, (_, bucket) => tally[durationCounter(kind, bucket)] ?? 0);

const StoredCount = z.int();

/**
 * The counters of a stored bucket; those never touched are absent there, and other attributes are passed over.
 * @throws ZodError where a counter is not a whole number.
 */
export function storedTally(item: Readonly<Record<string, unknown>>): Tally {
  const found: Counting = {};
  for (const counter of countersOf(item)) {
    const value = item[counter];
    found[counter] = typeof value === 'number' && Number.isSafeInteger(value) ? value : StoredCount.parse(value);
  }
  return tallyOf(found);
}
