import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#config';
import { type MailEventPorts, takeMailEvent } from '../../../functions/take-mail-event/take-mail-event.ts';
import { actionStore } from '../../../shared/adapters/dynamo/action-store.ts';
import { caseStore } from '../../../shared/adapters/dynamo/case-store.ts';
import { feedbackRegister } from '../../../shared/adapters/dynamo/feedback-register.ts';
import { invitationOutcomes, invitationRegister } from '../../../shared/adapters/dynamo/invitation-register.ts';
import { actionItem } from '../../../shared/adapters/dynamo/items.ts';
import { actionKey, type Key, sentMailKey, suppressionKey } from '../../../shared/adapters/dynamo/keys.ts';
import { mailOutcomes } from '../../../shared/adapters/dynamo/mail-outcomes.ts';
import { customerKeyOf } from '../../../shared/adapters/ids.ts';
import { readSendingEvent } from '../../../shared/adapters/ses/sending-event.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import type { Invitation } from '../../../shared/domain/campaign/invitation.ts';
import { conflict } from '../../../shared/domain/errors.ts';
import { type Action, actionTag, type CaseMail } from '../../../shared/domain/recovery/action.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { changeOf } from '../../../shared/domain/recovery/change.ts';
import { aCampaign, anInvitation } from '../../domain/campaign/a-campaign.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { bounce, complaint, sendingEventBody } from '../../mail-samples.ts';
import { aCase, opened } from '../../samples.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const NEW_KEY = 'new customer key for tests';
const OLD_KEY = 'old customer key for tests';
const keys = (address: string) => [NEW_KEY, OLD_KEY].map((key) => customerKeyOf(address, key));

const queued: string[] = [];
const NOW = '2026-11-23T02:00:00.000Z';

function ports(overrides: Partial<MailEventPorts> = {}): MailEventPorts {
  return {
    outcomes: mailOutcomes(dynamo.client, dynamo.registerTable, keys),
    invitations: invitationOutcomes(dynamo.client, dynamo.registerTable),
    action: actionStore(dynamo.client, dynamo.registerTable).action,
    cases: caseStore(dynamo.client, dynamo.registerTable, () => NOW),
    actions: { send: async (ids) => void queued.push(...ids) },
    now: () => NOW,
    recovery: recoverySettings(config),
    campaigns: [aCampaign()],
    warn: () => {},
    ...overrides,
  };
}

const take = (body: string, overrides: Partial<MailEventPorts> = {}) => takeMailEvent(readSendingEvent(body), ports(overrides));

async function item(key: Key) {
  const { Item } = await dynamo.client.send(new GetCommand({ TableName: dynamo.registerTable, Key: { ...key }, ConsistentRead: true }));
  return Item;
}

let running = 0;
async function anAction(state: Action['state'], overrides: Partial<CaseMail> = {}): Promise<string> {
  running += 1;
  const id = `2611-${String(running).padStart(4, '0')}:acknowledgement`;
  const action: Action = {
    id,
    kind: 'mail',
    template: 'acknowledgement',
    to: 'customer',
    event: 1,
    caseNumber: id.slice(0, 9),
    state,
    dueAt: '2026-11-22T08:30:00.000Z',
    attempts: 0,
    reason: 'lost-answer',
    ...overrides,
  };
  await dynamo.client.send(new PutCommand({ TableName: dynamo.registerTable, Item: actionItem(action) }));
  return action.id;
}

const event = (type: string, id: string, details: object = {}) => sendingEventBody(type, details, { tag: actionTag(id) });

describe('take-mail-event', () => {
  it.each([
    ['sending', 'Send', {}],
    ['unknown', 'Delivery', {}],
    ['unknown', 'Bounce', bounce('Transient')],
    ['sending', 'Complaint', complaint('once@example.com')],
    ['due', 'Send', {}],
  ] as const)('an action that was %s is done by %s, and leaves the due index (P26)', async (state, type, details) => {
    const id = await anAction(state);
    await take(event(type, id, details));
    const stored = await item(actionKey(id));
    expect(stored).toMatchObject({ state: 'done', sesMessageId: '0100018f-0000-ses' });
    for (const gone of ['ipk', 'isk', 'reason']) expect(stored).not.toHaveProperty(gone);
  });

  it('a mail to the customer that only SES knows of is known by its id: the reply to it finds its case (P26)', async () => {
    const register = feedbackRegister(dynamo.client, dynamo.registerTable);
    for (const [id, sesMessageId] of [
      [await anAction('unknown'), 'ses-first'],
      [await anAction('sending', { id: '2613-0001:answer:4', template: 'answer', event: 4, caseNumber: '2613-0001' }), 'ses-later'],
    ] as const) {
      const body = sendingEventBody('Delivery', {}, { tag: actionTag(id), messageId: sesMessageId });
      await take(body);
      await take(body);
      expect(await register.caseOfMail(sesMessageId)).toBe(id.slice(0, 9));
    }
  });

  it.each<[string, Action['state'], Partial<CaseMail>]>([
    ['to staff', 'unknown', { id: '2613-0002:owner-notice', template: 'owner-notice', to: ['lin'], caseNumber: '2613-0002' }],
    ['that was not sent after all', 'refused', {}],
  ])('a mail %s leads no reply to its case', async (_, state, mail) => {
    const id = await anAction(state, mail);
    await take(sendingEventBody('Send', {}, { tag: actionTag(id), messageId: `ses-${id.slice(0, 9)}` }));
    expect(await item(sentMailKey(`ses-${id.slice(0, 9)}`))).toBeUndefined();
  });

  it.each(['done', 'refused'] as const)('an action that has ended (%s) stays as it is', async (state) => {
    const id = await anAction(state);
    const before = await item(actionKey(id));
    await take(event('Delivery', id));
    expect(await item(actionKey(id))).toEqual(before);
  });

  it('an event of an unknown action, or of none, makes nothing', async () => {
    await take(sendingEventBody('Send', {}, { tag: actionTag('9999-9999:acknowledgement'), messageId: 'ses-of-nothing' }));
    expect(await item(sentMailKey('ses-of-nothing'))).toBeUndefined();
    expect(await item(actionKey('9999-9999:acknowledgement'))).toBeUndefined();
    await take(event('Reject', '9999-9999:acknowledgement'));
    expect(await item(actionKey('9999-9999:acknowledgement'))).toBeUndefined();
    await take(sendingEventBody('Send'));
  });

  it('a rejected mail is refused; a Send that comes later does not undo it', async () => {
    const id = await anAction('sending');
    await take(event('Reject', id));
    await take(event('Send', id));
    expect(await item(actionKey(id))).toMatchObject({ state: 'refused', reason: 'ses-reject' });
  });

  it('silences an address under each customer key in use (P6: rotation), and never keeps the address', async () => {
    await take(sendingEventBody('Bounce', bounce('Permanent', 'Gone@Example.com ')));
    for (const key of keys('gone@example.com')) {
      const stored = await item(suppressionKey(key));
      expect(stored).toEqual({ ...suppressionKey(key), type: 'suppression', reason: 'bounce', at: '2026-11-22T08:32:00.000Z' });
      expect(JSON.stringify(stored)).not.toContain('@');
    }
  });

  it('ends the same in whatever order and however often events come (P42)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5], { minLength: 12, maxLength: 12 }), async (order) => {
        const id = await anAction('sending');
        const address = `${id.slice(0, 9)}@example.com`;
        const events = [
          event('Send', id),
          event('Delivery', id),
          event('Bounce', id, bounce('Permanent', address, '2026-11-22T09:00:00.000Z')),
          event('Bounce', id, bounce('Permanent', address, '2026-11-22T08:50:00.000Z')),
          event('Complaint', id, complaint(address, 'abuse', '2026-11-22T10:00:00.000Z')),
          event('Reject', id),
        ];
        for (const which of order) await take(events[which] ?? '');
        expect(await item(actionKey(id))).toMatchObject({ state: 'refused', reason: 'ses-reject' });
        expect(await item(suppressionKey(keys(address)[0] ?? ''))).toMatchObject({ reason: 'complaint', at: '2026-11-22T10:00:00.000Z' });
      }),
      { numRuns: 15 },
    );
  });
});

describe('a mail about a case that comes back', () => {
  let opening = 0;
  /** A case that has been opened, with a mail to its customer that has gone out. */
  async function aCaseWithMail(overrides: Partial<Case> = {}, mail: Partial<CaseMail> = {}) {
    opening += 1;
    const value = aCase({ number: `2612-${String(opening).padStart(4, '0')}`, ...overrides });
    const context = { settings: recoverySettings(config), role: 'agent', now: NOW } as const;
    await ports().cases.save([{ ...changeOf(undefined, { events: [opened(value)], next: value }, context), mails: [] }]);
    const id = await anAction('done', { id: `${value.number}:acknowledgement`, caseNumber: value.number, ...mail });
    queued.length = 0;
    return { id, number: value.number };
  }
  const caseOf = async (number: string) => (await ports().cases.load(number)).case;

  it.each([
    ['bounce', 'Bounce', bounce('Permanent', 'once@example.com')],
    ['complaint', 'Complaint', complaint('once@example.com')],
  ] as const)('shows in the case, and asks its owner for another way: %s', async (reason, type, details) => {
    const { id, number } = await aCaseWithMail();
    await take(event(type, id, details));
    expect(await caseOf(number)).toMatchObject({ undeliverable: { at: NOW, reason, addressKeys: keys('once@example.com') } });
    expect(queued).toEqual([`${number}:undeliverable:2`]);
    expect(await item(actionKey(`${number}:undeliverable:2`))).toMatchObject({ to: ['lin'], state: 'due' });
  });

  it('shows once, however often and by whatever way it comes back (P42)', async () => {
    const { id, number } = await aCaseWithMail();
    await Promise.all([take(event('Bounce', id, bounce('Permanent'))), take(event('Complaint', id, complaint()))]);
    await take(event('Bounce', id, bounce('Permanent')));
    expect(await caseOf(number)).toMatchObject({ version: 2 });
    expect(queued).toEqual([`${number}:undeliverable:2`]);
  });

  it.each<[string, Partial<CaseMail>, string, object]>([
    ['a full mailbox', {}, 'Bounce', bounce('Transient')],
    ['"not spam"', {}, 'Complaint', complaint('once@example.com', 'not-spam')],
    ['a mail to staff', { to: ['lin'], template: 'owner-notice' }, 'Bounce', bounce('Permanent')],
  ])('does not show for %s', async (_, mail, type, details) => {
    const { id, number } = await aCaseWithMail({}, mail);
    await take(event(type, id, details));
    expect((await caseOf(number))?.version).toBe(1);
    expect(queued).toEqual([]);
  });

  it('shows in the case into which that one was merged', async () => {
    const { number: into } = await aCaseWithMail();
    const { id } = await aCaseWithMail({ state: 'merged', mergedInto: into, closedAt: NOW });
    await take(event('Bounce', id, bounce('Permanent')));
    expect(await caseOf(into)).toMatchObject({ undeliverable: { reason: 'bounce' } });
  });

  it('of which no case is known changes nothing more', async () => {
    const id = await anAction('done', { caseNumber: '2699-9999' });
    await take(event('Bounce', id, bounce('Permanent')));
    expect(await caseOf('2699-9999')).toBeUndefined();
  });

  it('is tried again with the case as it then stands; a queue that fails loses nothing (P41)', async () => {
    const { id, number } = await aCaseWithMail();
    let races = 2;
    const cases = ports().cases;
    const busy: MailEventPorts['cases'] = {
      load: cases.load,
      save: async (changes) => {
        races -= 1;
        if (races >= 0) throw conflict('Somebody else changed it.');
        await cases.save(changes);
      },
    };
    const warned: string[] = [];
    const failing = { send: async () => Promise.reject(new Error('queue')) };
    await take(event('Bounce', id, bounce('Permanent')), { cases: busy, actions: failing, warn: (message) => void warned.push(message) });
    expect(await caseOf(number)).toMatchObject({ undeliverable: { reason: 'bounce' } });
    expect(warned).toEqual(['mails wait for the next sweep']);
    expect(await item(actionKey(`${number}:undeliverable:2`))).toMatchObject({ state: 'due' });
  });
});

describe('the mail of an invitation (R10)', () => {
  const invited = async (letter: string, state: Invitation['state'] = 'waiting') => {
    const invitation = anInvitation({ id: letter.repeat(26), customerKey: `customer-${letter}`, state });
    await invitationRegister(dynamo.client, dynamo.registerTable).record({ invitation });
    return invitation.id;
  };
  const standing = (id: string) => invitationOutcomes(dynamo.client, dynamo.registerTable).invitation(id);

  it('that comes back has not reached anybody, whatever is told before or after', async () => {
    for (const [letter, ...bodies] of [
      ['b', 'bounce'],
      ['c', 'sent', 'bounce'],
      ['d', 'bounce', 'sent'],
    ] as const) {
      const id = await invited(letter);
      for (const body of bodies) {
        const tag = { tag: actionTag(`invitation:${id}:0`) };
        await take(body === 'sent' ? sendingEventBody('Delivery', {}, tag) : sendingEventBody('Bounce', bounce('Permanent'), tag));
      }
      expect(await standing(id)).toMatchObject({ state: 'not-reached', reason: 'bounce' });
    }
  });

  it('whose sending was unsure has gone out where SES says so', async () => {
    const id = await invited('e');
    await take(event('Delivery', `invitation:${id}:0`));
    expect(await standing(id)).toMatchObject({ state: 'sent' });
  });

  it('whose sender died after SES had it is reminded of like any other, as is each reminder (P41)', async () => {
    const id = await invited('h');
    const reminder = (n: number) => item(actionKey(`invitation:${id}:${n}`));
    await take(event('Delivery', `invitation:${id}:0`));
    await take(event('Delivery', `invitation:${id}:0`));
    expect(await reminder(1)).toMatchObject({ state: 'due', dueAt: expect.stringMatching(/^2026-11-2/) });
    await take(event('Delivery', `invitation:${id}:1`));
    expect(await standing(id)).toMatchObject({ reminders: 1 });
    expect(await reminder(2)).toMatchObject({ state: 'due' });
    await take(event('Delivery', `invitation:${id}:2`));
    expect(await reminder(3)).toBeUndefined();
    const done = await invited('i', 'answered');
    await take(event('Delivery', `invitation:${done}:1`));
    expect(await item(actionKey(`invitation:${done}:2`))).toBeUndefined();
  });

  it('of a reminder that comes back does not undo the invitation, nor does any an answer', async () => {
    const [sentOne, done] = [await invited('f', 'sent'), await invited('g', 'answered')];
    await take(sendingEventBody('Bounce', bounce('Permanent'), { tag: actionTag(`invitation:${sentOne}:1`) }));
    await take(sendingEventBody('Bounce', bounce('Permanent'), { tag: actionTag(`invitation:${done}:0`) }));
    expect([(await standing(sentOne))?.state, (await standing(done))?.state]).toEqual(['sent', 'answered']);
  });
});
