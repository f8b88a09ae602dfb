import type { MailAttachment } from '../domain/recovery/action.ts';

/** One mail, ready to be sent. Header-bound fields hold no CR, LF or NUL. */
export interface OutgoingMail {
  readonly actionId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Message-ID of the mail this answers, with its angle brackets. */
  readonly inReplyTo?: string | undefined;
  /** Where answers to this mail are read; the house's mailbox where absent. */
  readonly replyTo?: string | undefined;
  /** Files in base64, beside the mail or, with a `contentId`, shown within it. */
  readonly attachments?: readonly MailAttachment[] | undefined;
  /** For what is no direct answer: an https address that ends such mails by a POST, without a login (promise 23, RFC 8058). */
  readonly unsubscribe?: { readonly url: string } | undefined;
}

export interface Mailer {
  /** Returns SES's id of the message. Throws `NotSent` where SES refused for certain; anything else is ambiguous. */
  send(mail: OutgoingMail): Promise<string>;
}

/** SES answered that it did not take the mail. `isLasting`: trying again will not help. */
export class NotSent extends Error {
  readonly reason: string;
  readonly isLasting: boolean;
  constructor(reason: string, isLasting: boolean) {
    super(`not sent: ${reason}`);
    this.name = 'NotSent';
    this.reason = reason;
    this.isLasting = isLasting;
  }
}

/** What SES's own events tell about mail that went out. Every call may come again, and in any order. */
export interface MailOutcomes {
  /**
   * SES took the mail of this action: it is done, unless it has ended already, and a reply to it finds its case. Nothing happens where there is no such
   * action.
   */
  markSent(actionId: string, at: string, sesMessageId: string): Promise<void>;
  /** SES took the mail and then did not send it. Whatever came before, the action is refused. */
  markRefused(actionId: string, at: string, reason: string): Promise<void>;
  /** Nothing is sent to this address any more. @returns the keys under which that stands. */
  suppress(address: string, reason: SuppressionReason, at: string): Promise<readonly string[]>;
}

export type SuppressionReason = 'bounce' | 'complaint';
