import * as z from 'zod/mini';
import { Actor } from '../actor.ts';
import { AmendsError } from '../errors.ts';
import { FeedbackReceived, Instant, Quarantine } from '../feedback.ts';
import { ShortText } from '../recovery/facts.ts';

/** What somebody decided on something kept aside: it goes the way of all feedback after all, or nowhere. */
export const Judgement = z.strictObject({
  verdict: z.enum(['released', 'discarded']),
  by: Actor,
  at: Instant,
  /** Why it was discarded. */
  reason: z.optional(ShortText),
});
export type Judgement = z.infer<typeof Judgement>;

/** Something that came in and was kept aside. */
export const QuarantinedItem = z.strictObject({
  id: z.string(),
  at: Instant,
  quarantine: Quarantine,
  received: FeedbackReceived,
  /** Absent while it waits for somebody. */
  judgement: z.optional(Judgement),
});
export type QuarantinedItem = z.infer<typeof QuarantinedItem>;

/** Why nobody can release it, by the reason for which it was kept aside. */
const NEVER_RELEASED: Readonly<Record<string, string>> = {
  virus: 'Its mail carries a virus. It stays in the bucket and is never read.',
  'unreadable-mail': 'Nothing of its mail could be read, so there is nothing to work.',
  'same-id-other-content': 'Something else stands under its id. Enter it anew: POST /api/feedback.',
};

/**
 * Decides on it. The same verdict a second time changes nothing: the first stands.
 * @throws AmendsError 409 `judged-otherwise` where the other verdict stands, 409 `not-releasable` where nobody can release it.
 */
export function judgeQuarantined(item: QuarantinedItem, judgement: Judgement): QuarantinedItem {
  const { verdict } = judgement;
  if (item.judgement !== undefined) {
    if (item.judgement.verdict === verdict) return item;
    throw new AmendsError(409, 'judged-otherwise', `It was ${item.judgement.verdict} on ${item.judgement.at}. That stands.`);
  }
  const refusal = verdict === 'released' ? NEVER_RELEASED[item.quarantine.reason] : undefined;
  if (refusal !== undefined) throw new AmendsError(409, 'not-releasable', refusal);
  return { ...item, judgement };
}

/** What a released one is on its way to be worked: as it came, without the mark that kept it aside. */
export function releasedFeedback({ received }: QuarantinedItem): FeedbackReceived {
  const { quarantine: _, ...feedback } = received;
  return feedback;
}
