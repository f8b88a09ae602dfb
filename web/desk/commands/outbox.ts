import * as z from 'zod/mini';
import { keep, kept } from '../../browser/kept.ts';
import { token } from '../../browser/session.ts';
import type { CaseCommand } from '../api-types.ts';
import { carryOut, type Order, type Outcome } from './send.ts';

/** So long what goes to a customer can be taken back, in milliseconds. */
export const HELD_MS = 10_000;
const KEPT_AS = 'amends.outbox';

/** `held`: it goes out at `at`. `stuck`: there was no connection; it goes out when there is one. */
export interface Held extends Order {
  readonly at: number;
  readonly actor: string;
  readonly state: 'held' | 'sending' | 'stuck';
}

const Kept = z.array(
  z.object({
    number: z.string(),
    version: z.number(),
    key: z.string(),
    // Written by this page into its own tab's storage.
    command: z.custom<CaseCommand>((value) => typeof value === 'object' && value !== null && 'type' in value),
    at: z.number(),
    actor: z.string(),
    state: z.enum(['held', 'sending', 'stuck']),
  }),
);

let entries: readonly Held[] = [];
const listeners = new Set<() => void>();
const settled = new Set<(order: Order, outcome: Outcome) => void>();
const timers = new Map<string, number>();
const sendings = new Map<string, Promise<void>>();
/** At hand for the moment in which the page is left: there is no time to ask for one then. */
let tokenAtHand = '';

function put(next: readonly Held[]): void {
  entries = next;
  if (next.length === 0) sessionStorage.removeItem(KEPT_AS);
  else keep(KEPT_AS, next);
  for (const tell of listeners) tell();
}

const without = (key: string) => entries.filter((one) => one.key !== key);
const as = (key: string, state: Held['state']) => entries.map((one) => (one.key === key ? { ...one, state } : one));

export const held = (): readonly Held[] => entries;

export function onOutbox(change: () => void, end: (order: Order, outcome: Outcome) => void): () => void {
  listeners.add(change);
  settled.add(end);
  return () => {
    listeners.delete(change);
    settled.delete(end);
  };
}

/** Keeps an order for ten seconds, then gives it. */
export function hold(order: Order, actor: string): void {
  put([...without(order.key), { ...order, actor, at: Date.now() + HELD_MS, state: 'held' }]);
  schedule(order.key, HELD_MS);
  void token().then(
    (idToken) => {
      tokenAtHand = idToken;
    },
    // It will be asked for again when the order is given, and failing is told then.
    () => undefined,
  );
}

function schedule(key: string, ms: number): void {
  timers.set(
    key,
    window.setTimeout(() => void sendNow(key), ms),
  );
}

/** Takes an order back. @returns false where it is on its way already. */
export function takeBack(key: string): boolean {
  const entry = entries.find((one) => one.key === key);
  if (entry === undefined || entry.state === 'sending') return false;
  window.clearTimeout(timers.get(key));
  put(without(key));
  return true;
}

export function sendNow(key: string): Promise<void> {
  const going = sendings.get(key);
  if (going !== undefined) return going;
  const sending = dispatch(key).finally(() => sendings.delete(key));
  sendings.set(key, sending);
  return sending;
}

async function dispatch(key: string): Promise<void> {
  const entry = entries.find((one) => one.key === key);
  if (entry === undefined) return;
  window.clearTimeout(timers.get(key));
  put(as(key, 'sending'));
  const outcome = await carryOut(entry, entry.actor);
  const isUnreached = outcome.state === 'failed' && ['offline', 'slow', 'session', 'too-many', 'broken'].includes(outcome.fault.kind);
  // The answer may be lost and not the order: it stays under its key, by which it is done once.
  put(isUnreached ? as(key, 'stuck') : without(key));
  for (const tell of settled) tell(entry, outcome);
}

/** Gives what is held for a case, in order: what comes next is decided on the state after it. */
export async function flush(number: string): Promise<void> {
  for (const { key } of entries.filter((one) => one.number === number)) await sendNow(key);
}

/** The page is being left: all goes out at once, also without an answer. It stays kept: should the page come back it is given again, by the same key. */
function leave(): void {
  for (const { number, version, key, command, state } of entries) {
    if (state === 'sending' || tokenAtHand === '') continue;
    void fetch(`/api/cases/${encodeURIComponent(number)}/commands`, {
      method: 'POST',
      keepalive: true,
      headers: {
        authorization: `Bearer ${tokenAtHand}`,
        'content-type': 'application/json',
        'if-match': `"${version}"`,
        'idempotency-key': key,
      },
      body: JSON.stringify(command),
    }).catch(() => undefined);
  }
}

const retryStuck = () => {
  for (const { key, state } of entries) if (state === 'stuck') void sendNow(key);
};

/**
 * Takes up what an earlier life of this tab left: it was given when the page was left, and is given again by the same key.
 * @param actor who is signed in now: what somebody else left here is not given in their name.
 */
export function openOutbox(actor: string): void {
  put((kept(KEPT_AS, Kept) ?? []).filter((one) => one.actor === actor).map((one) => ({ ...one, state: 'stuck' as const })));
  window.addEventListener('pagehide', leave);
  window.addEventListener('online', retryStuck);
  retryStuck();
}
