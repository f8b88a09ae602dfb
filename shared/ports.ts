import type { TopicAlarm } from './domain/alarm/topic-alarm.ts';
import type { FileChange } from './domain/customer/change.ts';
import type { Traces } from './domain/customer/erasure/words.ts';
import type { Customer, CustomerSeen } from './domain/customer/file.ts';
import type { HistoryLink } from './domain/customer/history.ts';
import type { Look } from './domain/customer/look.ts';
import type { WholeFile } from './domain/customer/whole.ts';
import type { AmendsEvent } from './domain/events.ts';
import type { Feedback, FeedbackReceived, Quarantine } from './domain/feedback.ts';
import type { BucketDelta, Granularity } from './domain/metrics/bucket.ts';
import type { Claim } from './domain/metrics/packing.ts';
import type { Tally } from './domain/metrics/tally.ts';
import type { Action, CaseMail } from './domain/recovery/action.ts';
import type { Case } from './domain/recovery/case.ts';
import type { CaseChange } from './domain/recovery/change.ts';
import type { CaseEvent } from './domain/recovery/event.ts';
import type { StaffBoard } from './domain/recovery/owner.ts';
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
  /** In the order of the ids; those that are not there are left out. */
  feedbacks(ids: readonly string[]): Promise<readonly Feedback[]>;
  /** Newest first within the UTC day, `YYYY-MM-DD`. */
  feedbackOfDay(utcDay: string, page: PageRequest): Promise<Page<Feedback>>;
  case(number: string): Promise<CaseWithHistory | undefined>;
  /** Open cases, oldest first. */
  openCases(page: PageRequest): Promise<Page<Case>>;
  /** Open cases of an agent, in the order in which something of them is due: one query. */
  casesOf(agent: string, page: PageRequest): Promise<Page<Case>>;
  /** Cases closed or merged in a month of the business's zone, `YYYY-MM`, in the order of closing. */
  casesClosedIn(month: string, page: PageRequest): Promise<Page<Case>>;
  customer(customerKey: string): Promise<Customer | undefined>;
  action(id: string): Promise<Action | undefined>;
  /** In the order of the ids; those that are not there are left out. */
  actions(ids: readonly string[]): Promise<readonly Action[]>;
  quarantined(page: PageRequest): Promise<Page<QuarantinedItem>>;
}

/** A command that a client may send again: under this key it is carried out once. */
export interface Idempotency {
  readonly key: string;
  /** Digest of the command and of who gave it: another command under the same key is a mistake of the client. */
  readonly hash: string;
}

/** What a key was used for before: the events from `firstVersion` to `lastVersion` of the case. */
export interface DoneBefore {
  readonly hash: string;
  readonly firstVersion: number;
  readonly lastVersion: number;
}

/** Cases as they are worked: one read, one transaction. */
export interface CaseStore {
  /** The case as it stands, strongly read, and what the key was used for, where one is given: one round trip. */
  load(number: string, idempotencyKey?: string): Promise<{ readonly case?: Case | undefined; readonly done?: DoneBefore | undefined }>;
  /**
   * Saves changes of cases whole, if nobody saved since: the case, its events, mails, clock, its owner's load, budgets, and what the customer's file
   * and the agents' lists know of it. Two changes are two cases (a merge).
   * @throws AmendsError 409 `conflict` where somebody saved meanwhile, 409 `budget-exceeded` where the month's budget does not hold it.
   */
  save(changes: readonly CaseChange[], idempotency?: Idempotency): Promise<void>;
  /** Events `first` to `last` of a case, for a command that is sent again. */
  events(number: string, first: number, last: number): Promise<readonly CaseEvent[]>;
}

/** Who has how much to do and who is away. Loads are counted with the cases, absences are set by staff. */
export interface StaffStore {
  /** Of every agent of the config, in its order. */
  board(): Promise<readonly (Absence & { readonly openCases: number })[]>;
  setAbsence(absence: Absence): Promise<void>;
}

/** Days on which an agent gets no new cases, both included; without `until`, from then on. `from` absent: back again. */
export interface Absence {
  readonly agent: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
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
  /** Where answers to this mail are read; the house's mailbox where absent. */
  readonly replyTo?: string | undefined;
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

/** How a feedback may open a case: what to build once the running number of the month and the staff's board are known. */
export interface CaseOpening {
  /** `YYMM`. */
  readonly month: string;
  /** Ids of those who may become its owner, and the day in the business's zone on which they must not be away. */
  readonly agents: readonly string[];
  readonly day: string;
  build(running: number, board: StaffBoard): CaseChange;
}

/** What `assess` writes. Every call may be repeated without changing more. */
export interface FeedbackRegister {
  /**
   * Creates or completes the customer's file and files the feedback in their history; writes nothing where nothing changed. The file as it stands then.
   * Of a person who was erased it keeps nothing, unless this feedback brings them back: `isOfErased` tells, of the file that is returned.
   */
  keepCustomer(seen: CustomerSeen, feedback: Pick<Feedback, 'id' | 'receivedAt' | 'channel' | 'branch' | 'score'>): Promise<Customer>;
  /**
   * Stores new feedback, and the case with its actions in the same transaction where `opening` is given.
   * Returns the feedback that stands under this id instead, where there is one already; nothing is written then.
   */
  add(feedback: Feedback, opening?: CaseOpening): Promise<Recorded>;
  /** Replaces `previous`, if it still stands in that revision with the same corrections. */
  revise(feedback: Feedback, previous: Feedback, opening?: CaseOpening): Promise<Recorded>;
  /** Stores new feedback that belongs to a case there is, together with what it changes there. @throws AmendsError 409 where the case was changed meanwhile. */
  join(feedback: Feedback, change: CaseChange): Promise<Recorded>;
  /** Cases by number; those that are not there are left out. */
  cases(numbers: readonly string[]): Promise<readonly Case[]>;
  /** The case that a mail of ours was about, by what SES called it. */
  caseOfMail(sesMessageId: string): Promise<string | undefined>;
  quarantine(item: QuarantinedItem): Promise<void>;
}

export type Recorded = { readonly change?: CaseChange | undefined; readonly standing?: undefined } | { readonly standing: Feedback };

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

/** What the desk reads of alarms. */
export interface AlarmReader {
  /** Newest first. */
  alarms(page: PageRequest): Promise<Page<TopicAlarm>>;
}

/** What `watch` does with alarms. */
export interface AlarmRegister extends AlarmReader {
  /** Stores the alarm with its mail, or neither where there is an alarm of that id. Tells whether it was stored. */
  raise(alarm: TopicAlarm, mail: Action | undefined): Promise<boolean>;
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

/** By what a person's file is found: keyed hashes. */
export type FileSearch = { readonly by: 'address' | 'own-id' | 'phone'; readonly hash: string };

/** Where looks at personal data are written down (R17). */
export interface LookLog {
  /** Before anything is shown: a look that could not be recorded must not happen. */
  recordLook(look: Look): Promise<void>;
}

/** Days of a year, `MM-DD`, both included; not over its end. */
export interface DaysOfYear {
  readonly from: string;
  readonly to: string;
}

/** How far the care of one day has come; read at the start of a run, written after each page. */
export interface CareProgress {
  /** In the brand's zone, `YYYY-MM-DD`. */
  readonly day: string;
  /** Which of the day's lists is worked through; as many as there are: the day is done. */
  readonly step: number;
  readonly cursor?: string | undefined;
  /** Greetings made and customers looked at so far. */
  readonly made: number;
  readonly looked: number;
}

/** A customer who may have to be called, under one of their keys. */
export interface CallEntry {
  readonly customerKey: string;
  /** `YYYY-MM-DD`: the day of the plan, or an earlier one on which somebody looks. */
  readonly on: string;
  readonly whole: WholeFile | undefined;
}

/** The calls by plan, by day. */
export interface CallList {
  /** Those of a day or before, oldest first. */
  callsUntil(day: string, page: PageRequest): Promise<Page<CallEntry>>;
}

/** What the daily care reads and writes. Every call may be repeated. */
export interface CareStore extends CallList {
  progress(day: string): Promise<CareProgress | undefined>;
  keepProgress(progress: CareProgress): Promise<void>;
  /** Stores the action unless there is one of that id. Tells whether it was stored. */
  addAction(action: Action): Promise<boolean>;
  /** Moves the entry of a customer to a day; one of a merged file goes over to the file that stands. */
  moveCall(entry: CallEntry, to: { readonly customerKey: string; readonly on: string }): Promise<void>;
  /** Nobody is to be called under this key, unless the entry was written anew since it was read. */
  dropCall(entry: Pick<CallEntry, 'customerKey' | 'on'>): Promise<void>;
}

/** The customers' files (R16). */
export interface CustomerFiles extends LookLog {
  /** All files of the person that a key leads to, read as one. */
  whole(customerKey: string): Promise<WholeFile | undefined>;
  /** Several where people share a telephone. An own id that was taken away from somebody leads to them still: look whether it is in the file. */
  find(search: FileSearch): Promise<readonly WholeFile[]>;
  /** Newest first, over all keys of a person. */
  history(keys: readonly string[], page: PageRequest): Promise<Page<HistoryLink>>;
  /** Newest first, over all keys of a person. */
  looks(keys: readonly string[], page: PageRequest): Promise<Page<Look>>;
  /** Those who take greetings, by the day of the year (UTC) on which they came first; of some days only, `MM-DD`, both included. */
  takingCare(page: PageRequest, days?: DaysOfYear): Promise<Page<WholeFile>>;
  /**
   * Saves a change with its record in one transaction, if every file stands as it was seen.
   * @throws AmendsError 409 where one does not.
   */
  save(change: FileChange): Promise<void>;
}

/** What an erasure does outside of the customer's files and feedback. Every call may be repeated. */
export interface ErasureStore {
  /**
   * Takes the person's words out of a case and its history; figures stay. Raw mail and feedback that belonged to it are named.
   * @throws AmendsError 409 where somebody changed the case meanwhile.
   */
  eraseCase(
    number: string,
    traces: Traces,
    removeMail: (rawKey: string) => Promise<void>,
  ): Promise<{ readonly feedbackIds: readonly string[] } | undefined>;
  /** Writes a quarantined item again, without the person. */
  replaceQuarantined(item: QuarantinedItem): Promise<void>;
  /** Refuses what is still to be sent for these cases, from `place` on; without `place` in the answer there is no more. */
  refuseActions(
    cases: readonly string[],
    at: string,
    place: string | undefined,
  ): Promise<{ readonly refused: number; readonly place?: string | undefined }>;
  /** Removes a raw mail; nothing happens where it is gone already. */
  removeMail(rawKey: string): Promise<void>;
}
