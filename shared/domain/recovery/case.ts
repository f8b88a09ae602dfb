import * as z from 'zod/mini';
import { Actor } from '../actor.ts';
import { Instant } from '../feedback.ts';
import { Language } from '../language.ts';
import { Flag, Severity, Topic } from '../understand/understanding.ts';
import { CaseFacts, CaseNumber, CaseText, PlainDay, ShortText } from './facts.ts';
import { Money } from './money.ts';
import { DeadlineKind, REMEDY_KINDS, Tier } from './policy.ts';

/**
 * Where a case stands. The way is from left to right; what each state lets happen is said in `machine.ts`.
 * `closed` may open again in a new round, `merged` is the end: what it held lives on in another case.
 */
export const CASE_STATES = [
  'opened',
  'acknowledged',
  'investigating',
  'decided',
  'offered',
  'accepted',
  'refused',
  'remedied',
  'followed-up',
  'closed',
  'merged',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What a deadline came to: stored when it happened, and never changed after (it survives close and reopen). */
export const DEADLINE_OUTCOMES = ['met', 'breached', 'dropped'] as const;

/** One deadline of one round. It runs while `since` is there; a pause takes that away and keeps what ran. */
export const Deadline = z.strictObject({
  kind: DeadlineKind,
  round: z.int(),
  /** Business time stands still while the customer's answer is awaited; calendar time, which statutes count, does not. */
  counts: z.enum(['business', 'calendar']),
  startedAt: Instant,
  /** Length, in milliseconds of its own counting. */
  totalMs: z.int(),
  /** What ran before `since`. */
  ranMs: z.int(),
  since: z.optional(Instant),
  /** When it is up, as it now stands; while paused, as it stood. */
  dueAt: Instant,
  /** Percents of its time at which somebody was told: 75, 100, 150, each once. */
  steps: z.array(z.int()),
  outcome: z.optional(z.enum(DEADLINE_OUTCOMES)),
  /** When what it was for was done. */
  endedAt: z.optional(Instant),
  breachedAt: z.optional(Instant),
});
export type Deadline = z.infer<typeof Deadline>;

/** Kinds of disputes and who caused them (R24). */
export const DISPUTE_KINDS = ['quality', 'service', 'price', 'contract'] as const;
export const RESPONSIBILITIES = ['company', 'customer', 'third-party', 'misunderstanding'] as const;
export const VERDICTS = ['founded', 'partly-founded', 'unfounded'] as const;

export const Decision = z.strictObject({
  at: Instant,
  by: Actor,
  round: z.int(),
  verdict: z.enum(VERDICTS),
  /** Ids of the config. */
  department: z.string(),
  cause: z.string(),
  dispute: z.enum(DISPUTE_KINDS),
  responsibility: z.enum(RESPONSIBILITIES),
  /** As it is told to the customer. */
  explanation: CaseText,
});
export type Decision = z.infer<typeof Decision>;

export const OFFER_STATES = ['awaiting-approval', 'offered', 'accepted', 'refused', 'withdrawn', 'rejected'] as const;

/** One remedy put to the customer. An amount counts against limits and budgets while it is not refused, withdrawn or rejected. */
export const Offer = z.strictObject({
  id: z.string().check(z.regex(/^o\d+$/)),
  round: z.int(),
  remedy: z.string(),
  kind: z.enum(REMEDY_KINDS),
  money: z.optional(Money),
  /** A line of the agent's own. */
  note: z.optional(CaseText),
  state: z.enum(OFFER_STATES),
  at: Instant,
  by: Actor,
  /** `YYYY-MM` of the budget it was taken from. */
  budgetMonth: z.string(),
  approvedBy: z.optional(Actor),
  endedAt: z.optional(Instant),
  /** Given without asking, because a promise was broken (R21). */
  isAutomatic: z.optional(z.boolean()),
});
export type Offer = z.infer<typeof Offer>;

/** A time promised to the customer (R2, R21). Those that stand for a deadline move and end with it. */
export const Commitment = z.strictObject({
  id: z.string().check(z.regex(/^p\d+$/)),
  what: ShortText,
  dueAt: Instant,
  at: Instant,
  by: Actor,
  state: z.enum(['open', 'kept', 'broken', 'dropped']),
  /** The deadline it tells the customer of. */
  deadline: z.optional(DeadlineKind),
  /** Told the owner that it is near. */
  isReminded: z.optional(z.boolean()),
  endedAt: z.optional(Instant),
});
export type Commitment = z.infer<typeof Commitment>;

/** One of the planned questions whether it is really solved (R7). */
export const FollowUp = z.strictObject({
  n: z.int(),
  round: z.int(),
  dueAt: Instant,
  askedAt: z.optional(Instant),
  answeredAt: z.optional(Instant),
  isSolved: z.optional(z.boolean()),
  /** 0–100. */
  satisfaction: z.optional(z.number().check(z.minimum(0), z.maximum(100))),
  /** Nobody answered, or the round ended before it was asked. */
  isDropped: z.optional(z.boolean()),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** A corrective action (R8). */
export const Measure = z.strictObject({
  id: z.string().check(z.regex(/^m\d+$/)),
  what: CaseText,
  owner: z.string(),
  dueOn: PlainDay,
  dueAt: Instant,
  at: Instant,
  by: Actor,
  isReminded: z.optional(z.boolean()),
  doneAt: z.optional(Instant),
  checkedAt: z.optional(Instant),
  isEffective: z.optional(z.boolean()),
});
export type Measure = z.infer<typeof Measure>;

/** What a serious case owes the head (R6). */
export const Report = z.strictObject({ cause: CaseText, effect: CaseText, handling: CaseText, prevention: CaseText });
export type Report = z.infer<typeof Report>;

export const CLOSING_REASONS = [
  'followed-up',
  'no-answer-to-follow-up',
  'unreachable',
  'unfounded',
  'withdrawn-by-customer',
  'no-agreement',
  'duplicate',
  'not-a-complaint',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export const Case = z.strictObject({
  number: CaseNumber,
  /** Grows by one with every event; a save states which one it saw. */
  version: z.int(),
  state: z.enum(CASE_STATES),
  /** 1, and one more with every reopening. */
  round: z.int(),
  /** What opened it. */
  feedbackId: z.string(),
  /** What joined it since, oldest first: the customer tells it once (R3). */
  joined: z.array(z.string()),
  customerKey: z.optional(z.string()),
  isReachable: z.boolean(),
  language: Language,
  branch: z.optional(z.string()),
  channel: z.string(),
  survey: z.optional(z.string()),
  topics: z.array(Topic),
  /** Departments whose questions were answered badly: they are asked first, and one of them may be found liable. */
  departments: z.optional(z.array(z.string())),
  severity: Severity,
  flags: z.array(Flag),
  tier: Tier,
  /** Went to the head at once, who is owed a report (R6). */
  isSerious: z.boolean(),
  /** Worked by an investigation team, with the times for that (R2). */
  isComplex: z.boolean(),
  /** Names of the recovery rules that opened it. */
  reasons: z.array(z.string()),
  facts: CaseFacts,
  owner: z.string(),
  team: z.optional(z.string()),
  openedAt: Instant,
  deadlines: z.array(Deadline),
  /** Business time reached a year whose holidays nobody has entered. */
  isCalendarUncovered: z.optional(z.boolean()),
  /** Waiting for the customer. */
  pause: z.optional(z.strictObject({ since: Instant })),
  /** When a person took the case up. Automatic mails do not count. */
  acknowledgedAt: z.optional(Instant),
  isAcknowledgedInTime: z.optional(z.boolean()),
  finding: z.optional(CaseText),
  decision: z.optional(Decision),
  offers: z.array(Offer),
  commitments: z.array(Commitment),
  resolution: z.optional(CaseText),
  /** When it was last solved; gone while it is open again. */
  solvedAt: z.optional(Instant),
  followUps: z.array(FollowUp),
  /** 0–100: of what opened it, and as told in the last follow-up. */
  satisfactionBefore: z.optional(z.number()),
  satisfactionAfter: z.optional(z.number()),
  report: z.optional(Report),
  measures: z.array(Measure),
  /** Accidental slip: no corrective action is owed, decided on the record (R8). */
  exemption: z.optional(z.strictObject({ reason: CaseText, at: Instant, by: Actor })),
  /** Our mail does not reach the customer: the code of why, and the keys under which the address is silenced, where they are known. */
  undeliverable: z.optional(z.strictObject({ at: Instant, reason: z.string(), addressKeys: z.optional(z.array(z.string())) })),
  /** Since when what the customer writes is one mail to the owner: gone where somebody of ours has answered, or another owner has it. */
  heardAt: z.optional(Instant),
  closedAt: z.optional(Instant),
  /** `YYYY-MM` of the closing in the business's zone. */
  closedIn: z.optional(z.string()),
  closingReason: z.optional(z.enum(CLOSING_REASONS)),
  mergedInto: z.optional(CaseNumber),
});
export type Case = z.infer<typeof Case>;

/** Is somebody still working on it? */
export const isOpen = ({ state }: Pick<Case, 'state'>): boolean => state !== 'closed' && state !== 'merged';

/** Does mail reach the customer? */
export const isWithinReach = ({ isReachable, undeliverable }: Pick<Case, 'isReachable' | 'undeliverable'>): boolean =>
  isReachable && undeliverable === undefined;

/** The deadline of this kind that counts now: of the newest round that has one. */
export const deadlineOf = (value: Pick<Case, 'deadlines'>, kind: Deadline['kind']): Deadline | undefined =>
  value.deadlines.findLast((deadline) => deadline.kind === kind);
