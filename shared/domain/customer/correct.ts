import * as z from 'zod/mini';
import { invalidInput } from '../errors.ts';
import { Language } from '../language.ts';
import { Tier } from '../recovery/policy.ts';
import {
  type ChangeContext,
  type FileChange,
  type FileFields,
  type FileLink,
  type FileWrite,
  isSame,
  MAX_FILES_OF_PERSON,
  refuse,
  refuseTombstone,
  standing,
  tooManyFiles,
  writeTo,
} from './change.ts';
import { BranchId, CONFIRMABLE, CONSENT_SOURCES, type Customer, Email, Industry, OwnId, PersonName, Phone, QuietTimes } from './file.ts';
import type { WholeFile } from './whole.ts';

/** What staff sets right. `null` takes a field away; what is left out stays. */
export const FileCorrection = z.strictObject({
  email: z.optional(Email),
  name: z.optional(z.nullable(PersonName)),
  language: z.optional(Language),
  phone: z.optional(z.nullable(Phone)),
  branch: z.optional(z.nullable(BranchId)),
  industry: z.optional(z.nullable(Industry)),
  /** Goes before the rules of the config; `null` lets these decide again. */
  tier: z.optional(z.nullable(Tier)),
  quietTimes: z.optional(z.nullable(QuietTimes)),
  /** The whole list as it should be. */
  ownIds: z.optional(z.array(OwnId).check(z.maxLength(20))),
});
export type FileCorrection = z.infer<typeof FileCorrection>;

/** Whom the new address and the new own ids lead to now. */
export interface Found {
  readonly byAddress?: WholeFile | undefined;
  /** By own id; `undefined` where it leads to nobody. */
  readonly byOwnId: ReadonlyMap<string, WholeFile | undefined>;
}

const NULLABLE = ['name', 'phone', 'branch', 'industry', 'tier', 'quietTimes'] as const;

/**
 * The file set right by staff. A new address leads here from then on, the old one still does. What was taken away is gone from every file of the
 * person, so that an older one does not bring it back.
 * @throws AmendsError 422 where nothing would change; 409 `address-taken`, `own-id-taken` where it is another person's, `erased`.
 */
export function correctFile(whole: WholeFile, correction: FileCorrection, found: Found, context: ChangeContext): FileChange {
  refuseTombstone(whole);
  const changed = changedFields(whole, correction);
  if (changed.length === 0)
    throw invalidInput('Nothing to correct.', [{ field: '', reason: 'expected at least one field that differs from the file' }]);
  const removed = NULLABLE.filter((field) => correction[field] === null);
  const { links, writes } = newWays(whole, correction, found, context);
  const stub = writes.map(({ customerKey }) => customerKey);
  const set: FileFields = {
    ...Object.fromEntries(changed.filter((field) => correction[field] !== null).map((field) => [field, correction[field]])),
    ...(stub.length === 0 ? {} : { mergedKeys: [...new Set([...(standing(whole).mergedKeys ?? []), ...stub])].sort() }),
    ...emailKeyOf(whole, correction.email, context),
    ...confirming(whole, changed),
  };
  const takenAway: (keyof FileFields)[] = [...removed, ...(correction.ownIds === undefined ? [] : (['ownIds'] as const))];
  const others = whole.files.slice(1).flatMap((file) => {
    const fields = takenAway.filter((field) => file[field] !== undefined);
    return fields.length === 0 ? [] : [writeTo(file, {}, fields)];
  });
  return {
    writes: [writeTo(standing(whole), set, [...removed, ...outdatedKey(correction, set)]), ...others, ...writes],
    links,
    record: { customerKey: whole.customerKey, at: context.now, by: context.by, what: 'corrected', fields: changed },
  };
}

const outdatedKey = ({ email }: FileCorrection, set: FileFields) =>
  email !== undefined && set.emailKey === undefined ? (['emailKey'] as const) : [];

/** Where the address is not the one that the file was made for. */
export const emailKeyOf = ({ customerKey }: Customer, email: string | undefined, { keys }: ChangeContext): Pick<FileFields, 'emailKey'> =>
  email === undefined || keys.ofAddress(email) === customerKey ? {} : { emailKey: keys.ofAddress(email) };

function changedFields(whole: WholeFile, correction: FileCorrection): (keyof FileCorrection)[] {
  const fields = ['email', 'language', 'ownIds', ...NULLABLE] as const;
  return fields.filter((field) => correction[field] !== undefined && !isSame(correction[field] ?? undefined, whole[field]));
}

/** From now on what comes in with feedback leaves these fields alone. */
export function confirming(file: Customer, changed: readonly string[]): Pick<FileFields, 'confirmed'> {
  const confirmed = CONFIRMABLE.filter((field) => changed.includes(field) || file.confirmed?.includes(field) === true);
  return isSame(confirmed, file.confirmed ?? []) ? {} : { confirmed };
}

/** By what else the person is found from now on: a file that points here under the new address's key, links for own ids and the telephone. */
export function newWays(
  whole: WholeFile,
  { email, ownIds = [], phone }: { email?: string | undefined; ownIds?: readonly string[] | undefined; phone?: string | null | undefined },
  found: Found,
  { now, keys }: ChangeContext,
): { links: FileLink[]; writes: FileWrite[] } {
  const { customerKey } = whole;
  const newIds = ownIds.filter((ownId) => !whole.ownIds.includes(ownId));
  for (const ownId of newIds) {
    const other = found.byOwnId.get(ownId);
    if (other !== undefined) refuseTombstone(other);
    if (other !== undefined && !isOf(whole, other) && other.ownIds.includes(ownId)) {
      throw refuse('own-id-taken', 'One of these own ids is another person’s. If both are one person, merge them.');
    }
  }
  const links: FileLink[] = newIds.map((ownId) => ({
    kind: 'own-id',
    hash: keys.ofOwnId(ownId),
    customerKey,
    insteadOf: [...whole.keys, ...(found.byOwnId.get(ownId)?.keys ?? [])],
  }));
  if (typeof phone === 'string') links.push({ kind: 'phone', hash: keys.ofPhone(phone), customerKey, insteadOf: [] });
  if (email === undefined || whole.keys.includes(keys.ofAddress(email))) return { links, writes: [] };
  if (found.byAddress !== undefined) throw refuse('address-taken', 'This address is another person’s. If both are one person, merge them.');
  if (whole.files.length >= MAX_FILES_OF_PERSON) throw tooManyFiles();
  const set: FileFields = { mergedInto: customerKey, language: whole.language, since: now };
  return { links, writes: [{ customerKey: keys.ofAddress(email), seen: 'new', set, remove: [] }] };
}

const isOf = (whole: WholeFile, other: WholeFile) => other.keys.some((key) => whole.keys.includes(key));

/** What the customer lets us do, as somebody of ours wrote it down, or as they said it by a link. */
export const ConsentGiven = z.strictObject({ contact: z.boolean(), care: z.boolean(), source: z.enum(CONSENT_SOURCES) });
export type ConsentGiven = z.infer<typeof ConsentGiven>;

/** The consent as it stands from now on; the record keeps that it was changed, and by whom. @throws AmendsError 409 `erased`. */
export function giveConsent(whole: WholeFile, given: ConsentGiven, { by, now }: Pick<ChangeContext, 'by' | 'now'>): FileChange {
  refuseTombstone(whole);
  return {
    writes: [writeTo(standing(whole), { consent: { ...given, at: now, by } })],
    links: [],
    record: { customerKey: whole.customerKey, at: now, by, what: 'consent', fields: ['consent'] },
  };
}
