import { Temporal } from 'temporal-polyfill';
import { type Case, type Deadline, isOpen } from './case.ts';
import { reachedAt } from './clock.ts';
import { isOverdue, ownPromises, runningDeadlines } from './next-due.ts';
import type { BusinessCalendar } from './policy.ts';

/**
 * How an open case stands against its clock. `breached`: a deadline that runs, or a promise of our own, is over. `at-risk`: three quarters of one
 * have run. `waiting`: for the customer. Of several that hold, the first of these.
 */
export const STANDINGS = ['breached', 'at-risk', 'waiting', 'on-track'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Percent of its time at which a deadline or promise is at risk: the owner is warned of a deadline then (R6). */
const AT_RISK_PERCENT = 75;

/**
 * How it stands at `now`; undefined where it has ended.
 * @param calendar in which its deadlines of business time run.
 */
export function standingOf(value: Case, now: string, calendar: BusinessCalendar): Standing | undefined {
  if (!isOpen(value)) return undefined;
  if (isOverdue(value, now)) return 'breached';
  const isAtRisk =
    runningDeadlines(value).some((one) => isNear(one, now, calendar)) || ownPromises(value).some((one) => isPromiseNear(one, now));
  if (isAtRisk) return 'at-risk';
  return value.pause === undefined ? 'on-track' : 'waiting';
}

function isNear(deadline: Deadline, now: string, calendar: BusinessCalendar): boolean {
  const { since = now, ranMs, totalMs } = deadline;
  // Business time never runs faster than the calendar's: most cases of a long list need no look at holidays.
  if (ranMs + elapsedMs(since, now) < (totalMs * AT_RISK_PERCENT) / 100) return false;
  const at = reachedAt(deadline, AT_RISK_PERCENT, calendar);
  return at !== undefined && at <= now;
}

const isPromiseNear = ({ at, dueAt }: Case['commitments'][number], now: string): boolean =>
  elapsedMs(at, now) >= (elapsedMs(at, dueAt) * AT_RISK_PERCENT) / 100;

const elapsedMs = (from: string, to: string): number =>
  Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;
