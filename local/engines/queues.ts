import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders } from 'node:http';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import type { Exchange } from '../gateway/exchange.ts';
import { isRecord } from '../template/record.ts';
import { HOST, LocalCloudError, REGION } from '../world.ts';

export interface QueueEngine {
  readonly endpoint: string;
  readonly exchange: Exchange;
  readonly server: FauxqsServer;
  stop(): Promise<void>;
}

const CREATED = 'fastify.initialization';
/** Starts one after the other: what is announced meanwhile is ours. */
let starting: Promise<unknown> = Promise.resolve();

/** fauxqs in this process: SQS, SNS and S3. */
export function startQueues(dataDir: string | undefined): Promise<QueueEngine> {
  const started = starting.then(() => start(dataDir));
  starting = started.catch(() => undefined);
  return started;
}

async function start(dataDir: string | undefined): Promise<QueueEngine> {
  await allowEmoji();
  let fastify: Fastify | undefined;
  const onCreated = (message: unknown) => {
    fastify = isRecord(message) && isFastify(message['fastify']) ? message['fastify'] : undefined;
    if (fastify !== undefined) listenHereOnly(fastify);
  };
  subscribe(CREATED, onCreated);
  const options = { port: 0, logger: false, defaultRegion: REGION, ...(dataDir === undefined ? {} : { dataDir }) };
  const server = await startFauxqs(options).finally(() => unsubscribe(CREATED, onCreated));
  if (fastify === undefined)
    throw new LocalCloudError('fauxqs: expected it to be a Fastify server, as 2.4.1 is. See local/engines/queues.ts.');
  return { endpoint: `http://${HOST}:${server.port}`, exchange: injected(fastify), server, stop: () => server.stop() };
}

/** The part of Fastify that is used. It announces each new server before that listens. */
interface Fastify {
  listen(options: object): unknown;
  inject(request: object): Promise<{ statusCode: number; headers: IncomingHttpHeaders; rawPayload: Buffer }>;
}

const isFastify = (value: unknown): value is Fastify =>
  typeof value === 'object' && value !== null && 'inject' in value && 'listen' in value;

/** fauxqs would listen on every interface; customers' mail is in it, so it is kept to this machine. */
function listenHereOnly(fastify: Fastify): void {
  const listen = fastify.listen.bind(fastify);
  fastify.listen = (options) => listen({ ...options, host: HOST });
}

/** Requests of this process need no socket. */
function injected(fastify: Fastify): Exchange {
  return async ({ method, path, headers, body, signal }) => {
    const request = { method, url: path, headers: { ...headers, 'content-length': body.length }, payload: body };
    const answer = await unlessAborted(fastify.inject(request), signal);
    return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
  };
}

/** A long poll that nobody waits for any longer goes on by itself; it ends with the engine. */
async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  let onAbort = () => undefined;
  const aborted = new Promise<never>((_, fail) => {
    onAbort = () => void fail(signal.reason);
    signal.addEventListener('abort', onAbort);
  });
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', onAbort));
}

/**
 * SQS takes every character of XML 1.0, also those above U+FFFF; fauxqs 2.4.1 refuses these, and with them every emoji. Its pattern is
 * replaced by SQS's. Lone surrogates and control characters stay refused, as SQS does.
 */
async function allowEmoji(): Promise<void> {
  const internals: unknown = await import(new URL('./sqs/sqsTypes.js', import.meta.resolve('fauxqs')).href);
  const pattern =
    typeof internals === 'object' && internals !== null && 'INVALID_MESSAGE_BODY_CHAR' in internals
      ? internals.INVALID_MESSAGE_BODY_CHAR
      : undefined;
  if (!(pattern instanceof RegExp))
    throw new LocalCloudError('fauxqs: expected its pattern of refused characters where 2.4.1 has it. See local/engines/queues.ts.');
  pattern.compile('[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]', 'u');
}
