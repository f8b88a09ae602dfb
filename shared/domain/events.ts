import * as z from 'zod/mini';
import { CASE_EVENTS } from './events/case.ts';
import { FEEDBACK_EVENTS, feedbackEvent } from './events/feedback.ts';
import { caseEvent } from './events/tell-case.ts';
import { Feedback } from './feedback.ts';
import { Case } from './recovery/case.ts';
import { CaseEvent } from './recovery/event.ts';

/** What Amends tells the outside world, in its own words. */
export const AmendsEvent = z.discriminatedUnion('type', [...FEEDBACK_EVENTS, ...CASE_EVENTS]);
export type AmendsEvent = z.infer<typeof AmendsEvent>;

const Image = z.object({ type: z.string() });
const FeedbackImage = z.object(Feedback.shape);
const CaseEventImage = z.object({ number: Case.shape.number, version: Case.shape.version, event: CaseEvent });

/**
 * The event that a change of an item of the register is to the outside world; undefined where it is none: removals, the case items
 * themselves (their events tell it), a feedback written again in the same revision, and what is not feedback or a case.
 * @throws ZodError for feedback or a case event that is not as the domain knows it.
 */
export function eventOf(change: { readonly old?: unknown; readonly new?: unknown }): AmendsEvent | undefined {
  if (change.new === undefined) return undefined;
  const { type } = Image.parse(change.new);
  if (type === 'feedback') return eventOfFeedback(change.old, FeedbackImage.parse(change.new));
  if (type !== 'case-event' || change.old !== undefined) return undefined;
  const { number, version, event } = CaseEventImage.parse(change.new);
  return caseEvent(number, version, event);
}

function eventOfFeedback(old: unknown, now: Feedback): AmendsEvent | undefined {
  if (old === undefined) return feedbackEvent('FeedbackRecorded', now);
  return FeedbackImage.parse(old).revision === now.revision ? undefined : feedbackEvent('FeedbackRevised', now);
}
