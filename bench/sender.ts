import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Delivery } from '../local/demo/senders.ts';
import { httpExchange } from '../local/gateway/exchange.ts';
import { now } from './send.ts';

/** So many at the same time, each waiting for its answer; or so many a second, whether answered or not. */
export type Pace = { readonly senders: number } | { readonly perSecond: number };

export interface Sending {
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  readonly pace: Pace;
}

const isSending = (value: unknown): value is Sending => typeof value === 'object' && value !== null && 'deliveries' in value;
if (parentPort === null || !isSending(workerData)) throw new Error('bench/sender.ts runs as a worker of bench/send.ts only');

const { url, deliveries, pace } = workerData;
const exchange = httpExchange(url);
try {
  const acceptedAt = 'perSecond' in pace ? await steadily(pace.perSecond) : await atOnce(pace.senders);
  parentPort.postMessage({ acceptedAt });
} catch (error) {
  parentPort.postMessage({ refused: error instanceof Error ? error.message : String(error) });
}

async function atOnce(senders: number): Promise<number[]> {
  const acceptedAt: number[] = [];
  // One iterator for all senders: each takes the next.
  const waiting = deliveries.values();
  const sender = async () => {
    for (const delivery of waiting) acceptedAt.push(await post(delivery));
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return acceptedAt;
}

async function steadily(perSecond: number): Promise<number[]> {
  const began = performance.now();
  const answers: Promise<number>[] = [];
  for (const [i, delivery] of deliveries.entries()) {
    const early = began + (i * 1000) / perSecond - performance.now();
    if (early > 0) await setTimeout(early);
    answers.push(post(delivery));
  }
  return Promise.all(answers);
}

/** @returns when the answer was there */
async function post({ name, path, headers, body }: Delivery): Promise<number> {
  const answer = await exchange({ method: 'POST', path, headers, body: Buffer.from(body) });
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${name} to ${path}: expected it to be accepted, came ${answer.status} ${answer.body.toString().slice(0, 200)}`);
  return now();
}
