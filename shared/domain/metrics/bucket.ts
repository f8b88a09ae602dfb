import { addDeltas, type Deltas } from './tally.ts';

export type Granularity = 'day' | 'hour';

/** Which bucket: a dimension's day or hour. */
interface BucketName {
  readonly granularity: Granularity;
  /**
   * `all`, or a kind and a value: `channel#form`, `survey#service`, `branch#east`, `topic#delivery`, `language#en`,
   * `campaign#after-delivery`, `tier#vip` (days only).
   */
  readonly dimension: string;
  /** `YYYY-MM-DD` of the business's zone for days; `YYYY-MM-DDTHH` in UTC for hours. */
  readonly start: string;
}

/** What is to be added to a bucket. */
export interface BucketDelta extends BucketName {
  readonly deltas: Deltas;
}

/** One text per bucket, to tell buckets apart; not a key of any table. */
export const bucketId = ({ granularity, dimension, start }: BucketName) => `${granularity} ${start} ${dimension}`;

/** Deltas of the same bucket added up; buckets that come to no change are left out. */
export function mergeBuckets(deltas: Iterable<BucketDelta>): BucketDelta[] {
  const merged = new Map<string, BucketDelta>();
  for (const delta of deltas) {
    const id = bucketId(delta);
    const standing = merged.get(id);
    merged.set(id, standing === undefined ? delta : { ...standing, deltas: addDeltas(standing.deltas, delta.deltas) });
  }
  return [...merged.values()].filter(({ deltas: left }) => Object.values(left).some((value) => value !== 0));
}
