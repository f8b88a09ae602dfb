import { afterEach, describe, expect, it } from 'vitest';
import { type Interceptor, LostAnswer, Refused } from '../../local/cloud.ts';
import { startTinyCloud, type TinyCloud } from './fixtures/tiny-cloud.ts';

let cloud: TinyCloud | undefined;
afterEach(() => cloud?.end());

/** Acts on the first call of this action, and never again. */
function once(action: string, when: 'beforeCall' | 'afterCall', fault: () => Error): Interceptor {
  let isDone = false;
  return {
    [when]: (call: { action: string }) => {
      if (isDone || call.action !== action) return;
      isDone = true;
      throw fault();
    },
  };
}

const put = { TableName: 'Things', Item: { pk: 'once', sk: 'x' }, ConditionExpression: 'attribute_not_exists(pk)' };

describe('faults around the calls of functions (P41)', () => {
  it('a refusal before the call: the function sees it as AWS’s, nothing is done', async () => {
    const throttled = once('SendMessage', 'beforeCall', () => new Refused('AccessDeniedException', 'made up'));
    cloud = await startTinyCloud({ interceptors: [throttled] });
    const { QUEUE } = Object(await cloud.invoke('caller', { environment: true }));
    const message = { QueueUrl: QUEUE, MessageBody: '{"id":"a"}' };
    expect((await cloud.call('sqs', 'sendMessage', message)).error?.name).toBe('AccessDeniedException');
    await cloud.idle();
    expect(cloud.events()).toEqual([]);
    expect(await cloud.call('sqs', 'sendMessage', message)).toHaveProperty('output');
  });

  it('an answer lost after the call: it is done, the SDK tries again and meets what it did itself', async () => {
    cloud = await startTinyCloud({ interceptors: [once('PutItem', 'afterCall', () => new LostAnswer())] });
    expect((await cloud.call('dynamodb', 'put', put)).error?.name).toBe('ConditionalCheckFailedException');
    const { output } = await cloud.call('dynamodb', 'get', { TableName: 'Things', Key: { pk: 'once', sk: 'x' } });
    expect(output).toHaveProperty('Item');
  });

  it('a call lost before it: the SDK tries again and it is done once', async () => {
    cloud = await startTinyCloud({ interceptors: [once('PutItem', 'beforeCall', () => new LostAnswer())] });
    expect(await cloud.call('dynamodb', 'put', put)).toHaveProperty('output');
  });
});
