import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import type { OutgoingJob, OutgoingQueue } from '../../domain/outgoing/ports.ts';

/** SQS takes at most this many messages in one call, and keeps one back for at most this long, in seconds. */
const BATCH_SIZE = 10;
export const MAX_DELAY_SECONDS = 900;

/** Body of a message in the queue of `deliver`. */
export const OutgoingMessage = z.union([
  z.strictObject({ deliveryId: z.string().check(z.minLength(1)) }),
  z.strictObject({ room: z.string().check(z.minLength(1)) }),
]);

/** @throws Error where SQS refused any entry: what it took may then come twice, which `deliver` does not mind. */
export function sqsOutgoingQueue(client: SQSClient, queueUrl: string): OutgoingQueue {
  return {
    async send(jobs: readonly OutgoingJob[], delaySeconds = 0) {
      for (let start = 0; start < jobs.length; start += BATCH_SIZE) {
        const entries = jobs.slice(start, start + BATCH_SIZE).map((job, i) => ({
          Id: String(i),
          MessageBody: JSON.stringify(job satisfies z.infer<typeof OutgoingMessage>),
          DelaySeconds: Math.min(delaySeconds, MAX_DELAY_SECONDS),
        }));
        const answer = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
        const refused = answer.Failed?.[0];
        if (refused !== undefined)
          throw new Error(`outgoing queue: ${answer.Failed?.length} of ${entries.length} messages refused, first: ${refused.Code}`);
      }
    },
  };
}
