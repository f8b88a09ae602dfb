import { type Measured, NEEDED_ANSWERS, refused } from './figure.ts';
import { quantileRanks } from './order-statistics.ts';

const SHORTEST_S = 60;
const LONGEST_S = 90 * 24 * 60 * 60;
const STEPS = 38;

/** So many buckets there are: up to a minute, 38 in equal ratios of 1.363 up to 90 days, and all that is longer. */
export const DURATION_BUCKETS = STEPS + 2;

/**
 * A quantile read from the buckets lies within this part of the one that sorting would find, for durations above 1 minute, up to 90 days: half the width
 * of a bucket over the mean of its ends, as in DDSketch (Masson, Rim & Lee 2019, PVLDB 12:2195–2205, with γ = 1.363). Up to a minute it is off by 30 s at most.
 */
export const DURATION_RELATIVE_ERROR = 0.156;

/** Upper ends in whole seconds, themselves included: rounded, so that no machine's exponential moves a case to a neighbouring bucket. */
const UPPER_ENDS: readonly number[] = Array.from({ length: STEPS + 1 }, (_, i) =>
  Math.round(SHORTEST_S * (LONGEST_S / SHORTEST_S) ** (i / STEPS)),
);

/**
 * The bucket of a duration, 0 … `DURATION_BUCKETS` − 1; bucket `i` ends where the next begins, so counts of the same bucket add up.
 * Nothing for what is no duration: negative (a clock was set back) or not finite. Such are not counted.
 */
export function bucketOf(seconds: number): number | undefined {
  if (!Number.isFinite(seconds) || seconds < 0) return undefined;
  const found = UPPER_ENDS.findIndex((end) => seconds <= end);
  return found === -1 ? DURATION_BUCKETS - 1 : found;
}

const lowerEnd = (bucket: number) => (bucket === 0 ? 0 : (UPPER_ENDS[bucket - 1] ?? LONGEST_S));

/** The harmonic mean of a bucket's ends: as far from the one as from the other, each as a part of that end. */
function middleOf(bucket: number): number {
  const [low, high] = [lowerEnd(bucket), UPPER_ENDS[bucket] ?? LONGEST_S];
  return low === 0 ? high / 2 : (2 * low * high) / (low + high);
}

/** A quantile of durations, in seconds. */
export interface DurationQuantile {
  readonly p: number;
  /** Middle of the bucket it lies in; see `DURATION_RELATIVE_ERROR`. */
  readonly value: number;
  /** It is longer than `value`, 90 days, by nobody knows how much. */
  readonly isAtLeast: boolean;
  /** End of the 95 % interval; 0 where too few were counted to tell more. */
  readonly low: number;
  /** Absent where too few were counted for an upper end (35 or fewer for the 90th percentile), or where it is beyond 90 days. */
  readonly high?: number;
}

/**
 * The duration that a share `p` of all do not exceed, with the 95 % interval by order statistics: it needs no shape of the distribution
 * (David & Nagaraja 2003, "Order Statistics", 7.1). Its ends are the outer ends of the buckets in which the two order statistics lie, so the
 * grouping cannot make it too narrow.
 * @param counts by bucket; those missing at the end are 0. Sums of other counts give what counting all at once would.
 * @param p above 0 and below 1, e.g. 0.5 for the median
 */
export function quantileOf(counts: readonly number[], p: number): Measured<DurationQuantile> {
  const areCounts = counts.length <= DURATION_BUCKETS && counts.every((count) => Number.isSafeInteger(count) && count >= 0);
  const n = areCounts ? counts.reduce((sum, count) => sum + count, 0) : 0;
  if (!areCounts || !Number.isSafeInteger(n) || !(p > 0 && p < 1)) return refused('not-counts', 0);
  if (n < NEEDED_ANSWERS) return refused('too-few-answers', n);
  const { rank, low, high } = quantileRanks(n, p);
  const at = bucketOfRank(counts, rank);
  const top = high === undefined ? undefined : UPPER_ENDS[bucketOfRank(counts, high)];
  const isAtLeast = at === DURATION_BUCKETS - 1;
  return {
    kind: 'measured',
    n,
    leftOut: {},
    p,
    value: isAtLeast ? LONGEST_S : middleOf(at),
    isAtLeast,
    low: low === undefined ? 0 : lowerEnd(bucketOfRank(counts, low)),
    ...(top === undefined ? {} : { high: top }),
  };
}

/** The bucket of the `rank`-th shortest, counted from 1. */
function bucketOfRank(counts: readonly number[], rank: number): number {
  let below = 0;
  return counts.findIndex((count) => {
    below += count;
    return below >= rank;
  });
}

/** Response or solution times (R19): the middle one, and the one that 9 of 10 do not exceed. */
export const durationFigures = (counts: readonly number[]) => ({ median: quantileOf(counts, 0.5), p90: quantileOf(counts, 0.9) });
