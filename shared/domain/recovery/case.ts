import * as z from 'zod/mini';
import { Actor } from '../actor.ts';
import { Instant } from '../feedback.ts';
import { Language } from '../language.ts';
import { cleanText } from '../text.ts';
import { Flag, Severity, Topic } from '../understand/understanding.ts';

export const CASE_STATES = ['opened', 'acknowledged', 'resolved'] as const;

/** `YYMM-NNNN`: year, month, running number in the month (R1). Numbers above 9999 grow a digit. */
export const CaseNumber = z.string().check(z.regex(/^\d{4}-\d{4,}$/));

export const Case = z.strictObject({
  number: CaseNumber,
  /** Grows by one with every event; a save states which one it saw. */
  version: z.int(),
  state: z.enum(CASE_STATES),
  feedbackId: z.string(),
  customerKey: z.optional(z.string()),
  isReachable: z.boolean(),
  language: Language,
  branch: z.optional(z.string()),
  channel: z.string(),
  survey: z.optional(z.string()),
  topics: z.array(Topic),
  severity: Severity,
  flags: z.array(Flag),
  /** Names of the recovery rules that opened it. */
  reasons: z.array(z.string()),
  owner: z.string(),
  openedAt: Instant,
  acknowledgeDueAt: Instant,
  resolveDueAt: Instant,
  /** Business time reached a year whose holidays nobody has entered. */
  isCalendarUncovered: z.optional(z.boolean()),
  /** When a person took the case up. Automatic mails do not count. */
  acknowledgedAt: z.optional(Instant),
  isAcknowledgedInTime: z.optional(z.boolean()),
  resolvedAt: z.optional(Instant),
  resolution: z.optional(z.string()),
});
export type Case = z.infer<typeof Case>;

const by = { at: Instant, by: Actor };

/** What happened to a case, append-only. `CaseOpened` is the first. */
export const CaseEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('CaseOpened'), ...by, case: Case }),
  z.strictObject({ type: z.literal('CaseAcknowledged'), ...by, inTime: z.boolean() }),
  z.strictObject({ type: z.literal('CaseAssigned'), ...by, from: z.string(), to: z.string() }),
  z.strictObject({ type: z.literal('NoteAdded'), ...by, text: z.string() }),
  z.strictObject({ type: z.literal('CaseResolved'), ...by, resolution: z.string() }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;

/** Words of an agent: what was done, or what was found. */
export const CaseText = z.string().check(
  z.overwrite((words) => cleanText(words).text),
  z.minLength(1),
  z.maxLength(5000),
);

/** What an agent may ask for. */
export const CaseCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('acknowledge') }),
  z.strictObject({ type: z.literal('assign'), to: z.string().check(z.minLength(1), z.maxLength(100)) }),
  z.strictObject({ type: z.literal('note'), text: CaseText }),
  z.strictObject({ type: z.literal('resolve'), resolution: CaseText }),
]);
export type CaseCommand = z.infer<typeof CaseCommand>;
