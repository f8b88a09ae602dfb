import type { Customer } from '../domain/customer/file.ts';
import type { Feedback } from '../domain/feedback.ts';
import type { Action, CaseMail } from '../domain/recovery/action.ts';
import type { Case } from '../domain/recovery/case.ts';
import type { CaseEvent } from '../domain/recovery/event.ts';

/** What `sweep` and `act` do with actions. */
export interface ActionStore {
  /** Ids of what was due at `now`, each leased until `leaseUntil` so that the next sweep does not bring it again at once. */
  leaseDue(now: string, leaseUntil: string, limit: number): Promise<readonly string[]>;
  action(id: string): Promise<Action | undefined>;
  /** All that a mail about a case is written from, in one read. */
  about(mail: CaseMail): Promise<CaseMailMatter | undefined>;
  /** The person behind a key, as they are to be written to. */
  customer(customerKey: string): Promise<Customer | undefined>;
  /** due → sending, if it still stands as seen; for mail to a customer only where no suppression stands and the day's limit is not reached. */
  begin(
    action: Action,
    begin: { readonly now: string; readonly recheckAt: string; readonly customer?: MailLimit | undefined },
  ): Promise<BeginOutcome>;
  /** Ends what was begun at `action.startedAt`: nothing happens where SES's own events have settled it meanwhile. */
  end(action: Action, end: ActionEnd): Promise<void>;
}

export interface CaseMailMatter {
  readonly case: Case;
  readonly event: CaseEvent;
  /** What opened the case. */
  readonly feedback: Feedback;
  /** What joined it last, where anything did. */
  readonly latest?: Feedback | undefined;
  readonly customer?: Customer | undefined;
}

export interface MailLimit {
  readonly customerKey: string;
  /** Automatic mails a day at most; absent for the words of a person, which no fuse stops. */
  readonly perDay?: number | undefined;
}

export type BeginOutcome = 'begun' | 'not-due' | 'suppressed' | 'daily-limit';

export type ActionEnd =
  /** Without SES's id where it was no mail. */
  | { readonly state: 'done'; readonly at: string; readonly sesMessageId?: string | undefined }
  | { readonly state: 'unknown' | 'refused'; readonly at: string; readonly reason: string }
  /** A definite failure: due again later. */
  | { readonly state: 'due'; readonly dueAt: string; readonly reason: string };
