import { Temporal } from 'temporal-polyfill';
import type { Case } from '../recovery/case.ts';
import type { Severity } from '../understand/understanding.ts';

export interface OverdueCase {
  readonly number: string;
  readonly severity: Severity;
  /** Agent id. */
  readonly owner: string;
  /** What is late: nobody has taken it up, or it is not solved. */
  readonly missed: 'acknowledgement' | 'resolution';
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

/** A case that nobody has taken up is told as that, even where its solution is late as well: it is the older failure. */
function overdueOf(item: Case, at: string): OverdueCase | undefined {
  if (item.state === 'resolved') return undefined;
  const isTakenUp = item.acknowledgedAt !== undefined;
  const dueAt = isTakenUp ? item.resolveDueAt : item.acknowledgeDueAt;
  if (dueAt >= at) return undefined;
  return {
    number: item.number,
    severity: item.severity,
    owner: item.owner,
    missed: isTakenUp ? 'resolution' : 'acknowledgement',
    dueAt,
    minutesOver: Math.floor(Temporal.Instant.from(at).since(Temporal.Instant.from(dueAt)).total('minutes')),
  };
}
