import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { FeedbackReceived } from '../../domain/feedback.ts';
import type { FeedbackQueue } from '../../ports.ts';

/**
 * The queue between the doors and `assess`: one message per feedback, its body the JSON of `FeedbackReceived`.
 * `send` checks what goes out and throws whatever SQS throws: a door that cannot enqueue must not say "accepted" (promise 12).
 */
export const feedbackQueue = (client: SQSClient, queueUrl: string): FeedbackQueue => ({
  async send(feedback) {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(FeedbackReceived.parse(feedback)) }));
  },
});
