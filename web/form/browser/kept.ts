import { isTooOld } from './server-clock.ts';

/** What is used of the browser's `localStorage`. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Where something is asked: two houses, or two surveys, on one shelf do not see each other's. */
export interface Place {
  /** Origin of the form, e.g. `https://care.example.com`. */
  readonly origin: string;
  readonly survey: string;
}

/** Words that were typed and not sent. Nothing by which somebody can be reached is in them. */
export interface Draft {
  readonly submissionId: string;
  readonly startToken: string;
  /** Of the survey: what another version asked cannot be put into this one. */
  readonly version: string;
  /** By `serverTime`. */
  readonly keptAt: number;
  /** Number of the page that was sent last, where there is one before the page that was open. */
  readonly from?: string | undefined;
  /** Fields of the form. */
  readonly fields: readonly (readonly [string, string])[];
}

/** Something sent whose arrival is not known: whole, with all that was filled in. */
export interface Parcel {
  readonly submissionId: string;
  /** Path and query to send it to. */
  readonly to: string;
  readonly body: string;
}

const draftKey = ({ origin, survey }: Place, id = '') => `amends:draft:${origin}/${survey}:${id}`;
const parcelKey = ({ origin }: Pick<Place, 'origin'>, id = '') => `amends:unsent:${origin}:${id}`;

/** Returns whether it could be kept: a shelf may be full, or closed to us. */
export const keepDraft = (shelf: Shelf, place: Place, draft: Draft): boolean => put(shelf, draftKey(place, draft.submissionId), draft);

export const dropDraft = (shelf: Shelf, place: Place, submissionId: string): void => shelf.removeItem(draftKey(place, submissionId));

/** Drafts of this version, the newest first. Those that are too old, of another version or spoilt are cleared away. */
export function keptDrafts(shelf: Shelf, place: Place, version: string, now: number): Draft[] {
  const drafts: Draft[] = [];
  for (const [key, value] of valuesUnder(shelf, draftKey(place))) {
    if (isDraft(value) && value.version === version && !isTooOld(value.keptAt, now)) drafts.push(value);
    else shelf.removeItem(key);
  }
  return drafts.sort((a, b) => b.keptAt - a.keptAt);
}

export const keepParcel = (shelf: Shelf, place: Place, parcel: Parcel): boolean =>
  put(shelf, parcelKey(place, parcel.submissionId), parcel);

export const dropParcel = (shelf: Shelf, place: Place, submissionId: string): void => shelf.removeItem(parcelKey(place, submissionId));

export const hasParcel = (shelf: Shelf, place: Place, submissionId: string): boolean =>
  shelf.getItem(parcelKey(place, submissionId)) !== null;

/** What has not arrived yet. There is no age at which somebody's words are thrown away unsent. */
export const keptParcels = (shelf: Shelf, place: Place): Parcel[] =>
  valuesUnder(shelf, parcelKey(place)).flatMap(([, value]) => (isParcel(value) ? [value] : []));

function put(shelf: Shelf, key: string, value: Draft | Parcel): boolean {
  try {
    shelf.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function valuesUnder(shelf: Shelf, prefix: string): [string, unknown][] {
  const keys = Array.from({ length: shelf.length }, (_, i) => shelf.key(i)).filter((key) => key !== null);
  return keys.filter((key) => key.startsWith(prefix)).map((key) => [key, parsed(shelf.getItem(key))]);
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isDraft = (value: unknown): value is Draft =>
  hasTexts(value, ['submissionId', 'startToken', 'version']) &&
  'keptAt' in value &&
  typeof value.keptAt === 'number' &&
  'fields' in value &&
  Array.isArray(value.fields) &&
  value.fields.every((field) => Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === 'string'));

const isParcel = (value: unknown): value is Parcel => hasTexts(value, ['submissionId', 'to', 'body']);

const hasTexts = (value: unknown, names: readonly string[]): value is object =>
  typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'string');
