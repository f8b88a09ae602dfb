import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { SetupError } from '../domain/errors.ts';
import type { HmacScheme, Scheme } from './signature-schemes.ts';

/** Both ways: clocks go wrong in either direction (promise 3). */
const TOLERANCE_MS = 300_000;

/** More than any rotation needs; the rest of a longer list is not looked at. */
const MAX_SIGNATURES = 10;

/** Fewest bytes behind a `whsec_`: what 24 characters of base64 hold. */
const MIN_KEY_BYTES = 18;

export interface SignedRequest {
  readonly method: string;
  /** Public address that was called, without a query. */
  readonly uri: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes that came in; never parsed and written again (promise 2). */
  readonly body: Uint8Array;
  /** The part of the path that is secret, where the route has one. */
  readonly pathSecret?: string | undefined;
}

/** `id`: the message's signed id, where the scheme has one. The reason is a code for the log, no more. */
export type SignatureVerdict =
  | { readonly isGenuine: true; readonly id?: string | undefined }
  | { readonly isGenuine: false; readonly reason: 'missing' | 'malformed' | 'mismatch' | 'out-of-time' };

/**
 * Verifies a request with each of the secrets (two while one is being rotated). Comparison takes equal time whatever differs (promise 6).
 * @param now the instant it is.
 */
export function verifySignature(scheme: Scheme, request: SignedRequest, secrets: readonly string[], now: string): SignatureVerdict {
  switch (scheme.kind) {
    case 'hmac':
      return verifyHmac(scheme, request, secrets, now);
    case 'shared-secret':
      return verifySecret(request.headers[scheme.header], secrets);
    case 'secret-path':
      return verifySecret(request.pathSecret, secrets);
  }
}

function verifyHmac(scheme: HmacScheme, request: SignedRequest, secrets: readonly string[], now: string): SignatureVerdict {
  const candidates = listed(request.headers[scheme.header], scheme.separator, scheme.prefix).slice(0, MAX_SIGNATURES);
  const timestamp = scheme.timestamp && timestampOf(scheme, request);
  const id = scheme.idHeader && request.headers[scheme.idHeader];
  if (candidates.length === 0 || timestamp === '' || id === '') return { isGenuine: false, reason: 'missing' };
  if ((scheme.timestamp && timestamp === undefined) || (scheme.idHeader && id === undefined))
    return { isGenuine: false, reason: 'missing' };
  const sentMs = timestamp === undefined ? undefined : toUnixMs(timestamp, scheme.timestamp?.unit);
  if (timestamp !== undefined && sentMs === undefined) return { isGenuine: false, reason: 'malformed' };
  // Every secret and every signature is tried, whichever matches: the time taken tells nothing.
  const matches = secrets.flatMap((secret) => {
    const expected = expectedSignature(scheme, secret, request, { id, timestamp });
    return candidates.map((candidate) => isEqual(candidate, expected));
  });
  if (!matches.includes(true)) return { isGenuine: false, reason: 'mismatch' };
  if (sentMs !== undefined && Math.abs(Date.parse(now) - sentMs) > TOLERANCE_MS) return { isGenuine: false, reason: 'out-of-time' };
  return { isGenuine: true, id };
}

function verifySecret(given: string | undefined, secrets: readonly string[]): SignatureVerdict {
  if (given === undefined || given === '') return { isGenuine: false, reason: 'missing' };
  const matches = secrets.map((secret) => isEqual(given, secret));
  return matches.includes(true) ? { isGenuine: true } : { isGenuine: false, reason: 'mismatch' };
}

/** The headers that a provider would send with this request: for the demo and for tests of whole journeys. */
export function signedHeaders(
  scheme: HmacScheme,
  secret: string,
  request: Pick<SignedRequest, 'method' | 'uri' | 'body'>,
  signed: { readonly id?: string; readonly timestamp?: string } = {},
): Record<string, string> {
  const signature = scheme.prefix + expectedSignature(scheme, secret, { ...request, headers: {} }, signed);
  const headers: Record<string, string> = { [scheme.header]: signature };
  if (scheme.idHeader !== undefined && signed.id !== undefined) headers[scheme.idHeader] = signed.id;
  if (scheme.timestamp !== undefined && signed.timestamp !== undefined) {
    if (scheme.timestamp.prefix === undefined) headers[scheme.timestamp.header] = signed.timestamp;
    else headers[scheme.header] = `${scheme.timestamp.prefix}${signed.timestamp}${scheme.separator ?? ','}${signature}`;
  }
  return headers;
}

/** As the sender writes it. Comparing the writing, not the bytes it stands for, leaves one spelling only: no second, equivalent signature exists. */
function expectedSignature(
  scheme: HmacScheme,
  secret: string,
  request: SignedRequest,
  { id, timestamp }: { readonly id?: string | undefined; readonly timestamp?: string | undefined },
): string {
  const parts = { body: request.body, id: id ?? '', timestamp: timestamp ?? '', method: request.method, uri: request.uri, '.': '.' };
  const mac = createHmac(scheme.algorithm, keyOf(scheme, secret));
  for (const name of scheme.signs) mac.update(parts[name]);
  return mac.digest(scheme.encoding);
}

function keyOf(scheme: HmacScheme, secret: string): string | Buffer {
  if (scheme.key === 'text') return secret;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (key.length < MIN_KEY_BYTES)
    throw new SetupError(`webhook secret: expected "whsec_" and at least ${MIN_KEY_BYTES} bytes in base64, found ${key.length}`);
  return key;
}

/** The entries of a header that bear the prefix, without it. */
function listed(header: string | undefined, separator: string | undefined, prefix: string): string[] {
  if (header === undefined) return [];
  const entries = separator === undefined ? [header] : header.split(separator);
  return entries.filter((entry) => entry.startsWith(prefix)).map((entry) => entry.slice(prefix.length));
}

function timestampOf({ timestamp, separator }: HmacScheme, { headers }: SignedRequest): string | undefined {
  if (timestamp === undefined) return undefined;
  const value = headers[timestamp.header];
  return timestamp.prefix === undefined ? value : listed(value, separator, timestamp.prefix)[0];
}

function toUnixMs(timestamp: string, unit: 's' | 'ms' | 'iso' | undefined): number | undefined {
  if (unit === 'iso') {
    const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
  }
  if (!/^[1-9]\d{0,14}$/.test(timestamp)) return undefined;
  return unit === 's' ? Number(timestamp) * 1000 : Number(timestamp);
}

/** Digests first: `timingSafeEqual` needs equal lengths, and a length must not show either. */
const isEqual = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));

const digest = (text: string) => createHash('sha256').update(text).digest();
