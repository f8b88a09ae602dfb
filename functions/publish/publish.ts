import type { AnsweredFeedback } from '../../shared/domain/analytics/columns.ts';
import { answersOfChange } from '../../shared/domain/analytics/rows-of.ts';
import { type AmendsEvent, eventOf } from '../../shared/domain/events.ts';
import type { Outbox, OutgoingQueue } from '../../shared/domain/outgoing/ports.ts';
import { StreamStop } from '../../shared/lambda/on-stream.ts';
import type { AnswerQueue, EventBus } from '../../shared/ports.ts';
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
  /** On the way to the column files. */
  readonly answers: AnswerQueue;
  /** IANA zone in which days begin. */
  readonly timeZone: string;
  readonly now: () => string;
}

interface Pending {
  readonly sequenceNumber: string;
  readonly event: AmendsEvent;
}

/**
 * Tells the outside world what a batch of the stream changed, in the stream's order: sends answers on to the column files, notes events down for endpoints
 * and chat rooms, puts them on the bus, and wakes `deliver`. Nothing is skipped: what cannot be passed on stops the batch, and is brought again. Then some events may go out
 * on the bus twice, under the same id, and answers be archived twice, which their readers take for one; nothing is noted down twice.
 * @throws StreamStop at the first record that did not get through; all before it did.
 */
export async function publish(
  changes: readonly RegisterChange[],
  { bus, outbox, queue, answers, timeZone, now }: PublishPorts,
  listeners: Listeners,
): Promise<void> {
  const { pending: read, answered, stop: unreadable } = readUntilUnreadable(changes, timeZone);
  // First, and harmless to repeat: whatever stops the batch later, what comes before that place is on its way.
  if (answered.length > 0) await answers.send(answered);
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

function readUntilUnreadable(changes: readonly RegisterChange[], timeZone: string) {
  const pending: Pending[] = [];
  const answered: AnsweredFeedback[] = [];
  for (const change of changes) {
    try {
      const event = eventOf(change);
      if (event !== undefined) pending.push({ sequenceNumber: change.sequenceNumber, event });
      const rows = answersOfChange(change, timeZone);
      if (rows !== undefined) answered.push(rows);
    } catch (error) {
      return { pending, answered, stop: new StreamStop(change.sequenceNumber, error) };
    }
  }
  return { pending, answered };
}
