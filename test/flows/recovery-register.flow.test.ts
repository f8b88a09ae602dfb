import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMail, lastMail, open } from '../../local/demo/case/customer.ts';
import { passBusiness, passUntil, timeOf } from '../../local/demo/case/time.ts';
import { Receipt } from '../../shared/api/entry-schemas.ts';
import { deadlineOf } from '../../shared/domain/recovery/case.ts';
import { read } from './cloud.ts';
import { calendar, closeHouse, FOUNDED, type House, openHouse, templatesTo, typesOf, UNFOUNDED, unhappyCustomer } from './recovery.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => closeHouse(house));

describe('the register', () => {
  it('(R1) gives each complaint a number at once, and keeps who, what, which product, what they want', async () => {
    const { number, owner, details } = await unhappyCustomer(house, 'ada@example.com');
    expect(number).toMatch(/^\d{4}-\d{4}$/);
    await owner.ask(number, { type: 'register', facts: { product: 'Kettle K2', order: 'A-1007', quantity: '1', wish: 'Money back' } });
    await owner.ask(number, { type: 'register', facts: { wish: 'A new one by Friday' } });
    const seen = await owner.see(number);
    expect(seen.case.facts).toEqual({ product: 'Kettle K2', order: 'A-1007', quantity: '1', wish: 'A new one by Friday' });
    expect(seen.customer).toMatchObject({ name: 'Ada Example', email: 'ada@example.com' });
    expect(seen.history[0]).toMatchObject({ type: 'CaseOpened', by: 'system', at: details.case.openedAt });
    expect(seen.history.filter(({ type }) => type === 'FactsRegistered').map(({ by }) => by)).toEqual([
      `agent:${owner.id}`,
      `agent:${owner.id}`,
    ]);
  });

  it('(R1) tells the reason of an unfounded complaint, and carries it into the round that opens when the customer does not accept it', async () => {
    const { number, owner } = await unhappyCustomer(house, 'bo@example.com');
    const { case: closed } = await owner.ask(number, UNFOUNDED);
    expect(closed).toMatchObject({ state: 'closed', closingReason: 'unfounded' });
    await house.cloud.idle();
    const told = await lastMail(house.cloud, 'bo@example.com', 'unfounded');
    expect(told.text).toContain(UNFOUNDED.explanation);
    await answerMail(house.cloud, told, 'I live alone in a field. No neighbour signed for it, this is a disgrace!');
    await house.cloud.idle();
    const { case: reopened } = await owner.see(number);
    expect(reopened).toMatchObject({ round: 2, decision: { round: 1, verdict: 'unfounded', explanation: UNFOUNDED.explanation } });
    expect(reopened.joined).toHaveLength(1);
    const { case: decided } = await owner.ask(number, FOUNDED);
    expect(decided).toMatchObject({ state: 'decided', decision: { round: 2, verdict: 'founded' } });
    const decisions = (await owner.see(number)).history.filter(({ type }) => type === 'CaseDecided');
    expect(decisions).toHaveLength(2);
  });

  it('(R24) keeps the kind of dispute and who caused it, and tells the customer the result', async () => {
    const { number, owner } = await unhappyCustomer(house, 'cy@example.com');
    for (const wrong of [{ dispute: 'taste' }, { responsibility: 'weather' }, { cause: 'weather' }, { department: 'weather' }]) {
      expect(await owner.refused(number, { ...FOUNDED, ...wrong })).toMatchObject({
        status: 422,
        reason: expect.stringMatching(/expected|invalid/i),
      });
    }
    const { case: decided } = await owner.ask(number, { ...FOUNDED, dispute: 'contract', responsibility: 'third-party' });
    expect(decided.decision).toMatchObject({ dispute: 'contract', responsibility: 'third-party', by: `agent:${owner.id}` });
    await house.cloud.idle();
    expect((await lastMail(house.cloud, 'cy@example.com', 'decision')).text).toContain(FOUNDED.explanation);
  });
});

describe('the clock of a complaint', () => {
  it('(R2) tells the number and the times at once, runs finding, answer and solution, and stores what became of each', async () => {
    const { number, owner, status, details } = await unhappyCustomer(house, 'dora@example.com');
    const told = await lastMail(house.cloud, 'dora@example.com', 'acknowledgement');
    expect(told.subject).toContain(number);
    expect((await open(status)).page).toContain(number);
    const kinds = details.case.deadlines.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['acknowledge', 'first-answer', 'finding', 'solution']));
    await passBusiness(house.cloud, '1h', calendar);
    await owner.ask(number, { type: 'find', finding: 'The carrier left it in the depot.' });
    await owner.ask(number, { type: 'answer', text: 'We found your parcel; it comes tomorrow.' });
    const { case: worked } = await owner.see(number);
    const outcomes = (['acknowledge', 'first-answer', 'finding', 'solution'] as const).map((kind) => deadlineOf(worked, kind)?.outcome);
    expect(outcomes).toEqual(['met', 'met', 'met', undefined]);
    await passUntil(house.cloud, timeOf({ case: worked }, 'solution', 100, calendar));
    const { case: late } = await owner.see(number);
    expect(deadlineOf(late, 'solution')).toMatchObject({ outcome: 'breached', steps: [75, 100] });
  });

  it('(R2) keeps, moves with notice and breaks promised times for all to see', async () => {
    const { number, owner } = await unhappyCustomer(house, 'eve@example.com');
    await owner.ask(number, { type: 'answer', text: 'I look into it.' });
    const promise = (what: string, hours: number) =>
      owner.ask(number, { type: 'promise', what, dueAt: new Date(Date.parse(house.cloud.now()) + hours * 3_600_000).toISOString() });
    await promise('a call', 3);
    await promise('a parcel number', 3);
    const { case: promised } = await promise('a new date', 3);
    const [kept, moved, broken] = promised.commitments.filter(({ deadline }) => deadline === undefined).map(({ id }) => id);
    await owner.ask(number, { type: 'keep-promise', commitmentId: kept ?? '' });
    const later = new Date(Date.parse(house.cloud.now()) + 5 * 86_400_000).toISOString();
    await owner.ask(number, { type: 'move-promise', commitmentId: moved ?? '', dueAt: later, reason: 'The carrier answers tomorrow.' });
    await passUntil(house.cloud, promised.commitments.find(({ id }) => id === broken)?.dueAt ?? '');
    const { case: after } = await owner.see(number);
    expect([kept, moved, broken].map((id) => after.commitments.find((one) => one.id === id)?.state)).toEqual(['kept', 'open', 'broken']);
    expect(templatesTo(house.cloud, 'eve@example.com')).toEqual(expect.arrayContaining(['moved-promise', 'broken-promise']));
    expect(typesOf(await owner.see(number))).toEqual(expect.arrayContaining(['CommitmentKept', 'CommitmentMoved', 'CommitmentBroken']));
  });
});

describe('by other ways than the form', () => {
  it('(R18) staff enter what was said by telephone into the same register, with who entered it', async () => {
    const { receipt } = await house.lin.post(
      '/api/feedback',
      {
        channel: 'telephone',
        comment: 'He called and was furious: the kettle leaks and our shop laughed at him.',
        facts: { product: 'Kettle K2' },
        openCase: true,
        customer: { name: 'Finn Example', phone: '+44 20 7946 0000', consent: true },
      },
      Receipt,
    );
    await house.cloud.idle();
    const { feedback, details } = await read(house.cloud, receipt);
    expect(feedback).toMatchObject({ channel: 'telephone', enteredBy: 'agent:lin' });
    expect(details?.case).toMatchObject({ channel: 'telephone', facts: { product: 'Kettle K2' } });
  });
});
