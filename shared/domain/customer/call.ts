import * as z from 'zod/mini';
import { Actor } from '../actor.ts';
import { Instant } from '../feedback.ts';
import { Tier } from '../recovery/policy.ts';
import { cleanText } from '../text.ts';

const Months = z.int().check(z.minimum(1), z.maximum(24));

/** How often customers are called who have nothing to complain of (R7, 回访计划). Only who allows contact is called. */
export const CallPlan = z.strictObject({
  /** Whom it is for; everybody where absent. */
  tier: z.optional(Tier),
  /** In the first year after they came first. */
  firstYearEveryMonths: z._default(Months, 1),
  thenEveryMonths: z._default(Months, 3),
});
export type CallPlan = z.infer<typeof CallPlan>;

export const CALL_OUTCOMES = ['reached', 'not-reached'] as const;

const MAX_NOTE = 500;
/** What was said: it stays in the customer's file, and goes with it when the person is erased. */
export const CallNote = z.string().check(
  z.overwrite((words) => cleanText(words, MAX_NOTE + 1).text),
  z.minLength(1, 'expected at least one character; leave it out where there is nothing to say'),
  z.maxLength(MAX_NOTE, `expected at most ${MAX_NOTE} characters`),
);

/** One call by plan, as somebody of ours wrote it down. */
export const PlannedCall = z.strictObject({ at: Instant, by: Actor, outcome: z.enum(CALL_OUTCOMES), note: z.optional(CallNote) });
export type PlannedCall = z.infer<typeof PlannedCall>;
