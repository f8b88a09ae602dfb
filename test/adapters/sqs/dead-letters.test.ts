import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type QueueEngine, startQueues } from '../../../local/engines/queues.ts';
import { deadLetters } from '../../../shared/adapters/sqs/dead-letters.ts';
import type { DeadLetters } from '../../../shared/ports.ts';

let engine: QueueEngine;
let client: SQSClient;
let letters: DeadLetters;
const urls = new Map<string, string>();
const urlOf = (queue: string) => urls.get(queue) ?? '';

beforeAll(async () => {
  engine = await startQueues(undefined);
  client = new SQSClient({
    endpoint: engine.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const QueueName of ['looked-at', 'dead', 'work', 'empty']) {
    const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName }));
    urls.set(QueueName, QueueUrl);
  }
  letters = deadLetters(client, urlOf);
});
afterAll(() => engine.stop());

const put = (queue: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, i) =>
      client.send(new SendMessageCommand({ QueueUrl: urlOf(queue), MessageBody: `{"id":"${queue}-${i}"}` })),
    ),
  );

describe('dead letters', () => {
  it('are looked at without being taken away: the next look finds them again', async () => {
    await put('looked-at', 13);
    for (let look = 1; look <= 2; look += 1) {
      const seen = await letters.peek('looked-at', 30);
      expect(new Set(seen.map(({ body }) => body)).size).toBe(13);
      expect(seen.every(({ receives, sentAt }) => receives === look && /^\d{4}-.*Z$/.test(sentAt))).toBe(true);
    }
    expect(await letters.peek('looked-at', 4)).toHaveLength(4);
    expect(await letters.waiting('looked-at')).toBe(13);
  });

  it('are moved with all they hold, up to so many, and then lie nowhere else', async () => {
    await put('dead', 23);
    expect(await letters.move('dead', 'work', 12)).toBe(12);
    expect([await letters.waiting('dead'), await letters.waiting('work')]).toEqual([11, 12]);
    expect(await letters.move('dead', 'work', 100)).toBe(11);
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: urlOf('work'), MaxNumberOfMessages: 10 }));
    expect(Messages.every(({ Body = '' }) => /^\{"id":"dead-\d+"\}$/.test(Body))).toBe(true);
    expect(await letters.move('empty', 'work', 10)).toBe(0);
  });
});
