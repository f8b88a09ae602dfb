import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';
import { Language } from '../language.ts';

/**
 * waiting → sent → begun → answered; or withheld (a contact rule, an open case, no consent), or not-reached (bounced, suppressed, refused), each with
 * its reason. What is not answered when it expires stays as it is: `sent` or `begun`.
 */
export const INVITATION_STATES = ['waiting', 'sent', 'begun', 'answered', 'withheld', 'not-reached'] as const;
export const InvitationState = z.enum(INVITATION_STATES);
export type InvitationState = z.infer<typeof InvitationState>;

/** What a page's form holds: names of fields and all that was typed into each, checked only when it is sent for good. */
export const Draft = z.record(z.string().check(z.maxLength(120)), z.array(z.string().check(z.maxLength(5_000))).check(z.maxLength(60)));
export type Draft = z.infer<typeof Draft>;

/** One person asked once by one campaign. Holds no address: that is in the customer's file. */
export const Invitation = z.strictObject({
  /** 130 bits in base32, of the campaign, the person and the cause: the same can never be asked twice. */
  id: z.string().check(z.regex(/^[a-z2-7]{26}$/)),
  campaign: z.string(),
  survey: z.string(),
  /** The version of the survey when it was asked: it is answered in that one, whatever has changed since. */
  surveyVersion: z.int(),
  customerKey: z.string(),
  language: Language,
  branch: z.optional(z.string()),
  /** What it follows: a case's number, or the other system's id of an order. */
  cause: z.optional(z.string().check(z.maxLength(200))),
  state: InvitationState,
  /** Why it is withheld or not reached: a code. */
  reason: z.optional(z.string().check(z.maxLength(60))),
  invitedAt: Instant,
  sentAt: z.optional(Instant),
  /** Reminders that were sent. */
  reminders: z.int(),
  /** Nothing is recorded from then on. */
  expiresAt: Instant,
  begunAt: z.optional(Instant),
  answeredAt: z.optional(Instant),
  /** How often it was answered: 1 the first time, one more with each correction by the customer. It is the revision of the feedback. */
  answers: z.int(),
  /** What was filled in, to go on with or to correct. */
  draft: z.optional(Draft),
  /** One more with each change. */
  version: z.int(),
});
export type Invitation = z.infer<typeof Invitation>;
