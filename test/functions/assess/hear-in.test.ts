import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedbackReceived } from '../../../shared/domain/feedback.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { MortalProcess } from '../../faults.ts';
import { received, recoveryWorld } from '../recovery-world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

/** An unhappy customer with an open case about delivery. */
async function withCase(name: string, overrides: Partial<FeedbackReceived> = {}) {
  const world = recoveryWorld(dynamo);
  const customer = { email: `${name}@example.com`, name: 'Ada Example', hasConsented: true };
  const first = received(name, { reasons: ['delivery'], customer, ...overrides });
  await world.assess(first);
  const number = (await world.reader.feedback(first.id))?.caseNumber ?? 'no case';
  world.queued.clear();
  world.advance(60_000);
  const again = (id: string, more: Partial<FeedbackReceived> = {}) =>
    received(`${name}-${id}`, { reasons: ['delivery'], customer, ...more });
  const read = async () => {
    const found = await world.reader.case(number);
    if (found === undefined) throw new Error(`no case ${number}`);
    return found;
  };
  return { world, number, again, read };
}

const reply = (number: string, comment: string): Partial<FeedbackReceived> => ({
  source: 'mail',
  channel: 'mail',
  caseNumber: number,
  answers: [],
  reasons: [],
  survey: undefined,
  comment,
});

describe('a second message of a customer', () => {
  it('on the same matter joins the open case: one number, one story, the owner and the customer are told (R3)', async () => {
    const { world, number, again, read } = await withCase('joins');
    expect(await world.assess(again('second'))).toBe('joined');
    expect((await world.reader.feedback(again('second').id))?.caseNumber).toBe(number);
    const { case: found, history } = await read();
    expect(found.joined).toEqual([again('second').id]);
    expect(history.map(({ type }) => type)).toContain('CustomerHeard');
    expect([...world.queued].map((id) => id.split(':')[1]).sort()).toEqual(['customer-replied', 'joined']);
  });

  it('on another matter, or of somebody else, opens a case of its own', async () => {
    const { world, number, again } = await withCase('apart');
    const bill = { reasons: ['price-and-billing'] as const, comment: 'You charged me twice.' };
    expect(await world.assess(again('bill', { ...bill, reasons: [...bill.reasons] }))).toBe('opened');
    expect((await world.reader.feedback(again('bill').id))?.caseNumber).not.toBe(number);
    const other = { email: 'somebody-else@example.com', hasConsented: true };
    expect(await world.assess(again('other', { customer: other }))).toBe('opened');
  });

  it('brought again, and in parallel, is heard once (P4)', async () => {
    const { world, again, read } = await withCase('once');
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => world.assess(again('second'))));
    expect(outcomes.filter((outcome) => outcome === 'joined')).toHaveLength(1);
    expect((await read()).history.filter(({ type }) => type === 'CustomerHeard')).toHaveLength(1);
  });

  it('is stored and heard, or neither, wherever the process dies (P41)', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let call = 1; call <= 6; call += 1) {
        const { world, again, read } = await withCase(`dies-${when}-${call}`);
        await world.assess(again('second'), new MortalProcess({ call, when })).catch(() => undefined);
        await world.assess(again('second'));
        const { case: found, history } = await read();
        expect(found.joined).toEqual([again('second').id]);
        expect(history.filter(({ type }) => type === 'CustomerHeard')).toHaveLength(1);
      }
    }
  });
});

describe('a reply in the thread of a case', () => {
  it('joins it whatever it is about, and is no feedback of its own (R3)', async () => {
    const { world, number, again, read } = await withCase('replies');
    expect(await world.assess(again('reply', reply(number, 'The order number is on the box.')))).toBe('joined');
    expect(await world.reader.feedback(again('reply').id)).toMatchObject({ isReply: true, caseNumber: number });
    expect((await read()).case.state).toBe('opened');
    expect([...world.queued].map((id) => id.split(':')[1])).toEqual(['customer-replied']);
  });

  it('that is angry raises the severity, and the head hears at once of what is serious (R6)', async () => {
    const { world, number, again, read } = await withCase('angry');
    const before = (await read()).case;
    await world.assess(again('angry', reply(number, 'This is outrageous. I am taking this to my lawyer and to the newspaper.')));
    const { case: found } = await read();
    expect(found.severity).toBeGreaterThan(before.severity);
    expect(found.isSerious).toBe(true);
    expect([...world.queued].map((id) => id.split(':')[1]).sort()).toEqual(['customer-replied', 'serious']);
  });

  it('finds its case by the mail of ours that it answers, too', async () => {
    const { world, number, again } = await withCase('answers-to');
    expect(await world.act(`${number}:acknowledgement`)).toBe('sent');
    const { sesMessageId = '' } = (await world.store.action(`${number}:acknowledgement`)) ?? {};
    const answer = { ...reply(number, 'Thank you.'), caseNumber: undefined, answersTo: ['unknown-id', sesMessageId] };
    expect(await world.assess(again('answer', answer))).toBe('joined');
    expect((await world.reader.feedback(again('answer').id))?.caseNumber).toBe(number);
  });

  it('of a machine touches no case (P18), and a number that is not there loses nothing', async () => {
    const { world, number, again, read } = await withCase('machine');
    expect(await world.assess(again('robot', { ...reply(number, 'I am out of office.'), automatic: 'auto-reply' }))).toBe('stored');
    expect((await read()).case.joined).toEqual([]);
    expect(await world.assess(again('lost', { ...reply('2001-0001', 'The parcel came late, this is terrible.') }))).toMatch(
      /joined|opened/,
    );
  });
});
