import { mergeBuckets } from '../../shared/domain/metrics/bucket.ts';
import { contributionsOfChange, type ItemChange } from '../../shared/domain/metrics/contributions.ts';
import { type Claim, type CountedRecord, fitting } from '../../shared/domain/metrics/packing.ts';
import { StreamStop } from '../../shared/lambda/on-stream.ts';
import type { FiguresWriter } from '../../shared/ports.ts';

/** A record of the register's stream. */
export interface RegisterRecord extends ItemChange, Claim {
  readonly sequenceNumber: string;
}

export interface CountPorts {
  readonly figures: FiguresWriter;
  /** IANA zone in which days begin. */
  readonly timeZone: string;
  /** Waits before the given retry, 1 for the first. */
  pause(retry: number): Promise<void>;
}

/** Conflicts and throttling are waited out this often in a row; then the stream brings the records again, later. */
const MAX_RETRIES = 6;

interface Pending extends CountedRecord {
  readonly sequenceNumber: string;
}

/**
 * Adds what a batch of the stream changed to the figures, every record once however often it is delivered. As many records as fit share a transaction.
 * @throws StreamStop at the first record that is not counted; all before it are.
 */
export async function count(records: readonly RegisterRecord[], { figures, timeZone, pause }: CountPorts): Promise<void> {
  const { pending, unreadable } = readUntilUnreadable(records, timeZone);
  let rest: readonly Pending[] = pending;
  let retries = 0;
  while (rest.length > 0) {
    const batch = rest.slice(0, fitting(rest));
    const result = await commit(figures, batch);
    if (result.outcome === 'busy') {
      retries += 1;
      if (retries > MAX_RETRIES) throw stopAt(batch[0], result.cause);
      await pause(retries);
      continue;
    }
    retries = 0;
    const settled = new Set(result.outcome === 'done' ? batch.map(({ eventId }) => eventId) : result.eventIds);
    rest = rest.filter(({ eventId }) => !settled.has(eventId));
  }
  if (unreadable !== undefined) throw unreadable;
}

async function commit(figures: FiguresWriter, batch: readonly Pending[]) {
  try {
    return await figures.commit(
      batch.map(({ eventId, second }) => ({ eventId, second })),
      mergeBuckets(batch.flatMap(({ buckets }) => buckets)),
    );
  } catch (error) {
    throw stopAt(batch[0], error);
  }
}

/**
 * What the records change, up to the first that cannot be read: those before it are still counted. Records that change no figure need no claim.
 * A record may be in a batch twice, like any delivery.
 */
function readUntilUnreadable(records: readonly RegisterRecord[], timeZone: string): { pending: Pending[]; unreadable?: StreamStop } {
  const pending = new Map<string, Pending>();
  for (const record of records) {
    try {
      const buckets = contributionsOfChange(record, timeZone);
      const { eventId, second, sequenceNumber } = record;
      if (buckets.length > 0) pending.set(eventId, { eventId, second, sequenceNumber, buckets });
    } catch (error) {
      return { pending: [...pending.values()], unreadable: new StreamStop(record.sequenceNumber, error) };
    }
  }
  return { pending: [...pending.values()] };
}

const stopAt = (record: Pending | undefined, cause: unknown) => new StreamStop(record?.sequenceNumber ?? '', cause);
