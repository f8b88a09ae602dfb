import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerFiles } from '../../../shared/adapters/dynamo/customer-files.ts';
import { personReader } from '../../../shared/adapters/dynamo/customer-person.ts';
import { keepCustomer } from '../../../shared/adapters/dynamo/keep-customer.ts';
import { customerFileKey } from '../../../shared/adapters/dynamo/keys.ts';
import type { FileChange, FileWrite } from '../../../shared/domain/customer/change.ts';
import type { CustomerSeen } from '../../../shared/domain/customer/file.ts';
import type { CustomerFiles } from '../../../shared/ports.ts';
import { connect, type DynamoForTests, startDynamo } from '../../engine.ts';
import { aFeedback } from '../../samples.ts';

let dynamo: DynamoForTests;
let files: CustomerFiles;
let turn = 0;
const AT = '2026-11-23T02:00:00.000Z';

beforeAll(async () => {
  dynamo = await startDynamo();
  files = customerFiles(dynamo.client, dynamo.registerTable);
});
afterAll(() => dynamo.stop());

const newKey = () => {
  turn += 1;
  return `key-${turn}`;
};
const write = (customerKey: string, seen: FileWrite['seen'], set: FileWrite['set'], remove: FileWrite['remove'] = []): FileWrite => ({
  customerKey,
  seen,
  set,
  remove,
});
const changeOf = (writes: FileWrite[], links: FileChange['links'] = []): FileChange => ({
  writes,
  links,
  record: { customerKey: writes[0]?.customerKey ?? '', at: AT, by: 'agent:lin', what: 'corrected', fields: ['name'] },
});
const created = async (set: FileWrite['set'] = {}) => {
  const key = newKey();
  await files.save(changeOf([write(key, 'new', { language: 'en', since: AT, email: `${key}@example.com`, ...set })]));
  return key;
};
const seenNow = (key: string, change: Partial<CustomerSeen> = {}): CustomerSeen => ({
  customerKey: key,
  email: `${key}@example.com`,
  name: 'Ana',
  language: 'en',
  since: AT,
  ...change,
});
const keep = (seen: CustomerSeen, feedback = aFeedback({ receivedAt: AT })) =>
  keepCustomer(dynamo.client, dynamo.registerTable, seen, feedback);
const update = (key: string, expression: string, values: Record<string, unknown>) =>
  dynamo.client.send(
    new UpdateCommand({
      TableName: dynamo.registerTable,
      Key: customerFileKey(key),
      UpdateExpression: expression,
      ExpressionAttributeValues: values,
    }),
  );

describe('a file in the register (R16)', () => {
  it('keeps the numbers of open cases that other transactions add, and reads them as an array', async () => {
    const key = await created();
    await update(key, 'ADD openCases :numbers', { ':numbers': new Set(['2611-0002', '2611-0001']) });
    await files.save(changeOf([write(key, 1, { name: 'Ana' })]));
    expect(await files.whole(key)).toMatchObject({ name: 'Ana', version: 2, openCases: ['2611-0001', '2611-0002'] });
    await update(key, 'DELETE openCases :numbers', { ':numbers': new Set(['2611-0002', '2611-0001']) });
    expect((await files.whole(key))?.openCases).toEqual([]);
  });

  it('is changed by one of two who saw the same version, with one record', async () => {
    const key = await created();
    const both = await Promise.allSettled(['A', 'B'].map((name) => files.save(changeOf([write(key, 1, { name })]))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = both.filter((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ status: 409, code: 'conflict' });
    expect((await files.whole(key))?.version).toBe(2);
  });

  it('is not made twice, and a change of two files is made whole or not at all', async () => {
    const [one, other] = [await created(), await created()];
    await expect(files.save(changeOf([write(one, 'new', { language: 'en', since: AT })]))).rejects.toMatchObject({ status: 409 });
    await expect(files.save(changeOf([write(one, 1, { name: 'A' }), write(other, 7, { name: 'B' })]))).rejects.toMatchObject({
      status: 409,
    });
    expect([(await files.whole(one))?.name, (await files.whole(other))?.name]).toEqual([undefined, undefined]);
  });

  it('that only feedback has made so far can be changed: it has no version yet', async () => {
    const key = newKey();
    await keep(seenNow(key));
    await files.save(changeOf([write(key, 1, { phone: '12345' }, ['industry'])]));
    expect(await files.whole(key)).toMatchObject({ phone: '12345', name: 'Ana', version: 2 });
  });

  it('gives an own id to one of two who want it at the same time', async () => {
    const keys = [await created(), await created()];
    const link = (customerKey: string) => ({ kind: 'own-id', hash: 'hash-of-7', customerKey, insteadOf: [customerKey] }) as const;
    const both = await Promise.allSettled(keys.map((key) => files.save(changeOf([write(key, 1, { ownIds: ['7'] })], [link(key)]))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await files.find({ by: 'own-id', hash: 'hash-of-7' })).toHaveLength(1);
  });

  it('lets several share a telephone', async () => {
    const keys = [await created({ phone: '1' }), await created({ phone: '1' })];
    for (const customerKey of keys) {
      await files.save(
        changeOf([write(customerKey, 1, { phone: '1' })], [{ kind: 'phone', hash: 'hash-of-1', customerKey, insteadOf: [] }]),
      );
    }
    expect((await files.find({ by: 'phone', hash: 'hash-of-1' })).map(({ customerKey }) => customerKey).sort()).toEqual(keys.toSorted());
  });

  it('takes greetings page by page, each customer once', async () => {
    const consent = { contact: true, care: true, at: AT, by: 'agent:lin', source: 'visit' } as const;
    const keys = [await created({ consent }), await created({ consent }), await created({ consent })];
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await files.takingCare({ limit: 2, cursor });
      found.push(...page.items.map(({ customerKey }) => customerKey));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(found.sort()).toEqual(keys.toSorted());
  });

  it.each(['abc', Buffer.from('2026-11-23T02:00:00.000Z#x').toString('base64url'), 'A'.repeat(2000)])(
    'refuses %s as the cursor of a history (P10)',
    async (cursor) => {
      await expect(files.history(['key-1'], { limit: 5, cursor })).rejects.toMatchObject({ status: 422, issues: [{ field: 'cursor' }] });
    },
  );
});

describe('a person of several files, as one who wrote from one of them', () => {
  const consent = { contact: false, care: false, at: AT, by: 'agent:lin', source: 'telephone' } as const;

  it('is answered there, under what all the files say: consent, open cases, tier (R16)', async () => {
    const standing = await created({ consent, tier: 'vip' });
    const other = await created();
    await files.save(changeOf([write(standing, 1, { mergedKeys: [other] }), write(other, 1, { mergedInto: standing })]));
    await update(standing, 'ADD openCases :numbers', { ':numbers': new Set(['2611-0001']) });
    const { person } = personReader(dynamo.client, dynamo.registerTable);
    const shared = { consent, tier: 'vip', openCases: ['2611-0001'] };
    expect(await person(other)).toMatchObject({ ...shared, customerKey: other, email: `${other}@example.com` });
    expect(await keep(seenNow(other))).toMatchObject({ ...shared, customerKey: other });
    expect(await person(standing)).toMatchObject({ ...shared, customerKey: standing, email: `${standing}@example.com` });
  });

  it('is written to under the key of the address, where suppressions of it stand (P24)', async () => {
    const standing = await created({ email: 'new@example.com', emailKey: 'key-of-new', mergedKeys: ['key-of-new'] });
    await files.save(changeOf([write('key-of-new', 'new', { language: 'en', since: AT, mergedInto: standing })]));
    const { person } = personReader(dynamo.client, dynamo.registerTable);
    for (const key of [standing, 'key-of-new'])
      expect(await person(key)).toMatchObject({ email: 'new@example.com', customerKey: 'key-of-new' });
  });
});

describe('what comes in with feedback', () => {
  it('makes the file once, keeps its beginning, and follows name and language', async () => {
    const key = newKey();
    await keep(seenNow(key, { since: '2026-11-01T00:00:00.000Z' }));
    expect(await keep(seenNow(key, { name: 'Ana Silva', language: 'zh-Hans' }))).toMatchObject({
      since: '2026-11-01T00:00:00.000Z',
      name: 'Ana Silva',
      language: 'zh-Hans',
    });
    expect(await files.whole(key)).toMatchObject({
      since: '2026-11-01T00:00:00.000Z',
      name: 'Ana Silva',
      language: 'zh-Hans',
      keys: [key],
    });
  });

  it('brought again writes nothing that differs, and is in the history once', async () => {
    const key = newKey();
    const feedback = aFeedback({ externalId: key, receivedAt: AT, score: 25, branch: 'east' });
    for (let i = 0; i < 3; i += 1) await keep(seenNow(key), feedback);
    expect((await files.history([key], { limit: 10 })).items).toEqual([
      { kind: 'feedback', customerKey: key, id: feedback.id, at: AT, score: 25, branch: 'east' },
    ]);
  });

  it('keeps the telephone number that staff wrote down with it, and none in the place of one that is there (R18)', async () => {
    const key = newKey();
    await keep(seenNow(key, { phone: '+44 20 7946 0000' }));
    await keep(seenNow(key, { phone: '138 0000 0000' }));
    expect(await files.whole(key)).toMatchObject({ phone: '+44 20 7946 0000' });
  });

  it('does not change what staff has confirmed, nor an address that they chose for several files', async () => {
    const key = await created({ name: 'Ana Silva', confirmed: ['name', 'language'], mergedKeys: ['other'], email: 'chosen@example.com' });
    await keep(seenNow(key, { name: 'Mallory', language: 'zh-Hans' }));
    expect(await files.whole(key)).toMatchObject({ name: 'Ana Silva', language: 'en', email: 'chosen@example.com' });
  });

  it('completes an item that only open cases have made so far', async () => {
    const key = newKey();
    await update(key, 'ADD openCases :numbers', { ':numbers': new Set(['2611-0001']) });
    await keep(seenNow(key));
    expect(await files.whole(key)).toMatchObject({ email: `${key}@example.com`, openCases: ['2611-0001'] });
  });

  it('keeps nothing of somebody erased, said before or sent again by a tool (P35)', async () => {
    const key = await created();
    await files.save(changeOf([write(key, 1, { erasedAt: AT }, ['email', 'name'])]));
    const before = aFeedback({ externalId: `${key}-1`, receivedAt: '2026-11-22T00:00:00.000Z' });
    const again = aFeedback({ externalId: `${key}-2`, receivedAt: '2026-11-24T00:00:00.000Z', channel: 'webhook' });
    for (const feedback of [before, again]) expect(await keep(seenNow(key), feedback)).toMatchObject({ erasedAt: AT });
    const { Item } = await dynamo.client.send(new GetCommand({ TableName: dynamo.registerTable, Key: customerFileKey(key) }));
    expect(JSON.stringify(Item)).not.toMatch(/example\.com|Ana/);
  });

  it('fails, to be brought again, where an erasure began since the file was read (P35)', async () => {
    const key = newKey();
    await keep(seenNow(key));
    const racing = connect(dynamo.endpoint);
    racing.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const answer = await next(args);
          if (commandName === 'GetItemCommand') await update(key, 'SET erasedAt = :at REMOVE email', { ':at': '2026-11-24T00:00:00.000Z' });
          return answer;
        },
      { step: 'initialize', name: 'anErasureBetween' },
    );
    const client = DynamoDBDocumentClient.from(racing, { marshallOptions: { removeUndefinedValues: true } });
    await expect(keepCustomer(client, dynamo.registerTable, seenNow(key, { name: 'Ana Silva' }), aFeedback())).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    });
  });
});
