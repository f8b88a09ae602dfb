import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { InviteMessage } from '../../domain/campaign/message.ts';
import type { InvitationQueue } from '../../ports.ts';
import { inParallel } from '../in-parallel.ts';

/** SQS takes at most this many messages in one call. */
const BATCH_SIZE = 10;
/** Calls at a time. */
const AT_ONCE = 8;

/** @throws Error where SQS refused any message. */
export function invitationQueue(client: SQSClient, queueUrl: string): InvitationQueue {
  return {
    async send(messages) {
      const batches = Array.from({ length: Math.ceil(messages.length / BATCH_SIZE) }, (_, i) =>
        messages.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE),
      );
      await inParallel(batches, AT_ONCE, async (batch) => {
        const Entries = batch.map((message: InviteMessage, i) => ({ Id: String(i), MessageBody: JSON.stringify(message) }));
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
        const [refused] = Failed;
        if (refused !== undefined)
          throw new Error(`invitation queue: ${Failed.length} of ${Entries.length} messages refused, first: ${refused.Code}`);
      });
    },
  };
}
