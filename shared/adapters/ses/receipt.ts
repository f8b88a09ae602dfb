import * as z from 'zod/mini';
import type { MailReceipt } from '../../domain/intake/mail/to-feedback.ts';

const Verdict = z.object({ status: z.catch(z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED']), 'GRAY') });

/** The notification of a receipt rule's S3 action, as SES publishes it to the topic. Unknown fields are left alone. */
const Received = z.object({
  notificationType: z.literal('Received'),
  receipt: z.object({
    timestamp: z.iso.datetime({ offset: true }),
    recipients: z.array(z.string()),
    spamVerdict: Verdict,
    virusVerdict: Verdict,
    spfVerdict: Verdict,
    dkimVerdict: Verdict,
    dmarcVerdict: z.optional(Verdict),
    action: z.object({ type: z.literal('S3'), objectKey: z.string().check(z.minLength(1)) }),
  }),
  mail: z.object({ messageId: z.string().check(z.minLength(1), z.maxLength(150)) }),
});

/** SES says once, in plain words or as a notification of its own, that it may publish to the topic. */
const GREETING = /^\s*(?:Successfully validated SNS topic|\{\s*"notificationType"\s*:\s*"AmazonSnsSubscriptionSucceeded")/;
export const isGreeting = (body: string): boolean => GREETING.test(body.slice(0, 200));

/**
 * Reads the body of a message on the mail queue.
 * @throws Error where it is no receipt notification: it ends in the dead-letter queue, where it can be looked at.
 */
export function readReceipt(body: string): MailReceipt {
  const parsed = Received.safeParse(parseJson(body));
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'body'))];
    throw new Error(`receipt notification: expected SES's notification of an S3 action; missing or malformed: ${fields.join(', ')}`);
  }
  const { receipt, mail } = parsed.data;
  return {
    receivedAt: new Date(receipt.timestamp).toISOString(),
    sesMessageId: mail.messageId,
    rawKey: receipt.action.objectKey,
    recipients: receipt.recipients,
    verdicts: {
      spam: receipt.spamVerdict.status,
      virus: receipt.virusVerdict.status,
      spf: receipt.spfVerdict.status,
      dkim: receipt.dkimVerdict.status,
      dmarc: receipt.dmarcVerdict?.status ?? 'GRAY',
    },
  };
}

export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
