import { describe, expect, it } from 'vitest';
import { aCase } from '../../samples.ts';
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
import type { DeskWorld } from './world.ts';

type Refused = readonly [way: readonly Sent[], sent: Sent, status: number, code: string, sending?: Sending];

const cameBy = (way: readonly Sent[]) => way.map(({ type }) => type).join(', ') || 'opening';

const REFUSED: readonly Refused[] = [
  [[{ type: 'acknowledge' }], { type: 'acknowledge' }, 409, 'wrong-state'],
  [WAY.closed, { type: 'assign', to: 'morgan' }, 409, 'wrong-state'],
  [WAY.opened, { type: 'assign', to: 'nobody' }, 422, 'invalid-input'],
  [WAY.opened, { type: 'assign', to: 'lin' }, 409, 'already-owner'],
  [WAY.opened, { type: 'note', text: 'x'.repeat(5001) }, 422, 'invalid-input'],
  [WAY.opened, { type: 'register', facts: { occurredOn: '2026-02-30' } }, 422, 'invalid-input'],
  [WAY.opened, { type: 'classify', severity: 2, reason: 'As it was.' }, 422, 'invalid-input'],
  [WAY.opened, { type: 'answer', text: 'Soon.', nextBy: '2026-11-22T00:00:00.000Z' }, 422, 'invalid-input'],
  [WAY.solved, { type: 'ask', question: 'Is it?' }, 409, 'wrong-state'],
  [WAY.opened, { type: 'resume' }, 409, 'not-waiting'],
  [WAY.opened, { type: 'reach-again' }, 409, 'not-undeliverable'],
  [[{ type: 'investigate' }], { type: 'investigate' }, 409, 'already-investigating'],
  [WAY.decided, { type: 'find', finding: 'Late.' }, 409, 'wrong-state'],
  [WAY.opened, { ...DECIDE, cause: 'the-weather' }, 422, 'invalid-input'],
  [WAY.offered, DECIDE, 409, 'wrong-state'],
  // Found by hand: it closed the case, and the money of the offer stayed taken from the budget.
  [WAY.askedUp, { ...DECIDE, verdict: 'unfounded' }, 409, 'approval-pending'],
  [WAY.opened, { type: 'offer', remedy: 'apology' }, 409, 'wrong-state'],
  [WAY.decided, { type: 'offer', remedy: 'a-car' }, 422, 'invalid-input'],
  [WAY.decided, { type: 'offer', remedy: 'replacement' }, 409, 'remedy-not-for-case'],
  [WAY.decided, { type: 'offer', remedy: 'refund', money: cny(-1) }, 422, 'invalid-input'],
  [WAY.decided, { type: 'offer', remedy: 'refund', money: cny(128.5) }, 422, 'invalid-input'],
  [WAY.decided, { type: 'offer', remedy: 'refund', money: { amount: 100, currency: 'USD' } }, 422, 'invalid-input'],
  [WAY.decided, { type: 'offer', remedy: 'refund' }, 422, 'invalid-input'],
  [WAY.decided, { type: 'offer', remedy: 'refund', money: cny(2_000_001) }, 403, 'beyond-authority'],
  [WAY.refused, { type: 'offer', remedy: 'apology' }, 409, 'refused-before'],
  [WAY.askedUp, { type: 'offer', remedy: 'apology' }, 409, 'approval-pending'],
  [WAY.askedUp, { type: 'approve', offerId: 'o1' }, 403, 'own-approval'],
  [WAY.askedUp, { type: 'approve', offerId: 'o1' }, 403, 'beyond-authority', { as: 'morgan', number: NUMBER }],
  [WAY.askedUp, { type: 'approve', offerId: 'o2' }, 409, 'no-such-offer', { as: 'chen' }],
  [WAY.askedUp, { type: 'reject', offerId: 'o1', reason: 'No.' }, 403, 'beyond-authority', { as: 'morgan' }],
  [WAY.decided, { type: 'withdraw', offerId: 'o1', reason: 'No.' }, 409, 'no-such-offer'],
  [WAY.decided, { type: 'accept', offerId: 'o1' }, 409, 'wrong-state'],
  [WAY.refused, { type: 'refuse', offerId: 'o1' }, 409, 'wrong-state'],
  [WAY.offered, { type: 'solve', resolution: 'Paid.' }, 409, 'wrong-state'],
  [WAY.opened, { type: 'promise', what: 'a call', dueAt: '2026-11-22T00:00:00.000Z' }, 422, 'invalid-input'],
  [WAY.opened, { type: 'keep-promise', commitmentId: 'p1' }, 409, 'promise-of-deadline'],
  [WAY.promised, { type: 'move-promise', commitmentId: 'p2', dueAt: '2026-11-24T00:00:00.000Z', reason: 'Sooner.' }, 422, 'invalid-input'],
  [WAY.opened, { type: 'follow-up', isSolved: true }, 409, 'wrong-state'],
  [WAY.solved, { type: 'follow-up', isSolved: true, satisfaction: 101 }, 422, 'invalid-input'],
  [WAY.opened, { type: 'reopen', reason: 'Again.' }, 409, 'wrong-state'],
  [WAY.opened, { type: 'close', reason: 'followed-up' }, 409, 'not-solved'],
  [WAY.opened, { type: 'close', reason: 'duplicate' }, 409, 'note-missing'],
  [WAY.opened, { type: 'report', report: { cause: '', effect: 'x', handling: 'x', prevention: 'x' } }, 422, 'invalid-input'],
  [WAY.opened, { type: 'plan-measure', what: 'A van.', owner: 'lin', dueOn: '2026-12-10' }, 409, 'not-decided'],
  [WAY.decided, { type: 'plan-measure', what: 'A van.', owner: 'lin', dueOn: '2026-11-22' }, 422, 'invalid-input'],
  [WAY.measureDone, { type: 'complete-measure', measureId: 'm1' }, 409, 'measure-done'],
  [WAY.measured, { type: 'check-measure', measureId: 'm1', isEffective: true }, 409, 'measure-open'],
  [WAY.opened, { type: 'exempt', reason: 'A slip.' }, 409, 'not-decided'],
  [WAY.opened, { type: 'merge', into: NUMBER }, 409, 'same-case'],
];

/** All that a refused command must leave as it was. */
const remains = (world: DeskWorld) =>
  structuredClone({ cases: [...world.cases], actions: [...world.actions], loads: [...world.memory.loads], sent: world.sent });

describe('a command that cannot be carried out', () => {
  it.each(
    REFUSED.map(([way, sent, status, code, sending = {}]) => ({
      way,
      sent,
      status,
      code,
      sending,
      come: cameBy(way),
      said: JSON.stringify(sent).slice(0, 120),
    })),
  )('after $come, $said is refused with $status $code, and nothing is changed', async ({ way, sent, status, code, sending }) => {
    const world = await deskAfter(way, { branch: 'east' });
    const before = remains(world);
    expect(await refusal(world, sent, sending)).toMatchObject({ status, code, message: expect.stringMatching(/\w{3}/) });
    expect(remains(world)).toEqual(before);
  });

  it('is tried here for every command there is', () => {
    expect([...new Set(REFUSED.map(([, sent]) => sent.type))].sort()).toEqual(COMMAND_TYPES.toSorted());
  });

  it.each([
    [{}, 'type'],
    [{ type: 'delete' }, 'type'],
    [{ type: 'note' }, 'text'],
    [{ type: 'note', text: ' \u0007 ' }, 'text'],
    [{ type: 'note', text: 'x', by: 'agent:morgan' }, 'by'],
    [{ type: 'assign', to: 7 }, 'to'],
    [{ type: 'offer', remedy: 'refund', money: { amount: 12.5, currency: 'CNY' } }, 'money.amount'],
    [{ type: 'offer', remedy: 'refund', money: { amount: -1, currency: 'CNY' } }, 'money.amount'],
    [{ type: 'offer', remedy: 'refund', money: { amount: 1, currency: 'yuan' } }, 'money.currency'],
    [{ type: 'tick' }, 'type'],
    [[], ''],
  ])('%j names the field (P10)', async (sent, field) => {
    expect(await refusal(worldWith(aCase()), sent)).toMatchObject({
      status: 422,
      issues: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });

  it('says that it must be JSON, by its type and by its text', async () => {
    const world = worldWith(aCase());
    expect(await refusal(world, { type: 'acknowledge' }, { headers: { 'content-type': 'text/plain' } })).toMatchObject({ status: 415 });
    const broken = world.call('POST /api/cases/{number}/commands', { path: { number: NUMBER }, body: Buffer.from('{"type":') });
    await expect(broken).rejects.toMatchObject({ status: 400 });
  });

  it('on a case of another branch is answered like one on none (P29)', async () => {
    const world = worldWith(aCase({ branch: 'south' }));
    const hidden = await refusal(world, { type: 'acknowledge' }, { as: 'morgan' });
    expect(hidden).toMatchObject({ status: 404 });
    expect(hidden).toEqual(await refusal(worldWith(), { type: 'acknowledge' }, { as: 'morgan' }));
    expect(caseIn(world).state).toBe('opened');
  });

  it('twice is once: the second says how it stands', async () => {
    const world = await deskAfter(WAY.offered);
    await command(world, { type: 'accept', offerId: 'o1' });
    expect(await refusal(world, { type: 'accept', offerId: 'o1' })).toMatchObject({ status: 409, code: 'wrong-state' });
    expect(caseIn(world).offers).toHaveLength(1);
  });

  it('of mail to somebody who reported ours as spam is refused for good (P24)', async () => {
    const world = worldWith(aCase({ undeliverable: { at: '2026-11-23T01:30:00.000Z', reason: 'complaint' } }));
    expect(await refusal(world, { type: 'reach-again' })).toMatchObject({ status: 409, code: 'complained' });
    expect(caseIn(world).undeliverable).toMatchObject({ reason: 'complaint' });
    expect(changed(await command(world, { type: 'note', text: 'Called.' })).allowed).not.toContain('reach-again');
  });

  it('by mail to somebody whose mail comes back asks for another way', async () => {
    const world = worldWith(aCase({ undeliverable: { at: '2026-11-23T01:30:00.000Z', reason: 'bounce' } }));
    expect(await refusal(world, { type: 'answer', text: 'Hello.' })).toMatchObject({ status: 409, code: 'customer-unreachable' });
    expect((await command(world, { type: 'answer', text: 'Hello.', via: 'telephone' })).status).toBe(200);
  });
});
