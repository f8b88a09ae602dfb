import { lookup as systemLookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { FailureCode } from '../../domain/outgoing/delivery.ts';
import { isPublicAddress } from './public-address.ts';

/** From the first question to the name server to the last byte of the answer. Milliseconds. */
const TIME_LIMIT_MS = 10_000;
/** What is read of an answer. */
const MAX_ANSWER_BYTES = 64 * 1024;
const MAX_ANSWER_HEADER_BYTES = 16 * 1024;

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** What a test may set otherwise; nobody else does. */
export interface SenderSettings {
  readonly isAllowed?: (address: string) => boolean;
  readonly lookup?: (host: string) => Promise<readonly Address[]>;
  /** Certificates that are trusted in place of the system's. */
  readonly ca?: string;
  readonly timeLimitMs?: number;
}

export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of it: an answer with its status, or the code of why there is none. */
export type Posted = { readonly ms: number } & (
  | {
      readonly status: number;
      readonly retryAfter: string | undefined;
      /** The beginning of the body; not for logs. */
      readonly body: string;
      readonly failure?: undefined;
    }
  | { readonly failure: FailureCode; readonly status?: undefined }
);

class Refusal extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode) {
    super(code);
    this.code = code;
  }
}

/**
 * Sends POST requests to addresses of strangers (promise 39): https only, public addresses only, the connection to the very address that was looked
 * at, no redirects, no connection used twice, ten seconds and 64 KB at most. Never throws for what the other side does.
 */
export function httpsSender(settings: SenderSettings = {}): (request: PostRequest) => Promise<Posted> {
  const { isAllowed = isPublicAddress, lookup = resolveAll, ca, timeLimitMs = TIME_LIMIT_MS } = settings;
  return async (request) => {
    const startedAt = performance.now();
    const took = () => ({ ms: Math.round(performance.now() - startedAt) });
    const time = new AbortController();
    const timer = setTimeout(() => time.abort(new Refusal('timeout')), timeLimitMs);
    try {
      const { url, addresses } = await within(time.signal, allowedAddresses(request.url, lookup, isAllowed));
      const options = { headers: request.headers, lookup: pinned(addresses), signal: time.signal, ...(ca === undefined ? {} : { ca }) };
      const answer = await post(url, options, request.body);
      return { ...answer, ...took() };
    } catch (error) {
      return { failure: codeOf(time.signal.aborted ? time.signal.reason : error), ...took() };
    } finally {
      clearTimeout(timer);
    }
  };
}

const resolveAll = (host: string) => systemLookup(host, { all: true });

/** @throws Refusal where one of the addresses of the host is not allowed: a name that leads inside leads nowhere. */
async function allowedAddresses(
  text: string,
  lookup: (host: string) => Promise<readonly Address[]>,
  isAllowed: (address: string) => boolean,
) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.protocol !== 'https:' || url.username !== '' || url.password !== '') throw new Refusal('refused-address');
  // Node connects to an address in the URL without asking any `lookup`; URL has turned decimal, hex and octal forms into the usual one.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await lookup(host) : [{ address: host, family: isIP(host) }];
  if (addresses.length === 0) throw new Refusal('host-not-found');
  if (!addresses.every(({ address }) => isAllowed(address))) throw new Refusal('refused-address');
  return { url, addresses };
}

/** Answers with the addresses that were looked at, whoever asks and however often: nothing is resolved between the look and the connection. */
const pinned = (addresses: readonly Address[]): NonNullable<RequestOptions['lookup']> => {
  const [first] = addresses;
  return (_host, { all }, callback) => {
    if (all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
};

function post(url: URL, options: RequestOptions, body: string) {
  return new Promise<{ status: number; retryAfter: string | undefined; body: string }>((resolve, reject) => {
    // An own agent: a kept connection could be one to an address that nobody has looked at.
    const agent = new Agent({ keepAlive: false, maxCachedSessions: 0 });
    // Whatever the environment says of certificates, they are checked here.
    const secure = { agent, method: 'POST', maxHeaderSize: MAX_ANSWER_HEADER_BYTES, rejectUnauthorized: true };
    let hasAnswered = false;
    const sending = httpsRequest(url, { ...options, ...secure }, async (response) => {
      hasAnswered = true;
      const start = await readStart(response);
      sending.destroy();
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], body: start });
    });
    // Once the status has come, faults are those of the body, and `readStart` meets them.
    sending.on('error', (error) => (hasAnswered ? undefined : reject(error)));
    sending.setHeader('content-length', Buffer.byteLength(body));
    sending.end(body);
  });
}

/** The status has come, so whatever else goes wrong now, it counts: a body that is too long, too slow or broken off is read as far as it goes. */
async function readStart(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      const part = Buffer.from(chunk);
      chunks.push(part);
      length += part.length;
      if (length >= MAX_ANSWER_BYTES) break;
    }
  } catch {
    // As said above.
  }
  return Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES).toString('utf8');
}

function within<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|INVALID_|EPROTO|HOSTNAME_MISMATCH)/;

function codeOf(error: unknown): FailureCode {
  if (error instanceof Refusal) return error.code;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return 'host-not-found';
  return TLS.test(code) ? 'tls' : 'connection';
}
