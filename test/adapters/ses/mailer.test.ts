import { Readable } from 'node:stream';
import { SESClient } from '@aws-sdk/client-ses';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { compose, sesMailer } from '../../../shared/adapters/ses/mailer.ts';
import { NotSent, type OutgoingMail } from '../../../shared/ports.ts';

const settings = { from: { name: '示例公司', address: 'care@example.com' }, replyTo: 'feedback@example.com', configurationSet: 'mail-out' };
const mail: OutgoingMail = {
  actionId: '2611-0001:acknowledgement',
  to: ['ada@example.com'],
  subject: '您的反馈我们已收到（编号 2611-0001）',
  text: '您好：',
  html: '<p>您好：</p>',
  inReplyTo: '<question@example.com>',
};

/** SES as it answers on the wire: the client, its serialisers and its retries are the real ones. */
function clientThat(answer: () => { status: number; body: string }) {
  const bodies: string[] = [];
  const client = new SESClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: {
      async handle(request: { body?: unknown }) {
        bodies.push(String(request.body));
        const { status, body } = answer();
        return { response: { statusCode: status, headers: { 'content-type': 'text/xml' }, body: Readable.from([Buffer.from(body)]) } };
      },
      updateHttpClientConfig() {},
      httpHandlerConfigs: () => ({}),
    },
  });
  return { client, bodies };
}

const taken = '<SendRawEmailResponse><SendRawEmailResult><MessageId>0102-abc</MessageId></SendRawEmailResult></SendRawEmailResponse>';
const refused = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;

describe('a mail that goes out', () => {
  it('says that a machine wrote it, stays in its thread, and is answered at a mailbox of ours (P20)', async () => {
    const parsed = await PostalMime.parse(await compose(mail, settings));
    const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value;
    expect(header('auto-submitted')).toBe('auto-replied');
    expect(header('x-amends')).toBe('1');
    expect([parsed.inReplyTo, parsed.references]).toEqual(['<question@example.com>', '<question@example.com>']);
    expect(parsed).toMatchObject({ subject: mail.subject, from: settings.from, replyTo: [{ address: 'feedback@example.com' }] });
    expect([parsed.text?.trim(), parsed.html?.trim()]).toEqual(['您好：', '<p>您好：</p>']);
  });

  it.each(['\r\nBcc: eve@example.com', '\n', '\0'])(
    'refuses control characters in every field that ends in a header (P21): %j',
    async (evil) => {
      const fields = [
        { subject: `a${evil}` },
        { to: [`a@example.com${evil}`] },
        { inReplyTo: `<a${evil}>` },
        { replyTo: `a@example.com${evil}` },
        { unsubscribe: { url: `https://example.com/n/a${evil}` } },
        { attachments: [{ name: `a.csv${evil}`, mediaType: 'text/csv', content: '' }] },
        { attachments: [{ name: 'a.csv', mediaType: `text/csv${evil}`, content: '' }] },
        { attachments: [{ name: 'a.png', mediaType: 'image/png', content: '', contentId: `a${evil}` }] },
      ];
      for (const spoiled of fields) {
        await expect(async () => compose({ ...mail, ...spoiled }, settings)).rejects.toThrow(NotSent);
      }
    },
  );

  it('about a case is answered into the case, by an address of its own (R3)', async () => {
    const replyTo = 'feedback+2611-0001.abcdefghijklmnopqrstuvwxy@example.com';
    expect(await PostalMime.parse(await compose({ ...mail, replyTo }, settings))).toMatchObject({ replyTo: [{ address: replyTo }] });
  });

  it('that is no answer can be ended with one press; an answer says nothing of it (P23)', async () => {
    const url = `https://example.com/unsubscribe/${'a'.repeat(180)}`;
    const raw = (await compose({ ...mail, unsubscribe: { url } }, settings)).toString();
    // On one line, not encoded: this is what mail programs look for (RFC 8058).
    expect(raw).toContain(`\r\nList-Unsubscribe: <${url}>\r\n`);
    expect(raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect((await compose(mail, settings)).toString()).not.toMatch(/List-Unsubscribe/i);
  });

  it('carries files beside it, and pictures within it by their address', async () => {
    const [csv, png] = [Buffer.from('\uFEFF项目,n\r\n满意,1\r\n'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255])];
    const attachments = [
      { name: 'trend.png', mediaType: 'image/png', content: png.toString('base64'), contentId: 'trend@amends' },
      { name: '客户反馈周报-2026-11-16.csv', mediaType: 'text/csv; charset=utf-8', content: csv.toString('base64') },
    ];
    const html = '<img src="cid:trend@amends" alt="71%">';
    const parsed = await PostalMime.parse(await compose({ ...mail, html, attachments }, settings));
    expect(parsed.html?.trim()).toBe(html);
    expect(
      parsed.attachments.map(({ filename, mimeType, disposition, contentId }) => [filename, mimeType, disposition, contentId]),
    ).toEqual([
      ['trend.png', 'image/png', 'inline', '<trend@amends>'],
      ['客户反馈周报-2026-11-16.csv', 'text/csv', 'attachment', undefined],
    ]);
    const bytes = parsed.attachments.map(({ content }) => (typeof content === 'string' ? content : Buffer.from(new Uint8Array(content))));
    expect(bytes).toEqual([png, csv]);
  });

  it.each(['http://example.com/n', 'mailto:a@example.com', 'https://example.com/n>, <https://evil.example/', 'https://example.com/a b'])(
    'names one https address to end it at, or does not go out (P22): %s',
    async (url) => {
      await expect(async () => compose({ ...mail, unsubscribe: { url } }, settings)).rejects.toThrow(NotSent);
    },
  );

  it('carries its action as a tag, by which the events of SES find it again (P26)', async () => {
    const { client, bodies } = clientThat(() => ({ status: 200, body: taken }));
    expect(await sesMailer(client, settings).send(mail)).toBe('0102-abc');
    const sent = new URLSearchParams(bodies[0]);
    expect([sent.get('Tags.member.1.Name'), sent.get('Tags.member.1.Value'), sent.get('ConfigurationSetName')]).toEqual([
      'action',
      '2611-0001.acknowledgement',
      'mail-out',
    ]);
  });
});

describe('a mail that SES did not take', () => {
  it.each([
    [400, 'MessageRejected', true],
    [400, 'Throttling', false],
    [400, 'AccountSendingPausedException', false],
  ])('%s %s is known not to be sent', async (status, code, isLasting) => {
    const { client } = clientThat(() => ({ status, body: refused(code) }));
    await expect(sesMailer(client, settings).send(mail)).rejects.toMatchObject({ name: 'NotSent', isLasting });
  });

  it('a failure of SES itself is ambiguous, and is not tried again by the SDK (P26)', async () => {
    const { client, bodies } = clientThat(() => ({ status: 500, body: refused('InternalFailure') }));
    await expect(sesMailer(client, settings).send(mail)).rejects.not.toBeInstanceOf(NotSent);
    expect(bodies).toHaveLength(1);
  });

  it('nobody listening is known not to be sent, a connection that breaks is not', async () => {
    for (const [code, isKnown] of [
      ['ECONNREFUSED', true],
      ['ECONNRESET', false],
    ] as const) {
      const { client } = clientThat(() => {
        throw Object.assign(new Error(code), { code });
      });
      const error: unknown = await sesMailer(client, settings)
        .send(mail)
        .catch((thrown: unknown) => thrown);
      expect({ code, isKnown: error instanceof NotSent }).toEqual({ code, isKnown });
    }
  });
});
