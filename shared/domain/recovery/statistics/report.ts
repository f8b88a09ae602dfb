import * as z from 'zod/mini';
import { Instant } from '../../feedback.ts';
import { PlainDay } from '../facts.ts';
import { Money } from '../money.ts';
import { DeadlineKind } from '../policy.ts';

/** The monthly case statistics (R9) as data: what the API answers, and what CSV and mail are made from. */

const Count = z.int().check(z.minimum(0));
/** With its 95 % interval. */
const Estimate = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });

/** A month of the business's zone. */
export const Month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month, YYYY-MM'));

/** What became of some closed cases. Ratios with their interval are absent where fewer than ten stand behind them. */
export const CaseFigures = z.strictObject({
  closed: Count,
  founded: Count,
  partlyFounded: Count,
  unfounded: Count,
  /** Closed without a decision: withdrawn, a duplicate, no complaint. */
  undecided: Count,
  /** Part of the decided ones that were founded or partly so. */
  foundedRatio: z.optional(Estimate),
  /** What customers accepted, or got unasked for a broken promise: one sum for each currency. */
  compensation: z.array(Money),
  deadlinesMet: Count,
  deadlinesBreached: Count,
  inTimeRatio: z.optional(Estimate),
  /** Cases that were opened again at least once. */
  reopened: Count,
  /** Business time until the last solution, over all rounds and without pauses, in hours; `n` cases have one. */
  hoursToSolve: z.strictObject({ n: Count, median: z.optional(z.number()), p90: z.optional(z.number()) }),
  /** 0–100, of those who told both: before the case, after it, and the mean difference within a customer. */
  satisfaction: z.strictObject({
    n: Count,
    before: z.optional(z.number()),
    after: z.optional(z.number()),
    change: z.optional(Estimate),
  }),
});
export type CaseFigures = z.infer<typeof CaseFigures>;

/** One department, cause, product, owner or team. `id` is absent where the case names none. */
export const CaseRow = z.extend(CaseFigures, {
  id: z.optional(z.string()),
  /** Part of all closed cases of the month, 0 … 1. */
  share: z.number(),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const EFFECTS = ['fell', 'rose', 'no-clear-change', 'too-early'] as const;

/** Did cases of a cause become fewer after a measure was done (R8)? */
export const MeasureEffect = z.strictObject({
  /** Cases of this cause opened in so many days before the measure was done, and after. */
  before: Count,
  daysBefore: Count,
  after: Count,
  daysAfter: Count,
  /** Cases opened after it whose cause nobody has decided yet: at its upper end, the interval counts all of them. */
  undecidedAfter: Count,
  /** Rate after over rate before, with its interval; absent where nothing came before. */
  ratio: z.optional(z.strictObject({ value: z.number(), low: z.number(), high: z.optional(z.number()) })),
  verdict: z.enum(EFFECTS),
});
export type MeasureEffect = z.infer<typeof MeasureEffect>;

export const MEASURE_STATES = ['planned', 'overdue', 'done', 'effective', 'not-effective'] as const;

export const MeasureRow = z.strictObject({
  caseNumber: z.string(),
  id: z.string(),
  what: z.string(),
  cause: z.optional(z.string()),
  department: z.optional(z.string()),
  owner: z.string(),
  dueOn: PlainDay,
  state: z.enum(MEASURE_STATES),
  doneAt: z.optional(Instant),
  effect: z.optional(MeasureEffect),
});
export type MeasureRow = z.infer<typeof MeasureRow>;

/** Open cases past a deadline, of a liable department; absent: of those without a decision. */
export const OverdueRow = z.strictObject({ department: z.optional(z.string()), cases: Count, longestDays: Count });

export const CaseStatistics = z.strictObject({
  month: Month,
  timeZone: z.string(),
  /** When it was made: open cases and measures are as of then. */
  at: Instant,
  total: CaseFigures,
  departments: z.array(CaseRow),
  causes: z.array(CaseRow),
  products: z.array(CaseRow),
  owners: z.array(CaseRow),
  teams: z.array(CaseRow),
  deadlines: z.array(z.strictObject({ kind: DeadlineKind, met: Count, breached: Count })),
  overdue: z.array(OverdueRow),
  /** Cases that owe no corrective action, decided on the record (R8). */
  exempt: Count,
  /** Founded ones in our responsibility that have neither a measure nor an exemption. */
  withoutMeasure: Count,
  measures: z.array(MeasureRow),
  /** More cases than are read: the figures are of a part. */
  isCut: z.boolean(),
});
export type CaseStatistics = z.infer<typeof CaseStatistics>;
