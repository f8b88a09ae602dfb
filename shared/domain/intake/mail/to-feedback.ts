import * as z from 'zod/mini';
import type { FeedbackReceived, Quarantine } from '../../feedback.ts';
import { MAX_TEXT_LENGTH } from '../../text.ts';
import type { Mailbox } from '../source.ts';
import type { ParsedMail } from './mail.ts';

export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED' | 'DISABLED';

/** What the receiving server says about a mail, from the trusted notification; never from the mail's own headers, which anybody can write (promise 13). */
export interface MailReceipt {
  readonly receivedAt: string;
  readonly sesMessageId: string;
  /** Where the raw mail lies. */
  readonly rawKey: string;
  /** Our addresses that it came to. */
  readonly recipients: readonly string[];
  readonly verdicts: Readonly<Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', Verdict>>;
}

export interface MailIds {
  readonly id: string;
  readonly externalId: string;
}

const Email = z.email().check(z.maxLength(254));

/** A mail that was not read, or could not be: kept aside with its reason; its raw form stays in the bucket. */
export const feedbackOfUnreadMail = (
  receipt: MailReceipt,
  ids: MailIds,
  quarantine: Quarantine,
  mailboxes: readonly Mailbox[],
): FeedbackReceived => ({
  ...base(receipt, ids, mailboxes),
  quarantine,
});

/**
 * A mail as feedback. A mail without words, e.g. only with a picture, is feedback too: somebody wanted something.
 * @param provedCase the case that the address proves which it came to.
 */
export function feedbackOfMail(
  mail: ParsedMail,
  receipt: MailReceipt,
  ids: MailIds,
  mailboxes: readonly Mailbox[],
  provedCase?: string,
): FeedbackReceived {
  const comment = cut(mail.text);
  return {
    ...base(receipt, ids, mailboxes),
    locale: mail.statedLanguage?.slice(0, 35),
    subject: mail.subject,
    comment: comment === '' ? undefined : comment,
    isTruncated: mail.isTruncated || comment.length < mail.text.length ? true : undefined,
    customer: customerOf(mail, receipt),
    automatic: mail.automatic,
    quarantine: receipt.verdicts.spam === 'FAIL' ? { reason: 'spam' } : undefined,
    messageId: mail.messageId,
    ...threadOf(mail, receipt, provedCase),
  };
}

/**
 * Where it belongs. Anybody may have come by an address or an id of ours, so a mail whose sender is not shown to be who they say they are is new
 * feedback like any other and touches no case (promise 14); nor does a machine's (promise 18).
 */
function threadOf(
  mail: ParsedMail,
  receipt: MailReceipt,
  caseNumber: string | undefined,
): Pick<FeedbackReceived, 'caseNumber' | 'answersTo'> {
  if (!isAuthentic(receipt) || mail.automatic !== undefined) return {};
  return { caseNumber, answersTo: mail.answersTo.length === 0 ? undefined : [...mail.answersTo] };
}

/**
 * The answer goes to From alone: Reply-To may name anybody. Where the sender is not shown to be who they say they are, nobody may be written to,
 * or a stranger could have our mail sent to whom they like.
 */
function customerOf(mail: ParsedMail, receipt: MailReceipt): FeedbackReceived['customer'] {
  const email = Email.safeParse(mail.from);
  if (!email.success) return mail.fromName === undefined ? undefined : { name: mail.fromName, hasConsented: false };
  return { email: email.data, name: mail.fromName, hasConsented: isAuthentic(receipt) && mail.automatic === undefined };
}

/** DMARC did not fail, and SPF or DKIM passed. */
const isAuthentic = ({ verdicts }: MailReceipt): boolean =>
  verdicts.dmarc !== 'FAIL' && (verdicts.spf === 'PASS' || verdicts.dkim === 'PASS');

const base = (receipt: MailReceipt, { id, externalId }: MailIds, mailboxes: readonly Mailbox[]): FeedbackReceived => ({
  id,
  source: 'mail',
  channel: 'mail',
  externalId,
  revision: 0,
  receivedAt: receipt.receivedAt,
  branch: branchOf(receipt.recipients, mailboxes),
  answers: [],
  reasons: [],
  rawKey: receipt.rawKey,
});

/** Of the first of our mailboxes that it was sent to. "care+shop@…" is delivered to "care@…". */
function branchOf(recipients: readonly string[], mailboxes: readonly Mailbox[]): string | undefined {
  const addresses = recipients.map((recipient) =>
    recipient
      .trim()
      .toLowerCase()
      .replace(/\+[^@]*@/, '@'),
  );
  return mailboxes.find((mailbox) => addresses.includes(mailbox.address.toLowerCase()))?.branch;
}

/** Within the limit, not through the middle of a character. */
function cut(text: string): string {
  if (text.length <= MAX_TEXT_LENGTH) return text;
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(MAX_TEXT_LENGTH - 1));
  return text.slice(0, isHalf ? MAX_TEXT_LENGTH - 1 : MAX_TEXT_LENGTH);
}
