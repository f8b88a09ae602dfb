import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { onQueueBatch } from '../../shared/lambda/on-queue-batch.ts';

const Body = z.object({ n: z.number() });

function called(bodies: readonly string[], work: (all: readonly z.infer<typeof Body>[]) => Promise<void>) {
  const handler = onQueueBatch((body) => Body.parse(JSON.parse(body)), work);
  const attributes = { ApproximateReceiveCount: '1', SentTimestamp: '0', SenderId: 's', ApproximateFirstReceiveTimestamp: '0' };
  const Records = bodies.map((body, i) => ({
    ...{
      messageId: `m${i}`,
      receiptHandle: 'r',
      body,
      attributes,
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      awsRegion: 'x',
    },
    eventSourceARN: 'arn',
  }));
  const event: SQSEvent = { Records };
  const context: Context = {
    ...{ callbackWaitsForEmptyEventLoop: false, functionName: 'f', functionVersion: '1', invokedFunctionArn: 'a', memoryLimitInMB: '1' },
    ...{
      awsRequestId: 'r',
      logGroupName: 'g',
      logStreamName: 's',
      getRemainingTimeInMillis: () => 1000,
      done() {},
      fail() {},
      succeed() {},
    },
  };
  return handler(event, context);
}

describe('a function that makes one thing of a batch', () => {
  it('works on all at once and hands nothing back', async () => {
    const got: number[][] = [];
    const answer = await called(['{"n":1}', '{"n":2}'], async (all) => void got.push(all.map(({ n }) => n)));
    expect([got, answer]).toEqual([[[1, 2]], { batchItemFailures: [] }]);
  });

  it('hands back a message that cannot be read by itself; the others go on (P43)', async () => {
    const got: number[] = [];
    const answer = await called(['{"n":1}', '{"m":2}', '{"n":3}'], async (all) => void got.push(...all.map(({ n }) => n)));
    expect([got, answer]).toEqual([[1, 3], { batchItemFailures: [{ itemIdentifier: 'm1' }] }]);
  });

  it('hands all back where the work on them fails', async () => {
    const answer = await called(['{"n":1}', 'no JSON', '{"n":3}'], () => Promise.reject(new Error('S3 is down')));
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual(['m0', 'm1', 'm2']);
  });

  it('does no work on nothing', async () => {
    let isCalled = false;
    await called(['no JSON'], async () => {
      isCalled = true;
    });
    expect(isCalled).toBe(false);
  });
});
