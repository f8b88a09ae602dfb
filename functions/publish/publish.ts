import { type AmendsEvent, eventOf } from '../../shared/domain/events.ts';
import type { Outbox, OutgoingQueue } from '../../shared/domain/outgoing/ports.ts';
import { StreamStop } from '../../shared/lambda/on-stream.ts';
import type { EventBus } from '../../shared/ports.ts';
import { type Listeners, noteDown } from './note-down.ts';

/** A record of the register's stream. */
export interface RegisterChange {
  readonly sequenceNumber: string;
  readonly old?: unknown;
  readonly new?: unknown;
}

export interface PublishPorts {
  readonly bus: EventBus;
  readonly outbox: Outbox;
  readonly queue: OutgoingQueue;
  readonly now: () => string;
}

interface Pending {
  readonly sequenceNumber: string;
  readonly event: AmendsEvent;
}

/**
 * Tells the outside world what a batch of the stream changed, in the stream's order: notes it down for endpoints and chat rooms, puts it on the
 * bus, and wakes `deliver`. Nothing is skipped: what cannot be passed on stops the batch, and is brought again. Then some events may go out
 * on the bus twice, under the same id; nothing is noted down twice.
 * @throws StreamStop at the first record that did not get through; all before it did.
 */
export async function publish(
  changes: readonly RegisterChange[],
  { bus, outbox, queue, now }: PublishPorts,
  listeners: Listeners,
): Promise<void> {
  const { pending: read, stop: unreadable } = readUntilUnreadable(changes);
  const { pending, stop: refused, deliveryIds } = await noteUntilRefused(read, listeners, outbox, now());
  const outcome = await bus.put(pending.map(({ event }) => event));
  // A lost message costs a minute, and a failed one the whole batch again: then these are not new, and `sweep` brings them.
  if (deliveryIds.length > 0) await queue.send(deliveryIds.map((deliveryId) => ({ deliveryId })));
  if (outcome !== 'all') throw new StreamStop(pending[outcome.firstRefused]?.sequenceNumber ?? '', outcome.cause);
  const stop = refused ?? unreadable;
  if (stop !== undefined) throw stop;
}

/** Before the bus, since it may be repeated: where the bus then stops earlier, the same is noted down again without effect. */
async function noteUntilRefused(pending: readonly Pending[], listeners: Listeners, outbox: Outbox, now: string) {
  const deliveryIds: string[] = [];
  for (const [i, { sequenceNumber, event }] of pending.entries()) {
    try {
      deliveryIds.push(...(await noteDown(event, listeners, outbox, now)));
    } catch (error) {
      return { pending: pending.slice(0, i), deliveryIds, stop: new StreamStop(sequenceNumber, error) };
    }
  }
  return { pending, deliveryIds };
}

function readUntilUnreadable(changes: readonly RegisterChange[]) {
  const pending: Pending[] = [];
  for (const change of changes) {
    try {
      const event = eventOf(change);
      if (event !== undefined) pending.push({ sequenceNumber: change.sequenceNumber, event });
    } catch (error) {
      return { pending, stop: new StreamStop(change.sequenceNumber, error) };
    }
  }
  return { pending };
}
