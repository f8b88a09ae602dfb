import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { isRecord } from '../template/record.ts';
import { HOST, LocalCloudError, REGION } from '../world.ts';

export interface QueueEngine {
  readonly endpoint: string;
  readonly server: FauxqsServer;
  stop(): Promise<void>;
}

const CREATED = 'fastify.initialization';

/** fauxqs in this process: SQS, SNS and S3. It would listen on every interface; customers' mail is in it, so it is kept to this machine. */
export async function startQueues(dataDir: string | undefined): Promise<QueueEngine> {
  await allowEmoji();
  subscribe(CREATED, listenHereOnly);
  try {
    const server = await startFauxqs({ port: 0, logger: false, defaultRegion: REGION, ...(dataDir === undefined ? {} : { dataDir }) });
    return { endpoint: `http://${HOST}:${server.port}`, server, stop: () => server.stop() };
  } finally {
    unsubscribe(CREATED, listenHereOnly);
  }
}

/** Fastify announces each new server before it listens. */
function listenHereOnly(message: unknown): void {
  if (!isRecord(message)) return;
  const { fastify } = message;
  if (typeof fastify !== 'object' || fastify === null || !('listen' in fastify) || typeof fastify.listen !== 'function') return;
  const listen = fastify.listen.bind(fastify);
  fastify.listen = (options: object) => listen({ ...options, host: HOST });
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
