import type { Customer, CustomerSeen } from '../domain/customer/file.ts';
import type { Feedback } from '../domain/feedback.ts';
import type { QuarantinedItem } from '../domain/intake/quarantined.ts';
import type { Action } from '../domain/recovery/action.ts';
import type { Case } from '../domain/recovery/case.ts';
import type { CaseChange } from '../domain/recovery/change.ts';
import type { CaseEvent } from '../domain/recovery/event.ts';
import type { StaffBoard } from '../domain/recovery/owner.ts';
import type { Page, PageRequest } from './pages.ts';

export interface CaseWithHistory {
  readonly case: Case;
  readonly history: readonly CaseEvent[];
}

/** What the desk and the digest read from the register. Every list is an index query, never a scan. */
export interface RegisterReader {
  feedback(id: string): Promise<Feedback | undefined>;
  /** In the order of the ids; those that are not there are left out. */
  feedbacks(ids: readonly string[]): Promise<readonly Feedback[]>;
  /** Newest first within the UTC day, `YYYY-MM-DD`. */
  feedbackOfDay(utcDay: string, page: PageRequest): Promise<Page<Feedback>>;
  case(number: string): Promise<CaseWithHistory | undefined>;
  /** Open cases, what is due first first; those for which nothing is due come last. */
  openCases(page: PageRequest): Promise<Page<Case>>;
  /** Open cases of an agent in the same order: one query. */
  casesOf(agent: string, page: PageRequest): Promise<Page<Case>>;
  /** Cases closed or merged in a month of the business's zone, `YYYY-MM`, in the order of closing. */
  casesClosedIn(month: string, page: PageRequest): Promise<Page<Case>>;
  customer(customerKey: string): Promise<Customer | undefined>;
  action(id: string): Promise<Action | undefined>;
  /** In the order of the ids; those that are not there are left out. */
  actions(ids: readonly string[]): Promise<readonly Action[]>;
  quarantined(page: PageRequest): Promise<Page<QuarantinedItem>>;
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
   * Files the feedback in the history of a customer whom the door has proved. The file as it stands, which is not changed; undefined where there is none.
   * Of a person who was erased it keeps nothing.
   */
  fileWithCustomer(customerKey: string, feedback: Pick<Feedback, 'id' | 'receivedAt' | 'branch' | 'score'>): Promise<Customer | undefined>;
  /**
   * Stores new feedback, and the case with its actions in the same transaction where `opening` is given.
   * Returns the feedback that stands under this id instead, where there is one already; nothing is written then.
   */
  add(feedback: Feedback, opening?: CaseOpening): Promise<Recorded>;
  /** Replaces `previous`, if it still stands in that revision with the same corrections; what stood is kept as an earlier version. */
  revise(feedback: Feedback, previous: Feedback, opening?: CaseOpening): Promise<Recorded>;
  /** Keeps what was said before what stands and came after it, as an earlier version: once, and not where what stands was emptied with its person. */
  keepEarlier(earlier: Feedback): Promise<void>;
  /** Stores new feedback that belongs to a case there is, together with what it changes there. @throws AmendsError 409 where the case was changed meanwhile. */
  join(feedback: Feedback, change: CaseChange): Promise<Recorded>;
  /** Cases by number; those that are not there are left out. */
  cases(numbers: readonly string[]): Promise<readonly Case[]>;
  /** The case that a mail of ours was about, by what SES called it. */
  caseOfMail(sesMessageId: string): Promise<string | undefined>;
  quarantine(item: QuarantinedItem): Promise<void>;
}

export type Recorded = { readonly change?: CaseChange | undefined; readonly standing?: undefined } | { readonly standing: Feedback };

/** What the desk writes of feedback. */
export interface FeedbackWriter {
  /**
   * Puts `next` in the place of `seen`, if that still stands in the same revision with the same corrections.
   * @throws AmendsError 409 where it does not.
   */
  saveFeedback(next: Feedback, seen: Feedback): Promise<void>;
  /** What stood before the customer corrected it, oldest first. */
  earlierVersions(id: string): Promise<readonly Feedback[]>;
  /** Takes the person out of an earlier version; nobody writes them otherwise. */
  emptyVersion(next: Feedback): Promise<void>;
}

/** Raw mail as SES stored it. */
export interface RawMailStore {
  /** Up to `maxBytes + 1` bytes of it: more than `maxBytes` says that it is larger. @throws where it is not there, or cannot be read now. */
  read(key: string, maxBytes: number): Promise<Uint8Array>;
}
