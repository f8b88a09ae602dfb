import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';

/** An endpoint that has taken nothing for so long is disabled. Milliseconds. */
export const DISABLED_AFTER_MS = 5 * 86_400_000;
/** So is one to which so many deliveries in a row used up all their attempts. */
export const DISABLED_AFTER_EXHAUSTED = 5;
/** A chat room that refuses is left alone for a minute, then two, four and so on, at most this long. Milliseconds. */
const MAX_NOTICE_PAUSE_MS = 3_600_000;

export const DISABLING_REASONS = ['gone', 'failing', 'exhausted'] as const;
export type DisablingReason = (typeof DISABLING_REASONS)[number];

/** How an endpoint or a chat room has been doing. What has never failed has none, which is as good. */
export const Health = z.strictObject({
  id: z.string(),
  isDisabled: z.boolean(),
  /** Why it is disabled. */
  reason: z.optional(z.enum(DISABLING_REASONS)),
  /** When it was last disabled or enabled, and by whom: `system`, or an agent. */
  changedAt: z.optional(Instant),
  changedBy: z.optional(z.string()),
  /** Since when nothing got through. */
  failingSince: z.optional(Instant),
  /** Failures in a row. */
  failures: z.int(),
  /** Deliveries in a row that used up all their attempts. */
  exhausted: z.int(),
  /** Status or code of the last failure. */
  lastFailure: z.optional(z.string()),
  lastFailureAt: z.optional(Instant),
  /** Chat rooms: no message before. */
  notBefore: z.optional(Instant),
});
export type Health = z.infer<typeof Health>;

export const healthy = (id: string): Health => ({ id, isDisabled: false, failures: 0, exhausted: 0 });

export const isUnharmed = ({ failures, exhausted, failingSince }: Health) =>
  failures === 0 && exhausted === 0 && failingSince === undefined;

/**
 * Whether an endpoint is to be disabled after a failure, and why.
 * @param failingLimit instant `DISABLED_AFTER_MS` ago.
 */
export function reasonToDisable(health: Health, isGone: boolean, failingLimit: string): DisablingReason | undefined {
  if (isGone) return 'gone';
  if (health.exhausted >= DISABLED_AFTER_EXHAUSTED) return 'exhausted';
  return health.failingSince !== undefined && health.failingSince <= failingLimit ? 'failing' : undefined;
}

/** How long a chat room is left alone after so many failures in a row. Milliseconds. */
export const noticePauseMs = (failures: number, retryAfterMs = 0) =>
  Math.min(Math.max(60_000 * 2 ** Math.max(0, failures - 1), retryAfterMs), MAX_NOTICE_PAUSE_MS);
