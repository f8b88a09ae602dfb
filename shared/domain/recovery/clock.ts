import { Temporal } from 'temporal-polyfill';
import { addBusinessMs, addDuration, businessMsBetween } from './calendar.ts';
import type { Case, Deadline } from './case.ts';
import { parseDuration } from './duration.ts';
import { type BusinessCalendar, type DeadlineKind, type SlaPolicy, severityName } from './policy.ts';

/** Percents of a deadline at which somebody hears of it: the owner before, the head at it, management after (R6). */
export const STEPS = [75, 100, 150] as const;

const epoch = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const plus = (instant: string, ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(epoch(instant) + Math.round(ms)).toString({ fractionalSecondDigits: 3 });

/** What a kind of deadline may take for this case; undefined where the policy sets none. A tier's is taken where it has one, then the complex ones. */
export function durationFor(kind: DeadlineKind, value: Pick<Case, 'severity' | 'tier' | 'isComplex'>, sla: SlaPolicy): string | undefined {
  const name = severityName(value.severity);
  const complex = value.isComplex ? sla.complex?.[kind]?.[name] : undefined;
  return complex ?? sla.tiers?.[value.tier]?.[kind]?.[name] ?? sla.deadlines[kind]?.[name];
}

export interface StartedDeadline {
  readonly deadline: Deadline;
  readonly isUncovered: boolean;
}

/** A deadline that starts to run at `at`. Hours and working days count business time, days and weeks the calendar's (statutes: no pause stops them). */
export function startDeadline(
  kind: DeadlineKind,
  round: number,
  duration: string,
  at: string,
  calendar: BusinessCalendar,
): StartedDeadline {
  const parsed = parseDuration(duration);
  const counts = parsed.unit === 'h' || parsed.unit === 'wd' ? 'business' : 'calendar';
  const due = addDuration(calendar, at, parsed);
  const totalMs = counts === 'business' ? businessMsBetween(calendar, at, due.at) : epoch(due.at) - epoch(at);
  return {
    deadline: { kind, round, counts, startedAt: at, totalMs, ranMs: 0, since: at, dueAt: due.at, steps: [] },
    isUncovered: due.isUncovered,
  };
}

/** What has run of it by `at`, in its own counting. */
export function ranBy(deadline: Deadline, at: string, calendar: BusinessCalendar): number {
  const { since, ranMs, counts } = deadline;
  if (since === undefined || at <= since) return ranMs;
  return ranMs + (counts === 'business' ? businessMsBetween(calendar, since, at) : epoch(at) - epoch(since));
}

/** When it reaches so many percent of its time; undefined while it stands still or has ended. */
export function reachedAt(deadline: Deadline, percent: number, calendar: BusinessCalendar): string | undefined {
  const { since, totalMs, ranMs, counts } = deadline;
  if (since === undefined || deadline.endedAt !== undefined) return undefined;
  if (percent === 100) return deadline.dueAt;
  const missing = Math.ceil((totalMs * percent) / 100) - ranMs;
  if (missing <= 0) return since;
  return counts === 'business' ? addBusinessMs(calendar, since, missing).at : plus(since, missing);
}

/** Stands still from `at` on, with what ran. Calendar time is not ours to stop. */
export function pauseDeadline(deadline: Deadline, at: string, calendar: BusinessCalendar): Deadline {
  if (deadline.since === undefined || deadline.endedAt !== undefined || deadline.counts === 'calendar') return deadline;
  const { since: _, ...still } = { ...deadline, ranMs: ranBy(deadline, at, calendar) };
  return still;
}

/** Runs on from `at` with what is left. One that was breached before the pause keeps the time at which it was due. */
export function resumeDeadline(deadline: Deadline, at: string, calendar: BusinessCalendar): Deadline {
  if (deadline.since !== undefined || deadline.endedAt !== undefined) return deadline;
  const left = deadline.totalMs - deadline.ranMs;
  const dueAt = deadline.breachedAt === undefined && left > 0 ? addBusinessMs(calendar, at, left).at : deadline.dueAt;
  return { ...deadline, since: at, dueAt };
}

/** What it was for is done. What it came to, once known, stays. */
export function endDeadline(deadline: Deadline, at: string, outcome: NonNullable<Deadline['outcome']>): Deadline {
  const { since: _, ...rest } = deadline;
  return { ...rest, endedAt: at, outcome: deadline.outcome ?? outcome };
}

/** The next step of a deadline that nobody has taken yet, and when. */
export function nextStep(deadline: Deadline, calendar: BusinessCalendar): { percent: number; at: string } | undefined {
  const percent = STEPS.find((step) => !deadline.steps.includes(step));
  const at = percent === undefined ? undefined : reachedAt(deadline, percent, calendar);
  return percent === undefined || at === undefined ? undefined : { percent, at };
}
