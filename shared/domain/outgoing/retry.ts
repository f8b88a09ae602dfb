import type { FailureCode } from './delivery.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between attempts, the first of which is made at once: 75 h 35 min 5 s in all. Standard Webhooks, "Deliverability and reliability", proposes these. */
export const RETRY_PAUSES_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;
export const MAX_ATTEMPTS = RETRY_PAUSES_MS.length + 1;

/** What `Retry-After` may ask for, at most. */
export const MAX_RETRY_AFTER_MS = 24 * HOUR;
/** Share of a pause by which it may come out shorter or longer: a thousand deliveries that failed in one second come again over half the pause. */
export const JITTER = 0.25;

/** What came of an attempt. */
export interface Outcome {
  readonly status?: number | undefined;
  readonly failure?: FailureCode | undefined;
  /** Number of the error, where a chat service names one in a body. */
  readonly serviceCode?: number | undefined;
  /** What `Retry-After` asked for. */
  readonly retryAfterMs?: number | undefined;
}

export type Verdict =
  | { readonly kind: 'delivered' }
  /** 410: the receiver wants no more, of anything. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'retry'; readonly pauseMs: number }
  | { readonly kind: 'exhausted' };

/**
 * What follows from an attempt. 2xx is delivered, 410 is gone, everything else (redirects too) is tried again until all attempts are used.
 * The pause is uniform over ±25 % of its place in the schedule; 429 and 503 may ask for longer, up to a day.
 * @param attempts those made, this one included.
 * @param random uniform in [0, 1).
 */
export function verdictOf(attempts: number, { status, retryAfterMs = 0 }: Outcome, random: number): Verdict {
  if (status !== undefined && status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone' };
  const pause = RETRY_PAUSES_MS[attempts - 1];
  if (pause === undefined) return { kind: 'exhausted' };
  const jittered = Math.round(pause * (1 - JITTER + 2 * JITTER * random));
  const asked = status === 429 || status === 503 ? Math.min(retryAfterMs, MAX_RETRY_AFTER_MS) : 0;
  return { kind: 'retry', pauseMs: Math.max(jittered, asked) };
}
