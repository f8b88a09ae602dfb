import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type MailDoor, takeMail } from '../../../functions/take-mail/take-mail.ts';
import { feedbackId } from '../../../shared/adapters/ids.ts';
import { mailExternalId } from '../../../shared/adapters/mime/mail-id.ts';
import { readMail } from '../../../shared/adapters/mime/read-mail.ts';
import { caseOfReply, replyAddress } from '../../../shared/adapters/reply-address.ts';
import { readReceipt } from '../../../shared/adapters/ses/receipt.ts';
import { FeedbackReceived } from '../../../shared/domain/feedback.ts';
import { receiptNotification, type Verdicts } from '../../mail-samples.ts';

const LINK_KEY = 'a-link-key-of-thirty-two-letters';
const HEAD = 'From: Ruth <ruth@example.com>\r\nSubject: Late\r\nMessage-ID: <1@example.com>\r\n';

/** The door with a bucket and a queue in memory; what goes out must be what the queue's schema says. */
function world(mails: Record<string, string | Uint8Array>) {
  const sent: FeedbackReceived[] = [];
  const reads: string[] = [];
  const door: MailDoor = {
    mailboxes: [{ address: 'feedback@example.com' }, { address: 'east@example.com', branch: 'east' }],
    store: {
      async read(key, maxBytes) {
        reads.push(key);
        const mail = mails[key];
        if (mail === undefined) throw new Error('no such key');
        return new Uint8Array(typeof mail === 'string' ? Buffer.from(mail) : mail).subarray(0, maxBytes + 1);
      },
    },
    queue: { send: async (feedback) => void sent.push(FeedbackReceived.parse(feedback)) },
    parse: (bytes) => readMail(bytes, { ownAddresses: ['care@example.com', 'feedback@example.com'] }),
    externalId: mailExternalId,
    feedbackId: (externalId) => feedbackId('mail', externalId),
    caseOfReply: async (recipients) => caseOfReply([LINK_KEY], recipients),
  };
  const take = (overrides: Parameters<typeof receiptNotification>[0] = {}) =>
    takeMail(readReceipt(receiptNotification({ key: 'k', ...overrides })), door);
  return { sent, reads, door, take };
}

const takeOne = async (mail: string, verdicts: Verdicts = {}) => world({ k: mail }).take({ verdicts });

describe('take-mail', () => {
  it('hands on what the customer wrote, and who may be answered', async () => {
    const { take, sent } = world({ k: `${HEAD}Content-Language: en-GB\r\n\r\nIt is late.\r\n\r\n-- \r\nRuth` });
    await take();
    expect(sent).toEqual([
      {
        id: feedbackId('mail', mailExternalId('<1@example.com>', 'ruth@example.com', 'x')),
        source: 'mail',
        channel: 'mail',
        externalId: mailExternalId('<1@example.com>', 'ruth@example.com', 'x'),
        revision: 0,
        receivedAt: '2026-11-22T08:30:00.120Z',
        locale: 'en-GB',
        answers: [],
        reasons: [],
        subject: 'Late',
        comment: 'It is late.',
        customer: { email: 'ruth@example.com', name: 'Ruth', hasConsented: true },
        rawKey: 'k',
        messageId: '<1@example.com>',
      },
    ]);
  });

  it('is taken only when the queue has it (P12), and brought again where the raw mail cannot be read', async () => {
    const { door, take } = world({ k: `${HEAD}\r\nHi` });
    const failing = { ...door, queue: { send: () => Promise.reject(new Error('queue')) } };
    await expect(takeMail(readReceipt(receiptNotification({ key: 'k' })), failing)).rejects.toThrow('queue');
    await expect(take({ key: 'missing' })).rejects.toThrow('no such key');
  });

  it('the same mail delivered again is the same feedback (P4)', async () => {
    const { take, sent } = world({ k: `${HEAD}\r\nHi` });
    await take();
    await take({ messageId: 'another-receipt' });
    expect(sent[0]?.id).toBe(sent[1]?.id);
  });

  it("a stranger cannot take another's place with the same Message-ID", async () => {
    const mine = await takeOne(`${HEAD}\r\nHi`);
    const theirs = await takeOne(`${HEAD.replace('ruth@', 'stranger@')}\r\nHi`);
    expect(theirs.id).not.toBe(mine.id);
    expect(JSON.stringify([mine.externalId, theirs.externalId])).not.toContain('@example.com"');
  });

  it('without Message-ID the receipt is its identity', async () => {
    expect((await takeOne('From: ruth@example.com\r\n\r\nHi')).externalId).toBe('ses:d6iitobk75ur44p8kdnnp7g2n800');
  });

  it.each([
    ['spam', { reason: 'spam' }],
    ['virus', { reason: 'virus' }],
  ] as const)('%s is quarantined (P15)', async (name, quarantine) => {
    const { take, reads } = world({ k: `${HEAD}\r\nHi` });
    const feedback = await take({ verdicts: { [name]: 'FAIL' } });
    expect(feedback.quarantine).toEqual(quarantine);
    expect(feedback.rawKey).toBe('k');
    expect(reads).toEqual(name === 'virus' ? [] : ['k']);
  });

  it('verdicts come from the notification; those that the mail claims itself are ignored (P13)', async () => {
    const forged = `X-SES-Spam-Verdict: PASS\r\nX-SES-Virus-Verdict: PASS\r\nAuthentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=pass\r\n${HEAD}\r\nHi`;
    expect((await takeOne(forged, { spam: 'FAIL' })).quarantine).toEqual({ reason: 'spam' });
    expect((await takeOne(forged, { spf: 'FAIL', dkim: 'FAIL' })).customer?.hasConsented).toBe(false);
    expect((await takeOne(`X-SES-Spam-Verdict: FAIL\r\n${HEAD}\r\nHi`)).quarantine).toBeUndefined();
  });

  it.each<[Verdicts, boolean]>([
    [{ spf: 'PASS', dkim: 'FAIL', dmarc: 'PASS' }, true],
    [{ spf: 'FAIL', dkim: 'PASS', dmarc: 'GRAY' }, true],
    [{ spf: 'PASS', dkim: 'PASS', dmarc: 'FAIL' }, false],
    [{ spf: 'FAIL', dkim: 'FAIL', dmarc: 'GRAY' }, false],
    [{ spf: 'GRAY', dkim: 'GRAY', dmarc: 'GRAY' }, false],
    [{ spf: 'PROCESSING_FAILED', dkim: 'PROCESSING_FAILED', dmarc: 'PROCESSING_FAILED' }, false],
  ])('with %j it may be answered: %s; the words are kept either way (P14)', async (verdicts, mayBeAnswered) => {
    const feedback = await takeOne(`${HEAD}\r\nIt is late.`, verdicts);
    expect(feedback).toMatchObject({ comment: 'It is late.', customer: { hasConsented: mayBeAnswered } });
    expect(feedback.quarantine).toBeUndefined();
  });

  it.each(['auto-reply-en', 'auto-reply-zh', 'out-of-office', 'bounce', 'list', 'own-mail'])(
    "%s: recorded as a machine's, never to be answered (P18)",
    async (name) => {
      const mail = readFileSync(new URL(`../../../events/mail/${name}.eml`, import.meta.url));
      const feedback = await world({ k: mail }).take();
      expect(feedback.automatic).toBeDefined();
      expect(feedback.customer?.hasConsented ?? false).toBe(false);
    },
  );

  it('the answer goes to From, whatever Reply-To says', async () => {
    expect((await takeOne(`Reply-To: victim@example.com\r\n${HEAD}\r\nHi`)).customer?.email).toBe('ruth@example.com');
  });

  it.each([
    [['feedback@example.com'], undefined],
    [['EAST@example.com'], 'east'],
    [['east+shop@example.com'], 'east'],
    [['elsewhere@example.com'], undefined],
  ])('came to %j: branch %s', async (recipients, branch) => {
    expect((await world({ k: `${HEAD}\r\nHi` }).take({ recipients })).branch).toBe(branch);
  });

  it('a mail with nothing but a picture is feedback too', async () => {
    const mail = readFileSync(new URL('../../../events/mail/attachment-only.eml', import.meta.url));
    const feedback = await world({ k: mail }).take();
    expect(feedback).toMatchObject({ subject: '商品破损照片，请处理', customer: { email: 'hejing@example.cn' } });
    expect(feedback.comment).toBeUndefined();
  });

  it('a bomb is set aside with its reason and its raw form, not retried (P16)', async () => {
    const bomb = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(50_000)}`;
    const feedback = await takeOne(bomb);
    expect(feedback).toMatchObject({ quarantine: { reason: 'unreadable-mail', detail: 'too-many-parts' }, rawKey: 'k' });
    expect(feedback.comment).toBeUndefined();
  });

  it('above 25 MB it is set aside too (P10)', async () => {
    const { take } = world({ k: new Uint8Array(26 * 1024 * 1024) });
    expect((await take()).quarantine).toEqual({ reason: 'unreadable-mail', detail: 'too-large' });
  });

  describe('an answer to a mail of ours', () => {
    const address = replyAddress([LINK_KEY], 'feedback@example.com', '2611-0042') ?? '';
    const OURS = '<0100018f-1a2b-000000@eu-west-1.amazonses.com>';
    const ANSWER = `In-Reply-To: ${OURS}\r\nReferences: <their@example.com> <0100018e-older-000000@email.amazonses.com> ${OURS}\r\n${HEAD}\r\nIt came.`;
    const answered = ['0100018f-1a2b-000000', '0100018e-older-000000'];

    it.each([[address], [address.toUpperCase()]])('is known by the signed address: %s', async (recipient) => {
      const feedback = await world({ k: `${HEAD}\r\nIt came.` }).take({ recipients: ['feedback@example.com', recipient] });
      expect(feedback).toMatchObject({ caseNumber: '2611-0042', comment: 'It came.' });
      expect(feedback.answersTo).toBeUndefined();
    });

    it('is known by the ids of SES in its thread, newest first', async () => {
      const feedback = await takeOne(ANSWER);
      expect(feedback.answersTo).toEqual(answered);
      expect(feedback.caseNumber).toBeUndefined();
    });

    it.each<[string, Verdicts]>([
      ['DMARC', { dmarc: 'FAIL' }],
      ['SPF and DKIM', { spf: 'FAIL', dkim: 'FAIL' }],
      ['what SES could not tell', { spf: 'GRAY', dkim: 'PROCESSING_FAILED' }],
    ])('touches no case where %s speaks against its sender: it is new feedback (P14)', async (_, verdicts) => {
      const feedback = await world({ k: ANSWER }).take({ recipients: [address], verdicts });
      expect([feedback.caseNumber, feedback.answersTo, feedback.comment]).toEqual([undefined, undefined, 'It came.']);
    });

    it('touches no case where a machine wrote it (P18)', async () => {
      const feedback = await world({ k: `Auto-Submitted: auto-replied\r\n${ANSWER}` }).take({ recipients: [address] });
      expect([feedback.automatic, feedback.caseNumber, feedback.answersTo]).toEqual(['auto-reply', undefined, undefined]);
    });

    it('a forged or broken address is passed over in silence', async () => {
      const forged = [
        'feedback+2611-0042.aaaaaaaaaaaaaaaaaaaaaaaaa@example.com',
        address.replace('0042', '0043'),
        'feedback+2611@example.com',
      ];
      const feedback = await world({ k: `${HEAD}\r\nIt came.` }).take({ recipients: forged });
      expect([feedback.caseNumber, feedback.quarantine, feedback.comment]).toEqual([undefined, undefined, 'It came.']);
    });

    it('keeps the branch of its mailbox', async () => {
      const east = replyAddress([LINK_KEY], 'east@example.com', '2611-0042') ?? '';
      expect(await world({ k: ANSWER }).take({ recipients: [east] })).toMatchObject({ branch: 'east', caseNumber: '2611-0042' });
    });
  });

  it('long words are cut at the limit, not through a character, and marked', async () => {
    const feedback = await takeOne(`${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${'x'.repeat(65_535)}😀 and more`);
    expect(feedback.isTruncated).toBe(true);
    expect(feedback.comment).toHaveLength(65_535);
    expect(feedback.comment?.isWellFormed()).toBe(true);
  });

  it("hostile From, subject and text pass the queue's schema", async () => {
    const hostile = `From: =?utf-8?q?=00=0D=0A${'A'.repeat(300)}?= <"a b"@[127.0.0.1]>\r\nSubject: ${'=?utf-8?b?8J+YgA==?= '.repeat(700)}\r\nMessage-ID: <${'m'.repeat(2_000)}@x>\r\n\r\na\0b\ud800\u202e`;
    expect((await takeOne(hostile)).comment).toBe('ab\ufffd\u202e');
  });
});
