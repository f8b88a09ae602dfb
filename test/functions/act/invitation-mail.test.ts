import { describe, expect, it } from 'vitest';
import { invitationMail } from '../../../shared/domain/campaign/invitation-mails.ts';
import { answered } from '../../../shared/domain/campaign/progress.ts';
import { NotSent } from '../../../shared/ports.ts';
import { anInvitation } from '../../domain/campaign/a-campaign.ts';
import { MortalProcess } from '../../faults.ts';
import { ActMemory } from './act-memory.ts';

const DAY_MS = 86_400_000;

/** Somebody of whom no case is open, invited at this moment. */
function invited(customer: Parameters<typeof asCustomer>[1] = {}): ActMemory {
  const world = new ActMemory();
  asCustomer(world, customer);
  const invitation = anInvitation({ customerKey: 'customer-key-1', invitedAt: world.now });
  world.invitations.set(invitation.id, invitation);
  const mail = invitationMail(invitation.id, 0, world.now);
  world.actions.set(mail.id, mail);
  return world;
}
function asCustomer(world: ActMemory, set: Partial<NonNullable<ActMemory['customer']>>): void {
  if (world.customer !== undefined) world.customer = { ...world.customer, openCases: [], ...set };
}
const id = anInvitation().id;
const of = (world: ActMemory) => world.invitations.get(id);
const mailId = (reminder: number) => `invitation:${id}:${reminder}`;
const pass = (world: ActMemory, days: number) => {
  world.now = new Date(Date.parse(world.now) + days * DAY_MS).toISOString();
};

describe('the mail that asks (R10)', () => {
  it('has a link for each box of the scale, in the reader’s language, and can be ended with one press (P23)', async () => {
    const world = invited();
    expect(await world.act(mailId(0))).toBe('sent');
    const [mail] = world.sent;
    expect(mail).toMatchObject({ to: ['ada@example.com'], unsubscribe: { url: 'https://example.com/u/customer-key-1' } });
    for (let value = 1; value <= 5; value += 1) {
      expect(mail?.html).toContain(`href="https://example.com/a/${id}?satisfaction=${value}"`);
      expect(mail?.text).toContain(`${value}:\nhttps://example.com/a/${id}?satisfaction=${value}\n`);
    }
    expect(mail?.text).toContain('How satisfied are you?');
    expect(mail?.text).toContain('Very dissatisfied – Very satisfied');
    expect(of(world)).toMatchObject({ state: 'sent', sentAt: world.now, reminders: 0 });
  });

  it('counts against the limit of a day', async () => {
    const world = invited();
    await world.act(mailId(0));
    expect(world.limits).toEqual([{ customerKey: 'customer-key-1', perDay: 5 }]);
  });

  it('waits for the end of the quiet time', async () => {
    const world = invited({ quietTimes: { from: '08:00', to: '12:00' } });
    expect(await world.act(mailId(0))).toBe('later');
    expect([world.sent, of(world)?.state, world.actions.get(mailId(0))?.dueAt]).toEqual([[], 'waiting', '2026-11-23T04:00:00.000Z']);
  });

  it.each([
    ['has an open case', { openCases: ['2611-0009'] }, 'open-case'],
    [
      'wants no contact',
      { consent: { contact: false, care: false, at: '2026-03-01T08:00:00.000Z', by: 'customer', source: 'mail' as const } },
      'no-consent',
    ],
    ['was erased', { erasedAt: '2026-11-23T01:00:00.000Z' }, 'erased'],
    ['has no address', { email: undefined }, 'no-address'],
  ])('is not sent to who %s by then: they are not reached, with the reason', async (_who, customer, reason) => {
    const world = invited(customer);
    expect(await world.act(mailId(0))).toBe('refused');
    expect([world.sent, of(world)]).toEqual([[], expect.objectContaining({ state: 'not-reached', reason })]);
  });

  it('is not sent to a suppressed address, nor twice (P24, P26)', async () => {
    const world = invited();
    world.begins = 'suppressed';
    await world.act(mailId(0));
    expect(of(world)).toMatchObject({ state: 'not-reached', reason: 'suppressed' });
    const twice = invited();
    await Promise.all([twice.act(mailId(0)), twice.act(mailId(0))]);
    expect(twice.sent).toHaveLength(1);
  });

  it('that was refused for good has not reached anybody', async () => {
    const world = invited();
    const mailer = {
      send: async () => {
        throw new NotSent('message-rejected', true);
      },
    };
    await world.act(mailId(0), new MortalProcess(), { mailer });
    expect(of(world)).toMatchObject({ state: 'not-reached', reason: 'message-rejected' });
  });
});

describe('reminders (R10)', () => {
  it('come so long after the mail as the campaign says, and no more of them', async () => {
    const world = invited();
    await world.act(mailId(0));
    expect(world.actions.get(mailId(1))?.dueAt).toBe('2026-11-26T02:00:00.000Z');
    expect(await world.act(mailId(1))).toBe('later');
    pass(world, 3);
    expect(await world.act(mailId(1))).toBe('sent');
    expect(world.sent.at(-1)?.subject).toBe('A reminder: How did we do?');
    expect(world.actions.get(mailId(2))?.dueAt).toBe('2026-11-30T02:00:00.000Z');
    pass(world, 4);
    await world.act(mailId(2));
    expect([of(world)?.reminders, world.actions.has(mailId(3))]).toEqual([2, false]);
  });

  it('do not come to who has answered', async () => {
    const world = invited();
    await world.act(mailId(0));
    const seen = of(world);
    if (seen === undefined) throw new Error('it was invited');
    world.invitations.set(id, answered(seen, {}, world.now));
    pass(world, 3);
    expect(await world.act(mailId(1))).toBe('refused');
    expect([world.sent.length, of(world)?.state]).toEqual([1, 'answered']);
  });

  it('do not come after the time in which it can be answered', async () => {
    const world = invited();
    const seen = of(world);
    if (seen !== undefined) world.invitations.set(id, { ...seen, expiresAt: '2026-11-25T02:00:00.000Z' });
    await world.act(mailId(0));
    expect(world.actions.has(mailId(1))).toBe(false);
  });

  it('come also after a mail whose answer was lost, which may have gone out (P26)', async () => {
    const world = invited();
    const mailer = {
      send: async () => {
        throw new Error('socket hang up');
      },
    };
    expect(await world.act(mailId(0), new MortalProcess(), { mailer })).toBe('unknown');
    expect(of(world)?.state).toBe('waiting');
    pass(world, 3);
    expect(await world.act(mailId(1))).toBe('sent');
    expect(of(world)).toMatchObject({ state: 'sent', reminders: 1 });
  });
});
