import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { AnsweredFeedback } from '../../domain/analytics/columns.ts';
import type { AnswerQueue } from '../../ports.ts';

/** SQS bills each 64 KB of a message as one request, and takes at most 256 KB in a call. */
const MESSAGE_BYTES = 60_000;
const MESSAGES_OF_CALL = 4;

/** Body of a message in the queue of `archive`: several feedbacks. */
export const AnswersMessage = z.array(AnsweredFeedback).check(z.minLength(1));

/** @throws Error where SQS refused any entry: what it took may then come twice, which the column files do not mind. */
export function sqsAnswerQueue(client: SQSClient, queueUrl: string): AnswerQueue {
  return {
    async send(answered) {
      const messages = packed(answered);
      for (let start = 0; start < messages.length; start += MESSAGES_OF_CALL) {
        const entries = messages.slice(start, start + MESSAGES_OF_CALL).map((body, i) => ({ Id: String(i), MessageBody: body }));
        const answer = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
        const refused = answer.Failed?.[0];
        if (refused !== undefined)
          throw new Error(`answer queue: ${answer.Failed?.length} of ${entries.length} messages refused, first: ${refused.Code}`);
      }
    },
  };
}

/** As few messages as hold them. One feedback, of a hundred answers at most, is far below a message's size. */
function packed(answered: readonly AnsweredFeedback[]): string[] {
  const messages: string[][] = [];
  let room = 0;
  for (const one of answered) {
    const text = JSON.stringify(one);
    const bytes = new TextEncoder().encode(text).length + 1;
    if (bytes > room || messages.length === 0) {
      messages.push([]);
      room = MESSAGE_BYTES;
    }
    messages.at(-1)?.push(text);
    room -= bytes;
  }
  return messages.map((texts) => `[${texts.join(',')}]`);
}
