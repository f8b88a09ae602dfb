import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invitationRegister } from '../../../shared/adapters/dynamo/invitation-register.ts';
import {
  actionItem,
  caseEventItem,
  caseItem,
  feedbackVersionItem,
  historyItem,
  quarantineItem,
} from '../../../shared/adapters/dynamo/items.ts';
import { actionKey } from '../../../shared/adapters/dynamo/keys.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { CustomerFile, CustomersFound, ErasureAnswer, HistoryPage, ImportAnswer } from '../../../shared/api/customer-schemas.ts';
import { invitationMail } from '../../../shared/domain/campaign/invitation-mails.ts';
import { ERASED } from '../../../shared/domain/customer/erasure/words.ts';
import { Feedback } from '../../../shared/domain/feedback.ts';
import { photoKey } from '../../../shared/domain/photo.ts';
import { Case } from '../../../shared/domain/recovery/case.ts';
import type { CaseEvent } from '../../../shared/domain/recovery/event.ts';
import { anInvitation } from '../../domain/campaign/a-campaign.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { aCase, opened } from '../../samples.ts';
import { CustomersWorld, keys } from './customers-world.ts';

const EMAIL = 'zoe.quist@example.com';
const OTHER = 'z.quist@example.cn';
const NAME = 'Zoë Quist';
const TRACES = [EMAIL, OTHER, NAME, '7946', 'CRM-77'];
const ERASE = 'POST /api/customers/{key}/erase';
const NUMBER = '2611-0042';
const WORDS = `This is ${NAME}, ${EMAIL}, call me on +44 20 7946 0018.`;

let dynamo: DynamoForTests;
let world: CustomersWorld;
const zoe = keys.ofAddress(EMAIL);

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  await dynamo.stop();
  dynamo = await startDynamo();
  world = new CustomersWorld(dynamo);
  world.now = '2026-11-25T00:00:00.000Z';
});

/** Everything in the register, as it lies there. */
async function register(): Promise<string> {
  const { Items } = await dynamo.client.send(new ScanCommand({ TableName: dynamo.registerTable }));
  return JSON.stringify(Items, (_, value: unknown) => (value instanceof Set ? [...value] : value));
}

/** A person with two addresses, a case with words of everybody, raw mail, something in quarantine, and a mail still to go out. */
async function aStory(): Promise<Feedback> {
  const id = feedbackId('form', 'zoe-1');
  const rawKey = 'mail/zoe-1';
  world.mails.add(rawKey).add('mail/spam').add('mail/of-somebody-else');
  world.photos
    .add(photoKey(id, 1))
    .add(photoKey(id, 2))
    .add(photoKey(feedbackId('form', 'somebody-else'), 1));
  await world.hears(
    EMAIL,
    {
      id,
      externalId: `<1.${EMAIL}>`,
      comment: WORDS,
      subject: WORDS,
      rawKey,
      photos: [{ key: photoKey(id, 1) }, { key: photoKey(id, 2) }],
      caseNumber: NUMBER,
      messageId: `<1.${EMAIL}>`,
      receivedAt: '2026-11-22T08:30:00.000Z',
    },
    NAME,
  );
  await world.hears(OTHER, { comment: WORDS, receivedAt: '2026-11-22T09:30:00.000Z' }, NAME);
  await world.answer('manager', 'POST /api/customers/import', undefined, {
    rows: [
      { email: EMAIL, ownId: 'CRM-77', phone: '+44 20 7946 0018' },
      { email: OTHER, ownId: 'CRM-78' },
    ],
  });
  await world.as('manager', 'POST /api/customers/{key}/merge', zoe, { with: keys.ofAddress(OTHER) });
  const value = aCase({
    number: NUMBER,
    version: 3,
    feedbackId: id,
    customerKey: zoe,
    finding: WORDS,
    facts: { product: 'Kettle', wish: WORDS },
    resolution: WORDS,
  });
  await world.put(caseItem(value));
  await world.put(caseEventItem(NUMBER, 1, opened(value)));
  const note: CaseEvent = { type: 'NoteAdded', at: world.now, by: 'agent:lin', text: WORDS };
  await world.put(caseEventItem(NUMBER, 2, note));
  await world.put(historyItem({ kind: 'case', customerKey: zoe, at: '2026-11-22T08:30:01.000Z', number: NUMBER }));
  const action = { state: 'due', dueAt: '2026-11-30T00:00:00.000Z', attempts: 0, caseNumber: NUMBER } as const;
  await world.put(actionItem({ ...action, id: `${NUMBER}:acknowledgement:1`, kind: 'clock' }));
  await world.put(actionItem({ ...action, id: `${NUMBER}:clock`, kind: 'clock' }));
  await world.put(actionItem({ ...action, id: '2611-0043:acknowledgement:1', kind: 'clock', caseNumber: '2611-0043' }));
  await quarantined('spam', EMAIL, WORDS, 'mail/spam');
  await quarantined('mention', 'li@example.cn', `My friend ${NAME} (${EMAIL}) waits too.`, 'mail/of-somebody-else');
  const feedback = await world.ports.register.feedback(id);
  return Feedback.parse(feedback);
}

const quarantined = (name: string, email: string, comment: string, rawKey: string) =>
  world.put(
    quarantineItem({
      id: `${feedbackId('mail', name)}-hash`,
      at: '2026-11-22T10:00:00.000Z',
      quarantine: { reason: 'spam' },
      received: {
        id: feedbackId('mail', name),
        source: 'mail',
        channel: 'mail',
        externalId: name,
        revision: 0,
        receivedAt: '2026-11-22T10:00:00.000Z',
        answers: [],
        reasons: [],
        comment,
        customer: { email, name: email === EMAIL ? NAME : 'Li', hasConsented: true },
        rawKey,
      },
    }),
  );

async function erase(): Promise<ErasureAnswer> {
  for (let call = 0; call < 50; call += 1) {
    const answer = ErasureAnswer.parse(await world.answer('admin', ERASE, zoe, {}));
    if (answer.isDone) return answer;
  }
  throw new Error('the erasure does not come to its end');
}

const actionState = async (id: string) =>
  (await dynamo.client.send(new GetCommand({ TableName: dynamo.registerTable, Key: { ...actionKey(id) } }))).Item?.['state'];

describe('erasing a person (P35)', () => {
  it('leaves no trace of them anywhere in the register, and their mail is gone', async () => {
    await aStory();
    expect((await register()).includes(EMAIL)).toBe(true);
    const { erasure } = await erase();
    const after = await register();
    for (const trace of TRACES) expect(after).not.toContain(trace);
    expect([...world.mails]).toEqual(['mail/of-somebody-else']);
    expect([...world.photos]).toEqual([photoKey(feedbackId('form', 'somebody-else'), 1)]);
    expect(after).not.toContain('new/');
    expect(erasure).toMatchObject({ step: 'done', feedback: 2, mails: 2, photos: 2, quarantined: 2, actions: 1, cases: [] });
  });

  it('keeps every figure, state and date, and both can still be read', async () => {
    const before = await aStory();
    await erase();
    const { score, answers, understanding, receivedAt, recoveryReasons } = Feedback.parse(await world.ports.register.feedback(before.id));
    expect({ score, answers, receivedAt, recoveryReasons }).toEqual({
      score: before.score,
      answers: before.answers,
      receivedAt: before.receivedAt,
      recoveryReasons: before.recoveryReasons,
    });
    expect(understanding).toMatchObject({ severity: before.understanding.severity, sentiment: before.understanding.sentiment });
    const found = await world.ports.register.case(NUMBER);
    expect(Case.parse(found?.case)).toMatchObject({
      state: 'opened',
      version: 3,
      finding: ERASED,
      facts: { product: 'Kettle', wish: ERASED },
      isReachable: false,
    });
    expect(found?.history.map(({ type }) => type)).toEqual(['CaseOpened', 'NoteAdded']);
  });

  it('refuses what was still to go out to them, and neither their case’s clock nor others’ mail', async () => {
    await aStory();
    await erase();
    expect(await actionState(`${NUMBER}:acknowledgement:1`)).toBe('refused');
    expect(await actionState(`${NUMBER}:clock`)).toBe('due');
    expect(await actionState('2611-0043:acknowledgement:1')).toBe('due');
  });

  it('shows nothing of them from the first call on', async () => {
    await aStory();
    const earlier = Array.from({ length: 110 }, (_, i) => `2026-11-20T08:00:00.${String(i).padStart(3, '0')}Z`);
    await Promise.all(earlier.map((receivedAt) => world.hears(EMAIL, { receivedAt }, NAME)));
    const first = ErasureAnswer.parse(await world.answer('admin', ERASE, zoe, {}));
    expect(first).toMatchObject({ isDone: false, erasure: { step: 'history' } });
    const file = CustomerFile.parse(await world.answer('agent', 'GET /api/customers/{key}', zoe));
    for (const trace of TRACES) expect(JSON.stringify(file)).not.toContain(trace);
    expect(CustomersFound.parse(await world.answer('agent', 'POST /api/customers/find', undefined, { email: EMAIL })).items).toEqual([]);
    await erase();
    const { items } = HistoryPage.parse(
      await world.answer('agent', 'GET /api/customers/{key}/history', zoe, undefined, { query: { limit: '100' } }),
    );
    expect(items).toHaveLength(100);
  });

  it('begins no page when its time is up, and the next call goes on', async () => {
    await aStory();
    const began = Date.parse(world.now);
    let asked = 0;
    Object.assign(world.ports, {
      clock: () => {
        asked += 1;
        return new Date(began + asked * 3000).toISOString();
      },
    });
    const first = ErasureAnswer.parse(await world.answer('admin', ERASE, zoe, {}));
    expect(first).toMatchObject({ isDone: false, erasure: { step: 'quarantine' } });
    expect((await erase()).isDone).toBe(true);
  });

  it('goes on where it was broken off, wherever that was, and comes to the same end', async () => {
    await aStory();
    const whole = world.customerPorts;
    let calls = 0;
    let dieAt = 1;
    const mortal =
      <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        calls += 1;
        if (calls === dieAt) throw new Error('the process died');
        return work(...args);
      };
    Object.assign(world.ports, {
      customers: {
        ...whole,
        files: { ...whole.files, save: mortal(whole.files.save) },
        erasure: {
          ...whole.erasure,
          eraseCase: mortal(whole.erasure.eraseCase),
          removeMail: mortal(whole.erasure.removeMail),
          removePhoto: mortal(whole.erasure.removePhoto),
          replaceQuarantined: mortal(whole.erasure.replaceQuarantined),
          refuseActions: mortal(whole.erasure.refuseActions),
        },
      },
    });
    let deaths = 0;
    for (;;) {
      calls = 0;
      try {
        await erase();
        break;
      } catch {
        deaths += 1;
        dieAt = (dieAt % 7) + 1;
        if (deaths > 30) dieAt = 0;
      }
    }
    expect(deaths).toBeGreaterThan(3);
    const after = await register();
    for (const trace of TRACES) expect(after).not.toContain(trace);
    expect([...world.mails]).toEqual(['mail/of-somebody-else']);
  });

  it('done twice changes nothing but the record that it was asked for', async () => {
    await aStory();
    await erase();
    const before = await world.ports.register.case(NUMBER);
    expect(await erase()).toMatchObject({ isDone: true, erasure: { feedback: 0, mails: 0, quarantined: 0, actions: 0 } });
    expect(await world.ports.register.case(NUMBER)).toEqual(before);
  });

  it('takes away the raw mail that a dead-letter queue brought back since', async () => {
    await aStory();
    await erase();
    world.mails.add('mail/late');
    await world.hears(EMAIL, { rawKey: 'mail/late', contentHash: 'erased', receivedAt: '2026-11-21T08:30:00.000Z', comment: ERASED }, NAME);
    await erase();
    expect(world.mails.has('mail/late')).toBe(false);
  });
});

describe('after an erasure (P35)', () => {
  it('a message out of a dead-letter queue brings nobody back', async () => {
    await aStory();
    await erase();
    const { file } = await world.hears(EMAIL, { receivedAt: '2026-11-21T08:30:00.000Z', comment: ERASED }, NAME);
    expect(file.erasedAt).toBe(world.now);
    const after = await register();
    for (const trace of TRACES) expect(after).not.toContain(trace);
  });

  it('an import brings nobody back, by address or own id', async () => {
    await aStory();
    await erase();
    const rows = [{ email: EMAIL, name: NAME }, { ownId: 'CRM-77', name: NAME }, { email: OTHER }];
    const { results } = ImportAnswer.parse(await world.answer('manager', 'POST /api/customers/import', undefined, { rows }));
    expect(results.map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual(
      Array(3).fill('refused: this person was erased and must not be brought back'),
    );
    expect(await register()).not.toContain(EMAIL);
  });

  it('who writes again themselves is a customer again, and can be erased again', async () => {
    await aStory();
    await erase();
    world.now = '2026-11-26T00:00:00.000Z';
    const { file } = await world.hears(
      EMAIL,
      { channel: 'mail', receivedAt: '2026-11-26T00:00:00.000Z', comment: 'It is me again.' },
      NAME,
    );
    expect(file).toMatchObject({ email: EMAIL, returnedAt: '2026-11-26T00:00:00.000Z' });
    expect(CustomerFile.parse(await world.answer('agent', 'GET /api/customers/{key}', zoe)).email).toBe(EMAIL);
    world.now = '2026-11-27T00:00:00.000Z';
    await erase();
    expect(await register()).not.toContain(EMAIL);
  });

  it('suppression of the address stays: they never hear from us by mistake', async () => {
    await aStory();
    await world.put({ pk: `SUPPRESSION#${zoe}`, sk: 'SUPPRESSION', type: 'suppression', reason: 'complaint', at: world.now });
    await erase();
    expect(await register()).toContain(`SUPPRESSION#${zoe}`);
  });
});

describe('what a person was asked (P35, R10)', () => {
  it('loses what they had filled in and what it followed, cannot be answered or sent any more, and still counts', async () => {
    const { client, registerTable } = dynamo;
    await world.hears(EMAIL);
    const invitations = invitationRegister(client, registerTable);
    for (const id of ['b', 'c'].map((letter) => letter.repeat(26))) {
      const invitation = anInvitation({ id, customerKey: zoe, state: 'begun', cause: 'order of Zoe Quist', draft: { comment: [WORDS] } });
      const contact = { at: invitation.invitedAt, campaign: 'autumn', invitation: id, metrics: [] };
      const ledgers = await invitations.ledgers([zoe]);
      const action = invitationMail(id, 1, '2026-12-01T00:00:00.000Z');
      expect(await invitations.record({ invitation, action, contact: { contact, ledgers } })).toBe('recorded');
    }
    await world.as('admin', ERASE, zoe);
    const found = await invitations.invitation('b'.repeat(26));
    expect(found).toMatchObject({ campaign: 'autumn', state: 'begun', expiresAt: world.now });
    expect([found?.draft, found?.cause]).toEqual([undefined, undefined]);
    const stored = await register();
    expect(stored).not.toContain(WORDS);
    expect(stored).not.toContain('order of Zoe Quist');
    expect(await invitations.ledgers([zoe])).toEqual([{ customerKey: zoe, version: 0, contacts: [] }]);
    const { Item } = await client.send(new GetCommand({ TableName: registerTable, Key: actionKey(`invitation:${'c'.repeat(26)}:1`) }));
    expect(Item).toMatchObject({ state: 'refused', reason: 'erased' });
  });

  it('loses the words of earlier answers too', async () => {
    const { feedback } = await world.hears(EMAIL, { comment: 'Now it is well.', revision: 1 });
    await world.put(feedbackVersionItem({ ...feedback, revision: 0, comment: WORDS }));
    await world.as('admin', ERASE, zoe);
    expect(await register()).not.toContain(WORDS);
    const [earlier] = await world.ports.feedback.earlierVersions(feedback.id);
    expect([earlier?.comment, earlier?.answers]).toEqual([ERASED, feedback.answers]);
  });
});
