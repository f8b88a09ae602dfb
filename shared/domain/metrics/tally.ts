import * as z from 'zod/mini';

/**
 * What a bucket counts. Whole numbers only, so that adding is exact whatever the order and however often buckets are split or merged;
 * every score, share and interval is worked out from these when it is read (`figuresOf`).
 */
export const COUNTERS = [
  /** Feedback items. */
  'n',
  /** CSAT answers by fifth of their scale; on 1–5 these are the five answers. */
  'csat1',
  'csat2',
  'csat3',
  'csat4',
  'csat5',
  /** CSAT answers in the top of their scale as asked, see `isTopTwo`. */
  'csatTop2',
  /** Sum of CSAT scores in hundredths of a point, 0–100 points each. */
  'csatScoreSum',
  /** Sum of the squares of CSAT scores in hundredths of a point: gives the variance exactly, whatever the scales. */
  'csatScoreSquareSum',
  /** NPS answers by value. */
  'nps0',
  'nps1',
  'nps2',
  'nps3',
  'nps4',
  'nps5',
  'nps6',
  'nps7',
  'nps8',
  'nps9',
  'nps10',
  /** Texts by the sentiment read from them; a text that could not be read is in none. */
  'sentimentNegative',
  'sentimentNeutral',
  'sentimentPositive',
  /** Sum of sentiment scores in thousandths, −1 … 1 each. */
  'sentimentScoreSum',
  /** Cases, all by the time they were opened, so that shares of them compare like with like. */
  'casesOpened',
  'casesAcknowledgedInTime',
  'casesAcknowledgedLate',
  'casesResolved',
] as const;
export type Counter = (typeof COUNTERS)[number];

/** The counters of one bucket or of several added up; all are there, 0 where nothing was counted. */
export type Tally = Readonly<Record<Counter, number>>;

/** Signed changes of some counters; those that are absent do not change. */
export type Deltas = Readonly<Partial<Record<Counter, number>>>;

export const emptyTally: Tally = tallyOf({});

/** A whole tally from some of its counters. */
export function tallyOf(deltas: Deltas): Tally {
  return {
    n: deltas.n ?? 0,
    csat1: deltas.csat1 ?? 0,
    csat2: deltas.csat2 ?? 0,
    csat3: deltas.csat3 ?? 0,
    csat4: deltas.csat4 ?? 0,
    csat5: deltas.csat5 ?? 0,
    csatTop2: deltas.csatTop2 ?? 0,
    csatScoreSum: deltas.csatScoreSum ?? 0,
    csatScoreSquareSum: deltas.csatScoreSquareSum ?? 0,
    nps0: deltas.nps0 ?? 0,
    nps1: deltas.nps1 ?? 0,
    nps2: deltas.nps2 ?? 0,
    nps3: deltas.nps3 ?? 0,
    nps4: deltas.nps4 ?? 0,
    nps5: deltas.nps5 ?? 0,
    nps6: deltas.nps6 ?? 0,
    nps7: deltas.nps7 ?? 0,
    nps8: deltas.nps8 ?? 0,
    nps9: deltas.nps9 ?? 0,
    nps10: deltas.nps10 ?? 0,
    sentimentNegative: deltas.sentimentNegative ?? 0,
    sentimentNeutral: deltas.sentimentNeutral ?? 0,
    sentimentPositive: deltas.sentimentPositive ?? 0,
    sentimentScoreSum: deltas.sentimentScoreSum ?? 0,
    casesOpened: deltas.casesOpened ?? 0,
    casesAcknowledgedInTime: deltas.casesAcknowledgedInTime ?? 0,
    casesAcknowledgedLate: deltas.casesAcknowledgedLate ?? 0,
    casesResolved: deltas.casesResolved ?? 0,
  };
}

/** Adds counters; commutative and associative, with the empty tally as its zero. */
export const addTallies = (a: Tally, b: Tally): Tally => tallyOf(addDeltas(a, b));

/** Adds signed changes; counters that come to 0 are left out, so "no change" is the empty record. */
export function addDeltas(a: Deltas, b: Deltas): Deltas {
  const sum: Partial<Record<Counter, number>> = {};
  for (const counter of COUNTERS) {
    const value = (a[counter] ?? 0) + (b[counter] ?? 0);
    if (value !== 0) sum[counter] = value;
  }
  return sum;
}

/** The change that undoes this one. */
export function negated(deltas: Deltas): Deltas {
  const opposite: Partial<Record<Counter, number>> = {};
  for (const counter of COUNTERS) {
    const value = deltas[counter] ?? 0;
    if (value !== 0) opposite[counter] = -value;
  }
  return opposite;
}

const StoredCount = z.optional(z.int());

/**
 * The counters of a stored bucket; those never touched are absent there, and other attributes are passed over.
 * @throws ZodError where a counter is not a whole number.
 */
export function storedTally(item: Readonly<Record<string, unknown>>): Tally {
  const found: Partial<Record<Counter, number>> = {};
  for (const counter of COUNTERS) {
    const count = StoredCount.parse(item[counter]);
    if (count !== undefined) found[counter] = count;
  }
  return tallyOf(found);
}
