import { type BucketDelta, bucketId } from './bucket.ts';

/** DynamoDB takes at most this many operations in one transaction. */
export const MAX_OPERATIONS = 100;

/**
 * At most this many records of one second share a transaction: each of them is a term of the condition on the second's claims, and DynamoDB takes
 * 300 operators and 4 KB in one expression. A hundred of them are about 200 operators and 2.3 KB.
 */
export const MAX_CLAIMS_OF_A_SECOND = 100;

/** What a record is claimed by, so that it is counted once. Both are the same whenever the record is delivered. */
export interface Claim {
  /** The stream's own id of the record. */
  readonly eventId: string;
  /** Which claims it stands among: the Unix second of its creation or, of a record that does not tell it, its own id. */
  readonly second: string;
}

/** One record of the stream and what it adds. */
export interface CountedRecord extends Claim {
  readonly buckets: readonly BucketDelta[];
}

/**
 * How many records, from the first on, fit into one transaction of one update per second and one per bucket. A record is never split:
 * its claim and all that it adds stand or fall together. At least 1: a single record needs 83 operations at most (two images,
 * days and hours, six dimensions and fourteen topics each, of days a tier as well, and its second).
 */
export function fitting(records: readonly CountedRecord[], maxOperations: number = MAX_OPERATIONS): number {
  const buckets = new Set<string>();
  const claims = new Map<string, number>();
  let count = 0;
  for (const record of records) {
    for (const bucket of record.buckets) buckets.add(bucketId(bucket));
    const claimsOfSecond = (claims.get(record.second) ?? 0) + 1;
    claims.set(record.second, claimsOfSecond);
    if (count > 0 && (claims.size + buckets.size > maxOperations || claimsOfSecond > MAX_CLAIMS_OF_A_SECOND)) break;
    count += 1;
  }
  return count;
}
