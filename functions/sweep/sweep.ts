import type { ActionQueue, ActionStore } from '../../shared/ports.ts';

/** How long a leased action is left alone. `act` needs seconds; a lost message costs this. Milliseconds. */
const LEASE_MS = 5 * 60_000;
/** One run takes this many at most and says so; the next, a minute later, goes on. */
const MAX_PER_RUN = 1000;

export interface SweepResult {
  readonly leased: number;
  /** More may be due than one run takes. */
  readonly isFull: boolean;
}

/** Finds what is due and hands it to `act`. A queue that fails fails the run: the leases end and the next run brings the same again. */
export async function sweep(now: string, store: Pick<ActionStore, 'leaseDue'>, queue: ActionQueue): Promise<SweepResult> {
  const leaseUntil = new Date(Date.parse(now) + LEASE_MS).toISOString();
  const ids = await store.leaseDue(now, leaseUntil, MAX_PER_RUN);
  if (ids.length > 0) await queue.send(ids);
  return { leased: ids.length, isFull: ids.length >= MAX_PER_RUN };
}
