import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import type { ActionQueue } from '../../ports.ts';
import { inParallel } from '../in-parallel.ts';

/** SQS takes at most this many messages in one call. */
const BATCH_SIZE = 10;

/** Calls at a time: a sweep may bring thousands. */
const AT_ONCE = 8;

/** Body of a message in the action queue. */
export const ActionMessage = z.strictObject({ actionId: z.string().check(z.minLength(1)) });

/** @throws Error where SQS refused any entry: what it took may then come twice, which `act` does not mind. */
export function sqsActionQueue(client: SQSClient, queueUrl: string): ActionQueue {
  return {
    async send(actionIds) {
      const batches = Array.from({ length: Math.ceil(actionIds.length / BATCH_SIZE) }, (_, i) =>
        actionIds.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE),
      );
      await inParallel(batches, AT_ONCE, async (batch) => {
        const entries = batch.map((actionId, i) => ({
          Id: String(i),
          MessageBody: JSON.stringify({ actionId } satisfies z.infer<typeof ActionMessage>),
        }));
        const answer = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
        const refused = answer.Failed?.[0];
        if (refused !== undefined)
          throw new Error(`action queue: ${answer.Failed?.length} of ${entries.length} messages refused, first: ${refused.Code}`);
      });
    },
  };
}
