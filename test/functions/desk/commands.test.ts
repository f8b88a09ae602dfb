import { describe, expect, it } from 'vitest';
import { aCase, opened } from '../../samples.ts';
import {
  COMMAND_TYPES,
  caseIn,
  changed,
  cny,
  command,
  DECIDE,
  deskAfter,
  NUMBER,
  refusal,
  type Sending,
  type Sent,
  WAY,
  worldWith,
} from './case-desk.ts';
import { NOW } from './world.ts';

type Happy = readonly [way: readonly Sent[], sent: Sent, event: string, state: string, sending?: Sending];

const cameBy = (way: readonly Sent[]) => way.map(({ type }) => type).join(', ') || 'opening';

/** Every command once, where it is possible. */
const HAPPY: readonly Happy[] = [
  [WAY.opened, { type: 'acknowledge' }, 'CaseAcknowledged', 'acknowledged'],
  [WAY.opened, { type: 'assign', to: 'morgan', note: 'She knows the depot.' }, 'CaseAssigned', 'opened'],
  [WAY.opened, { type: 'note', text: '  Called.\u0000  ' }, 'NoteAdded', 'opened'],
  [WAY.opened, { type: 'register', facts: { product: 'Teapot', quantity: '2', wish: '换货' } }, 'FactsRegistered', 'opened'],
  [WAY.opened, { type: 'classify', severity: 3, reason: 'It was a wedding present.' }, 'SeverityChanged', 'opened'],
  [WAY.opened, { type: 'answer', text: 'I am looking for it.' }, 'CustomerAnswered', 'acknowledged'],
  [WAY.opened, { type: 'ask', question: 'Which order was it?' }, 'CasePaused', 'acknowledged'],
  [WAY.asked, { type: 'resume' }, 'CaseResumed', 'acknowledged'],
  [WAY.opened, { type: 'investigate', isComplex: true }, 'InvestigationBegan', 'investigating'],
  [WAY.opened, { type: 'find', finding: 'It lies in the depot.' }, 'FindingMade', 'investigating'],
  [WAY.opened, DECIDE, 'CaseDecided', 'decided'],
  [WAY.decided, { type: 'offer', remedy: 'voucher' }, 'OfferMade', 'offered'],
  [WAY.askedUp, { type: 'approve', offerId: 'o1' }, 'OfferMade', 'offered', { as: 'chen' }],
  [WAY.askedUp, { type: 'reject', offerId: 'o1', reason: 'Too much for a week.' }, 'ApprovalRefused', 'decided', { as: 'chen' }],
  [WAY.offered, { type: 'withdraw', offerId: 'o1', reason: 'Another amount.' }, 'OfferWithdrawn', 'decided'],
  [WAY.offered, { type: 'accept', offerId: 'o1' }, 'OfferAccepted', 'accepted'],
  [WAY.offered, { type: 'refuse', offerId: 'o1', reason: 'Not enough.' }, 'OfferRefused', 'refused'],
  [WAY.accepted, { type: 'solve', resolution: 'Paid back.' }, 'CaseSolved', 'remedied'],
  [WAY.opened, { type: 'promise', what: 'a call', dueAt: '2026-11-24T02:00:00.000Z' }, 'CommitmentMade', 'acknowledged'],
  [WAY.promised, { type: 'keep-promise', commitmentId: 'p2' }, 'CommitmentKept', 'acknowledged'],
  [
    WAY.promised,
    { type: 'move-promise', commitmentId: 'p2', dueAt: '2026-11-26T02:00:00.000Z', reason: 'The van broke down.' },
    'CommitmentMoved',
    'acknowledged',
  ],
  [WAY.solved, { type: 'follow-up', isSolved: true, satisfaction: 80 }, 'FollowUpAnswered', 'followed-up'],
  [WAY.closed, { type: 'reopen', reason: 'It is broken again.' }, 'CaseReopened', 'acknowledged'],
  [WAY.opened, { type: 'close', reason: 'not-a-complaint', note: 'A question about opening hours.' }, 'CaseClosed', 'closed'],
  [
    WAY.opened,
    { type: 'report', report: { cause: 'A loose screw.', effect: 'One burn.', handling: 'Recall.', prevention: 'A check.' } },
    'ReportFiled',
    'opened',
  ],
  [WAY.decided, { type: 'plan-measure', what: 'A second van.', owner: 'lin', dueOn: '2026-12-10' }, 'MeasurePlanned', 'decided'],
  [WAY.measured, { type: 'complete-measure', measureId: 'm1' }, 'MeasureCompleted', 'decided'],
  [WAY.measureDone, { type: 'check-measure', measureId: 'm1', isEffective: true }, 'MeasureChecked', 'decided'],
  [WAY.decided, { type: 'exempt', reason: 'A slip of the hand.' }, 'MeasureExempted', 'decided'],
];

describe('POST /api/cases/{number}/commands', () => {
  it.each(
    HAPPY.map(([way, sent, event, state, sending = {}]) => ({
      way,
      sent,
      event,
      state,
      sending,
      come: cameBy(way),
      said: JSON.stringify(sent),
    })),
  )('after $come carries out $said (R1, R24)', async ({ way, sent, event, state, sending }) => {
    const world = await deskAfter(way);
    const seen = caseIn(world);
    world.memory.trips.length = 0;
    const response = await command(world, sent, sending);
    const { case: now, events, allowed } = changed(response);
    expect(events.map(({ type }) => type)).toContain(event);
    expect(events.at(-1)).toMatchObject({ at: NOW, by: expect.stringMatching(/^(agent:(lin|chen)|system)$/) });
    expect({ state: now.state, version: now.version }).toEqual({ state, version: seen.version + events.length });
    expect(response.headers).toMatchObject({ etag: `"${now.version}"` });
    expect(world.cases.get(NUMBER)?.history.slice(-events.length)).toEqual(events);
    expect(caseIn(world)).toEqual(now);
    expect(allowed).toContain(state === 'closed' ? 'reopen' : 'assign');
    // Issue 4: one read, one transaction.
    expect(world.memory.trips).toEqual(['load', 'save']);
  });

  it('has a happy path for every command there is, in this file or for merges in their own', () => {
    const covered = new Set([...HAPPY.map(([, sent]) => sent.type), 'reach-again', 'merge']);
    expect([...covered].sort()).toEqual(COMMAND_TYPES.toSorted());
  });

  it('writes by mail again to whom mail reaches again, and offers that only where it came back', async () => {
    const world = worldWith(aCase({ undeliverable: { at: NOW, reason: 'bounce' } }));
    expect(changed(await command(world, { type: 'note', text: 'She has made room.' })).allowed).toContain('reach-again');
    world.memory.trips.length = 0;
    const { case: now, events, allowed } = changed(await command(world, { type: 'reach-again', note: 'There is room now.' }));
    expect(events).toEqual([{ type: 'CustomerReachable', at: NOW, by: 'agent:lin', note: 'There is room now.' }]);
    expect(now.undeliverable).toBeUndefined();
    expect(allowed).not.toContain('reach-again');
    expect(world.memory.trips).toEqual(['load', 'save']);
    expect((await command(world, { type: 'answer', text: 'It comes tomorrow.' })).status).toBe(200);
  });

  it('records who did it and when (R1), and a hand-over tells from whom to whom (R3)', async () => {
    const world = worldWith(aCase());
    const { case: now, events } = changed(await command(world, { type: 'assign', to: 'morgan' }));
    expect(events).toEqual([{ type: 'CaseAssigned', at: NOW, by: 'agent:lin', from: 'lin', to: 'morgan', team: 'care' }]);
    expect(world.cases.get(NUMBER)).toEqual({ case: now, history: [opened(aCase()), ...events] });
    expect(Object.fromEntries(world.memory.loads)).toEqual({ lin: -1, morgan: 1 });
  });

  it('queues the mails that it caused, so that they do not wait for the next sweep', async () => {
    const world = worldWith(aCase());
    await command(world, { type: 'answer', text: 'I am looking for it.' });
    expect(world.sent).toEqual(['2611-0001:answer:4']);
    expect([...world.actions.keys()]).toEqual(world.sent);
  });

  it('is done although the queue is down: the mails are stored, and only wait', async () => {
    const world = worldWith(aCase());
    world.isQueueDown = true;
    expect((await command(world, { type: 'answer', text: 'I am looking for it.' })).status).toBe(200);
    expect(world.actions.has('2611-0001:answer:4')).toBe(true);
    expect(world.warnings).toEqual(['mails wait for the next sweep']);
  });

  it('lets an agent hand a case to another branch and still answers them', async () => {
    const world = worldWith(aCase({ branch: 'south', owner: 'morgan' }));
    const { case: now } = changed(await command(world, { type: 'assign', to: 'lin' }, { as: 'morgan' }));
    expect(now.owner).toBe('lin');
    expect(await refusal(world, { type: 'note', text: 'One more thing.' }, { as: 'morgan' })).toMatchObject({ status: 404 });
  });
});

describe('the versions that callers have seen (If-Match)', () => {
  it('are held to: another is refused, and nothing is changed', async () => {
    const world = worldWith(aCase({ version: 3 }));
    expect(await refusal(world, { type: 'acknowledge' }, { headers: { 'if-match': '"2"' } })).toMatchObject({
      ...{ status: 412, code: 'version-mismatch' },
    });
    expect(caseIn(world).state).toBe('opened');
    expect(world.memory.trips).toEqual(['load']);
  });

  it.each(['"3"', '3', '"2", "3"', '*'])('may be said as %s', async (tag) => {
    const world = worldWith(aCase({ version: 3 }));
    expect((await command(world, { type: 'acknowledge' }, { headers: { 'if-match': tag } })).status).toBe(200);
  });

  it('tell the second of two at once, who loses nothing of the first', async () => {
    const world = worldWith(aCase());
    const results = await Promise.allSettled([
      command(world, { type: 'note', text: 'One.' }),
      command(world, { type: 'note', text: 'Two.' }, { as: 'chen' }),
    ]);
    expect(results).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { status: 409, code: 'conflict' } }]);
    expect(world.cases.get(NUMBER)?.history.map(({ type }) => type)).toEqual(['CaseOpened', 'NoteAdded']);
  });
});

describe('what nobody may promise beyond (R5)', () => {
  it('goes up for approval above the limit of the front line, and is offered once somebody above says yes', async () => {
    const world = await deskAfter(WAY.decided);
    const asked = changed(await command(world, { type: 'offer', remedy: 'refund', money: cny(20_001) }));
    expect(asked.case).toMatchObject({ state: 'decided', offers: [{ state: 'awaiting-approval' }] });
    const given = changed(await command(world, { type: 'approve', offerId: 'o1' }, { as: 'chen' }));
    expect(given.case).toMatchObject({ state: 'offered', offers: [{ state: 'offered', approvedBy: 'agent:chen' }] });
  });

  it('is the limit of the account too: a manager of the pool may what a manager may', async () => {
    const world = await deskAfter(WAY.decided);
    const { case: now } = changed(
      await command(world, { type: 'offer', remedy: 'refund', money: cny(2_000_000) }, { as: 'root', role: 'manager' }),
    );
    expect(now.offers).toMatchObject([{ state: 'offered', by: 'agent:root' }]);
  });

  it('is the budget of the month as well; spent, the offer goes up for approval', async () => {
    const world = await deskAfter(WAY.decided);
    world.memory.budgets.set('default 2026-11', 4_999_999);
    const sent: Sent = { type: 'offer', remedy: 'refund', money: cny(2) };
    expect(await refusal(world, sent)).toMatchObject({ status: 409, code: 'budget-exceeded' });
    expect(caseIn(world).offers).toEqual([]);
    await command(world, { ...sent, forApproval: true });
    await command(world, { type: 'approve', offerId: 'o1' }, { as: 'zhao' });
    expect(caseIn(world)).toMatchObject({ state: 'offered' });
    expect(world.memory.budgets.get('default 2026-11')).toBe(5_000_001);
  });

  it('holds for two offers at once: one is made, the other decides again', async () => {
    const world = await deskAfter(WAY.decided);
    const sent: Sent = { type: 'offer', remedy: 'refund', money: cny(15_000) };
    const results = await Promise.allSettled([command(world, sent), command(world, sent)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(caseIn(world).offers).toHaveLength(1);
  });
});
