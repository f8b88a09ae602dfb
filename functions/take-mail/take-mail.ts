import type { FeedbackReceived } from '../../shared/domain/feedback.ts';
import { MAX_MAIL_BYTES, type ParsedMail, UnreadableMail } from '../../shared/domain/intake/mail/mail.ts';
import { feedbackOfMail, feedbackOfUnreadMail, type MailReceipt } from '../../shared/domain/intake/mail/to-feedback.ts';
import type { Mailbox } from '../../shared/domain/intake/source.ts';
import type { FeedbackQueue, RawMailStore } from '../../shared/ports.ts';

export interface MailDoor {
  readonly mailboxes: readonly Mailbox[];
  readonly store: RawMailStore;
  readonly queue: FeedbackQueue;
  /** @throws UnreadableMail */
  readonly parse: (bytes: Uint8Array) => Promise<ParsedMail>;
  readonly externalId: (messageId: string | undefined, from: string | undefined, sesMessageId: string) => string;
  readonly feedbackId: (externalId: string) => string;
  /** The case that a signed reply address among these proves. */
  readonly caseOfReply: (recipients: readonly string[]) => Promise<string | undefined>;
}

/** One mail that SES has received: read, understood as far as MIME goes, handed on. What it throws makes the queue bring the mail again. */
export async function takeMail(receipt: MailReceipt, door: MailDoor): Promise<FeedbackReceived> {
  const feedback = await feedbackOf(receipt, door);
  await door.queue.send(feedback);
  return feedback;
}

async function feedbackOf(receipt: MailReceipt, door: MailDoor): Promise<FeedbackReceived> {
  const setAside = (reason: string, detail?: string) =>
    feedbackOfUnreadMail(
      receipt,
      ids(door.externalId(undefined, undefined, receipt.sesMessageId), door),
      { reason, detail },
      door.mailboxes,
    );
  // Not even read: the raw mail stays in the bucket for whoever knows what they do.
  if (receipt.verdicts.virus === 'FAIL') return setAside('virus');
  const bytes = await door.store.read(receipt.rawKey, MAX_MAIL_BYTES);
  try {
    const mail = await door.parse(bytes);
    const own = ids(door.externalId(mail.messageId, mail.from, receipt.sesMessageId), door);
    return feedbackOfMail(mail, receipt, own, door.mailboxes, await door.caseOfReply(receipt.recipients));
  } catch (error) {
    // Reading it again would break on it again, so it is not retried.
    if (error instanceof UnreadableMail) return setAside('unreadable-mail', error.reason);
    throw error;
  }
}

const ids = (externalId: string, door: MailDoor) => ({ externalId, id: door.feedbackId(externalId) });
