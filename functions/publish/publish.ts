import { type AmendsEvent, eventOf } from '../../shared/domain/events.ts';
import { StreamStop } from '../../shared/lambda/on-stream.ts';
import type { EventBus } from '../../shared/ports.ts';

/** A record of the register's stream. */
export interface RegisterChange {
  readonly sequenceNumber: string;
  readonly old?: unknown;
  readonly new?: unknown;
}

/**
 * Tells the outside world what a batch of the stream changed, in the stream's order. Nothing is skipped: what cannot be passed on stops the batch,
 * and is brought again. Then some events may go out twice, under the same id.
 * @throws StreamStop at the first record that did not get through; all before it did.
 */
export async function publish(changes: readonly RegisterChange[], bus: EventBus): Promise<void> {
  const { pending, unreadable } = readUntilUnreadable(changes);
  const outcome = await bus.put(pending.map(({ event }) => event));
  if (outcome !== 'all') throw new StreamStop(pending[outcome.firstRefused]?.sequenceNumber ?? '', outcome.cause);
  if (unreadable !== undefined) throw unreadable;
}

function readUntilUnreadable(changes: readonly RegisterChange[]) {
  const pending: { sequenceNumber: string; event: AmendsEvent }[] = [];
  for (const change of changes) {
    try {
      const event = eventOf(change);
      if (event !== undefined) pending.push({ sequenceNumber: change.sequenceNumber, event });
    } catch (error) {
      return { pending, unreadable: new StreamStop(change.sequenceNumber, error) };
    }
  }
  return { pending };
}
