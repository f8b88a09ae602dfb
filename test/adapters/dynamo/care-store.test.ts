import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { actionStore } from '../../../shared/adapters/dynamo/action-store.ts';
import { careStore } from '../../../shared/adapters/dynamo/care-store.ts';
import { caseStore } from '../../../shared/adapters/dynamo/case-store.ts';
import { customerFiles } from '../../../shared/adapters/dynamo/customer-files.ts';
import { actionKey, callKey } from '../../../shared/adapters/dynamo/keys.ts';
import type { FileFields } from '../../../shared/domain/customer/change.ts';
import { giveConsent } from '../../../shared/domain/customer/correct.ts';
import { beginErasure } from '../../../shared/domain/customer/erasure/steps.ts';
import { mergeFiles } from '../../../shared/domain/customer/merge.ts';
import type { WholeFile } from '../../../shared/domain/customer/whole.ts';
import type { CallEntry, CareStore, CustomerFiles } from '../../../shared/ports.ts';
import { context } from '../../domain/customer/a-customer.ts';
import { house, Journey, MONDAY } from '../../domain/recovery/a-house.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';

const SINCE = '2024-05-05T08:00:00.000Z';
const consent = { contact: true, care: true, at: '2026-03-01T08:00:00.000Z', by: 'agent:lin', source: 'visit' as const };

let dynamo: DynamoForTests;
let files: CustomerFiles;
let store: CareStore;

beforeEach(async () => {
  dynamo = await startDynamo();
  files = customerFiles(dynamo.client, dynamo.registerTable);
  store = careStore(dynamo.client, dynamo.registerTable);
  return () => dynamo.stop();
});

async function customer(customerKey: string, set: FileFields = {}): Promise<WholeFile> {
  const fields: FileFields = { language: 'en', since: SINCE, email: `${customerKey}@example.com`, ...set };
  const record = { customerKey, at: MONDAY, by: 'agent:lin', what: 'created' as const };
  await files.save({ writes: [{ customerKey, seen: 'new', set: fields, remove: [] }], links: [], record });
  return standing(customerKey);
}
async function standing(customerKey: string): Promise<WholeFile> {
  const whole = await files.whole(customerKey);
  if (whole === undefined) throw new Error(`${customerKey} was just saved`);
  return whole;
}
const item = async ({ pk, sk }: { pk: string; sk: string }) =>
  (await dynamo.client.send(new GetCommand({ TableName: dynamo.registerTable, Key: { pk, sk } }))).Item;
const listed = async (until = '2027-12-31') =>
  (await store.callsUntil(until, { limit: 10 })).items.map(({ customerKey, on }) => [customerKey, on]);
const caredFor = async (from: string, to: string) =>
  (await files.takingCare({ limit: 10 }, { from, to })).items.map(({ customerKey }) => customerKey);

describe('who takes greetings (R26)', () => {
  it('is listed by the day of their first contact, whenever they gave consent, and anew where an import knows an earlier one', async () => {
    await files.save(giveConsent(await customer('key-a'), { contact: true, care: true, source: 'telephone' }, context));
    expect([await caredFor('05-05', '05-05'), await caredFor('11-22', '11-24')]).toEqual([['key-a'], []]);
    const [file] = (await standing('key-a')).files;
    if (file === undefined) throw new Error('there is one file');
    const write = { customerKey: 'key-a', seen: 2, set: { since: '2023-02-28T20:00:00.000Z' }, remove: [], before: file };
    await files.save({ writes: [write], links: [], record: { customerKey: 'key-a', at: MONDAY, by: 'agent:lin', what: 'imported' } });
    expect([await caredFor('05-05', '05-05'), await caredFor('02-28', '03-01')]).toEqual([[], ['key-a']]);
  });

  it('leaves the list with the consent', async () => {
    const whole = await customer('key-a', { consent });
    await files.save(giveConsent(whole, { contact: true, care: false, source: 'telephone' }, context));
    expect(await caredFor('01-01', '12-31')).toEqual([]);
  });
});

describe('who is to be called (R7)', () => {
  it('stands in the list with their consent and leaves it with it, or by erasure (P35)', async () => {
    await customer('key-a', { consent });
    await customer('key-b', { consent });
    await customer('key-c');
    expect(await listed()).toEqual([
      ['key-a', '2026-03-01'],
      ['key-b', '2026-03-01'],
    ]);
    expect(await listed('2026-02-28')).toEqual([]);
    await files.save(giveConsent(await standing('key-a'), { contact: false, care: false, source: 'mail' }, context));
    await files.save(beginErasure(await standing('key-b'), context));
    expect(await listed()).toEqual([]);
  });

  it('moves, to the file that stands after a merge; what was written anew since it was read is not dropped', async () => {
    const merged = mergeFiles(await customer('key-a'), await customer('key-b', { consent, since: '2025-05-05T08:00:00.000Z' }), context);
    await files.save(merged);
    const [entry] = (await store.callsUntil('2026-12-31', { limit: 1 })).items;
    if (entry === undefined) throw new Error('one is listed');
    expect([entry.customerKey, entry.whole?.customerKey]).toEqual(['key-b', 'key-a']);
    await store.moveCall(entry, { customerKey: 'key-a', on: '2026-12-01' });
    expect(await listed()).toEqual([['key-a', '2026-12-01']]);
    await store.dropCall({ customerKey: 'key-a', on: '2026-03-01' });
    expect(await listed()).toHaveLength(1);
    await store.dropCall({ customerKey: 'key-a', on: '2026-12-01' });
    expect(await item(callKey('key-a'))).toBeUndefined();
  });

  it('comes page by page, and refuses the cursor of another list (P10)', async () => {
    for (const key of ['key-a', 'key-b', 'key-c']) await customer(key, { consent });
    const found: CallEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.callsUntil('2026-12-31', { limit: 2, cursor });
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(found.map(({ customerKey }) => customerKey)).toEqual(['key-a', 'key-b', 'key-c']);
    const { cursor: other = '' } = await files.takingCare({ limit: 2 });
    await expect(store.callsUntil('2026-12-31', { limit: 2, cursor: other })).rejects.toMatchObject({ status: 422 });
  });
});

it('how far a day came is kept', async () => {
  expect(await store.progress('2026-11-23')).toBeUndefined();
  const progress = { day: '2026-11-23', step: 1, made: 3, looked: 100, cursor: 'there' };
  await store.keepProgress(progress);
  expect(await store.progress('2026-11-23')).toEqual(progress);
});

it('a case that ends badly leaves a win-back for later, in the transaction that closes it; sweep brings it when it is due (R26)', async () => {
  const journey = new Journey({ customerKey: 'key-a' }, { ...house, winBack: { after: '30d' } });
  const cases = caseStore(dynamo.client, dynamo.registerTable, () => MONDAY);
  journey.does('lin', { type: 'solve', resolution: 'Sent again.', via: 'telephone' });
  journey.does('lin', { type: 'follow-up', isSolved: true, satisfaction: 25 });
  journey.does('lin', { type: 'follow-up', isSolved: true, satisfaction: 25 });
  for (const change of journey.changes) await cases.save([change]);
  expect(journey.case.state).toBe('closed');
  const actions = actionStore(dynamo.client, dynamo.registerTable);
  const id = `${journey.case.number}:win-back`;
  expect(await item(actionKey(id))).toMatchObject({
    kind: 'care',
    template: 'win-back',
    customerKey: 'key-a',
    dueAt: '2026-12-23T01:00:00.000Z',
  });
  const due = (now: string) => actions.leaseDue(now, '2027-12-31T00:00:00.000Z', 100);
  expect(await due('2026-12-22T01:00:00.000Z')).not.toContain(id);
  expect(await due('2026-12-23T01:01:00.000Z')).toContain(id);
});

it('whom to write to is read through merges and as they stand now', async () => {
  const actions = actionStore(dynamo.client, dynamo.registerTable);
  expect(await actions.customer('key-a')).toBeUndefined();
  await files.save(mergeFiles(await customer('key-a'), await customer('key-b', { consent, since: '2025-05-05T08:00:00.000Z' }), context));
  expect(await actions.customer('key-a')).toMatchObject({ customerKey: 'key-a', email: 'key-a@example.com', consent: { care: true } });
});
