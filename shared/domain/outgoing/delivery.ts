import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';

/** Bytes of UTF-8 that a payload may have: what receivers commonly take, and far below what an item holds. */
export const MAX_PAYLOAD_BYTES = 256 * 1024;
/** Attempts that a delivery remembers: ten of each round. */
const MAX_LOGGED = 40;

/**
 * due → delivered | failed (all attempts used, or it cannot be sent) | held (its endpoint is disabled or gone). From each of them a replay makes it due.
 */
export const DELIVERY_STATES = ['due', 'delivered', 'failed', 'held'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why no status came back: a closed list, so that nothing of what the other side said gets into a log. */
export const FAILURE_CODES = [
  /** The host resolves to an address that is not public, or the URL is not https. */
  'refused-address',
  'host-not-found',
  'timeout',
  'tls',
  'connection',
  /** The secret is missing or malformed. */
  'not-set-up',
  /** A chat service answered 2xx and said in the body that it did not take the message. */
  'refused-by-service',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** One attempt: an HTTP status, or the code of what kept it from one. */
export const Attempt = z.strictObject({
  at: Instant,
  /** Milliseconds from the start to the answer or the failure. */
  ms: z.int(),
  status: z.optional(z.int()),
  failure: z.optional(z.enum(FAILURE_CODES)),
});
export type Attempt = z.infer<typeof Attempt>;

/** One event on its way to one endpoint. */
export const Delivery = z.strictObject({
  /** `{endpoint}:{event id}`: the same event can never make two for one endpoint. */
  id: z.string().check(z.maxLength(300)),
  endpoint: z.string(),
  /** Goes out as `webhook-id`, in every attempt and every replay. */
  eventId: z.string(),
  eventType: z.string(),
  /** The body, byte by byte as it is signed; empty where it was too large to be sent. */
  payload: z.string(),
  state: z.enum(DELIVERY_STATES),
  createdAt: Instant,
  dueAt: Instant,
  /** Attempts begun since it was made or last replayed. */
  attempts: z.int(),
  replays: z.int(),
  /** Set while an attempt is under way, or was and its process died. */
  startedAt: z.optional(Instant),
  endedAt: z.optional(Instant),
  /** Why it failed or is held. */
  reason: z.optional(z.string()),
  /** Oldest first. */
  log: z.array(Attempt),
});
export type Delivery = z.infer<typeof Delivery>;

/** What is told of: an `AmendsEvent`, of whichever type. */
export interface Happening {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly data: unknown;
}

export const deliveryId = (endpoint: string, eventId: string) => `${endpoint}:${eventId}`;

/** The delivery of an event to an endpoint, due now; one that is too large to be sent has failed already, visibly. */
export function newDelivery(event: Happening, endpoint: string, now: string): Delivery {
  const payload = JSON.stringify(event);
  const isTooLarge = new TextEncoder().encode(payload).length > MAX_PAYLOAD_BYTES;
  return {
    id: deliveryId(endpoint, event.id),
    endpoint,
    eventId: event.id,
    eventType: event.type,
    payload: isTooLarge ? '' : payload,
    state: isTooLarge ? 'failed' : 'due',
    createdAt: now,
    dueAt: now,
    attempts: 0,
    replays: 0,
    log: [],
    ...(isTooLarge ? { endedAt: now, reason: 'payload-too-large' } : {}),
  };
}

/** The log with one attempt more; the oldest go where there are too many. */
export const withAttempt = (log: readonly Attempt[], attempt: Attempt): Attempt[] => [...log, attempt].slice(-MAX_LOGGED);
