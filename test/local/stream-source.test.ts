import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startTinyCloud, type TinyCloud } from './fixtures/tiny-cloud.ts';

let cloud: TinyCloud;

beforeAll(async () => {
  cloud = await startTinyCloud();
});
afterAll(() => cloud.end());

const put = (pk: string, attributes: object = {}) =>
  cloud.dynamo.send(new PutCommand({ TableName: 'Things', Item: { pk, sk: 'x', type: 'watched', ...attributes } }));

const Followed = z.object({
  id: z.string(),
  times: z.number(),
  eventID: z.string(),
  eventName: z.string(),
  arn: z.string(),
  region: z.string(),
  batch: z.number(),
});
const followed = () => cloud.events().map(({ detail }) => Followed.parse(detail));
const about = (ids: readonly string[]) => followed().filter(({ id }) => ids.includes(id));

const GivenUp = z.object({
  requestContext: z.object({ condition: z.string() }),
  DDBStreamBatchInfo: z.object({ batchSize: z.number(), shardId: z.string(), startSequenceNumber: z.string(), streamArn: z.string() }),
});
const givenUp = () =>
  (cloud.queues().find(({ logicalId }) => logicalId === 'StreamFailures')?.messages ?? []).map(({ body }) =>
    GivenUp.parse(JSON.parse(body)),
  );

describe('a stream as event source', () => {
  it('hands over what passes the filter, in order, in the shape that Lambda gives', async () => {
    await put('a');
    await put('unwatched', { type: 'other' });
    await cloud.dynamo.send(
      new UpdateCommand({
        TableName: 'Things',
        Key: { pk: 'a', sk: 'x' },
        UpdateExpression: 'SET n = :n',
        ExpressionAttributeValues: { ':n': 1 },
      }),
    );
    await put('b');
    await cloud.idle();
    expect(followed().map(({ id }) => id)).toEqual(['a', 'b']);
    expect(followed()[0]).toMatchObject({
      eventName: 'INSERT',
      region: 'us-east-1',
      arn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Things/stream/local',
    });
    expect(new Set(followed().map(({ eventID }) => eventID)).size).toBe(2);
    expect(followed()[0]?.eventID).toMatch(/^[0-9a-f]{32}$/);
  });

  it('goes on from the lowest record of a partial answer, without repeating those before it', async () => {
    await Promise.all([put('p1'), put('p2', { kind: 'stumbling' }), put('p3')]);
    await cloud.idle();
    expect(
      about(['p1', 'p2', 'p3'])
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['p1', 'p2', 'p3']);
    expect(about(['p2'])[0]?.times).toBe(3);
  });

  it('halves a failing batch until the poison is alone, gives up that one record with its reason, and loses no neighbour (P43)', async () => {
    const ids = Array.from({ length: 7 }, (_, i) => `n${i}`);
    await Promise.all([...ids.map((id) => put(id)), put('poisoned', { kind: 'poison' })]);
    await cloud.idle();
    expect(
      about([...ids])
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
    expect(about(['poisoned'])).toEqual([]);
    expect(givenUp()).toEqual([
      {
        requestContext: { condition: 'RetryAttemptsExhausted' },
        DDBStreamBatchInfo: expect.objectContaining({ batchSize: 1, streamArn: expect.stringContaining('table/Things/stream') }),
      },
    ]);
  });

  it('goes on after what it gave up', async () => {
    await put('after');
    await cloud.idle();
    expect(about(['after'])).toHaveLength(1);
  });
});
