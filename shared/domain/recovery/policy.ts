import * as z from 'zod/mini';
import { Metric } from '../feedback.ts';
import { Localized } from '../language.ts';
import { Tier } from '../tier.ts';
import { Flag, type Severity, Topic } from '../understand/understanding.ts';
import { DurationText } from './duration.ts';

/** A customer is unhappy if any rule holds. The rule's `name` is kept with the case as its reason. */
export const RecoveryRule = z.discriminatedUnion('when', [
  /** A rating of this metric at or below a score of 0–100 (CSAT 2 of 1–5 is 25). */
  z.strictObject({
    name: z.string(),
    when: z.literal('rating'),
    metric: Metric,
    scoreAtMost: z.number().check(z.minimum(0), z.maximum(100)),
  }),
  /** Any single rating at or below a score of 0–100, whatever it measures: one bad answer among good ones (R10). */
  z.strictObject({ name: z.string(), when: z.literal('item'), scoreAtMost: z.number().check(z.minimum(0), z.maximum(100)) }),
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

/** What runs against the clock of a case. */
export const DEADLINE_KINDS = ['acknowledge', 'first-answer', 'finding', 'offer', 'solution', 'approval', 'report', 'follow-up'] as const;
export const DeadlineKind = z.enum(DEADLINE_KINDS);
export type DeadlineKind = z.infer<typeof DeadlineKind>;

export { TIERS, Tier } from '../tier.ts';

const SEVERITY_NAMES = { 1: 'low', 2: 'normal', 3: 'high', 4: 'critical' } as const;
export const severityName = (severity: Severity) => SEVERITY_NAMES[severity];

const BySeverity = z.strictObject({ critical: DurationText, high: DurationText, normal: DurationText, low: DurationText });
const Deadlines = z.partialRecord(DeadlineKind, BySeverity);

/** How long each thing may take, by severity: `8h` business hours, `5wd` working days, `30d` calendar days, `8w` weeks. What is not named has no deadline. */
export const SlaPolicy = z.strictObject({
  calendar: z.string(),
  deadlines: Deadlines,
  /** Shorter ones for some customers. */
  tiers: z.optional(z.partialRecord(Tier, Deadlines)),
  /** In place of the others for a case that an investigation team works (R2). */
  complex: z.optional(Deadlines),
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

const Id = z.string().check(z.regex(/^[a-z][a-z0-9.-]{0,39}$/));

/** How much somebody may promise by themselves (R5). Each may do all that the one before may. */
export const AUTHORITY_ROLES = ['agent', 'head', 'manager'] as const;
export const AuthorityRole = z.enum(AUTHORITY_ROLES);
export type AuthorityRole = z.infer<typeof AuthorityRole>;

export const Agent = z.strictObject({
  id: Id,
  /** As customers see it. */
  name: Localized,
  email: z.email(),
  branch: z.optional(z.string()),
  authority: z._default(AuthorityRole, 'agent'),
});
export type Agent = z.infer<typeof Agent>;

/** Who works what: the first team whose branch, topics and departments fit a case takes it. Without `branch`, `topics` or `departments` each fits. */
export const Team = z.strictObject({
  id: Id,
  name: Localized,
  branch: z.optional(z.string()),
  topics: z.optional(z.array(Topic).check(z.minLength(1))),
  /** Ids of departments: cases of those whose questions were answered badly (R10). */
  departments: z.optional(z.array(z.string()).check(z.minLength(1))),
  /** Ids of agents. */
  members: z.array(z.string()).check(z.minLength(1)),
  /** Id of the agent who is warned of breaches and hears of serious cases at once. */
  head: z.string(),
  /** Complex cases go to it, and no others. */
  isInvestigation: z.optional(z.boolean()),
});
export type Team = z.infer<typeof Team>;

export const REMEDY_KINDS = ['apology', 'refund', 'replacement', 'voucher', 'redo', 'call-back'] as const;
/** Minor units of the house's currency: fen, cents, yen. */
const MinorUnits = z.int().check(z.minimum(0), z.maximum(1_000_000_000_000));

/** One of the prepared remedies, offered in the order of the config (R5). */
export const Remedy = z.strictObject({
  id: Id,
  kind: z.enum(REMEDY_KINDS),
  title: Localized,
  /** What the customer reads: what they get, and what they have to do for it. */
  text: Localized,
  /** What it costs the house, where the agent names no other amount. */
  amount: z.optional(MinorUnits),
  /** May the agent name another amount? */
  isAmountOpen: z._default(z.boolean(), false),
  causes: z.optional(z.array(z.string()).check(z.minLength(1))),
  tiers: z.optional(z.array(Tier).check(z.minLength(1))),
});
export type Remedy = z.infer<typeof Remedy>;

/** Limits of compensation, in minor units of one currency (R5, 核决权限). */
export const Authority = z.strictObject({
  /** ISO 4217. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code, e.g. "CNY"')),
  /** All that one case may cost, by the role of who offers it. */
  limits: z.strictObject({ agent: MinorUnits, head: MinorUnits, manager: MinorUnits }),
  /** Compensation of a calendar month, by branch; `default` for cases without one of these. Absent: no budget. */
  monthlyBudgets: z.optional(z.record(z.string(), MinorUnits)),
});
export type Authority = z.infer<typeof Authority>;

export const FollowUpPlan = z.strictObject({
  /** When to ask whether it is really solved, each counted from the remedy: one or two times (R7). */
  after: z.array(DurationText).check(z.minLength(1), z.maxLength(2)),
  /** How long to wait for the answer to the last question before the case is closed. */
  closeAfter: DurationText,
});
export type FollowUpPlan = z.infer<typeof FollowUpPlan>;

/** Vocabulary of decisions: departments that may be liable, and causes. */
export const Named = z.array(z.strictObject({ id: Id, name: Localized })).check(z.minLength(1));
