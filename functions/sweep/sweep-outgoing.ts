import type { DueDeliveries, OutgoingJob, OutgoingQueue } from '../../shared/domain/outgoing/ports.ts';

/** How long a leased delivery is left alone. `deliver` needs seconds; a lost message costs this. Milliseconds. */
const LEASE_MS = 5 * 60_000;
/** Of one endpoint in one run. What is more waits for the next, a minute later. */
const MAX_PER_ENDPOINT = 200;

interface Ids {
  readonly webhooks: readonly { readonly id: string }[];
  readonly notices: readonly { readonly id: string }[];
}

/**
 * Finds the deliveries that are due and the chat rooms that have something to be told, and hands them to `deliver`. Each endpoint has its share
 * of a run, so that one with a long backlog holds up no other.
 */
export async function sweepOutgoing(now: string, { webhooks, notices }: Ids, due: DueDeliveries, queue: OutgoingQueue): Promise<number> {
  const leaseUntil = new Date(Date.parse(now) + LEASE_MS).toISOString();
  const jobs: OutgoingJob[] = [];
  for (const { id } of webhooks) {
    const deliveryIds = await due.leaseDue(id, now, leaseUntil, MAX_PER_ENDPOINT);
    jobs.push(...deliveryIds.map((deliveryId) => ({ deliveryId })));
  }
  for (const { id } of notices) if (await due.hasLines(id)) jobs.push({ room: id });
  if (jobs.length > 0) await queue.send(jobs);
  return jobs.length;
}
