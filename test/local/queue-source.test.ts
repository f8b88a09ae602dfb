import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startTinyCloud, type TinyCloud } from './fixtures/tiny-cloud.ts';

let cloud: TinyCloud;
let queueUrl: string;

beforeAll(async () => {
  cloud = await startTinyCloud();
  queueUrl = z.object({ QUEUE: z.string() }).parse(await cloud.invoke('caller', { environment: true })).QUEUE;
});
afterAll(() => cloud.end());

const send = (body: object) => cloud.call('sqs', 'sendMessage', { QueueUrl: queueUrl, MessageBody: JSON.stringify(body) });
const Worked = z.object({ id: z.string(), receiveCount: z.number() });
const worked = () => cloud.events().map(({ detail }) => Worked.parse(detail));
const depth = (start: string) => cloud.queues().find(({ logicalId }) => logicalId === start);

describe('a queue as event source', () => {
  it('brings back only the messages that a partial answer names, after their visibility timeout', async () => {
    await Promise.all([send({ id: 'good' }), send({ id: 'second-time', fails: 1 }), send({ id: 'also-good' })]);
    await cloud.idle();
    const of = (id: string) => worked().filter((entry) => entry.id === id);
    expect(of('good')).toEqual([{ id: 'good', receiveCount: 1 }]);
    expect(of('also-good')).toEqual([{ id: 'also-good', receiveCount: 1 }]);
    expect(of('second-time')).toEqual([{ id: 'second-time', receiveCount: 2 }]);
  });

  it('puts a message that failed maxReceiveCount times into the dead-letter queue, as it came (P43)', async () => {
    await send({ id: 'never', fails: 99 });
    await cloud.idle();
    expect(worked().filter(({ id }) => id === 'never')).toEqual([]);
    expect(depth('Work')).toMatchObject({ waiting: 0, inFlight: 0, isDeadLetterQueue: false });
    expect(depth('DeadLetters')).toMatchObject({ waiting: 1, isDeadLetterQueue: true, messages: [{ body: '{"id":"never","fails":99}' }] });
  });

  it('brings a batch back whole when the function crashes, and goes on with a new environment', async () => {
    await send({ id: 'crasher', crashes: true });
    await cloud.idle();
    expect(worked().filter(({ id }) => id === 'crasher')).toEqual([{ id: 'crasher', receiveCount: 2 }]);
    expect(cloud.logs('worker').some((line) => line.includes('Runtime.ExitError'))).toBe(true);
  });
});
