import type { AUTOMATIC_KINDS } from '../../feedback.ts';

export type AutomaticKind = (typeof AUTOMATIC_KINDS)[number];

/** A mail as it was read: nothing of MIME left. */
export interface ParsedMail {
  /** Address of the only sender. Absent where there is none, or more than one: then nobody can be answered. */
  readonly from?: string | undefined;
  readonly fromName?: string | undefined;
  readonly subject?: string | undefined;
  /** Message-ID with its angle brackets. The sender chose it. */
  readonly messageId?: string | undefined;
  /** What SES called the mails of ours that this one says it answers, newest first. The sender chose them. */
  readonly answersTo: readonly string[];
  /** What this person wrote: no quotes, no signature. Empty where they wrote nothing, e.g. sent only a picture. */
  readonly text: string;
  readonly isTruncated: boolean;
  /** Which kind of machine wrote it; absent for people. */
  readonly automatic?: AutomaticKind | undefined;
  readonly isAutomatic: boolean;
  readonly isBounce: boolean;
  /** Content-Language, where the mail states one. */
  readonly statedLanguage?: string | undefined;
  readonly attachmentCount: number;
}

/** Larger mails are not read (promise 10). */
export const MAX_MAIL_BYTES = 25 * 1024 * 1024;

/** The mail breaks a bound, or cannot be read at all. `reason` is a code without anything of the mail in it. */
export class UnreadableMail extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(`unreadable mail: ${reason}`);
    this.name = 'UnreadableMail';
    this.reason = reason;
  }
}
