import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { Delivery } from '../local/demo/senders.ts';
import type { Pace, Sending } from './sender.ts';

/** Senders at the same time. */
export const SENDERS = 16;

const Sent = z.union([z.object({ acceptedAt: z.array(z.number()) }), z.object({ refused: z.string() })]);

/** Sends everything as fast as the doors take it. @returns when each was accepted, see `now` @throws where a door refuses one */
export const sendAtOnce = (url: string, deliveries: readonly Delivery[]) => send(url, deliveries, { senders: SENDERS });

/** Sends so many a second whether the doors answer or not, as customers do. */
export const sendSteadily = (url: string, deliveries: readonly Delivery[], perSecond: number) => send(url, deliveries, { perSecond });

/** A thread of its own: customers do not slow the cloud's own thread down. They share the machine with it all the same. */
async function send(url: string, deliveries: readonly Delivery[], pace: Pace): Promise<number[]> {
  const sending: Sending = { url, deliveries, pace };
  const worker = new Worker(new URL('./sender.ts', import.meta.url), { workerData: sending });
  try {
    const [answer] = await once(worker, 'message');
    const sent = Sent.parse(answer);
    if ('refused' in sent) throw new Error(sent.refused);
    return sent.acceptedAt;
  } finally {
    await worker.terminate();
  }
}

/** Milliseconds on a clock that all threads share and that nobody sets. */
export const now = () => performance.timeOrigin + performance.now();
