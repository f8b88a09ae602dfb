import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token is good for. A token of one purpose is worth nothing for another. */
export type Purpose = 'status' | 'form-start';

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
 * @param subject id of a thing, never of a person: `[A-Za-z0-9_.-]`, at most 120. For `status`: the feedback id, which is the receipt.
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

/** A page left open for longer has to be opened anew; until then it can still be sent. */
const FORM_OPEN_DAYS = 30;

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
