import { randomUUID } from 'node:crypto';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastMail } from '../../local/demo/case/customer.ts';
import { colleague } from '../../local/demo/case/staff.ts';
import { closeHouse, FOUNDED, type House, openHouse, templatesTo, typesOf, unhappyCustomer } from './recovery.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => closeHouse(house));

const commands = (number: string) => `/api/cases/${number}/commands`;

describe('a command that cannot be carried out', () => {
  it('(R3, P11) names the reason, and changes nothing: wrong state, wrong field, unknown case, unknown command', async () => {
    const { number, owner } = await unhappyCustomer(house, 'wrong@example.com');
    const { version } = (await owner.see(number)).case;
    expect(await owner.refused(number, { type: 'accept', offerId: 'o1' })).toMatchObject({
      status: 409,
      code: 'wrong-state',
      reason: expect.stringMatching(/is opened.*offered/),
    });
    expect(await owner.refused(number, { type: 'assign', to: 'nobody' })).toMatchObject({
      status: 422,
      reason: expect.stringMatching(/lin/),
    });
    expect(await owner.refused(number, { type: 'promise', what: 'a call', dueAt: '2020-01-01T00:00:00.000Z' })).toMatchObject({
      status: 422,
      reason: expect.stringMatching(/still to come/),
    });
    expect(await owner.refused(number, { type: 'forget' })).toMatchObject({ status: 422 });
    expect(await owner.refused('2601-9999', { type: 'acknowledge' })).toMatchObject({ status: 404 });
    expect((await owner.see(number)).case.version).toBe(version);
  });

  it('(R5, P29) of a wrong role, or without a token, is refused', async () => {
    const { number } = await unhappyCustomer(house, 'role@example.com');
    expect((await fetch(house.cloud.url + commands(number), { method: 'POST', body: '{"type":"acknowledge"}' })).status).toBe(401);
    expect((await house.lin.call('GET', '/api/statistics/cases')).status).toBe(403);
    expect((await house.lin.call('GET', '/api/customers/abcdefgh/export')).status).toBe(403);
    // An account that the config does not know has an agent's rights, whatever it is called.
    const stranger = await colleague(house.cloud, 'stranger');
    await stranger.ask(number, FOUNDED);
    await stranger.ask(number, { type: 'offer', remedy: 'refund', money: { amount: 20_001, currency: 'CNY' } });
    const another = await colleague(house.cloud, 'another');
    expect(await another.refused(number, { type: 'approve', offerId: 'o1' })).toMatchObject({ status: 403, code: 'beyond-authority' });
  });

  it('(R3) decided on a stale version is refused, and the version that stands is named', async () => {
    const { number, owner } = await unhappyCustomer(house, 'stale@example.com');
    const { case: seen } = await owner.see(number);
    await house.chen.ask(number, { type: 'note', text: 'I called already.' });
    const refusal = await owner.refused(number, { type: 'acknowledge' }, { 'if-match': `"${seen.version}"` });
    expect(refusal).toMatchObject({
      status: 412,
      code: 'version-mismatch',
      reason: expect.stringContaining(`version ${seen.version + 1}`),
    });
    await owner.ask(number, { type: 'acknowledge' }, { 'if-match': `"${seen.version + 1}"` });
  });

  it('(R3, P4) sent twice under one key, even at once, is done once; another command under that key is refused', async () => {
    const { number, owner } = await unhappyCustomer(house, 'key@example.com');
    const key = { 'idempotency-key': randomUUID() };
    const note = { type: 'note', text: 'Called at ten.' };
    const answers = await Promise.all([1, 2, 3].map(() => owner.call('POST', commands(number), note, key)));
    const later = await owner.call('POST', commands(number), note, key);
    expect([...answers, later].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(later.headers.get('idempotency-replayed')).toBe('true');
    expect(typesOf(await owner.see(number)).filter((type) => type === 'NoteAdded')).toHaveLength(1);
    expect(await owner.refused(number, { type: 'note', text: 'Another.' }, key)).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
  });

  it('(R3) at the same moment as another: one is done after the other, or told to look again; nothing is half done', async () => {
    const { number, owner } = await unhappyCustomer(house, 'race@example.com');
    const texts = ['one', 'two', 'three', 'four', 'five'];
    const answers = await Promise.all(texts.map((text) => owner.call('POST', commands(number), { type: 'note', text })));
    const { case: value, history } = await owner.see(number);
    const notes = history.flatMap((event) => (event.type === 'NoteAdded' ? [event.text] : []));
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(notes.toSorted()).toEqual(texts.filter((_, i) => answers[i]?.status === 200).toSorted());
    expect(value.version).toBe(history.length);
  });
});

describe('a customer whose mail comes back', () => {
  it('(R2, P24) is shown in the case, the owner is told and asked for another way, and no further mail goes there', async () => {
    const { number, owner } = await unhappyCustomer(house, 'gone@example.com');
    await bounce('gone@example.com');
    await house.cloud.idle();
    const { case: after } = await owner.see(number);
    expect(after.undeliverable).toBeDefined();
    expect((await lastMail(house.cloud, `${owner.id}@example.com`, 'undeliverable')).text).toContain(number);
    expect(await owner.refused(number, { type: 'answer', text: 'We are sorry.' })).toMatchObject({
      code: 'customer-unreachable',
      reason: expect.stringMatching(/another way.*via/),
    });
    await owner.ask(number, { type: 'answer', text: 'We are sorry.', via: 'letter' });
    await house.cloud.idle();
    expect(templatesTo(house.cloud, 'gone@example.com')).toEqual(['acknowledgement']);
  });
});

/** SES tells that the newest mail to an address came back for good. */
async function bounce(address: string): Promise<void> {
  const { cloud } = house;
  const mail = cloud.sentMail().findLast(({ to }) => to.includes(address));
  const timestamp = cloud.now();
  const message = {
    eventType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: address }],
      timestamp,
      feedbackId: 'f-1',
    },
    mail: {
      timestamp,
      messageId: mail?.messageId,
      source: 'care@example.com',
      destination: [address],
      tags: Object.fromEntries(Object.entries(mail?.tags ?? {}).map(([name, value]) => [name, [value]])),
    },
  };
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sns = new SNSClient({ endpoint: cloud.queueEndpoint, region: 'us-east-1', credentials });
  const topic = cloud.physicalName('AWS::SNS::Topic', 'MailOutEvents');
  await sns.send(new PublishCommand({ TopicArn: `arn:aws:sns:us-east-1:000000000000:${topic}`, Message: JSON.stringify(message) }));
}
