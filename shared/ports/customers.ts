import type { FileChange } from '../domain/customer/change.ts';
import type { Traces } from '../domain/customer/erasure/words.ts';
import type { HistoryLink } from '../domain/customer/history.ts';
import type { Look } from '../domain/customer/look.ts';
import type { WholeFile } from '../domain/customer/whole.ts';
import type { QuarantinedItem } from '../domain/intake/quarantined.ts';
import type { Action } from '../domain/recovery/action.ts';
import type { Page, PageRequest } from './pages.ts';

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
  /** Removes a photo, scanned or not; nothing happens where there is none. */
  removePhoto(key: string): Promise<void>;
}
