import type { Customer } from './domain/customer.ts';
import type { AmendsEvent } from './domain/events.ts';
import type { Feedback, FeedbackReceived, Quarantine } from './domain/feedback.ts';
import type { BucketDelta, Granularity } from './domain/metrics/bucket.ts';
import type { Claim } from './domain/metrics/packing.ts';
import type { Tally } from './domain/metrics/tally.ts';
import type { Action } from './domain/recovery/action.ts';
import type { Case, CaseEvent } from './domain/recovery/case.ts';
import type { OpenedCase } from './domain/recovery/open-case.ts';
import type { FallbackReason } from './domain/understand/fallback.ts';
import type { Understanding } from './domain/understand/understanding.ts';
import type { Verdict } from './domain/understand/verdict.ts';

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

/** What the desk writes of cases. */
export interface CaseWriter {
  /**
   * Saves the case as it stands after `events`, with the events, if nobody saved since `seenVersion`.
   * @throws AmendsError 409 where somebody did.
   */
  saveCase(next: Case, events: readonly CaseEvent[], seenVersion: number): Promise<void>;
}

/** What the desk writes of feedback. */
export interface FeedbackWriter {
  /**
   * Puts `next` in the place of `seen`, if that still stands in the same revision with the same corrections.
   * @throws AmendsError 409 where it does not.
   */
  saveFeedback(next: Feedback, seen: Feedback): Promise<void>;
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

/** How a feedback may open a case: what to build once the running number of the month is known. */
export interface CaseOpening {
  readonly month: string;
  build(running: number): OpenedCase;
}

/** What `assess` writes. Every call may be repeated without changing more. */
export interface FeedbackRegister {
  /** Creates or completes the customer's file; writes nothing where nothing changed. */
  keepCustomer(customer: Customer): Promise<void>;
  /**
   * Stores new feedback, and the case with its actions in the same transaction where `opening` is given.
   * Returns the feedback that stands under this id instead, where there is one already; nothing is written then.
   */
  add(feedback: Feedback, opening?: CaseOpening): Promise<Recorded>;
  /** Replaces `previous`, if it still stands in that revision with the same corrections. */
  revise(feedback: Feedback, previous: Feedback, opening?: CaseOpening): Promise<Recorded>;
  quarantine(item: QuarantinedItem): Promise<void>;
}

export type Recorded = { readonly opened?: OpenedCase | undefined; readonly standing?: undefined } | { readonly standing: Feedback };

/** What `sweep` and `act` do with actions. */
export interface ActionStore {
  /** Ids of what was due at `now`, each leased until `leaseUntil` so that the next sweep does not bring it again at once. */
  leaseDue(now: string, leaseUntil: string, limit: number): Promise<readonly string[]>;
  action(id: string): Promise<Action | undefined>;
  case(number: string): Promise<Case | undefined>;
  customer(customerKey: string): Promise<Customer | undefined>;
  feedback(id: string): Promise<Feedback | undefined>;
  /** due → sending, if it still stands as seen; for mail to a customer only where no suppression stands and the day's limit is not reached. */
  begin(
    action: Action,
    begin: { readonly now: string; readonly recheckAt: string; readonly customer?: MailLimit | undefined },
  ): Promise<BeginOutcome>;
  /** Ends what was begun at `action.startedAt`: nothing happens where SES's own events have settled it meanwhile. */
  end(action: Action, end: ActionEnd): Promise<void>;
}

export interface MailLimit {
  readonly customerKey: string;
  readonly perDay: number;
}

export type BeginOutcome = 'begun' | 'not-due' | 'suppressed' | 'daily-limit';

export type ActionEnd =
  | { readonly state: 'done'; readonly at: string; readonly sesMessageId: string }
  | { readonly state: 'unknown' | 'refused'; readonly at: string; readonly reason: string }
  /** A definite failure: due again later. */
  | { readonly state: 'due'; readonly dueAt: string; readonly reason: string };

/** What may have happened to a transaction of claims and bucket updates. `counted-before`: these of its records have been; nothing was written. */
export type CommitOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'counted-before'; readonly eventIds: readonly string[] }
  /** Somebody else was writing the same buckets, or the table was throttled; nothing was written. */
  | { readonly outcome: 'busy'; readonly cause: unknown };

/** What `count` writes. */
export interface FiguresWriter {
  /**
   * Claims every record and adds to every bucket, or does nothing at all. At most `MAX_OPERATIONS` distinct seconds and buckets together,
   * at most `MAX_CLAIMS_OF_A_SECOND` records of one second, none of them twice.
   */
  commit(claims: readonly Claim[], buckets: readonly BucketDelta[]): Promise<CommitOutcome>;
}

/** What the digest and the desk read of the figures. */
export interface FiguresReader {
  /** The buckets of a dimension that hold anything, oldest first, from the one that starts at `from` to the one that starts at `to`, both included. */
  series(
    dimension: string,
    granularity: Granularity,
    from: string,
    to: string,
  ): Promise<readonly { readonly start: string; readonly tally: Tally }[]>;
}

/** What the digest writes. */
export interface DigestOutbox {
  /** Stores the action unless there is one of that id. Tells whether it was stored. */
  addAction(action: Action): Promise<boolean>;
}

/** Raw mail as SES stored it. */
export interface RawMailStore {
  /** Up to `maxBytes + 1` bytes of it: more than `maxBytes` says that it is larger. @throws where it is not there, or cannot be read now. */
  read(key: string, maxBytes: number): Promise<Uint8Array>;
}

/** What SES's own events tell about mail that went out. Every call may come again, and in any order. */
export interface MailOutcomes {
  /** SES took the mail of this action: it is done, unless it has ended already. Nothing happens where there is no such action. */
  markSent(actionId: string, at: string, sesMessageId: string): Promise<void>;
  /** SES took the mail and then did not send it. Whatever came before, the action is refused. */
  markRefused(actionId: string, at: string, reason: string): Promise<void>;
  /** Nothing is sent to this address any more. */
  suppress(address: string, reason: SuppressionReason, at: string): Promise<void>;
}

export type SuppressionReason = 'bounce' | 'complaint';

/** The bus on which the outside world hears of us. */
export interface EventBus {
  /**
   * Puts events in order. `firstRefused` is the place of the first that did not get through although it was tried again; of those after it,
   * some may have. Never throws.
   */
  put(events: readonly AmendsEvent[]): Promise<'all' | { readonly firstRefused: number; readonly cause: unknown }>;
}

/** A text for another engine to read. */
export interface TextQuestion {
  readonly text: string;
  /** As our own reading tells it. */
  readonly language: string;
  /** Our own reading, made before anybody else is asked. */
  readonly own: Understanding;
}

export type EngineAnswer =
  | { readonly verdict: Verdict; readonly failure?: undefined }
  | { readonly failure: FallbackReason; readonly verdict?: undefined };

/** Something else than our own rules that may understand a text. What it says is put over our own reading by `combine`. */
export interface TextEngine {
  /** As an understanding names it: `comprehend`, `bedrock:<model id>`. */
  readonly name: string;
  /** Does it know this language? It is not asked in others. */
  reads(language: string): boolean;
  /** Never throws, and answers within the config's time limit. */
  read(question: TextQuestion): Promise<EngineAnswer>;
}

/** Money taken out of a day's budget. */
export interface Reservation {
  /** UTC, `YYYY-MM-DD`. */
  readonly day: string;
  readonly microUsd: number;
}

/** The money that other engines may cost in a day, in micro-dollars. */
export interface EngineBudget {
  /**
   * Takes the most that a call may cost out of today's budget, before the call. `undefined`: that much is not left, and nothing was taken.
   * @throws whatever the store throws; it is not known then whether it was taken.
   */
  reserve(microUsd: number): Promise<Reservation | undefined>;
  /** Tells what the call did cost. The difference is made good by a later reservation of this process on the same day. */
  settle(reservation: Reservation, microUsd: number): void;
}
