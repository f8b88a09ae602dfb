import type { ActionQueue, ActionStore } from '../../shared/ports.ts';

/** How long a leased action is left alone. `act` needs seconds; a lost message costs this. Milliseconds. */
const LEASE_MS = 5 * 60_000;
/** Leased and handed on together. */
const PER_ROUND = 1000;
/** One run takes this many at most and says so; the next, a minute later, goes on. */
const MAX_PER_RUN = 20_000;

export interface SweepResult {
  readonly leased: number;
  /** More may be due than this run took. */
  readonly isFull: boolean;
}

/**
 * Finds what is due and hands it to `act`, round by round. A queue that fails fails the run: the leases end and a later run brings the same again.
 * @param hasTime is there time for another round before this run is cut off?
 */
export async function sweep(
  now: string,
  store: Pick<ActionStore, 'leaseDue'>,
  queue: ActionQueue,
  hasTime: () => boolean = () => true,
): Promise<SweepResult> {
  const leaseUntil = new Date(Date.parse(now) + LEASE_MS).toISOString();
  let leased = 0;
  while (leased < MAX_PER_RUN && hasTime()) {
    const ids = await store.leaseDue(now, leaseUntil, PER_ROUND);
    // Fewer than a round holds is not the end: another sweep at the same time may have taken the rest of it.
    if (ids.length === 0) return { leased, isFull: false };
    await queue.send(ids);
    leased += ids.length;
  }
  return { leased, isFull: true };
}
