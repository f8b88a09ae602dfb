import type { TopicAlarm } from '../domain/alarm/topic-alarm.ts';
import type { BucketDelta, Granularity } from '../domain/metrics/bucket.ts';
import type { Claim } from '../domain/metrics/packing.ts';
import type { Tally } from '../domain/metrics/tally.ts';
import type { Action } from '../domain/recovery/action.ts';
import type { Page, PageRequest } from './pages.ts';

/** What may have happened to a transaction of claims and bucket updates. `counted-before`: these of its records have been; nothing was written. */
export type CommitOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'counted-before'; readonly eventIds: readonly string[] }
  /** Somebody else was writing the same buckets, or the table was throttled; nothing was written. */
  | { readonly outcome: 'busy'; readonly cause: unknown };

/** What `count` writes. */
export interface FiguresWriter {
  /**
   * Claims every record and adds to every bucket, or does nothing at all. At most `MAX_OPERATIONS` distinct seconds and buckets together,
   * at most `MAX_CLAIMS_OF_A_SECOND` records of one second, none of them twice.
   */
  commit(claims: readonly Claim[], buckets: readonly BucketDelta[]): Promise<CommitOutcome>;
}

/** What the digest and the desk read of the figures. */
export interface FiguresReader {
  /** The buckets of a dimension that hold anything, oldest first, from the one that starts at `from` to the one that starts at `to`, both included. */
  series(
    dimension: string,
    granularity: Granularity,
    from: string,
    to: string,
  ): Promise<readonly { readonly start: string; readonly tally: Tally }[]>;
}

/** What the desk reads of alarms. */
export interface AlarmReader {
  /** Newest first. */
  alarms(page: PageRequest): Promise<Page<TopicAlarm>>;
}

/** What `watch` does with alarms. */
export interface AlarmRegister extends AlarmReader {
  /** Stores the alarm with its mail, or neither where there is an alarm of that id. Tells whether it was stored. */
  raise(alarm: TopicAlarm, mail: Action | undefined): Promise<boolean>;
}
