import { describe, expect, it } from 'vitest';
import { isGreeting, readReceipt } from '../../../shared/adapters/ses/receipt.ts';
import { receiptNotification } from '../../mail-samples.ts';

describe('readReceipt', () => {
  it('reads where the mail lies and what SES says about it (P13)', () => {
    expect(readReceipt(receiptNotification({ verdicts: { spf: 'FAIL', dmarc: 'GRAY' } }))).toEqual({
      receivedAt: '2026-11-22T08:30:00.120Z',
      sesMessageId: 'd6iitobk75ur44p8kdnnp7g2n800',
      rawKey: 'mail/d6iitobk75ur44p8kdnnp7g2n800',
      recipients: ['feedback@example.com'],
      verdicts: { spam: 'PASS', virus: 'PASS', spf: 'FAIL', dkim: 'PASS', dmarc: 'GRAY' },
    });
  });

  it('a verdict that is absent or new is no PASS', () => {
    const body = receiptNotification()
      .replace(/"dmarcVerdict":\{[^}]*\},?/, '')
      .replace('"spfVerdict":{"status":"PASS"}', '"spfVerdict":{"status":"SPLENDID"}');
    expect(readReceipt(body).verdicts).toMatchObject({ dmarc: 'GRAY', spf: 'GRAY' });
  });

  it.each(['', 'x', '[]', '{}', '{"notificationType":"Received"}', receiptNotification().replace('"type":"S3"', '"type":"SNS"')])(
    'anything else fails with the fields and without the values (P33): %s',
    (body) => {
      expect(() => readReceipt(body)).toThrow(/receipt notification: expected .* missing or malformed: [\w., ]+$/);
    },
  );

  it("knows SES's greetings to a topic, which are no mail", () => {
    expect(isGreeting('Successfully validated SNS topic for Amazon SES event publishing.')).toBe(true);
    expect(isGreeting('{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"…"}')).toBe(true);
    expect(isGreeting(receiptNotification())).toBe(false);
  });
});
