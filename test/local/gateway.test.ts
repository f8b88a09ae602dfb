import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTinyCloud, type TinyCloud } from './fixtures/tiny-cloud.ts';

let cloud: TinyCloud;
let table: string;
let queueUrl: string;

beforeAll(async () => {
  cloud = await startTinyCloud();
  table = cloud.physicalName('AWS::DynamoDB::Table', 'Table');
  const environment = await cloud.invoke('caller', { environment: true });
  queueUrl = typeof environment === 'object' && environment !== null && 'QUEUE' in environment ? String(environment.QUEUE) : '';
});
afterAll(() => cloud.end());

const item = (pk: string) => ({ TableName: table, Item: { pk, sk: 'x', ipk: 'all', isk: pk } });

describe('grants of the template', () => {
  it('lets through what the role allows', async () => {
    expect(await cloud.call('dynamodb', 'put', item('a'))).toHaveProperty('output');
    const { output } = await cloud.call('dynamodb', 'get', { TableName: table, Key: { pk: 'a', sk: 'x' } });
    expect(output?.['Item']).toEqual({ pk: 'a', sk: 'x', ipk: 'all', isk: 'a' });
  });

  it('refuses what it does not, naming function, action and resource (P31)', async () => {
    const { error } = await cloud.call('dynamodb', 'delete', { TableName: table, Key: { pk: 'a', sk: 'x' } });
    expect(error?.name).toBe('AccessDeniedException');
    expect(error?.message).toContain('CallerFunction');
    expect(error?.message).toContain('dynamodb:DeleteItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table/Things');
    expect(cloud.denials()).toContainEqual({
      caller: 'caller',
      action: 'dynamodb:DeleteItem',
      resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/Things',
    });
  });

  it('asks for the index where a query names one, and not for the table', async () => {
    const query = { KeyConditionExpression: 'ipk = :all', ExpressionAttributeValues: { ':all': 'all' } };
    const { output } = await cloud.call('dynamodb', 'query', { TableName: table, IndexName: 'index', ...query });
    expect(output?.['Count']).toBe(1);
    const { error } = await cloud.call('dynamodb', 'query', {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'a' },
    });
    expect(error?.message).toContain('dynamodb:Query on resource: arn:aws:dynamodb:us-east-1:000000000000:table/Things because');
  });

  it('checks every operation of a transaction by itself, and writes nothing where one is refused', async () => {
    const { error } = await cloud.call('dynamodb', 'transactWrite', {
      TransactItems: [
        { Put: item('t1') },
        {
          Update: { TableName: table, Key: { pk: 't2', sk: 'x' }, UpdateExpression: 'SET n = :n', ExpressionAttributeValues: { ':n': 1 } },
        },
      ],
    });
    expect(error?.message).toContain('dynamodb:UpdateItem');
    const { output } = await cloud.call('dynamodb', 'get', { TableName: table, Key: { pk: 't1', sk: 'x' } });
    expect(output?.['Item']).toBeUndefined();
    expect(await cloud.call('dynamodb', 'transactWrite', { TransactItems: [{ Put: item('t1') }, { Put: item('t2') }] })).toHaveProperty(
      'output',
    );
  });

  it('refuses in the shape of each service', async () => {
    const other = queueUrl.replace(/[^/]+$/, cloud.physicalName('AWS::SQS::Queue', 'StreamFailures'));
    const refusals = {
      sqs: await cloud.call('sqs', 'sendMessage', { QueueUrl: other, MessageBody: 'x' }),
      s3: await cloud.call('s3', 'getObject', { Bucket: 'tiny-mail', Key: 'elsewhere/x' }),
      secret: await cloud.call('secretsmanager', 'getSecretValue', { SecretId: 'tiny/other-key' }),
      events: await cloud.call('events', 'putEvents', {
        Entries: [{ EventBusName: 'default', Source: 's', DetailType: 't', Detail: '{}' }],
      }),
      ses: await cloud.call('ses', 'sendRawEmail', {
        Source: 'boss@example.com',
        Destinations: ['jane@example.com'],
        RawMessage: 'From: boss@example.com\r\n\r\nx',
      }),
    };
    for (const [service, { error }] of Object.entries(refusals)) {
      expect(error?.message, service).toContain('is not authorized to perform');
      expect(error?.name, service).toMatch(/AccessDenied/);
    }
  });

  it('tells of an object that is not there only to those who may list the bucket', async () => {
    const { error } = await cloud.call('s3', 'getObject', { Bucket: 'tiny-mail', Key: 'mail/none' });
    expect(error?.name).toBe('AccessDenied');
  });

  it('names what it cannot do', async () => {
    const { error } = await cloud.call('sqs', 'listQueues', {});
    expect(error?.message).toContain('The local cloud passes no SQS ListQueues');
  });
});

describe('what the functions find', () => {
  it('gives the environment of the template, and nothing of this machine', async () => {
    const environment = await cloud.invoke('caller', { environment: true });
    expect(environment).toMatchObject({
      TABLE: 'Things',
      STACK: 'Pipeline in us-east-1',
      AWS_ACCESS_KEY_ID: 'CallerFunction',
      AWS_REGION: 'us-east-1',
    });
    expect(environment).not.toHaveProperty('HOME');
    expect(environment).not.toHaveProperty('PATH');
  });

  it('sends to a queue by the URL that Ref gives, emoji and all, and refuses what SQS refuses', async () => {
    const { output } = await cloud.call('sqs', 'sendMessage', { QueueUrl: queueUrl, MessageBody: '{"id":"😡 投诉"}' });
    expect(output?.['MessageId']).toBeTypeOf('string');
    await cloud.idle();
    expect(cloud.events().map(({ detail }) => detail)).toContainEqual({ id: '😡 投诉', receiveCount: 1, batch: 1 });
    const { error } = await cloud.call('sqs', 'sendMessage', { QueueUrl: queueUrl, MessageBody: 'NUL \u0000' });
    expect(error?.name).toMatch(/InvalidMessageContents$/);
  });

  it('gives the secret of the template, made at random and long enough (P6)', async () => {
    const { output } = await cloud.call('secretsmanager', 'getSecretValue', { SecretId: 'tiny/link-key' });
    expect(output?.['SecretString']).toMatch(/^[A-Za-z0-9]{44}$/);
    expect(output?.['SecretString']).toBe(await cloud.secret('tiny/link-key'));
  });

  it('keeps events of the bus, and refuses others by entry', async () => {
    const entry = (EventBusName: string, Detail: string) => ({ EventBusName, Source: 'amends', DetailType: 'case opened', Detail });
    await cloud.call('events', 'putEvents', { Entries: [entry('tiny-bus', '{"n":1}')] });
    expect(cloud.events().at(-1)).toMatchObject({ bus: 'tiny-bus', source: 'amends', detailType: 'case opened', detail: { n: 1 } });
    const { output } = await cloud.call('events', 'putEvents', { Entries: [entry('tiny-bus', 'no json')] });
    expect(output).toMatchObject({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'MalformedDetail' }] });
  });
});

describe('the bill', () => {
  it('counts calls and capacity by function, and takes the capacity out of answers that did not ask for it', async () => {
    cloud.resetUsage();
    const { output } = await cloud.call('dynamodb', 'put', item('billed'));
    expect(output).not.toHaveProperty('ConsumedCapacity');
    const asked = await cloud.call('dynamodb', 'put', { ...item('asked'), ReturnConsumedCapacity: 'TOTAL' });
    expect(asked.output).toHaveProperty('ConsumedCapacity');
    await cloud.call('dynamodb', 'put', { ...item('billed'), ConditionExpression: 'attribute_not_exists(pk)' });
    const puts = cloud.usage().calls.find(({ caller, action }) => caller === 'caller' && action === 'PutItem');
    // Table and index one unit each; the refused one at least one.
    expect(puts).toMatchObject({ service: 'dynamodb', calls: 3, errors: 1, readUnits: 0 });
    expect(puts?.writeUnits).toBeGreaterThanOrEqual(5);
    expect(cloud.usage().invocations.find(({ functionName }) => functionName === 'caller')).toMatchObject({
      invocations: 3,
      errors: 0,
      memoryMiB: 256,
    });
  });
});
