import { type BucketDelta, bucketId, mergeBuckets } from './bucket.ts';
import { contributions } from './contributions.ts';
import { negated } from './tally.ts';

/** The buckets as they must be, worked out afresh from the items themselves. */
export const foldItems = (items: Iterable<unknown>, timeZone: string): BucketDelta[] =>
  mergeBuckets([...items].flatMap((item) => contributions(item, timeZone)));

/** What must be added to `actual` to make it `expected`, by bucket; empty where every counter agrees (promise 44). */
export function differences(expected: Iterable<BucketDelta>, actual: Iterable<BucketDelta>): BucketDelta[] {
  const missing = [...actual].map((bucket) => ({ ...bucket, deltas: negated(bucket.deltas) }));
  return mergeBuckets([...expected, ...missing]).sort((a, b) => (bucketId(a) < bucketId(b) ? -1 : 1));
}
