import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token is good for. A token of one purpose is worth nothing for another. */
export type Purpose = 'status' | 'form-start' | 'offer' | 'follow-up' | 'unsubscribe' | 'digest-end' | 'answer';

/** `expired` and `invalid` are told apart for the page's words only; neither may be acted upon. */
export type Verdict =
  | { readonly status: 'valid'; readonly subject: string; readonly expiresAt: string }
  | { readonly status: 'expired' }
  | { readonly status: 'invalid' };

/** Ids only: tokens stand in URLs, histories and logs of proxies, so a subject must not be able to hold an address or words. */
const SUBJECT = /^[A-Za-z0-9_.-]{1,120}$/;
const TOKEN = /^([A-Za-z0-9_.-]{1,120})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/;

/**
 * Makes a URL-safe token `subject.expiry.mac` (promise 28): HMAC-SHA256 over purpose, subject and expiry with the newest key.
 * @param keys secrets of `link-key`, newest first, as `readSecret` gives them.
 * @param subject id of a thing, never of a person: `[A-Za-z0-9_.-]`, at most 120. For `status` the feedback id, which is the receipt; for `offer`
 *   `{case}.{offer}`, for `follow-up` `{case}.{round}.{n}`; for `unsubscribe` the key of the customer's file, a keyed hash; for `answer` the
 *   invitation's id.
 * @param expiresAt instant.
 */
export function signToken(keys: readonly string[], purpose: Purpose, subject: string, expiresAt: string): string {
  const [key] = keys;
  if (key === undefined) throw new Error('link-key: expected at least one key, found none');
  if (!SUBJECT.test(subject)) throw new Error(`token subject for "${purpose}": expected an id of letters, digits, "_", "." and "-"`);
  const expiry = Date.parse(expiresAt).toString(36);
  return `${subject}.${expiry}.${mac(key, purpose, subject, expiry).toString('base64url')}`;
}

/** Checks a token for one purpose, with any of the keys. Never throws, whatever comes in. */
export function verifyToken(keys: readonly string[], purpose: Purpose, token: string, now: string): Verdict {
  const [, subject, expiry, signature] = TOKEN.exec(token) ?? [];
  if (subject === undefined || expiry === undefined || signature === undefined) return { status: 'invalid' };
  const given = Buffer.from(signature, 'base64url');
  // The last character of 43 carries two unused bits: comparing the text again keeps one token per signature.
  const isOurs =
    keys.some((key) => timingSafeEqual(mac(key, purpose, subject, expiry), given)) && given.toString('base64url') === signature;
  if (!isOurs) return { status: 'invalid' };
  const expiresAt = new Date(Number.parseInt(expiry, 36)).toISOString();
  return now < expiresAt ? { status: 'valid', subject, expiresAt } : { status: 'expired' };
}

/** Fields are joined by a newline, which none of them can hold, so no two triples give the same bytes. */
const mac = (key: string, purpose: Purpose, subject: string, expiry: string) =>
  createHmac('sha256', key).update(`amends-link-1\n${purpose}\n${subject}\n${expiry}`).digest();

const DAY_MS = 86_400_000;

/** How long a customer can look up what became of their words. */
export const STATUS_LINK_DAYS = 180;

/** Where a customer sees how it stands, without a password: `{origin}/s/{token}`. The page reads only. */
export const statusUrl = (keys: readonly string[], origin: string, feedbackId: string, now: string): string =>
  `${origin}/s/${signToken(keys, 'status', feedbackId, later(now, STATUS_LINK_DAYS))}`;

/** How long the links of one mail can be answered. An offer ends before, where it is withdrawn. */
export const ANSWER_LINK_DAYS = 90;

/** Where a customer accepts or refuses one offer: `{origin}/o/{token}`. Opening it decides nothing. */
export const offerUrl = (keys: readonly string[], origin: string, caseNumber: string, offerId: string, now: string): string =>
  `${origin}/o/${signToken(keys, 'offer', `${caseNumber}.${offerId}`, later(now, ANSWER_LINK_DAYS))}`;

/** One of the planned questions whether it is solved: the n-th of a round. Of an earlier round it must not answer a later one's. */
export interface Question {
  readonly round: number;
  readonly n: number;
}

/** Where a customer says whether it is really solved (R7): `{origin}/r/{token}`. Opening it answers nothing. */
export const followUpUrl = (keys: readonly string[], origin: string, caseNumber: string, { round, n }: Question, now: string): string =>
  `${origin}/r/${signToken(keys, 'follow-up', `${caseNumber}.${round}.${n}`, later(now, ANSWER_LINK_DAYS))}`;

/** The offer that a valid token of purpose `offer` is about; undefined where its subject names none. */
export function offerOf(subject: string): { readonly caseNumber: string; readonly offerId: string } | undefined {
  const [, caseNumber, offerId] = /^(\d{4}-\d{4,})\.(o\d+)$/.exec(subject) ?? [];
  return caseNumber === undefined || offerId === undefined ? undefined : { caseNumber, offerId };
}

/** The question that a valid token of purpose `follow-up` is about; undefined where its subject names none. */
export function questionOf(subject: string): (Question & { readonly caseNumber: string }) | undefined {
  const [, caseNumber, round, n] = /^(\d{4}-\d{4,})\.(\d{1,6})\.(\d{1,6})$/.exec(subject) ?? [];
  return caseNumber === undefined ? undefined : { caseNumber, round: Number(round), n: Number(n) };
}

/** People end mails from a mail that they kept: a link that has died by then would be a broken word. */
export const UNSUBSCRIBE_LINK_DAYS = 730;

/** Where mails that are no answer are ended by one POST, without login or cookies (RFC 8058): `{origin}/u/{token}`. */
export const unsubscribeUrl = (keys: readonly string[], origin: string, customerKey: string, now: string): string =>
  `${origin}/u/${signToken(keys, 'unsubscribe', customerKey, later(now, UNSUBSCRIBE_LINK_DAYS))}`;

/** A rating that a link of a mail chooses beforehand: the question's id, and the point of its scale. */
export interface Chosen {
  readonly question: string;
  readonly value: number;
}

/**
 * Where an invitation is answered (R10): `{origin}/a/{token}`, with `?{question}={value}` for a rating chosen in the mail. Opening it records nothing,
 * so that a scanner which follows links answers nothing (P28). The same invitation has the same link in each of its mails.
 * @param expiresAt instant; that of the invitation.
 */
export function answerUrl(keys: readonly string[], origin: string, invitationId: string, expiresAt: string, chosen?: Chosen): string {
  const query = chosen === undefined ? '' : `?${new URLSearchParams({ [chosen.question]: String(chosen.value) })}`;
  return `${origin}/a/${signToken(keys, 'answer', invitationId, expiresAt)}${query}`;
}

/** Where somebody of ours ends a digest, or takes it up again: on the same page `{origin}/u/{token}`, for a recipient of whom there is no customer file. */
export const digestEndUrl = (keys: readonly string[], origin: string, digest: string, recipient: string, now: string): string =>
  `${origin}/u/${signToken(keys, 'digest-end', `${digest}.${recipient}`, later(now, UNSUBSCRIBE_LINK_DAYS))}`;

/** What a valid token of purpose `digest-end` is about; undefined where its subject names nothing. */
export function digestEndOf(subject: string): { readonly digest: string; readonly recipient: string } | undefined {
  const [, digest, recipient] = /^([a-z][a-z0-9-]{0,39})\.([A-Za-z0-9_-]{22})$/.exec(subject) ?? [];
  return digest === undefined || recipient === undefined ? undefined : { digest, recipient };
}

/**
 * So long after a page was served it can be sent: it may have lain open for weeks, and then have waited on a device without a network. A token is good
 * for its one submission however late, so its length lets nobody in; it only ends the use of keys that were replaced long ago.
 */
const FORM_OPEN_DAYS = 90;

/** Proves when a form page was served, and for which submission: one page gives one feedback, however often its token is replayed. */
export const signStart = (keys: readonly string[], survey: string, submissionId: string, now: string): string =>
  signToken(keys, 'form-start', `${survey}.${submissionId}`, later(now, FORM_OPEN_DAYS));

/** The instant at which the page for this submission was served; undefined where the token does not prove any. */
export function startedAt(keys: readonly string[], survey: string, submissionId: string, token: string, now: string): string | undefined {
  const verdict = verifyToken(keys, 'form-start', token, now);
  return verdict.status === 'valid' && verdict.subject === `${survey}.${submissionId}`
    ? later(verdict.expiresAt, -FORM_OPEN_DAYS)
    : undefined;
}

const later = (instant: string, days: number) => new Date(Date.parse(instant) + days * DAY_MS).toISOString();
