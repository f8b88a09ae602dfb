import { Temporal } from 'temporal-polyfill';
import { type Case, type Deadline, deadlineOf, isOpen } from '../recovery/case.ts';
import { DEADLINE_KINDS, type DeadlineKind } from '../recovery/policy.ts';
import type { Severity } from '../understand/understanding.ts';

export interface OverdueCase {
  readonly number: string;
  readonly severity: Severity;
  /** Agent id. */
  readonly owner: string;
  /** What is late. */
  readonly missed: DeadlineKind;
  readonly dueAt: string;
  /** By how much, in whole minutes of the clock on the wall (not business time): what the customer has waited. */
  readonly minutesOver: number;
}

/** The cases that are past a deadline at `at`: the most severe first, then the longest overdue. */
export function overdueCases(openCases: readonly Case[], at: string): OverdueCase[] {
  return openCases
    .flatMap((item) => overdueOf(item, at) ?? [])
    .sort((a, b) => b.severity - a.severity || b.minutesOver - a.minutesOver || (a.number < b.number ? -1 : 1));
}

/** A case is told by what has been late for the longest: that nobody took it up, even where its solution is late as well. */
function overdueOf(item: Case, at: string): OverdueCase | undefined {
  if (!isOpen(item)) return undefined;
  const late = DEADLINE_KINDS.flatMap((kind) => deadlineOf(item, kind) ?? []).filter((deadline) => isLate(deadline, at));
  const [first] = late.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  if (first === undefined) return undefined;
  const { kind, dueAt } = first;
  return {
    number: item.number,
    severity: item.severity,
    owner: item.owner,
    missed: kind,
    dueAt,
    minutesOver: Math.floor(Temporal.Instant.from(at).since(Temporal.Instant.from(dueAt)).total('minutes')),
  };
}

/** One that stands still while the customer's answer is awaited is not late; a statute's, which nothing stops, may be. */
const isLate = ({ since, endedAt, dueAt }: Deadline, at: string) => since !== undefined && endedAt === undefined && dueAt < at;
