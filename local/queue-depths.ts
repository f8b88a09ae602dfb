import type { QueueEngine } from './engines/queues.ts';
import type { ProvisionedQueue } from './provision/queues.ts';

export interface QueueDepth {
  readonly name: string;
  readonly logicalId: string;
  readonly arn: string;
  /** Visible, or delayed. */
  readonly waiting: number;
  /** Received and not deleted: being worked, or waiting for another try. */
  readonly inFlight: number;
  readonly isDeadLetterQueue: boolean;
  /** Of a dead-letter queue. */
  readonly messages: readonly { readonly id: string; readonly body: string; readonly receiveCount: number }[];
}

/** @param extraDeadLetters ARNs of queues that take what streams and schedules could not hand over */
export function queueDepths(
  queues: readonly ProvisionedQueue[],
  engine: QueueEngine,
  extraDeadLetters: ReadonlySet<string>,
): readonly QueueDepth[] {
  return queues.map(({ name, arn, resource, isDeadLetter }) => {
    const { ready = [], delayed = [], inflight = [] } = engine.server.inspectQueue(name)?.messages ?? {};
    const isDeadLetterQueue = isDeadLetter || extraDeadLetters.has(arn);
    const messages = isDeadLetterQueue ? [...ready, ...delayed, ...inflight.map(({ message }) => message)] : [];
    return {
      name,
      logicalId: resource.logicalId,
      arn,
      waiting: ready.length + delayed.length,
      inFlight: inflight.length,
      isDeadLetterQueue,
      messages: messages.map(({ messageId, body, approximateReceiveCount }) => ({
        id: messageId,
        body,
        receiveCount: approximateReceiveCount,
      })),
    };
  });
}
