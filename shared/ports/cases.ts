import type { Case } from '../domain/recovery/case.ts';
import type { CaseChange } from '../domain/recovery/change.ts';
import type { CaseEvent } from '../domain/recovery/event.ts';

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
export interface LoadedCase {
  readonly case?: Case | undefined;
  readonly done?: DoneBefore | undefined;
  readonly into?: Case | undefined;
}

export interface CaseStore {
  /**
   * The case as it stands, strongly read; what the key was used for, where one is given; and the case to merge into, where one is: all in one round
   * trip.
   */
  load(number: string, idempotencyKey?: string, into?: string): Promise<LoadedCase>;
  /**
   * Saves changes of cases whole, if nobody saved since: the case, its events, mails, clock, its owner's load, budgets, and what the customer's file
   * and the agents' lists know of it. Two changes are two cases (a merge).
   * @throws AmendsError 409 `conflict` where somebody saved meanwhile, 409 `budget-exceeded` where the month's budget does not hold it, 409 `complained`
   * where an address is to be written to again that reported our mail as spam.
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
