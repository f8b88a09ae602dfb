import { beforeEach, describe, expect, it } from 'vitest';
import { CallPage } from '../../../shared/api/care-schemas.ts';
import { CustomerExport, CustomerFile, ErasureAnswer, LookPage } from '../../../shared/api/customer-schemas.ts';
import { CallPlan } from '../../../shared/domain/customer/call.ts';
import type { FileFields } from '../../../shared/domain/customer/change.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { CustomersWorld } from './customers-world.ts';
import { claims, NOW } from './world.ts';

const LIST = 'GET /api/calls';
const CALLED = 'POST /api/customers/{key}/called';
const consent = { contact: true, care: false, at: '2026-08-01T08:00:00.000Z', by: 'agent:lin', source: 'visit' as const };

let dynamo: DynamoForTests;
let world: CustomersWorld;
let turn = 0;

/** A register of its own for each test: the list is of everybody in it. */
beforeEach(async () => {
  dynamo = await startDynamo();
  world = new CustomersWorld(dynamo);
  Object.assign(world.ports.config.customers, { calls: [CallPlan.parse({})] });
  return () => dynamo.stop();
});

async function customer(set: FileFields = {}): Promise<string> {
  turn += 1;
  const customerKey = `customer-${turn}`;
  const fields: FileFields = {
    ...{
      language: 'en',
      since: '2026-10-20T08:00:00.000Z',
      email: `${customerKey}@example.com`,
      name: 'Ana Silva',
      phone: '+86 138 0000 0000',
    },
    ...{ branch: 'east', consent, ...set },
  };
  const record = { customerKey, at: NOW, by: 'agent:lin', what: 'created' as const };
  await world.customerPorts.files.save({ writes: [{ customerKey, seen: 'new', set: fields, remove: [] }], links: [], record });
  return customerKey;
}

const list = async (query: Record<string, string> = {}, viewer = 'lin') =>
  CallPage.parse(await world.answer('agent', LIST, undefined, undefined, { query, claims: claims('agent', viewer) }));
const called = (key: string, sent: unknown) => world.as('agent', CALLED, key, sent);
const keysIn = (page: CallPage) => page.items.map(({ customerKey }) => customerKey);

describe('whom to call by plan (R7)', () => {
  it('shows who is due, with what a caller needs, and records the look (R17)', async () => {
    const ana = await customer({ calls: [{ at: '2026-10-21T08:00:00.000Z', by: 'agent:lin', outcome: 'reached', note: 'Content.' }] });
    await customer({ since: '2026-11-20T08:00:00.000Z' });
    expect((await list()).items).toEqual([
      {
        customerKey: ana,
        nextCallOn: '2026-11-21',
        name: 'Ana Silva',
        phone: '+86 138 0000 0000',
        language: 'en',
        branch: 'east',
        tier: 'new',
        lastCall: { at: '2026-10-21T08:00:00.000Z', by: 'agent:lin', outcome: 'reached' },
        openCases: [],
      },
    ]);
    const looks = LookPage.parse(await world.answer('manager', 'GET /api/customers/{key}/looks', ana)).items;
    expect(looks.map(({ what, by }) => [what, by])).toContainEqual(['file', 'agent:lin']);
  });

  it('looks ahead to a day', async () => {
    const [due, later] = [await customer(), await customer({ since: '2026-11-20T08:00:00.000Z' })];
    expect(keysIn(await list({ until: '2026-12-19' }))).toEqual([due]);
    expect(keysIn(await list({ until: '2026-12-20' })).sort()).toEqual([due, later].sort());
  });

  it('goes page by page, each person once', async () => {
    const keys = [await customer(), await customer(), await customer()];
    const first = await list({ limit: '2' });
    const second = await list({ limit: '2', cursor: first.cursor ?? '' });
    expect([...keysIn(first), ...keysIn(second)].sort()).toEqual(keys.sort());
    expect(second.cursor).toBeUndefined();
  });

  it('shows those of one’s own branch only (P29)', async () => {
    const [east] = [await customer(), await customer({ branch: 'south' })];
    expect(keysIn(await list({}, 'morgan'))).toEqual([east]);
  });

  it('shows nobody without consent, and nobody where the config has no plan', async () => {
    await customer({ consent: undefined });
    await customer({ consent: { ...consent, contact: false } });
    expect((await list()).items).toEqual([]);
    await customer();
    Object.assign(world.ports.config.customers, { calls: [] });
    expect((await list()).items).toEqual([]);
  });

  it('says that a case is open: nobody calls besides', async () => {
    const key = await customer();
    await world.put({ ...(await world.item(key)), openCases: new Set(['2611-0042']) });
    expect((await list()).items).toMatchObject([{ customerKey: key, openCases: ['2611-0042'] }]);
    await expect(called(key, { outcome: 'reached' })).rejects.toMatchObject({ status: 409, code: 'open-case' });
  });
});

describe('a customer was called (R7)', () => {
  it('stands in their file and in their export, and the next call moves', async () => {
    const key = await customer();
    const file = CustomerFile.parse(await world.answer('agent', CALLED, key, { outcome: 'reached', note: '很满意。' }));
    expect(file).toMatchObject({ version: 2, calls: [{ at: NOW, by: 'agent:lin', outcome: 'reached', note: '很满意。' }] });
    expect((await list()).items).toEqual([]);
    expect((await list({ until: '2026-12-23' })).items).toMatchObject([{ customerKey: key, nextCallOn: '2026-12-23' }]);
    const exported = CustomerExport.parse(await world.answer('manager', 'GET /api/customers/{key}/export', key));
    expect(exported.customer.calls).toMatchObject([{ note: '很满意。' }]);
    expect(JSON.stringify(exported.looks)).not.toContain('很满意');
  });

  it('is refused on another version than the one that stands', async () => {
    const key = await customer();
    const stale = world.as(
      'agent',
      CALLED,
      key,
      { outcome: 'reached' },
      { headers: { 'content-type': 'application/json', 'if-match': '"7"' } },
    );
    await expect(stale).rejects.toMatchObject({ status: 412 });
  });

  it.each([[{}], [{ outcome: 'perhaps' }], [{ outcome: 'reached', note: '' }], [{ outcome: 'reached', note: 'x'.repeat(501) }]])(
    'refuses %j',
    async (sent) => {
      await expect(called(await customer(), sent)).rejects.toMatchObject({ status: 422 });
    },
  );

  it('leaves nothing behind when the person is erased (P35)', async () => {
    const key = await customer();
    await called(key, { outcome: 'reached', note: 'Has moved to Lyon.' });
    const erase = async () => ErasureAnswer.parse(await world.answer('admin', 'POST /api/customers/{key}/erase', key));
    let answer = await erase();
    while (!answer.isDone) answer = await erase();
    expect(JSON.stringify(await world.item(key))).not.toContain('Lyon');
    expect((await list({ until: '2027-12-31' })).items).toEqual([]);
  });
});
