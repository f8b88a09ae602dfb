import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedMail } from '../../../shared/adapters/mime/bounds.ts';
import { parseMail } from '../../../shared/adapters/mime/parse-mail.ts';
import { readMail } from '../../../shared/adapters/mime/read-mail.ts';
import { MAX_MAIL_BYTES, UnreadableMail } from '../../../shared/domain/intake/mail/mail.ts';

const HEAD = 'From: Ruth <ruth@example.com>\r\nSubject: Hello\r\nMessage-ID: <1@example.com>\r\n';
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const multipart = (body: string) => bytes(`${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${body}`);
const text = (body: string) => `--b\r\nContent-Type: text/plain\r\n\r\n${body}\r\n`;

/** Why it was not read, and within what time that was found. */
async function refusal(mail: Uint8Array): Promise<{ reason: string; ms: number }> {
  const start = performance.now();
  const outcome = await readMail(mail).then(
    () => 'read',
    (error: unknown) => (error instanceof UnreadableMail ? error.reason : 'threw something else'),
  );
  return { reason: outcome, ms: performance.now() - start };
}

describe('readMail: bombs (P16)', () => {
  it.each([
    ['100,000 sibling parts', () => multipart('--b\r\n\r\n\r\n'.repeat(100_000)), 'too-many-parts'],
    ['1,001 sibling parts', () => multipart(text('x').repeat(1_001)), 'too-many-parts'],
    [
      'a boundary that is only declared oddly',
      () => bytes(`${HEAD}Content-Type: multipart/mixed; boundary*0=a;\r\n boundary*1=b\r\n\r\n${'--ab\r\n\r\n'.repeat(5_000)}`),
      'too-many-parts',
    ],
    ['40 levels', () => bytes(`${HEAD}${nested(40)}`), 'too-deep'],
    ['a header of 5 MB', () => bytes(`${HEAD}X-Long: ${'a'.repeat(5_000_000)}\r\n\r\nHi`), 'headers-too-large'],
    ['headers that never end', () => bytes('X: y\r\n'.repeat(100_000)), 'headers-too-large'],
    ['more than 25 MB', () => new Uint8Array(MAX_MAIL_BYTES + 1), 'too-large'],
    ['many parts of many lines', () => multipart(text('\r\n'.repeat(14_000)).repeat(10)), 'too-many-lines'],
  ])('%s: refused with its reason, at once', async (_, make, reason) => {
    const found = await refusal(make());
    expect(found.reason).toBe(reason);
    expect(found.ms).toBeLessThan(2_000);
  });

  it.each([
    ['32 levels', () => bytes(`${HEAD}${nested(31)}`)],
    ['1,000 parts', () => multipart(text('x').repeat(900))],
    ['24 MB of empty lines', () => bytes(`${HEAD}\r\n${'\n'.repeat(24_000_000)}`)],
    ['24 MB in one line', () => bytes(`${HEAD}\r\n${'x'.repeat(24_000_000)}`)],
    [
      '24 MB of attachment',
      () =>
        multipart(
          `${text('Hi')}--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUJD\r\n'.repeat(4_000_000)}--b--`,
        ),
    ],
    ['1 MB of nested HTML', () => bytes(`${HEAD}Content-Type: text/html\r\n\r\n${'<div>'.repeat(200_000)}`)],
    ['64 KB of From', () => bytes(`From: ${'a@example.com, '.repeat(4_000)}\r\n\r\nHi`)],
    ['64 KB of comments', () => bytes(`From: ${'('.repeat(60_000)}\r\n\r\nHi`)],
    ['64 KB of encoded words', () => bytes(`Subject: ${'=?utf-8?q?a?= '.repeat(4_500)}\r\n\r\nHi`)],
    ['64 KB of half encoded words', () => bytes(`Subject: ${'=?utf-8?'.repeat(8_000)}\r\n\r\nHi`)],
  ])('%s: read within its bounds', async (_, make) => {
    const found = await refusal(make());
    expect(found.reason).toBe('read');
    expect(found.ms).toBeLessThan(5_000);
  });

  it('whatever bytes come, it answers or says that it cannot, and nothing else', async () => {
    const piece = fc.constantFrom(
      '--b\r\n',
      '--b--\r\n',
      'Content-Type: multipart/mixed; boundary=b\r\n',
      'Content-Type: text/html; charset=gbk\r\n',
      'Content-Transfer-Encoding: base64\r\n',
      '\r\n',
      '\n',
      '\0',
      '=?gbk?B?xOO6ww==?=',
      '=?x?q?=',
      'From: ',
      'a@b.c',
      '\xff\xfe',
      'Subject: ',
      ' ',
      '<blockquote>',
      '> ',
      'QUJD',
      '=3D=',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 60 }), async (pieces) => {
        const found = await refusal(bytes(pieces.join('')));
        expect(found.reason).not.toBe('threw something else');
      }),
    );
  });
});

function nested(levels: number): string {
  let mail = '';
  for (let i = 0; i < levels; i++) mail += `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`;
  return `${mail}\r\nHi`;
}

describe('boundedMail', () => {
  it('leaves ordinary mail as it is, byte for byte', () => {
    const mail = multipart(`${text('Hi')}--b--\r\n`);
    expect(boundedMail(mail)).toBe(mail);
  });

  it('text before and after an attachment stays, the attachment is not decoded (P17)', async () => {
    const big = `--b\r\nContent-Type: image/jpeg; name=a.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUJD'.repeat(500_000)}\r\n`;
    const mail = multipart(`${text('Before.')}${big}${text('After.')}--b--\r\n`);
    expect(boundedMail(mail).length).toBeLessThan(4_000);
    expect(await readMail(mail)).toMatchObject({ text: expect.stringMatching(/^Before\.\s+After\.$/), attachmentCount: 1 });
  });

  it('does not open a zip or a forwarded message (P17)', async () => {
    const inner = '--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@example.com\r\nSubject: inner\r\n\r\nInner words.\r\n';
    expect(await readMail(multipart(`${text('Mine.')}${inner}--b--\r\n`))).toMatchObject({
      text: 'Mine.',
      subject: 'Hello',
      attachmentCount: 1,
    });
  });
});

describe('readMail: who wrote it (P13, P14)', () => {
  const from = async (headers: string) => (await readMail(bytes(`${headers}\r\n\r\nHi`))).from;

  it.each([
    ['no From', 'To: feedback@example.com', undefined],
    ['two From fields', 'From: a@example.com\r\nFrom: b@example.com', undefined],
    ['two people in one From', 'From: a@example.com, b@example.com', undefined],
    ['a group', 'From: Us: a@example.com, b@example.com;', undefined],
    ['an empty group', 'From: undisclosed-recipients:;', undefined],
    ['an address in the name', 'From: "victim@example.com" <real@example.com>', 'real@example.com'],
    [
      'an encoded name with an address in it',
      'From: =?utf-8?q?victim=40example.com_=3Cv=40example.com=3E?= <real@example.com>',
      'real@example.com',
    ],
    ['a name alone', 'From: Ruth', undefined],
    ['NUL in it', 'From: a\0b@example.com', undefined],
    ['a folded one', 'From: Ruth Calder\r\n <ruth@example.com>', 'ruth@example.com'],
    ['a hard space before the field', '\xa0From: a@example.com\r\nFrom: real@example.com', 'real@example.com'],
  ])('%s', async (_, headers, expected) => {
    expect(await from(headers)).toBe(expected);
  });

  it('a name in bytes of an unstated charset is left out, the address stays', async () => {
    const mail = await readMail(bytes('From: "\xb3\xc2\xbd\xa8" <chen@example.cn>\r\n\r\nHi'));
    expect(mail).toMatchObject({ from: 'chen@example.cn', fromName: undefined });
  });

  it('garbage in encoded words does no harm', async () => {
    const mail = await readMail(
      bytes('From: a@example.com\r\nSubject: =?utf-8?B?////?= =?nonsense?Q?=ZZ?= =?utf-8?Q?=00=0D=0ABcc:_x?=\r\n\r\nHi'),
    );
    expect(mail.subject).not.toMatch(/[\r\n\0]/);
  });
});

describe('readMail: words', () => {
  it('an answer below a quoted line of flowed text stays an answer (RFC 3676 §4.5)', async () => {
    const mail = `${HEAD}Content-Type: text/plain; format=flowed\r\n\r\nOn 04/02/2026 06:26 PM, Care wrote:\r\n> Is it \r\n> solved? \r\nNo. It \r\nleaks.\r\n`;
    expect((await readMail(bytes(mail))).text).toBe('No. It leaks.');
  });

  it('takes the HTML where the text part is empty', async () => {
    const mail = multipart(
      '--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\n \r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Broken.</p>\r\n--c--\r\n--b--\r\n',
    );
    expect((await readMail(mail)).text).toBe('Broken.');
  });

  it('an unknown charset is read as well as may be', async () => {
    expect((await readMail(bytes(`${HEAD}Content-Type: text/plain; charset=martian\r\n\r\nStill words`))).text).toBe('Still words');
  });

  it('an unterminated boundary loses nothing that came', async () => {
    expect((await readMail(multipart(text('Words.')))).text).toBe('Words.');
  });

  it('tells the language by the words, and by the subject where there are none', async () => {
    expect((await parseMail(bytes(`${HEAD}\r\nThe parcel is late and nobody has told me why.`))).language).toBe('en');
    expect((await parseMail(new Uint8Array(Buffer.from('From: a@example.com\r\nSubject: 快递一直没有到\r\n\r\n')))).language).toBe(
      'zh-Hans',
    );
  });
});
