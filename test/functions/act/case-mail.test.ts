import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import { MortalProcess } from '../../faults.ts';
import { aFeedback } from '../../samples.ts';
import { ActMemory } from './act-memory.ts';

const decision = {
  type: 'decide',
  verdict: 'founded',
  department: 'logistics',
  cause: 'late-delivery',
  dispute: 'service',
  responsibility: 'company',
  explanation: 'It stood in the depot.',
};
const refund = { type: 'offer', remedy: 'refund', money: { amount: 5000, currency: 'CNY' } };
const reasonOf = (world: ActMemory, id: string) => world.actions.get(id)?.reason;

/** Solved, and the day of the first question has come. `at` is in UTC; 08:00 in Shanghai is 00:00. */
async function withQuestion(at = '2026-11-25T04:00:00.000Z', ...given: ConstructorParameters<typeof ActMemory>) {
  const world = new ActMemory(...given).give({ type: 'solve', resolution: 'Sent again.' });
  world.now = at;
  await world.act('2611-0002:clock');
  return world;
}

describe('a mail to the customer', () => {
  it('stays in the thread of theirs, and is answered into the case (P20, R3)', async () => {
    const world = new ActMemory({ messageId: '<question@example.com>', subject: 'My kettle' }).give({
      type: 'answer',
      text: 'It comes tomorrow.',
    });
    expect(await world.act(world.mail('answer'))).toBe('sent');
    expect(world.sent).toMatchObject([
      {
        to: ['ada@example.com'],
        subject: 'Re: My kettle [2611-0002]',
        inReplyTo: '<question@example.com>',
        replyTo: 'care+2611-0002@example.com',
      },
    ]);
    expect(world.sent[0]?.text).toContain('It comes tomorrow.');
    expect(world.sent[0]?.text).toContain('Lin Yue');
  });

  it('stands under the newest mail of theirs in the case (P20)', async () => {
    const world = new ActMemory({ messageId: '<question@example.com>', subject: 'My kettle' });
    world.latest = aFeedback({ messageId: '<second@example.com>', subject: 'Re: and its lid [2611-0002]' });
    await world.give({ type: 'answer', text: 'It comes tomorrow.' }).act(world.mail('answer'));
    expect(world.sent).toMatchObject([{ inReplyTo: '<second@example.com>', subject: 'Re: and its lid [2611-0002]' }]);
  });

  it.each<[string, Partial<Feedback>]>([
    ['was written on the status page', {}],
    ['came from somebody else who has its reply address', { messageId: '<x@evil.example>', subject: 'Win now', customerKey: 'another' }],
    ['came from somebody unknown', { messageId: '<x@evil.example>', subject: 'Win now', customerKey: undefined }],
  ])('stays under the first where what joined last %s (P20, P27)', async (_, latest) => {
    const world = new ActMemory({ messageId: '<question@example.com>', subject: 'My kettle' });
    world.latest = aFeedback(latest);
    await world.give({ type: 'answer', text: 'It comes tomorrow.' }).act(world.mail('answer'));
    expect(world.sent).toMatchObject([{ inReplyTo: '<question@example.com>', subject: 'Re: My kettle [2611-0002]' }]);
  });

  it('leads to the page of its offer, and of its question (R5, R7)', async () => {
    const world = new ActMemory().give(decision).give(refund);
    await world.act(world.mail('offer'));
    expect(world.sent[0]?.text).toContain('https://example.com/o/2611-0002.o1');
    const asked = await withQuestion();
    await asked.act(asked.mail('follow-up'));
    expect(asked.sent[0]?.text).toContain('https://example.com/r/2611-0002.1.1');
  });

  it('counts against the limit of a day where Amends writes by itself, never where a person has to say something (P19, P27)', async () => {
    const world = new ActMemory().give({ type: 'answer', text: 'It comes tomorrow.' });
    await world.act('2611-0002:acknowledgement');
    await world.act(world.mail('answer'));
    expect(world.limits).toEqual([
      { customerKey: 'customer-key-1', perDay: 5 },
      { customerKey: 'customer-key-1', perDay: undefined },
    ]);
  });

  it.each(['suppressed', 'daily-limit'] as const)('is refused where the start of the send says %s (P24)', async (begins) => {
    const world = new ActMemory();
    world.begins = begins;
    expect(await world.act('2611-0002:acknowledgement')).toBe('refused');
    expect([world.sent, reasonOf(world, '2611-0002:acknowledgement')]).toEqual([[], begins]);
  });

  it('to an address that was given up in another case shows in this one, and its owner is asked for another way, once', async () => {
    const world = new ActMemory().give({ type: 'answer', text: 'It comes tomorrow.' });
    world.begins = 'suppressed';
    await world.act('2611-0002:acknowledgement');
    await world.act(world.mail('answer'));
    expect(world.case.undeliverable).toMatchObject({ reason: 'suppressed' });
    expect(world.queued).toEqual([world.mail('undeliverable')]);
    world.begins = 'begun';
    await world.act(world.mail('undeliverable'));
    expect(world.sent).toMatchObject([{ to: ['lin@example.com'] }]);
    expect(world.sent[0]?.text).toContain('mail to this address came back before');
  });

  it('whose matter is over does not go out: the offer was withdrawn meanwhile (R5)', async () => {
    const world = new ActMemory().give(decision).give(refund).give({ type: 'withdraw', offerId: 'o1', reason: 'Wrong sum.' });
    expect(await world.act(world.mail('offer'))).toBe('refused');
    expect([world.sent, reasonOf(world, world.mail('offer'))]).toEqual([[], 'no-longer-true']);
  });

  it('without an address is refused, with the reason in the case', async () => {
    const erased = new ActMemory({}, { email: undefined });
    expect(await erased.act('2611-0002:acknowledgement')).toBe('refused');
    expect(reasonOf(erased, '2611-0002:acknowledgement')).toBe('no-address');
    const tombstone = new ActMemory({}, { erasedAt: '2026-11-23T02:00:00.000Z' });
    await tombstone.act('2611-0002:acknowledgement');
    expect([tombstone.sent, reasonOf(tombstone, '2611-0002:acknowledgement')]).toEqual([[], 'erased']);
  });

  it('whose address sends our mail back is not written to again', async () => {
    const world = new ActMemory().give({ type: 'answer', text: 'It comes tomorrow.' });
    world.carryOut({ type: 'undeliverable', reason: 'bounce' }, 'system');
    await world.act(world.mail('answer'));
    expect([world.sent, reasonOf(world, world.mail('answer'))]).toEqual([[], 'undeliverable']);
  });

  it('that cannot be written whole is not sent; operators learn what is missing, and no value (P33)', async () => {
    const world = new ActMemory();
    const links = { ...NOWHERE, status: async () => 'javascript:alert(1)' };
    expect(await world.act('2611-0002:acknowledgement', new MortalProcess(), { links })).toBe('refused');
    expect(reasonOf(world, '2611-0002:acknowledgement')).toBe('mail-incomplete');
    expect(world.warnings).toEqual([expect.stringMatching(/^action 2611-0002:acknowledgement: .*statusLink: expected an http/)]);
    expect(world.warnings.join()).not.toContain('alert');
  });
});

const nowhere = async () => 'https://example.com/';
const NOWHERE = {
  status: nowhere,
  offer: nowhere,
  followUp: nowhere,
  replyAddress: async () => undefined,
  unsubscribe: nowhere,
  answer: nowhere,
};

describe('the question whether it is really solved (R7)', () => {
  it('waits for the end of the quiet time, and is asked then', async () => {
    const world = await withQuestion('2026-11-25T14:00:00.000Z');
    const id = world.mail('follow-up');
    expect(await world.act(id)).toBe('later');
    expect(world.actions.get(id)).toMatchObject({ state: 'due', dueAt: '2026-11-26T00:00:00.000Z', reason: 'quiet-time' });
    world.now = '2026-11-26T00:00:00.000Z';
    expect(await world.act(id)).toBe('sent');
  });

  it('is not asked of who wants no contact', async () => {
    const consent = { contact: false, care: false, at: '2026-11-23T01:00:00.000Z', by: 'agent:lin', source: 'telephone' } as const;
    const world = await withQuestion(undefined, {}, { consent });
    await world.act(world.mail('follow-up'));
    expect([world.sent, reasonOf(world, world.mail('follow-up'))]).toEqual([[], 'no-consent']);
  });

  it('can be ended with one press, by whom it is of; an answer cannot (P23)', async () => {
    const world = await withQuestion();
    await world.act(world.mail('follow-up'));
    await world.act(world.mail('remedied'));
    expect(world.sent.map((mail) => mail.unsubscribe)).toEqual([{ url: 'https://example.com/u/customer-key-1' }, undefined]);
  });

  it('is not asked any more where the case is open again', async () => {
    const world = await withQuestion();
    world.give({ type: 'reopen', reason: 'It broke again.' });
    await world.act(world.mail('follow-up'));
    expect([world.sent, reasonOf(world, world.mail('follow-up'))]).toEqual([[], 'no-longer-true']);
  });
});

describe('a mail to staff', () => {
  it('goes to the addresses of the config, in one mail, without limit or reply address of the case', async () => {
    const world = new ActMemory().give(decision).give({ ...refund, money: { amount: 90_000, currency: 'CNY' } });
    expect(await world.act(world.mail('approval-request'))).toBe('sent');
    expect(world.sent).toMatchObject([{ to: ['chen@example.com'] }]);
    expect(world.sent[0]).not.toHaveProperty('replyTo');
    expect(world.limits).toEqual([undefined]);
  });

  it('to nobody of the config is refused', async () => {
    const world = new ActMemory();
    const notice = world.actions.get('2611-0002:owner-notice');
    if (notice?.kind !== 'mail') throw new Error('expected a notice');
    world.actions.set(notice.id, { ...notice, template: 'customer-replied', to: ['lin', 'nobody'] });
    world.actions.set('2611-0002:deadline:9', { ...notice, id: '2611-0002:deadline:9', template: 'approval-answer', to: ['nobody'] });
    expect(await world.act('2611-0002:deadline:9')).toBe('refused');
  });

  it('tells the owner whether the reply makes matters worse', async () => {
    const world = new ActMemory().give({ type: 'ask', question: 'Which?' });
    const heard = { feedbackId: 'b'.repeat(26), severity: 4, flags: [], topics: [], isUnhappy: true, isReply: true } as const;
    world.carryOut({ type: 'hear', heard: { ...heard, flags: [], topics: [] } }, 'customer');
    await world.act(world.mail('customer-replied'));
    expect(world.sent[0]?.subject).toBe('Now critical: the customer has replied, case 2611-0002');
    expect(world.sent[0]?.text).toContain('We were waiting for it.');
  });

  it('however often and however many bring it, goes out once (P41)', async () => {
    const world = new ActMemory();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => world.act('2611-0002:owner-notice')));
    expect(outcomes.filter((one) => one === 'sent')).toHaveLength(1);
    expect(world.sent).toHaveLength(1);
  });
});
