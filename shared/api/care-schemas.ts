import * as z from 'zod/mini';
import { CALL_OUTCOMES, CallNote, PlannedCall } from '../domain/customer/call.ts';
import { Customer } from '../domain/customer/file.ts';
import { Instant } from '../domain/feedback.ts';
import { Language } from '../domain/language.ts';
import { CaseNumber } from '../domain/recovery/facts.ts';
import { Tier } from '../domain/recovery/policy.ts';
import { Day, PageQuery } from './schemas.ts';

/** Without a day: what is due today or overdue. */
export const CallsQuery = z.strictObject({ ...PageQuery.shape, until: z.optional(Day) });

/** A customer who is to be called by plan (R7). */
export const DueCall = z.strictObject({
  customerKey: z.string(),
  /** `YYYY-MM-DD`; in the past: overdue. */
  nextCallOn: z.string(),
  name: Customer.shape.name,
  phone: Customer.shape.phone,
  language: Language,
  branch: Customer.shape.branch,
  tier: Tier,
  lastCall: z.optional(z.omit(PlannedCall, { note: true })),
  /** While one is open nobody calls besides: whoever works it speaks with the customer. */
  openCases: z.array(z.string()),
});
export const CallPage = z.strictObject({ items: z.array(DueCall), cursor: PageQuery.shape.cursor });
export type CallPage = z.infer<typeof CallPage>;

export const CallDone = z.strictObject({
  /** When it was; now where absent. */
  at: z.optional(Instant),
  outcome: z.enum(CALL_OUTCOMES),
  note: z.optional(CallNote),
});

export const RepliesQuery = z.strictObject({
  case: CaseNumber.check(z.maxLength(12)),
  /** To answer in; that of the case where absent. */
  language: z.optional(Language),
});

export const ReplyList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      /** Written for the cause or a topic of this case. */
      isFitting: z.boolean(),
    }),
  ),
});
