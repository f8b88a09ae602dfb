import * as z from 'zod/mini';
import { Metric } from '../feedback.ts';
import { Flag } from '../understand/understanding.ts';

/** A customer is unhappy if any rule holds. The rule's `name` is kept with the case as its reason. */
export const RecoveryRule = z.discriminatedUnion('when', [
  /** A rating of this metric at or below a score of 0–100 (CSAT 2 of 1–5 is 25). */
  z.strictObject({
    name: z.string(),
    when: z.literal('rating'),
    metric: Metric,
    scoreAtMost: z.number().check(z.minimum(0), z.maximum(100)),
  }),
  /** Words read as negative with at least this confidence; `unlessScoreAtLeast` lets a good rating overrule. */
  z.strictObject({
    name: z.string(),
    when: z.literal('sentiment'),
    confidenceAtLeast: z.number().check(z.minimum(0), z.maximum(1)),
    unlessScoreAtLeast: z.optional(z.number().check(z.minimum(0), z.maximum(100))),
  }),
  z.strictObject({ name: z.string(), when: z.literal('severity'), severityAtLeast: z.int().check(z.minimum(1), z.maximum(4)) }),
  z.strictObject({ name: z.string(), when: z.literal('flag'), flags: z.array(Flag).check(z.minLength(1)) }),
]);
export type RecoveryRule = z.infer<typeof RecoveryRule>;

const BusinessHours = z.number().check(z.positive(), z.maximum(2000));

/** Hours of business time from opening, by severity: 4 critical, 3 high, 2 normal, 1 low. */
const BySeverity = z.strictObject({ critical: BusinessHours, high: BusinessHours, normal: BusinessHours, low: BusinessHours });

export const SlaPolicy = z.strictObject({
  calendar: z.string(),
  /** Until a person has taken the case up and said so. */
  acknowledgeWithinHours: BySeverity,
  /** Until the matter is solved. */
  resolveWithinHours: BySeverity,
});
export type SlaPolicy = z.infer<typeof SlaPolicy>;

const WallTime = z.string().check(z.regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'HH:MM'));
const PlainDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD'));

/** Business time. Periods of a day must not overlap; `workdays` are make-up days that count although they fall on a weekend. */
export const BusinessCalendar = z.strictObject({
  /** IANA name, e.g. `Asia/Shanghai`. */
  timeZone: z.string(),
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1)),
  periods: z.array(z.strictObject({ from: WallTime, to: WallTime })).check(z.minLength(1)),
  holidays: z.array(PlainDate),
  workdays: z.array(PlainDate),
  /** Years whose holidays are known. Business time that reaches beyond raises an alarm instead of silently counting plain weekdays. */
  coveredYears: z.array(z.int()).check(z.minLength(1)),
});
export type BusinessCalendar = z.infer<typeof BusinessCalendar>;

export const Agent = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9.-]{0,39}$/)),
  /** As customers see it. */
  name: z.strictObject({ en: z.string(), 'zh-Hans': z.string() }),
  email: z.email(),
  branch: z.optional(z.string()),
});
export type Agent = z.infer<typeof Agent>;
