import type { ProvisionedQueue } from '../provision/queues.ts';
import type { QueueEngine } from './queues.ts';
import type { SqsCall } from './sqs-call.ts';

/** fauxqs 2.4.1 with a data folder cannot set 0: its own column refuses what it writes. Seconds. */
const SHORTLY = 1;

/**
 * What a killed local cloud had in hand is visible again at once: its folder is locked, so nobody else can be at work on it.
 * AWS would wait for the visibility timeout, which is minutes.
 */
export async function releaseInFlight(queues: readonly ProvisionedQueue[], engine: QueueEngine, callSqs: SqsCall): Promise<void> {
  for (const { name, url } of queues) {
    for (const { receiptHandle } of engine.server.inspectQueue(name)?.messages.inflight ?? []) {
      await callSqs('ChangeMessageVisibility', { QueueUrl: url, ReceiptHandle: receiptHandle, VisibilityTimeout: SHORTLY });
    }
  }
}
