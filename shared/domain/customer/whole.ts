import { type Consent, type Customer, isTombstone } from './file.ts';

/** All files of one person, read as one. */
export interface WholeFile extends Customer {
  /** Every key that leads here, the standing file's first. */
  readonly keys: readonly string[];
  /** Every address, the one to write to first. */
  readonly emails: readonly string[];
  readonly ownIds: string[];
  readonly openCases: string[];
  /** As stored, the standing one first: what a change is made on. */
  readonly files: readonly Customer[];
}

/** The older file stands; of two of one instant the one with the lesser key, so that it never depends on who was named first. */
export const byAge = (a: Customer, b: Customer): number =>
  a.since < b.since ? -1 : a.since > b.since ? 1 : a.customerKey < b.customerKey ? -1 : a.customerKey > b.customerKey ? 1 : 0;

/**
 * The files of one person as one. Nothing is moved when files are merged: each keeps what it has, and this reads them together, so merging twice,
 * in another order or by other hands comes to the same. Of each field the standing file's value goes first, then the older one's; numbers
 * of cases and own ids are joined; of consents the newest counts, of two of one instant the stricter; of figures the newest.
 * @param files at least one.
 */
export function wholeFile(files: readonly Customer[]): WholeFile {
  const [standing, ...others] = files.toSorted(
    (a, b) => Number(a.mergedInto !== undefined) - Number(b.mergedInto !== undefined) || byAge(a, b),
  );
  if (standing === undefined) throw new RangeError('a person has at least one file');
  const sorted = [standing, ...others];
  const first = <Field extends keyof Customer>(field: Field): Customer[Field] =>
    sorted.map((file) => file[field]).find((value) => value !== undefined) ?? standing[field];
  const all = (field: 'ownIds' | 'openCases') => [...new Set(sorted.flatMap((file) => file[field] ?? []))].sort();
  const emails = [...new Set(sorted.flatMap(({ email }) => email ?? []))];
  return {
    ...standing,
    since: sorted.map(({ since }) => since).reduce((a, b) => (a < b ? a : b)),
    email: emails[0],
    name: first('name'),
    phone: first('phone'),
    branch: first('branch'),
    industry: first('industry'),
    tier: first('tier'),
    quietTimes: first('quietTimes'),
    figures: sorted.flatMap(({ figures }) => figures ?? []).toSorted((a, b) => (a.importedAt > b.importedAt ? -1 : 1))[0],
    consent: sorted.flatMap(({ consent }) => consent ?? []).reduce<Consent | undefined>(newerConsent, undefined),
    ...callsOf(sorted),
    ownIds: all('ownIds'),
    openCases: all('openCases'),
    keys: sorted.map(({ customerKey }) => customerKey),
    emails,
    files: sorted,
  };
}

const callsOf = (files: readonly Customer[]): Pick<Customer, 'calls'> => {
  const calls = files.flatMap((file) => file.calls ?? []).toSorted((a, b) => (a.at > b.at ? -1 : 1));
  return calls.length === 0 ? {} : { calls };
};

function newerConsent(a: Consent | undefined, b: Consent): Consent {
  if (a === undefined || b.at > a.at) return b;
  if (b.at < a.at) return a;
  return { ...a, contact: a.contact && b.contact, care: a.care && b.care };
}

/**
 * The person as one who wrote from one of their addresses: answered there, or where they are to be written to if that file has none, under what all their
 * files say of consent, quiet times, open cases and tier. `customerKey` is that of the address, since suppressions and daily limits are kept by address.
 */
export function asWrittenFrom(customerKey: string, whole: WholeFile): Customer {
  const { keys: _keys, emails: _emails, files, ...person } = whole;
  const own = files.find((file) => file.customerKey === customerKey && file.email !== undefined);
  const addressed = own ?? files.find(({ email }) => email === whole.email);
  return { ...person, email: addressed?.email, customerKey: addressed?.emailKey ?? addressed?.customerKey ?? customerKey };
}

/** What is left to see of a person who has been erased: that there was one, and when it was done. */
export function asShown(whole: WholeFile): WholeFile {
  if (!isTombstone(whole)) return whole;
  const { customerKey, version, language, since, erasedAt, erasure, keys } = whole;
  return {
    customerKey,
    version,
    language,
    since,
    erasedAt,
    erasure,
    keys,
    emails: [],
    ownIds: [],
    openCases: whole.openCases,
    files: whole.files,
  };
}
