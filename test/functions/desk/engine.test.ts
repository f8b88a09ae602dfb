import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseStore } from '../../../shared/adapters/dynamo/case-store.ts';
import { registerReader } from '../../../shared/adapters/dynamo/register-reader.ts';
import { CaseDetails, CasePage } from '../../../shared/api/case-schemas.ts';
import { openCase } from '../../../shared/domain/recovery/open-case.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { MortalProcess } from '../../faults.ts';
import { aFeedback } from '../../samples.ts';
import { changed, command, DECIDE, refusal } from './case-desk.ts';
import { claims, DeskWorld, NOW, parsed, recovery } from './world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

let running = 100;
/** A desk before a real engine, with a case in it; `calls` counts its round trips. */
async function deskWithCase(owners: readonly string[] = [], opening: Parameters<typeof aFeedback>[0] = {}) {
  running += 1;
  const feedback = aFeedback({ externalId: `engine-${running}`, ...opening });
  const board = { loads: {}, absent: recovery.agents.map(({ id }) => id).filter((id) => owners.length > 0 && !owners.includes(id)) };
  const change = openCase({ feedback, month: '2611', running, now: NOW, tier: 'new', board }, recovery);
  await caseStore(dynamo.client, dynamo.registerTable, () => NOW).save([change]);
  const process = new MortalProcess();
  const client = process.dynamo(dynamo.client);
  const world = new DeskWorld();
  Object.assign(world.ports, {
    register: registerReader(client, dynamo.registerTable),
    cases: caseStore(client, dynamo.registerTable, () => NOW),
  });
  return { world, process, number: change.after.number };
}

describe('the desk before a real table', () => {
  it('carries out a command in two round trips, and sent again under its key in two as well', async () => {
    const { world, process, number } = await deskWithCase();
    const headers = { 'idempotency-key': 'k1' };
    const first = await command(world, { type: 'answer', text: 'Soon.' }, { number, headers });
    expect(process.calls).toBe(2);
    const again = await command(world, { type: 'answer', text: 'Soon.' }, { number, headers });
    expect(process.calls).toBe(4);
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    expect(changed(again)).toEqual(changed(first));
    expect(await refusal(world, { type: 'note', text: 'x' }, { number, headers })).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('shows the case with its mails and its clock, as they stand', async () => {
    const { world, number } = await deskWithCase();
    await command(world, DECIDE, { number });
    await command(world, { type: 'offer', remedy: 'refund', money: { amount: 50_000, currency: 'CNY' } }, { number });
    await command(world, { type: 'approve', offerId: 'o1' }, { number, as: 'chen' });
    const details = CaseDetails.parse(parsed(await world.call('GET /api/cases/{number}', { path: { number } })));
    expect(details.history).toHaveLength(details.case.version);
    const kinds = details.actions.map((action) => (action.kind === 'mail' ? action.template : action.kind)).sort();
    expect(kinds).toEqual(['acknowledgement', 'approval-answer', 'approval-request', 'clock', 'decision', 'offer', 'owner-notice']);
  });

  it('tells the second of two at once', async () => {
    const { world, number } = await deskWithCase();
    const results = await Promise.allSettled([1, 2].map((n) => command(world, { type: 'note', text: `${n}` }, { number })));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409, code: 'conflict' } });
  });

  it('merges two cases in one transaction and two round trips (R3)', async () => {
    const customerKey = 'customer-key-merge';
    const into = await deskWithCase([], { customerKey });
    const { world, process, number } = await deskWithCase([], { customerKey });
    expect(await refusal(world, { type: 'merge', into: number }, { number })).toMatchObject({ status: 409 });
    process.calls = 0;
    await command(world, { type: 'merge', into: into.number }, { number });
    expect(process.calls).toBe(2);
    const details = CaseDetails.parse(parsed(await world.call('GET /api/cases/{number}', { path: { number: into.number } })));
    expect(details.case.joined).toHaveLength(1);
    expect(await refusal(world, { type: 'note', text: 'x' }, { number })).toMatchObject({ code: 'wrong-state' });
  });

  it('lists an agent’s open cases by one query, page after page', async () => {
    for (let i = 0; i < 5; i += 1) await deskWithCase(['morgan']);
    const { world, process } = await deskWithCase(['morgan']);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      process.calls = 0;
      const query = { owner: 'me', limit: '2', ...(cursor === undefined ? {} : { cursor }) };
      const page: { items: { number: string }[]; cursor?: string | undefined } = CasePage.parse(
        parsed(await world.call('GET /api/cases', { query, claims: claims('manager', 'morgan') })),
      );
      expect(process.calls).toBe(1);
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(6);
  });

  it('refuses the cursor of another list', async () => {
    const { world } = await deskWithCase(['morgan']);
    await deskWithCase(['morgan']);
    const first = CasePage.parse(parsed(await world.call('GET /api/cases', { query: { owner: 'morgan', limit: '1' } })));
    const cursor = first.cursor ?? '';
    await expect(world.call('GET /api/cases', { query: { owner: 'lin', cursor } })).rejects.toMatchObject({
      status: 422,
      issues: [{ field: 'cursor' }],
    });
  });

  it('lists closed cases by the month of their closing', async () => {
    const { world, number } = await deskWithCase();
    await command(world, { type: 'close', reason: 'not-a-complaint', note: 'A question.' }, { number });
    const page = CasePage.parse(parsed(await world.call('GET /api/cases', { query: { state: 'closed', month: '2026-11', limit: '100' } })));
    expect(page.items.map((item) => item.number)).toContain(number);
  });
});
