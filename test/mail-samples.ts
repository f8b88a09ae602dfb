import type { Verdict } from '../shared/domain/intake/mail/to-feedback.ts';

export type Verdicts = Partial<Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', Verdict>>;

/** What SES publishes to the topic of a receipt rule's S3 action. */
export function receiptNotification(
  overrides: { messageId?: string; key?: string; recipients?: string[]; verdicts?: Verdicts } = {},
): string {
  const messageId = overrides.messageId ?? 'd6iitobk75ur44p8kdnnp7g2n800';
  const verdict = (name: keyof Verdicts) => ({ status: overrides.verdicts?.[name] ?? 'PASS' });
  return JSON.stringify({
    notificationType: 'Received',
    receipt: {
      timestamp: '2026-11-22T08:30:00.120Z',
      processingTimeMillis: 222,
      recipients: overrides.recipients ?? ['feedback@example.com'],
      spamVerdict: verdict('spam'),
      virusVerdict: verdict('virus'),
      spfVerdict: verdict('spf'),
      dkimVerdict: verdict('dkim'),
      dmarcVerdict: verdict('dmarc'),
      action: {
        type: 'S3',
        topicArn: 'arn:aws:sns:eu-west-1:123456789012:received',
        bucketName: 'mail-bucket',
        objectKeyPrefix: 'mail/',
        objectKey: overrides.key ?? `mail/${messageId}`,
      },
    },
    mail: {
      timestamp: '2026-11-22T08:29:59.000Z',
      source: 'bounces@example.com',
      messageId,
      destination: ['feedback@example.com'],
      headersTruncated: false,
      headers: [{ name: 'From', value: 'Somebody <somebody@example.com>' }],
      commonHeaders: { from: ['Somebody <somebody@example.com>'], subject: 'Hello' },
    },
  });
}

/** An event of a configuration set, as SES publishes it. */
export function sendingEventBody(
  eventType: string,
  details: object = {},
  options: { tag?: string | undefined; form?: 'eventType' | 'notificationType'; messageId?: string } = {},
): string {
  const tags = options.tag === undefined ? {} : { tags: { action: [options.tag], 'ses:configuration-set': ['amends'] } };
  return JSON.stringify({
    [options.form ?? 'eventType']: eventType,
    mail: {
      timestamp: '2026-11-22T08:31:00.000Z',
      source: 'care@example.com',
      sendingAccountId: '123456789012',
      messageId: options.messageId ?? '0100018f-0000-ses',
      destination: ['ruth@example.com'],
      headersTruncated: false,
      headers: [],
      commonHeaders: {},
      ...tags,
    },
    ...details,
  });
}

export const bounce = (bounceType: string, address = 'ruth@example.com', timestamp = '2026-11-22T08:32:00.000Z') => ({
  bounce: {
    feedbackId: 'f',
    bounceType,
    bounceSubType: 'General',
    bouncedRecipients: [{ emailAddress: address, action: 'failed', status: '5.1.1' }],
    timestamp,
  },
});

export const complaint = (
  address = 'ruth@example.com',
  complaintFeedbackType: string | null = 'abuse',
  timestamp = '2026-11-22T08:33:00.000Z',
) => ({
  complaint: { feedbackId: 'f', complainedRecipients: [{ emailAddress: address }], timestamp, complaintFeedbackType },
});
