import { AmendsError, conflict } from '../errors.ts';
import { type Customer, isTombstone, versionOfFile } from './file.ts';
import type { Look } from './look.ts';
import type { WholeFile } from './whole.ts';

/** Fields that a change may set or take away. Open cases are left to the transactions that open and close them. */
export type FileFields = Partial<Omit<Customer, 'customerKey' | 'version' | 'openCases'>>;

/** What becomes of one stored file, if it still stands in the version that was seen; `new`: there must be none. */
export interface FileWrite {
  readonly customerKey: string;
  readonly seen: number | 'new';
  readonly set: FileFields;
  readonly remove: readonly (keyof FileFields)[];
  /** What the file said until now of whom to greet when: the list of those who take greetings goes by it. */
  readonly before?: Pick<Customer, 'since' | 'consent'> | undefined;
}

/** By what else than an address a file is found. */
export interface FileLink {
  readonly kind: 'own-id' | 'phone';
  /** Keyed hash: the id itself stands in the file only. */
  readonly hash: string;
  readonly customerKey: string;
  /** Keys that an own id may have led to until now; any other is another person's. */
  readonly insteadOf: readonly string[];
}

/** One change of a person's file: saved whole, with its record, or not at all. */
export interface FileChange {
  readonly writes: readonly FileWrite[];
  readonly links: readonly FileLink[];
  readonly record: Look;
  /** The day of the next call by plan, `YYYY-MM-DD`, where it changes. */
  readonly nextCall?: { readonly customerKey: string; readonly on: string } | undefined;
}

/** Keyed hashes of what a person is found by. */
export interface PersonKeys {
  readonly ofAddress: (address: string) => string;
  readonly ofOwnId: (ownId: string) => string;
  readonly ofPhone: (phone: string) => string;
}

export interface ChangeContext {
  /** `agent:{id}`, or `customer` by a link of a mail. */
  readonly by: string;
  readonly now: string;
  readonly keys: PersonKeys;
}

export const refuse = (code: string, message: string) => new AmendsError(409, code, message);

/** @throws AmendsError 409 `erased` for a tombstone: there is nobody in it. */
export function refuseTombstone(whole: Customer): void {
  if (isTombstone(whole)) throw refuse('erased', `This person was erased at ${whole.erasedAt}. Nothing can be added to the file.`);
}

/** The standing file of a person with other fields. */
export const writeTo = (file: Customer, set: FileFields, remove: FileWrite['remove'] = []): FileWrite => ({
  customerKey: file.customerKey,
  seen: versionOfFile(file),
  set,
  remove,
  before: { since: file.since, consent: file.consent },
});

/** As deep as a file's values go: arrays and plain objects of texts and numbers, whose fields may stand in any order. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join()}}`;
}

/** So many files may be of one person: what reads them stays small, and a mistake cannot swallow the book. */
export const MAX_FILES_OF_PERSON = 20;

/** The standing file of a person. @throws where the whole was not made by `wholeFile`. */
export function standing({ files }: Pick<WholeFile, 'files'>): Customer {
  const [file] = files;
  if (file === undefined) throw new RangeError('a person has at least one file');
  return file;
}

export const tooManyFiles = () =>
  conflict(`At most ${MAX_FILES_OF_PERSON} files may be of one person. Look at whom they belong to before you merge more.`);
