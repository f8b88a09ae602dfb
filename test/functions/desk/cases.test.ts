import { describe, expect, it } from 'vitest';
import { CaseDetails, CasePage, ChangedCase } from '../../../shared/api/schemas.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { aCase, aFeedback, opened } from '../../samples.ts';
import { body, claims, DeskWorld, NOW, parsed } from './world.ts';

function worldWith(...cases: Case[]): DeskWorld {
  const world = new DeskWorld();
  for (const one of cases) world.cases.set(one.number, { case: one, history: [opened(one)] });
  return world;
}
const path = { number: '2611-0001' };
const command = (world: DeskWorld, name: string, sent: unknown, headers = {}) =>
  world.call(`POST /api/cases/{number}/${name}`, {
    path,
    body: sent === undefined ? Buffer.alloc(0) : body(sent),
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('GET /api/cases', () => {
  const resolved = aCase({ number: '2611-0002', state: 'resolved' });

  it('lists open cases, or those resolved of a month', async () => {
    const world = worldWith(aCase(), resolved);
    const numbers = async (query: Record<string, string>) =>
      CasePage.parse(parsed(await world.call('GET /api/cases', { query }))).items.map(({ number }) => number);
    expect(await numbers({})).toEqual(['2611-0001']);
    expect(await numbers({ state: 'resolved', month: '2611' })).toEqual(['2611-0002']);
    expect(await numbers({ state: 'resolved', month: '2612' })).toEqual([]);
  });

  it.each([
    [{ state: 'resolved' }, 'month'],
    [{ month: '2611' }, 'month'],
    [{ state: 'resolved', month: '2613' }, 'month'],
    [{ state: 'closed' }, 'state'],
    [{ owner: 'lin' }, 'owner'],
  ])('refuses %j, naming the field', async (query, field) => {
    await expect(worldWith().call('GET /api/cases', { query })).rejects.toMatchObject({ status: 422, issues: [{ field }] });
  });

  it('shows agents of a branch its cases and those given to them (P29)', async () => {
    const world = worldWith(
      aCase({ number: '2611-0003', branch: 'east' }),
      aCase({ number: '2611-0004', branch: 'south' }),
      aCase({ number: '2611-0005', branch: 'south', owner: 'morgan' }),
    );
    const page = CasePage.parse(parsed(await world.call('GET /api/cases', { claims: claims('agent', 'morgan') })));
    expect(page.items.map(({ number }) => number)).toEqual(['2611-0003', '2611-0005']);
    const hidden = world.call('GET /api/cases/{number}', { path: { number: '2611-0004' }, claims: claims('agent', 'morgan') });
    await expect(hidden).rejects.toMatchObject({ status: 404 });
    const act = world.call('POST /api/cases/{number}/acknowledge', { path: { number: '2611-0004' }, claims: claims('agent', 'morgan') });
    await expect(act).rejects.toMatchObject({ status: 404 });
  });
});

describe('GET /api/cases/{number}', () => {
  it('gives the agent all that the customer would otherwise have to tell again, and what was sent (R3)', async () => {
    const world = worldWith(aCase());
    world.feedback = [aFeedback({ caseNumber: '2611-0001' })];
    world.customers.set('customer-key-1', {
      customerKey: 'customer-key-1',
      email: 'ana@example.com',
      name: 'Ana',
      language: 'en',
      since: NOW,
    });
    const base = { dueAt: NOW, attempts: 0, caseNumber: '2611-0001' };
    world.actions.set('2611-0001:acknowledgement', {
      ...base,
      id: '2611-0001:acknowledgement',
      kind: 'acknowledgement',
      state: 'refused',
      reason: 'suppressed',
    });
    world.actions.set('2611-0001:owner-notice', { ...base, id: '2611-0001:owner-notice', kind: 'owner-notice', state: 'unknown' });
    const response = await world.call('GET /api/cases/{number}', { path });
    expect(response.headers).toMatchObject({ etag: '"1"' });
    const details = CaseDetails.parse(parsed(response));
    expect(details).toMatchObject({
      case: { number: '2611-0001' },
      history: [{ type: 'CaseOpened' }],
      feedback: { comment: 'Two weeks late and nobody called back.' },
      customer: { name: 'Ana', email: 'ana@example.com' },
      actions: [{ state: 'refused', reason: 'suppressed' }, { state: 'unknown' }],
    });
  });

  it('stands without customer, feedback and actions too', async () => {
    const world = worldWith(aCase({ customerKey: undefined }));
    const details = CaseDetails.parse(parsed(await world.call('GET /api/cases/{number}', { path })));
    expect(details).toMatchObject({ actions: [], history: [{}] });
  });

  it.each(['1', '2611-1', '2611-0001 ', '2611-00012345678'])('refuses %j as a number', async (number) => {
    await expect(worldWith().call('GET /api/cases/{number}', { path: { number } })).rejects.toMatchObject({ status: 422 });
  });
});

describe('POST /api/cases/{number}/…', () => {
  it('records who did it and when, and answers with the case as it stands (R1, R3)', async () => {
    const world = worldWith(aCase());
    const response = await command(world, 'assign', { to: 'morgan' });
    expect(response.headers).toMatchObject({ etag: '"2"' });
    const changed = ChangedCase.parse(parsed(response));
    expect(changed.events).toEqual([{ type: 'CaseAssigned', at: NOW, by: 'agent:lin', from: 'lin', to: 'morgan' }]);
    expect(world.cases.get('2611-0001')).toEqual({ case: changed.case, history: [opened(aCase()), ...changed.events] });
  });

  it('acknowledges without a body, notes and resolves', async () => {
    const world = worldWith(aCase());
    await command(world, 'acknowledge', undefined);
    await command(world, 'note', { text: '  Called.\u0000  ' });
    await command(world, 'resolve', { resolution: '已补发。' });
    expect(world.cases.get('2611-0001')?.history.slice(1)).toMatchObject([
      { type: 'CaseAcknowledged', inTime: true },
      { type: 'NoteAdded', text: 'Called.' },
      { type: 'CaseResolved', resolution: '已补发。' },
    ]);
  });

  it('holds to the version that the caller has seen (If-Match)', async () => {
    const world = worldWith(aCase({ version: 3 }));
    await expect(command(world, 'acknowledge', {}, { 'if-match': '"2"' })).rejects.toMatchObject({ status: 412, code: 'version-mismatch' });
    expect(world.cases.get('2611-0001')?.case.state).toBe('opened');
    for (const tag of ['"3"', '3', '"2", "3"', '*']) {
      const fresh = worldWith(aCase({ version: 3 }));
      expect((await command(fresh, 'acknowledge', {}, { 'if-match': tag })).status).toBe(200);
    }
  });

  it.each([
    ['note', { text: ' \u0007 ' }, 422, 'text'],
    ['note', { text: 'x'.repeat(5001) }, 422, 'text'],
    ['note', { words: 'x' }, 422, 'text'],
    ['note', { text: 'x', by: 'agent:morgan' }, 422, 'by'],
    ['note', undefined, 422, 'text'],
    ['assign', { to: 7 }, 422, 'to'],
    ['acknowledge', { type: 'resolve' }, 422, 'type'],
    ['resolve', [], 422, ''],
  ] as [string, unknown, number, string][])('%s refuses %j, naming the field', async (name, sent, status, field) => {
    const refused = await command(worldWith(aCase()), name, sent).catch((error: unknown) => error);
    expect(refused).toMatchObject({ status, issues: expect.arrayContaining([expect.objectContaining({ field })]) });
  });

  it('refuses what is not JSON by its type and by its text', async () => {
    const world = worldWith(aCase());
    await expect(command(world, 'note', { text: 'x' }, { 'content-type': 'text/plain' })).rejects.toMatchObject({ status: 415 });
    const broken = world.call('POST /api/cases/{number}/note', { path, body: Buffer.from('{"text":') });
    await expect(broken).rejects.toMatchObject({ status: 400 });
  });

  it('passes on why a command does not fit the case', async () => {
    await expect(command(worldWith(aCase({ state: 'resolved' })), 'acknowledge', {})).rejects.toMatchObject({
      status: 409,
      code: 'case-resolved',
    });
    await expect(command(worldWith(), 'acknowledge', {})).rejects.toMatchObject({ status: 404 });
  });
});
