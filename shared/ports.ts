import type { Customer } from './domain/customer.ts';
import type { Feedback, FeedbackReceived, Quarantine } from './domain/feedback.ts';
import type { Action } from './domain/recovery/action.ts';
import type { Case, CaseEvent } from './domain/recovery/case.ts';

/** The queue between the doors and `assess`. Resolves only after the queue has it (promise 12). */
export interface FeedbackQueue {
  send(feedback: FeedbackReceived): Promise<void>;
}

/** The queue of `act`. Losing a message only costs time: `sweep` finds what is due. */
export interface ActionQueue {
  send(actionIds: readonly string[]): Promise<void>;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Opaque; hand it back for the next page. Absent on the last. */
  readonly cursor?: string | undefined;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface CaseWithHistory {
  readonly case: Case;
  readonly history: readonly CaseEvent[];
}

export interface QuarantinedItem {
  readonly id: string;
  readonly at: string;
  readonly quarantine: Quarantine;
  readonly received: FeedbackReceived;
}

/** What the desk and the digest read from the register. Every list is an index query, never a scan. */
export interface RegisterReader {
  feedback(id: string): Promise<Feedback | undefined>;
  /** Newest first within the UTC day, `YYYY-MM-DD`. */
  feedbackOfDay(utcDay: string, page: PageRequest): Promise<Page<Feedback>>;
  case(number: string): Promise<CaseWithHistory | undefined>;
  /** Oldest first: open cases, or those resolved whose number is of the month `YYMM`. */
  cases(openOrMonth: 'open' | string, page: PageRequest): Promise<Page<Case>>;
  customer(customerKey: string): Promise<Customer | undefined>;
  action(id: string): Promise<Action | undefined>;
  quarantined(page: PageRequest): Promise<Page<QuarantinedItem>>;
}

/** What the desk writes. */
export interface CaseWriter {
  /**
   * Saves the case as it stands after `events`, with the events, if nobody saved since `seenVersion`.
   * @throws AmendsError 409 where somebody did.
   */
  saveCase(next: Case, events: readonly CaseEvent[], seenVersion: number): Promise<void>;
}

/** One mail, ready to be sent. Header-bound fields hold no CR, LF or NUL. */
export interface OutgoingMail {
  readonly actionId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Message-ID of the mail this answers, with its angle brackets. */
  readonly inReplyTo?: string | undefined;
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
