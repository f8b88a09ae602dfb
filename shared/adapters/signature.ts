import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { SetupError } from '../domain/errors.ts';

/** How a provider proves that a request is its own. One row of the table below each; nothing else is provider's knowledge here. */
export type Scheme = HmacScheme | SharedSecretScheme | SecretPathScheme;

interface HmacScheme {
  readonly kind: 'hmac';
  readonly algorithm: 'sha256' | 'sha1';
  /** Header with the signature or signatures, lower case. */
  readonly header: string;
  readonly encoding: 'hex' | 'base64';
  /** Stands before each signature. */
  readonly prefix: string;
  /** Between several signatures of one header; absent where there is only ever one. */
  readonly separator?: string;
  /** What is signed, in order: names stand for parts of the request, all else for itself. */
  readonly signs: readonly ('body' | 'id' | 'timestamp' | 'method' | 'uri' | '.')[];
  /** `text`: the secret's bytes as they are. `whsec`: base64 behind an optional `whsec_`. */
  readonly key: 'text' | 'whsec';
  readonly idHeader?: string;
  readonly timestamp?: {
    readonly header: string;
    readonly unit: 's' | 'ms' | 'iso';
    /** Where the timestamp stands in the signature's own header, among its list. */
    readonly prefix?: string;
  };
}

interface SharedSecretScheme {
  readonly kind: 'shared-secret';
  readonly header: string;
}

interface SecretPathScheme {
  readonly kind: 'secret-path';
}

const hmac = { kind: 'hmac', algorithm: 'sha256', encoding: 'base64', prefix: '', signs: ['body'], key: 'text' } as const;

const standard = (prefix: 'webhook' | 'svix') =>
  ({
    ...hmac,
    header: `${prefix}-signature`,
    prefix: 'v1,',
    separator: ' ',
    signs: ['id', '.', 'timestamp', '.', 'body'],
    key: 'whsec',
    idHeader: `${prefix}-id`,
    timestamp: { header: `${prefix}-timestamp`, unit: 's' },
  }) as const;

/** Rules as the providers document them. Families without a timestamp have no replay window: there the dedupe id must come from the signed body. */
export const SCHEMES = {
  'standard-webhooks': standard('webhook'),
  svix: standard('svix'),
  typeform: { ...hmac, header: 'typeform-signature', prefix: 'sha256=' },
  tally: { ...hmac, header: 'tally-signature' },
  delighted: { ...hmac, header: 'x-delighted-webhook-signature', encoding: 'hex', prefix: 'sha256=' },
  /** The secret is `api_key&api_secret`. */
  surveymonkey: { ...hmac, algorithm: 'sha1', header: 'sm-signature' },
  intercom: { ...hmac, algorithm: 'sha1', header: 'x-hub-signature', encoding: 'hex', prefix: 'sha1=' },
  zammad: { ...hmac, algorithm: 'sha1', header: 'x-hub-signature', encoding: 'hex', prefix: 'sha1=' },
  shopify: { ...hmac, header: 'x-shopify-hmac-sha256' },
  zendesk: {
    ...hmac,
    header: 'x-zendesk-webhook-signature',
    signs: ['timestamp', 'body'],
    timestamp: { header: 'x-zendesk-webhook-signature-timestamp', unit: 'iso' },
  },
  chatwoot: {
    ...hmac,
    header: 'x-chatwoot-signature',
    encoding: 'hex',
    prefix: 'sha256=',
    signs: ['timestamp', '.', 'body'],
    timestamp: { header: 'x-chatwoot-timestamp', unit: 's' },
  },
  'stripe-style': {
    ...hmac,
    header: 'stripe-signature',
    encoding: 'hex',
    prefix: 'v1=',
    separator: ',',
    signs: ['timestamp', '.', 'body'],
    timestamp: { header: 'stripe-signature', unit: 's', prefix: 't=' },
  },
  hubspot: {
    ...hmac,
    header: 'x-hubspot-signature-v3',
    signs: ['method', 'uri', 'body', 'timestamp'],
    timestamp: { header: 'x-hubspot-request-timestamp', unit: 'ms' },
  },
  /** For senders that cannot sign but can set a header (Freshdesk and other templates). */
  'shared-secret': { kind: 'shared-secret', header: 'x-amends-secret' },
  /** For senders that can do nothing but call an address (Jotform). */
  'secret-path': { kind: 'secret-path' },
} as const satisfies Record<string, Scheme>;
export type SchemeName = keyof typeof SCHEMES;

/** Both ways: clocks go wrong in either direction (promise 3). */
export const TOLERANCE_MS = 300_000;

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
