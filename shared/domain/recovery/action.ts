import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';
import { Language } from '../language.ts';

/**
 * One outward thing to do, once. `id` names what it is for, so the same cause can never make two:
 * `{case}:acknowledgement`, `{case}:owner-notice`, `digest:{id}:{start}`.
 *
 * due → sending → done | unknown | refused, or back to due after a definite failure. `unknown`: it may have gone out; it is never sent again
 * and SES's own events settle it. `refused`: it must not go out (suppressed address, daily limit), with the reason.
 */
export const ACTION_STATES = ['due', 'sending', 'done', 'unknown', 'refused'] as const;

const base = {
  id: z.string().check(z.maxLength(120)),
  state: z.enum(ACTION_STATES),
  dueAt: Instant,
  /** Definite failures so far. */
  attempts: z.int(),
  startedAt: z.optional(Instant),
  endedAt: z.optional(Instant),
  /** Why it was refused or last failed: a code, never text of a customer. */
  reason: z.optional(z.string()),
  /** What SES called the message. */
  sesMessageId: z.optional(z.string()),
};

export const Action = z.discriminatedUnion('kind', [
  /** To the customer: we have heard you, this is your number, this comes by when. */
  z.strictObject({ ...base, kind: z.literal('acknowledgement'), caseNumber: z.string() }),
  /** To the owner: there is a new case, due by then. */
  z.strictObject({ ...base, kind: z.literal('owner-notice'), caseNumber: z.string() }),
  /** To managers: rendered already. */
  z.strictObject({
    ...base,
    kind: z.literal('digest'),
    language: Language,
    to: z.array(z.string()),
    subject: z.string(),
    html: z.string(),
    text: z.string(),
  }),
]);
export type Action = z.infer<typeof Action>;

const TAG_VALUE = /^[A-Za-z0-9_@-]{1,256}$/;

/**
 * The id as the value of an SES message tag, which may hold only A–Z a–z 0–9 _ - . @ (SES API, MessageTag). Ids hold colons: they become dots.
 * @throws Error where the id holds a dot or another character that would not come back as it was.
 */
export function actionTag(id: string): string {
  const parts = id.split(':');
  if (!parts.every((part) => TAG_VALUE.test(part))) {
    throw new Error('action id: expected parts of A–Z, a–z, 0–9, "_", "-" and "@" separated by ":", or it cannot travel as a message tag');
  }
  return parts.join('.');
}

/** The id that an SES event's `action` tag names. */
export const actionIdOfTag = (tag: string): string => tag.replaceAll('.', ':');
