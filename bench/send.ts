import { setTimeout } from 'node:timers/promises';
import { httpExchange } from '../local/gateway/exchange.ts';
import type { Traffic } from './traffic.ts';

/** Senders at the same time. */
export const SENDERS = 16;

/** Sends everything as fast as the doors take it. @returns when each was accepted, in `performance.now()` @throws where a door refuses one */
export async function sendAtOnce(url: string, traffic: Traffic): Promise<number[]> {
  const post = poster(url);
  const acceptedAt: number[] = [];
  const waiting = traffic.values();
  const sender = async () => {
    // One iterator for all senders: each takes the next.
    for (const make of waiting) acceptedAt.push(await post(make()));
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return acceptedAt;
}

/** Sends `perSecond` items a second whether the doors answer or not, as customers do. */
export async function sendSteadily(url: string, traffic: Traffic, perSecond: number): Promise<number[]> {
  const post = poster(url);
  const began = performance.now();
  const answers: Promise<number>[] = [];
  for (const [i, make] of traffic.entries()) {
    const early = began + (i * 1000) / perSecond - performance.now();
    if (early > 0) await setTimeout(early);
    answers.push(post(make()));
  }
  return Promise.all(answers);
}

function poster(url: string) {
  const exchange = httpExchange(url);
  return async ({ name, path, headers, body }: ReturnType<Traffic[number]>): Promise<number> => {
    const answer = await exchange({ method: 'POST', path, headers, body: Buffer.from(body) });
    if (answer.status < 200 || answer.status > 299)
      throw new Error(`${name} to ${path}: expected it to be accepted, came ${answer.status} ${answer.body.toString().slice(0, 200)}`);
    return performance.now();
  };
}
