import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadLetter, DeadLetters } from '../../ports.ts';

/** SQS hands out at most this many messages in one call. */
const BATCH_SIZE = 10;
/** Seconds that messages are kept from others while they are looked at or moved. */
const HELD_SECONDS = 20;
/** Seconds to wait: any makes SQS ask all of its servers instead of some. */
const WAIT_SECONDS = 1;

/**
 * Messages that were given up. They are moved one batch after another by receiving, sending and deleting: SQS has a task for that of its own, which
 * does not say how many it moved until long after, and moves all or nothing.
 * @param urlOf the URL of a queue by its name.
 */
export function deadLetters(client: SQSClient, urlOf: (queue: string) => string): DeadLetters {
  const receive = async (QueueUrl: string, atMost: number): Promise<Message[]> => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: Math.min(BATCH_SIZE, atMost),
        VisibilityTimeout: HELD_SECONDS,
        WaitTimeSeconds: WAIT_SECONDS,
        MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages;
  };
  return {
    async waiting(queue) {
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: urlOf(queue), AttributeNames: ['ApproximateNumberOfMessages'] }),
      );
      return Number(Attributes['ApproximateNumberOfMessages'] ?? 0);
    },
    async peek(queue, atMost) {
      const QueueUrl = urlOf(queue);
      const seen = new Map<string, Message>();
      while (seen.size < atMost) {
        const batch = await receive(QueueUrl, atMost - seen.size);
        for (const message of batch) seen.set(message.MessageId ?? '', message);
        if (batch.length === 0) break;
      }
      await putBack(client, QueueUrl, [...seen.values()]);
      return [...seen.values()].map(letterOf);
    },
    async move(queue, to, atMost) {
      const QueueUrl = urlOf(queue);
      let moved = 0;
      while (moved < atMost) {
        const batch = await receive(QueueUrl, atMost - moved);
        if (batch.length === 0) break;
        const sent = await sendOn(client, urlOf(to), batch);
        await remove(client, QueueUrl, sent);
        moved += sent.length;
        if (sent.length < batch.length) {
          await putBack(
            client,
            QueueUrl,
            batch.filter((message) => !sent.includes(message)),
          );
          break;
        }
      }
      return moved;
    },
  };
}

const letterOf = ({ MessageId = '', Attributes = {}, Body = '' }: Message): DeadLetter => ({
  id: MessageId,
  sentAt: new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString(),
  receives: Number(Attributes.ApproximateReceiveCount ?? 0),
  body: Body,
});

/** @returns those that the other queue has: all others stay where they are. */
async function sendOn(client: SQSClient, QueueUrl: string, batch: readonly Message[]): Promise<Message[]> {
  const { Successful = [] } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: batch.map(({ Body, MessageAttributes }, i) => ({
        Id: String(i),
        MessageBody: Body,
        ...(MessageAttributes === undefined ? {} : { MessageAttributes }),
      })),
    }),
  );
  const taken = new Set(Successful.map(({ Id }) => Id));
  return batch.filter((_, i) => taken.has(String(i)));
}

async function remove(client: SQSClient, QueueUrl: string, batch: readonly Message[]): Promise<void> {
  if (batch.length === 0) return;
  const Entries = batch.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle }));
  await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
}

/** Others, and the next look, see them at once. */
async function putBack(client: SQSClient, QueueUrl: string, messages: readonly Message[]): Promise<void> {
  for (let start = 0; start < messages.length; start += BATCH_SIZE) {
    const Entries = messages
      .slice(start, start + BATCH_SIZE)
      .map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle, VisibilityTimeout: 0 }));
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  }
}
