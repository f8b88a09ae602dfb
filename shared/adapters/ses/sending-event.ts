import * as z from 'zod/mini';
import { actionIdOfTag } from '../../domain/recovery/action.ts';
import type { SendingEvent } from '../../domain/recovery/sending-event.ts';
import { parseJson } from './receipt.ts';

const Recipients = z.array(z.object({ emailAddress: z.string() }));
const Timestamp = z.iso.datetime({ offset: true });

/** What a configuration set publishes (`eventType`), and the older notification of an identity (`notificationType`). Unknown fields are left alone. */
const Event = z.object({
  eventType: z.optional(z.string()),
  notificationType: z.optional(z.string()),
  mail: z.object({
    timestamp: Timestamp,
    messageId: z.string(),
    tags: z.optional(z.record(z.string(), z.array(z.string()))),
  }),
  bounce: z.optional(z.object({ bounceType: z.string(), bouncedRecipients: Recipients, timestamp: Timestamp })),
  complaint: z.optional(
    z.object({ complainedRecipients: Recipients, timestamp: Timestamp, complaintFeedbackType: z.optional(z.nullable(z.string())) }),
  ),
  delivery: z.optional(z.object({ timestamp: Timestamp })),
});

/** SES event types that show that SES took the mail. */
const SHOWS_SENT = new Set(['Send', 'Delivery', 'Bounce', 'Complaint', 'DeliveryDelay', 'Open', 'Click']);
/** SES accepted the call and then did not send: a virus was found, or a template failed. */
const SHOWS_REFUSED = new Map([
  ['Reject', 'ses-reject'],
  ['Rendering Failure', 'ses-rendering-failure'],
]);

/**
 * Reads the body of a message on the queue of mail events.
 * @throws Error where it is no event of SES: it ends in the dead-letter queue.
 */
export function readSendingEvent(body: string): SendingEvent {
  const parsed = Event.safeParse(parseJson(body));
  const type = parsed.success ? (parsed.data.eventType ?? parsed.data.notificationType) : undefined;
  if (!parsed.success || type === undefined) {
    const fields = parsed.success ? ['eventType'] : [...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'body'))];
    throw new Error(`SES event: expected an event of a configuration set; missing or malformed: ${fields.join(', ')}`);
  }
  const { mail, bounce, complaint, delivery } = parsed.data;
  const tag = mail.tags?.['action']?.[0];
  return {
    actionId: tag === undefined ? undefined : actionIdOfTag(tag),
    sesMessageId: mail.messageId,
    at: new Date(bounce?.timestamp ?? complaint?.timestamp ?? delivery?.timestamp ?? mail.timestamp).toISOString(),
    isSent: SHOWS_SENT.has(type),
    refusal: SHOWS_REFUSED.get(type),
    suppressed: suppressedBy(type, bounce, complaint),
  };
}

type Parsed = z.infer<typeof Event>;

function suppressedBy(type: string, bounce: Parsed['bounce'], complaint: Parsed['complaint']): SendingEvent['suppressed'] {
  // A full mailbox (Transient) is no reason to fall silent; "not spam" is the opposite of a complaint.
  if (type === 'Bounce' && bounce?.bounceType === 'Permanent')
    return { reason: 'bounce', addresses: bounce.bouncedRecipients.map(bareAddress) };
  if (type === 'Complaint' && complaint !== undefined && complaint.complaintFeedbackType !== 'not-spam') {
    return { reason: 'complaint', addresses: complaint.complainedRecipients.map(bareAddress) };
  }
  return undefined;
}

/** SES may name the recipient as it was written: "Jane <jane@example.com>". */
const bareAddress = ({ emailAddress }: { readonly emailAddress: string }): string =>
  /<([^<>]+)>\s*$/.exec(emailAddress)?.[1] ?? emailAddress;
