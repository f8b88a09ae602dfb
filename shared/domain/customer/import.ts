import { AmendsError } from '../errors.ts';
import type { Language } from '../language.ts';
import {
  type ChangeContext,
  type FileChange,
  type FileFields,
  type FileLink,
  type FileWrite,
  isSame,
  standing,
  writeTo,
} from './change.ts';
import { confirming, emailKeyOf, newWays } from './correct.ts';
import { type Consent, type CustomerFigures, isTombstone } from './file.ts';
import type { ImportRow } from './import-row.ts';
import { mergeWrites, survivorOf } from './merge.ts';
import { type WholeFile, wholeFile } from './whole.ts';

/** Whom the row's address and own id lead to. */
export interface RowFound {
  readonly byAddress: WholeFile | undefined;
  readonly byOwnId: WholeFile | undefined;
}

export interface ImportSettings {
  /** Ids of the config. */
  readonly branches: readonly string[];
  readonly defaultLanguage: Language;
}

export type ImportDecision =
  | { readonly outcome: 'created' | 'changed' | 'merged'; readonly customerKey: string; readonly change: FileChange }
  | { readonly outcome: 'unchanged'; readonly customerKey: string }
  | { readonly outcome: 'refused'; readonly field: string; readonly reason: string };

/**
 * What a row of the business's own books makes of the register (R16). An import is trusted: where its address and its own id lead to two
 * persons, they are one, and are merged; nothing that somebody typed into a form or a mail ever merges files. The same row again changes
 * nothing. A person who was erased stays so (promise 35).
 */
export function decideImport(row: ImportRow, found: RowFound, settings: ImportSettings, context: ChangeContext): ImportDecision {
  if (row.branch !== undefined && !settings.branches.includes(row.branch)) {
    return {
      outcome: 'refused',
      field: 'branch',
      reason: `expected the id of a branch: ${settings.branches.join(', ') || 'the config has none'}`,
    };
  }
  for (const [field, whole] of [
    ['email', found.byAddress],
    ['ownId', found.byOwnId],
  ] as const) {
    if (whole !== undefined && isTombstone(whole))
      return { outcome: 'refused', field, reason: 'this person was erased and must not be brought back' };
  }
  // An own id that was taken away from somebody leads there still; it may be given anew.
  const isStale = row.ownId !== undefined && found.byOwnId !== undefined && !found.byOwnId.ownIds.includes(row.ownId);
  const before = isStale ? found.byOwnId : undefined;
  try {
    const byAddress = found.byAddress;
    const byOwnId = isStale ? undefined : found.byOwnId;
    if (byAddress !== undefined && byOwnId !== undefined && byAddress.customerKey !== byOwnId.customerKey) {
      return merged(row, byAddress, byOwnId, context);
    }
    const whole = byOwnId ?? byAddress;
    return whole === undefined ? created(row, before, settings, context) : changed(row, whole, before, context);
  } catch (error) {
    // A row that cannot be brought in must not take the others with it.
    if (!(error instanceof AmendsError)) throw error;
    return { outcome: 'refused', field: '', reason: error.message };
  }
}

function created(
  row: ImportRow,
  before: WholeFile | undefined,
  { defaultLanguage }: ImportSettings,
  context: ChangeContext,
): ImportDecision {
  const { keys, now, by } = context;
  const { email, ownId = '' } = row;
  const customerKey = email === undefined ? keys.ofOwnId(ownId) : keys.ofAddress(email);
  const set: FileFields = {
    language: defaultLanguage,
    since: now,
    ...fieldsOf(row, undefined, context),
    ...(email === undefined ? {} : { email }),
    ...(row.ownId === undefined ? {} : { ownIds: [row.ownId] }),
    ...(row.name === undefined ? {} : { confirmed: ['name'] }),
  };
  const links: FileLink[] = [
    ...(row.ownId === undefined
      ? []
      : [{ kind: 'own-id', hash: keys.ofOwnId(row.ownId), customerKey, insteadOf: [customerKey, ...(before?.keys ?? [])] } as const]),
    ...(row.phone === undefined ? [] : [{ kind: 'phone', hash: keys.ofPhone(row.phone), customerKey, insteadOf: [] } as const]),
  ];
  const write: FileWrite = { customerKey, seen: 'new', set, remove: [] };
  return { outcome: 'created', customerKey, change: { writes: [write], links, record: { customerKey, at: now, by, what: 'created' } } };
}

function changed(row: ImportRow, whole: WholeFile, before: WholeFile | undefined, context: ChangeContext): ImportDecision {
  const { customerKey } = whole;
  const fields = fieldsOf(row, whole, context);
  const ownIds = row.ownId === undefined || whole.ownIds.includes(row.ownId) ? undefined : [...whole.ownIds, row.ownId].sort();
  const email = row.email === undefined || leadsHere(whole, row.email, context) ? undefined : row.email;
  const set: FileFields = { ...fields, ...(ownIds === undefined ? {} : { ownIds }), ...(email === undefined ? {} : { email }) };
  const names = Object.keys(set);
  if (names.length === 0) return { outcome: 'unchanged', customerKey };
  const { links, writes } = newWays(
    whole,
    { email, ownIds, phone: fields.phone },
    { byOwnId: new Map(row.ownId === undefined ? [] : [[row.ownId, before]]) },
    context,
  );
  const stub = writes.map((write) => write.customerKey);
  const mergedKeys = stub.length === 0 ? {} : { mergedKeys: [...new Set([...(standing(whole).mergedKeys ?? []), ...stub])].sort() };
  const write = writeTo(standing(whole), { ...set, ...mergedKeys, ...emailKeyOf(whole, email, context), ...confirming(whole, names) });
  const record = { customerKey, at: context.now, by: context.by, what: 'imported', fields: names } as const;
  return { outcome: 'changed', customerKey, change: { writes: [write, ...writes], links, record } };
}

/** An address that leads here and is written otherwise than it stands is the same address. */
const leadsHere = ({ keys, emails }: WholeFile, email: string, context: ChangeContext) =>
  keys.includes(context.keys.ofAddress(email)) && emails.length > 0;

/** Two persons are one: the files point to one another, and what else the row says goes into the standing one in the same transaction. */
function merged(row: ImportRow, byAddress: WholeFile, byOwnId: WholeFile, context: ChangeContext): ImportDecision {
  const [first, ...others] = mergeWrites(byAddress, byOwnId);
  const { customerKey } = survivorOf(byAddress, byOwnId);
  if (first === undefined) throw new RangeError('a merge writes at least the standing file');
  const together = wholeFile(
    [...byAddress.files, ...byOwnId.files].map((file) =>
      file.customerKey === customerKey ? { ...file, mergedInto: undefined } : { ...file, mergedInto: customerKey },
    ),
  );
  const fields = fieldsOf(row, together, context);
  const links: FileLink[] =
    fields.phone === undefined ? [] : [{ kind: 'phone', hash: context.keys.ofPhone(fields.phone), customerKey, insteadOf: [] }];
  const set = { ...first.set, ...fields, ...confirming(together, Object.keys(fields)) };
  const record = { customerKey, at: context.now, by: context.by, what: 'merged' as const, fields: ['mergedKeys', ...Object.keys(fields)] };
  return { outcome: 'merged', customerKey, change: { writes: [{ ...first, set }, ...others], links, record } };
}

const PLAIN = ['name', 'phone', 'branch', 'industry', 'language', 'tier'] as const;

/** Those fields of the row that differ from what stands. */
function fieldsOf(row: ImportRow, whole: WholeFile | undefined, { now, by }: ChangeContext): FileFields {
  const plain = PLAIN.filter((field) => row[field] !== undefined && row[field] !== whole?.[field]);
  const since = row.since === undefined ? undefined : `${row.since}T00:00:00.000Z`;
  const figures = figuresOf(row, whole?.figures, now);
  const consent = consentOf(row, whole?.consent, now, by);
  return {
    ...Object.fromEntries(plain.map((field) => [field, row[field]])),
    ...(since === undefined || (whole !== undefined && whole.since <= since) ? {} : { since }),
    ...(figures === undefined ? {} : { figures }),
    ...(consent === undefined ? {} : { consent }),
  };
}

function figuresOf(
  { spending, ordersPerYear, lastOrderOn }: ImportRow,
  before: CustomerFigures | undefined,
  now: string,
): CustomerFigures | undefined {
  const told = Object.fromEntries(Object.entries({ spending, ordersPerYear, lastOrderOn }).filter(([, value]) => value !== undefined));
  const next = { ...before, ...told, importedAt: before?.importedAt ?? now };
  return Object.keys(told).length === 0 || (before !== undefined && isSame(next, before)) ? undefined : { ...next, importedAt: now };
}

/**
 * A consent of the books: with its time it counts if it is newer than what stands. Without one it can begin a consent or withdraw it, and never
 * give back what was withdrawn.
 */
function consentOf(row: ImportRow, before: Consent | undefined, now: string, by: string): Consent | undefined {
  const { contactConsent: contact, careConsent: care, consentAt, consentSource: source = 'import' } = row;
  if (contact === undefined || care === undefined) return undefined;
  const next = { contact, care, at: consentAt ?? now, by, source };
  if (before === undefined) return next;
  if (consentAt !== undefined) return consentAt > before.at ? next : undefined;
  const stricter = { ...next, contact: contact && before.contact, care: care && before.care };
  return stricter.contact === before.contact && stricter.care === before.care ? undefined : stricter;
}
