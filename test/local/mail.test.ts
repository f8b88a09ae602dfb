import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startTinyCloud, type TinyCloud } from './fixtures/tiny-cloud.ts';

let cloud: TinyCloud;

beforeAll(async () => {
  cloud = await startTinyCloud();
});
afterAll(() => cloud.end());

/** Bodies in the queue that nobody reads. */
async function inbox(): Promise<unknown[]> {
  const response = await fetch(`${cloud.queueEndpoint}/_fauxqs/queues/${cloud.physicalName('AWS::SQS::Queue', 'Inbox')}`);
  const { messages } = z.object({ messages: z.object({ ready: z.array(z.object({ body: z.string() })) }) }).parse(await response.json());
  return messages.ready.map(({ body }) => JSON.parse(body));
}

const MAIL =
  'From: =?utf-8?B?546L?= <wang@example.cn>\r\nTo: Care <care+reply@example.com>\r\nSubject: =?utf-8?B?5oqV6K+J?=\r\nX-SES-Spam-Verdict: PASS\r\n\r\nBroken.\r\n';

describe('mail in', () => {
  it('goes through the receipt rule: stored whole under its prefix, verdicts in the notification (P13)', async () => {
    const { key } = await cloud.receiveMail(Buffer.from(MAIL), { verdicts: { spam: 'FAIL', dmarc: 'GRAY' } });
    expect(key).toMatch(/^mail\/[0-9a-f]{40}$/);
    const { output } = await cloud.call('s3', 'getObject', { Bucket: 'tiny-mail', Key: key });
    const stored = String(output?.['Body']);
    expect(stored.endsWith(MAIL)).toBe(true);
    // The trusted header stands on top of what the sender wrote.
    expect(stored.indexOf('X-SES-Spam-Verdict: FAIL')).toBeLessThan(stored.indexOf('X-SES-Spam-Verdict: PASS'));
    expect((await inbox()).at(-1)).toMatchObject({
      notificationType: 'Received',
      mail: {
        source: 'wang@example.cn',
        destination: ['care+reply@example.com'],
        commonHeaders: { subject: '投诉', from: ['王 <wang@example.cn>'] },
      },
      receipt: {
        recipients: ['care+reply@example.com'],
        spamVerdict: { status: 'FAIL' },
        virusVerdict: { status: 'PASS' },
        dmarcVerdict: { status: 'GRAY' },
        action: { type: 'S3', bucketName: 'tiny-mail', objectKey: key },
      },
    });
  });

  it('is refused where no rule takes the recipient, saying which are taken', async () => {
    await expect(cloud.receiveMail(Buffer.from('To: boss@example.com\r\n\r\nx'))).rejects.toThrow(
      /no receipt rule takes mail to boss@example.com. Rules take: care@example.com/,
    );
    await expect(cloud.receiveMail(Buffer.from(MAIL), { to: ['care@example.com'] })).resolves.toHaveProperty('key');
  });
});

describe('mail out', () => {
  const send = (to: string, more: object = {}) =>
    cloud.call('ses', 'sendRawEmail', {
      Source: 'care@example.com',
      Destinations: [to],
      ConfigurationSetName: 'mailing',
      Tags: [
        { Name: 'action', Value: 'a-1' },
        { Name: 'kind', Value: 'acknowledgement' },
      ],
      RawMessage: `From: care@example.com\r\nTo: ${to}\r\nSubject: Sorry\r\n\r\nWe are sorry.`,
      ...more,
    });

  it('is kept as it was made, shown on the mailbox page, and reported to the topic with its tags', async () => {
    const { output } = await send('jane@example.com');
    const id = output?.['MessageId'];
    const sent = cloud.sentMail().find(({ messageId }) => messageId === id);
    expect(sent).toMatchObject({ to: ['jane@example.com'], tags: { action: 'a-1', kind: 'acknowledgement' }, configurationSet: 'mailing' });
    expect(sent?.raw.toString()).toContain('We are sorry.');
    const store = await (await fetch(`${cloud.mailboxUrl}/store`)).json();
    expect(JSON.stringify(store)).toContain(String(id));
    const events = (await inbox()).filter((event) => JSON.stringify(event).includes(`"messageId":"${id}"`));
    expect(events).toMatchObject([
      {
        eventType: 'Send',
        mail: { tags: { 'ses:configuration-set': ['mailing'], action: ['a-1'] }, destination: ['jane@example.com'] },
        send: {},
      },
      { eventType: 'Delivery', delivery: { recipients: ['jane@example.com'] } },
    ]);
  });

  it('bounces and complains at the addresses of SES’s simulator (P24)', async () => {
    await send('bounce+1@simulator.amazonses.com');
    expect((await inbox()).at(-1)).toMatchObject({
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'bounce+1@simulator.amazonses.com' }] },
    });
    await send('complaint@simulator.amazonses.com');
    expect((await inbox()).at(-1)).toMatchObject({ eventType: 'Complaint' });
  });

  it('is refused as SES refuses', async () => {
    expect((await send('jane@example.com', { ConfigurationSetName: 'none' })).error?.name).toBe('ConfigurationSetDoesNotExistException');
    expect((await send('jane@example.com', { Tags: [{ Name: 'action', Value: 'not:allowed' }] })).error?.name).toMatch(
      /InvalidParameterValue/,
    );
  });
});
