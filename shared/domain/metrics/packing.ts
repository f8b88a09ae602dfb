import { type BucketDelta, bucketId } from './bucket.ts';

/** DynamoDB takes at most this many operations in one transaction. */
export const MAX_OPERATIONS = 100;

/** One record of the stream and what it adds. */
export interface CountedRecord {
  /** The stream's own id of the record: the same whenever it is delivered. */
  readonly eventId: string;
  readonly buckets: readonly BucketDelta[];
}

/**
 * How many records, from the first on, fit into one transaction of one claim per record and one update per bucket. A record is never split:
 * its claim and all that it adds stand or fall together. At least 1: a single record needs 77 operations at most (two images,
 * days and hours, five dimensions and fourteen topics each, and its claim).
 */
export function fitting(records: readonly CountedRecord[], maxOperations: number = MAX_OPERATIONS): number {
  const buckets = new Set<string>();
  let count = 0;
  for (const record of records) {
    for (const bucket of record.buckets) buckets.add(bucketId(bucket));
    if (count > 0 && count + 1 + buckets.size > maxOperations) break;
    count += 1;
  }
  return count;
}
