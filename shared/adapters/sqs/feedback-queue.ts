import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { FeedbackReceived } from '../../domain/feedback.ts';
import type { FeedbackBatches, FeedbackQueue } from '../../ports.ts';
import { inParallel } from '../in-parallel.ts';

/** SQS takes at most this many messages in one call, and 256 KB: a feedback of one survey has a few KB, its comment at most 15. */
const BATCH_SIZE = 10;
const AT_ONCE = 8;

/**
 * The queue between the doors and `assess`: one message per feedback, its body the JSON of `FeedbackReceived`.
 * `send` checks what goes out and throws whatever SQS throws: a door that cannot enqueue must not say "accepted" (promise 12).
 * `sendAll` checks too, and names what did not get in.
 */
export const feedbackQueue = (client: SQSClient, queueUrl: string): FeedbackQueue & FeedbackBatches => ({
  async send(feedback) {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: bodyOf(feedback) }));
  },
  async sendAll(feedbacks) {
    const batches = Array.from({ length: Math.ceil(feedbacks.length / BATCH_SIZE) }, (_, i) =>
      feedbacks.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE),
    );
    const missing: string[] = [];
    await inParallel(batches, AT_ONCE, async (batch) => {
      const Entries = batch.map((feedback, i) => ({ Id: String(i), MessageBody: bodyOf(feedback) }));
      const failed = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries })).then(
        ({ Failed = [] }) => Failed.flatMap(({ Id }) => batch[Number(Id)]?.id ?? []),
        () => batch.map(({ id }) => id),
      );
      missing.push(...failed);
    });
    return missing;
  },
});

const bodyOf = (feedback: FeedbackReceived) => JSON.stringify(FeedbackReceived.parse(feedback));
