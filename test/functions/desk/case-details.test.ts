import { describe, expect, it } from 'vitest';
import { CaseDetails } from '../../../shared/api/case-schemas.ts';
import { aCase, aFeedback } from '../../samples.ts';
import { cny, command, deskAfter, NUMBER, WAY, worldWith } from './case-desk.ts';
import { claims, type DeskWorld, NOW, parsed } from './world.ts';

const read = (world: DeskWorld, as = claims('agent'), number = NUMBER) =>
  world.call('GET /api/cases/{number}', { path: { number }, claims: as });
const details = async (...args: Parameters<typeof read>) => CaseDetails.parse(parsed(await read(...args)));
const ana = {
  customerKey: 'customer-key-1',
  email: 'ana@example.com',
  name: 'Ana',
  phone: '+44 20 7946 0000',
  language: 'en',
  since: NOW,
} as const;

describe('GET /api/cases/{number}', () => {
  it('gives the agent all that the customer would otherwise have to tell again (R3)', async () => {
    const joined = aFeedback({ externalId: 'response-2', comment: 'Still nothing!' });
    const world = worldWith(aCase({ joined: [joined.id] }));
    world.feedback = [joined, aFeedback({ caseNumber: NUMBER })];
    world.customers.set(ana.customerKey, ana);
    const response = await read(world);
    expect(response.headers).toMatchObject({ etag: '"1"' });
    expect(CaseDetails.parse(parsed(response))).toMatchObject({
      case: { number: NUMBER },
      history: [{ type: 'CaseOpened' }],
      feedback: [{ comment: 'Two weeks late and nobody called back.' }, { comment: 'Still nothing!' }],
      customer: { name: 'Ana', email: 'ana@example.com', phone: '+44 20 7946 0000' },
      nextDue: { at: '2026-11-23T09:00:00.000Z', what: 'deadline', id: 'acknowledge' },
    });
  });

  it('records the look at the customer before it shows them (R17)', async () => {
    const world = worldWith(aCase());
    world.customers.set(ana.customerKey, ana);
    await read(world);
    expect(world.looks).toEqual([{ customerKey: ana.customerKey, at: NOW, by: 'agent:lin', what: 'case', caseNumber: NUMBER }]);
  });

  it('shows nothing of somebody who was erased (P35)', async () => {
    const world = worldWith(aCase());
    world.customers.set(ana.customerKey, { ...ana, erasedAt: NOW });
    expect((await details(world)).customer).toBeUndefined();
    expect(world.looks).toEqual([]);
  });

  it('shows what was sent and what was not, of every event of its history', async () => {
    const world = await deskAfter([{ type: 'answer', text: 'Soon.' }, ...WAY.offered, { type: 'refuse', offerId: 'o1' }]);
    const base = {
      dueAt: NOW,
      attempts: 0,
      caseNumber: NUMBER,
      kind: 'mail',
      template: 'acknowledgement',
      to: 'customer',
      event: 1,
    } as const;
    world.actions.set(`${NUMBER}:acknowledgement`, { ...base, id: `${NUMBER}:acknowledgement`, state: 'refused', reason: 'suppressed' });
    world.actions.set(`${NUMBER}:clock`, {
      id: `${NUMBER}:clock`,
      kind: 'clock',
      caseNumber: NUMBER,
      state: 'due',
      dueAt: NOW,
      attempts: 0,
    });
    const { actions } = await details(world);
    expect(actions.map(({ id }) => id).sort()).toEqual([...world.actions.keys()].sort());
    expect(actions.find(({ id }) => id.endsWith(':acknowledgement'))).toMatchObject({ state: 'refused', reason: 'suppressed' });
  });

  it('says what is possible now, to whom', async () => {
    const world = await deskAfter(WAY.askedUp);
    expect((await details(world)).allowed).not.toContain('approve');
    const { allowed } = await details(world, claims('agent', 'chen'));
    expect(allowed).toEqual(expect.arrayContaining(['approve', 'reject', 'withdraw', 'note']));
    expect(allowed).not.toContain('offer');
  });

  it.each([
    ['lin', 'agent', 20_000, 'approval'],
    ['chen', 'head', 200_000, 'nothing'],
  ])('tells %s which remedies are prepared, in order, and whose yes each needs (R5)', async (as, role, limit, needs) => {
    const world = await deskAfter([...WAY.decided, { type: 'offer', remedy: 'refund', money: cny(18_000), via: 'telephone' }]);
    const { remedies, authority } = await details(world, claims('agent', as));
    expect(remedies.map(({ id }) => id)).toEqual(['apology', 'refund', 'voucher', 'call-back', 'broken-promise-voucher']);
    expect(remedies.find(({ id }) => id === 'voucher')).toMatchObject({ money: cny(5000), needs });
    expect(authority).toEqual({ role, committed: cny(18_000), left: cny(limit - 18_000), leftWithApproval: cny(1_982_000) });
  });

  it('leaves out what the customer refused', async () => {
    const { remedies } = await details(await deskAfter(WAY.refused));
    expect(remedies.map(({ id }) => id)).not.toContain('apology');
  });

  it('stands without customer, feedback and actions too', async () => {
    const world = worldWith(aCase({ customerKey: undefined }));
    expect(await details(world)).toMatchObject({ actions: [], feedback: [], history: [{}] });
  });

  it('is answered by 404 where it is of another branch (P29)', async () => {
    const world = worldWith(aCase({ branch: 'south' }));
    await expect(read(world, claims('agent', 'morgan'))).rejects.toMatchObject({ status: 404 });
    expect((await command(world, { type: 'assign', to: 'morgan' })).status).toBe(200);
    expect((await read(world, claims('agent', 'morgan'))).status).toBe(200);
  });

  it.each(['1', '2611-1', '2611-0001 ', '2611-00012345678'])('refuses %j as a number', async (number) => {
    await expect(read(worldWith(), claims('agent'), number)).rejects.toMatchObject({ status: 422 });
  });
});
