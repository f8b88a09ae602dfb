import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invitationRegister } from '../../../shared/adapters/dynamo/invitation-register.ts';
import { feedbackVersionItem } from '../../../shared/adapters/dynamo/items.ts';
import { CustomerExport, CustomerFile, CustomersFound, HistoryPage, ImportAnswer, LookPage } from '../../../shared/api/customer-schemas.ts';
import { anInvitation } from '../../domain/campaign/a-campaign.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { CustomersWorld, keys } from './customers-world.ts';
import { claims } from './world.ts';

let dynamo: DynamoForTests;
let world: CustomersWorld;
let ana: string;
let email: string;
let turn = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = new CustomersWorld(dynamo);
  turn += 1;
  email = `ana${turn}@example.com`;
  ana = keys.ofAddress(email);
});

const FIND = 'POST /api/customers/find';
const READ = 'GET /api/customers/{key}';
const fileOf = async (key: string) => CustomerFile.parse(await world.answer('agent', READ, key));
const looksOf = async (key: string) =>
  LookPage.parse(await world.answer('manager', 'GET /api/customers/{key}/looks', key)).items.map(({ what }) => what);
const bringIn = async (...rows: unknown[]) =>
  ImportAnswer.parse(await world.answer('manager', 'POST /api/customers/import', undefined, { rows })).results;

describe('finding a customer (R16)', () => {
  it('by address, own id or telephone, however these are written', async () => {
    await bringIn({ email, ownId: `CRM-${turn}`, phone: `+86 138 0013 80${turn + 10}` });
    const found = async (sent: unknown) =>
      CustomersFound.parse(await world.answer('agent', FIND, undefined, sent)).items.map(({ customerKey }) => customerKey);
    expect(await found({ email: email.toUpperCase() })).toEqual([ana]);
    expect(await found({ ownId: `CRM-${turn}` })).toEqual([ana]);
    expect(await found({ phone: `0086-138-0013-80${turn + 10}` })).toEqual([ana]);
    expect(await found({ email: 'nobody@example.com' })).toEqual([]);
    expect(await found({ ownId: `crm-${turn}` })).toEqual([]);
  });

  it.each([[{}], [{ email: 'a@example.com', ownId: '1' }], [{ email: 'nonsense' }], [{ name: 'Ana' }]])('refuses %j', async (sent) => {
    await expect(world.as('agent', FIND, undefined, sent)).rejects.toMatchObject({ status: 422 });
  });

  it('is never by a part of a file: the route has no query and the path only a keyed hash (P33)', async () => {
    await expect(world.as('agent', READ, email)).rejects.toMatchObject({ status: 422 });
  });
});

describe('a customer’s file (R16)', () => {
  it('shows who they are, how they stand and their tier', async () => {
    await world.hears(email, { receivedAt: '2026-11-20T08:00:00.000Z', score: 75 });
    await world.hears(email, { receivedAt: '2026-11-21T08:00:00.000Z', score: 25 });
    await bringIn({ email, ordersPerYear: 12 });
    expect(await fileOf(ana)).toMatchObject({
      email,
      name: 'Ana Silva',
      tier: 'vip',
      feedbackCount: 2,
      lastSatisfaction: 25,
      openCases: [],
    });
  });

  it('records each look and each change, with who and which fields, never the values (R17)', async () => {
    await world.hears(email);
    await fileOf(ana);
    await world.as('agent', 'POST /api/customers/{key}/correct', ana, { phone: '+1 555 0100' });
    world.now = '2026-11-23T02:00:01.000Z';
    const page = await world.answer('manager', 'GET /api/customers/{key}/looks', ana);
    const { items } = LookPage.parse(page);
    expect(items).toEqual([
      { customerKey: ana, at: world.now, by: 'agent:lin', what: 'looks' },
      { customerKey: ana, at: '2026-11-23T02:00:00.000Z', by: 'agent:lin', what: 'file' },
      { customerKey: ana, at: '2026-11-23T02:00:00.000Z', by: 'agent:lin', what: 'corrected', fields: ['phone'] },
    ]);
    expect(JSON.stringify(page)).not.toContain('555');
  });

  it('is not shown where the look cannot be recorded (R17)', async () => {
    await world.hears(email);
    const broken = { ...world.customerPorts.files, recordLook: () => Promise.reject(new Error('throttled')) };
    Object.assign(world.ports, { customers: { ...world.customerPorts, files: broken } });
    for (const [route, sent] of [
      [READ, undefined],
      ['GET /api/customers/{key}/history', undefined],
      ['GET /api/customers/{key}/export', undefined],
    ] as const) {
      await expect(world.as('admin', route, ana, sent)).rejects.toThrow('throttled');
    }
    await expect(world.as('admin', FIND, undefined, { email })).rejects.toThrow('throttled');
  });

  it('is changed only in the version that was seen, and says so (If-Match)', async () => {
    await world.hears(email);
    const correct = (phone: string, version: string) =>
      world.as(
        'agent',
        'POST /api/customers/{key}/correct',
        ana,
        { phone },
        { headers: { 'content-type': 'application/json', 'if-match': version } },
      );
    expect((await correct('12345', '"1"')).headers).toMatchObject({ etag: '"2"' });
    await expect(correct('67890', '"1"')).rejects.toMatchObject({ status: 412 });
    expect((await fileOf(ana)).phone).toBe('12345');
  });

  it('keeps a name that staff has set against whatever is typed into a form', async () => {
    await world.hears(email, {}, 'Ana');
    await world.as('agent', 'POST /api/customers/{key}/correct', ana, { name: 'Ana Silva' });
    await world.hears(email, {}, 'Somebody else');
    expect((await fileOf(ana)).name).toBe('Ana Silva');
  });

  it.each([
    ['a branch that the config does not have', { branch: 'west' }, 422],
    ['nothing', {}, 422],
    ['a field that is not theirs to set', { figures: {} }, 422],
  ])('refuses to be corrected by %s', async (_, sent, status) => {
    await world.hears(email);
    await expect(world.as('agent', 'POST /api/customers/{key}/correct', ana, sent)).rejects.toMatchObject({ status });
  });
});

describe('consent (R26)', () => {
  it('is recorded with who and where from, and lists who takes greetings', async () => {
    await world.hears(email);
    await world.as('agent', 'POST /api/customers/{key}/consent', ana, { contact: true, care: true, source: 'telephone' });
    expect((await fileOf(ana)).consent).toEqual({ contact: true, care: true, source: 'telephone', at: world.now, by: 'agent:lin' });
    const taking = async () => (await world.customerPorts.files.takingCare({ limit: 100 })).items.map(({ customerKey }) => customerKey);
    expect(await taking()).toContain(ana);
    await world.as('agent', 'POST /api/customers/{key}/consent', ana, { contact: true, care: false, source: 'telephone' });
    expect(await taking()).not.toContain(ana);
  });
});

describe('two files of one person (R16)', () => {
  it('are listed together from either key, and stay findable by both', async () => {
    const other = `silva${turn}@example.com`;
    const first = await world.hears(email, { receivedAt: '2026-11-20T08:00:00.000Z' });
    const second = await world.hears(other, { receivedAt: '2026-11-21T08:00:00.000Z' });
    const third = await world.hears(email, { receivedAt: '2026-11-22T08:00:00.000Z' });
    await world.as('manager', 'POST /api/customers/{key}/merge', keys.ofAddress(other), { with: ana });
    for (const key of [ana, keys.ofAddress(other)]) {
      expect(await fileOf(key)).toMatchObject({ customerKey: ana, email, otherEmails: [other], feedbackCount: 3 });
      const { items } = HistoryPage.parse(await world.answer('agent', 'GET /api/customers/{key}/history', key));
      expect(items.map((item) => (item.kind === 'feedback' ? item.feedback.id : item.kind))).toEqual(
        [third, second, first].map(({ feedback }) => feedback.id),
      );
    }
  });

  it('are paged through without losing or repeating anything', async () => {
    const other = `silva${turn}@example.com`;
    for (let i = 0; i < 7; i += 1) await world.hears(i % 2 === 0 ? email : other, { receivedAt: `2026-11-2${i}T08:00:00.000Z` });
    await world.as('manager', 'POST /api/customers/{key}/merge', ana, { with: keys.ofAddress(other) });
    const days: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor === undefined ? {} : { cursor }) };
      const page = HistoryPage.parse(await world.answer('agent', 'GET /api/customers/{key}/history', ana, undefined, { query }));
      days.push(...page.items.map(({ at }) => at.slice(8, 10)));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(days).toEqual(['26', '25', '24', '23', '22', '21', '20']);
  });

  it('is never decided by what somebody typed: feedback merges nothing', async () => {
    await bringIn({ email, ownId: `CRM-${turn}` });
    const { file } = await world.hears(`other${turn}@example.com`, {}, 'Ana Silva');
    expect(file.customerKey).not.toBe(ana);
    expect((await fileOf(ana)).otherEmails).toEqual([]);
  });
});

describe('roles and branches (P29)', () => {
  const morgan = { claims: claims('agent', 'morgan') };

  it('agents of a branch see its customers and those who have dealt with it; others are answered like nobody', async () => {
    await world.hears(email, { branch: 'south' });
    await expect(world.as('agent', READ, ana, undefined, morgan)).rejects.toMatchObject({ status: 404 });
    expect(CustomersFound.parse(await world.answer('agent', FIND, undefined, { email }, morgan)).items).toEqual([]);
    expect(await looksOf(ana)).toEqual(['looks']);
    await world.hears(email, { branch: 'east' });
    expect(CustomerFile.parse(await world.answer('agent', READ, ana, undefined, morgan)).feedbackCount).toBe(2);
    const { items } = HistoryPage.parse(await world.answer('agent', 'GET /api/customers/{key}/history', ana, undefined, morgan));
    expect(items.map((item) => item.kind === 'feedback' && item.feedback.branch)).toEqual(['east']);
  });

  it.each([
    ['GET /api/customers/{key}/looks', 'agent', 'manager'],
    ['GET /api/customers/{key}/export', 'agent', 'manager'],
    ['POST /api/customers/{key}/merge', 'agent', 'manager'],
    ['POST /api/customers/import', 'agent', 'manager'],
    ['POST /api/customers/{key}/erase', 'manager', 'admin'],
  ])('%s is refused to a %s', async (route, role, needed) => {
    await expect(world.as(role, route, ana, {})).rejects.toMatchObject({ status: 403, message: expect.stringContaining(needed) });
  });
});

describe('export of a person', () => {
  it('holds the file, whole words and who has looked, and is itself a look (R17)', async () => {
    const comment = 'Late again. '.repeat(100).trim();
    await world.hears(email, { comment });
    await fileOf(ana);
    const told = CustomerExport.parse(await world.answer('manager', 'GET /api/customers/{key}/export', ana));
    expect(told.customer.email).toBe(email);
    expect(told.items).toMatchObject([{ kind: 'feedback', feedback: { comment } }]);
    expect(told.looks?.map(({ what }) => what)).toEqual(['file', 'export']);
  });

  it('holds what they were asked, what they filled in and have not sent, and every earlier version of an answer (R10, R17)', async () => {
    const { feedback } = await world.hears(email, { revision: 1, comment: 'Nearly fine.' });
    await world.put(feedbackVersionItem({ ...feedback, revision: 0, comment: 'Fine.' }));
    const register = invitationRegister(dynamo.client, dynamo.registerTable);
    const asked = [
      anInvitation({
        id: 'abcdefghijklmnop'.charAt(turn % 16).repeat(26),
        customerKey: ana,
        state: 'begun',
        draft: { comment: ['Half a word'] },
      }),
      anInvitation({
        id: `${'abcdefghijklmnop'.charAt(turn % 16).repeat(25)}7`,
        customerKey: ana,
        state: 'answered',
        draft: { comment: ['Nearly fine.'] },
      }),
    ];
    for (const invitation of asked) await register.record({ invitation });
    const told = CustomerExport.parse(await world.answer('manager', 'GET /api/customers/{key}/export', ana));
    expect(told.items).toMatchObject([
      { kind: 'feedback', feedback: { comment: 'Nearly fine.' }, earlierVersions: [{ revision: 0, comment: 'Fine.' }] },
    ]);
    expect(told.invitations?.map(({ state, draft }) => [state, draft]).sort()).toEqual([
      ['answered', undefined],
      ['begun', { comment: ['Half a word'] }],
    ]);
  });
});

describe('import', () => {
  it('decides each row by itself, and the same batch again changes nothing', async () => {
    const rows = [
      { email, ownId: `CRM-${turn}`, branch: 'east' },
      { email: `li${turn}@example.cn`, branch: 'nowhere' },
      { email, phone: '12345' },
    ];
    expect((await bringIn(...rows)).map(({ outcome }) => outcome)).toEqual(['created', 'refused', 'changed']);
    const { version } = await fileOf(ana);
    const again = await bringIn(...rows);
    expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'refused', 'unchanged']);
    expect(again[1]).toMatchObject({ field: 'branch', reason: expect.stringContaining('east') });
    expect((await fileOf(ana)).version).toBe(version);
  });

  it('writes nothing where it is only tried', async () => {
    const answer = await world.answer('manager', 'POST /api/customers/import', undefined, { rows: [{ email }], isDryRun: true });
    expect(ImportAnswer.parse(answer).results).toMatchObject([{ outcome: 'created' }]);
    await expect(fileOf(ana)).rejects.toMatchObject({ status: 404 });
  });

  it('merges where address and own id lead to two files', async () => {
    await bringIn({ email }, { ownId: `CRM-${turn}`, name: 'A. Silva' });
    expect((await bringIn({ email, ownId: `CRM-${turn}` })).map(({ outcome }) => outcome)).toEqual(['merged']);
    expect(await fileOf(ana)).toMatchObject({ name: 'A. Silva', email, ownIds: [`CRM-${turn}`] });
  });

  it('names row and field of what is not as expected', async () => {
    await expect(
      world.as('manager', 'POST /api/customers/import', undefined, { rows: [{ email }, { email: 'nonsense' }] }),
    ).rejects.toMatchObject({
      status: 422,
      issues: [{ field: 'rows.1.email' }],
    });
  });
});
