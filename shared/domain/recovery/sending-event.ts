/** One thing that became known about a mail of ours. */
export interface SendingEvent {
  /** Which action it was for; absent where the mail bears no tag. */
  readonly actionId?: string | undefined;
  readonly sesMessageId: string;
  readonly at: string;
  readonly isSent: boolean;
  /** Code, where SES did not send it after all. */
  readonly refusal?: string | undefined;
  /** Addresses that must not be written to any more, and why. */
  readonly suppressed?: { readonly reason: 'bounce' | 'complaint'; readonly addresses: readonly string[] } | undefined;
}
