import { Temporal } from 'temporal-polyfill';
import type { Flag } from '../../understand/understanding.ts';
import { type Case, type Commitment, deadlineOf } from '../case.ts';
import { durationFor, startDeadline } from '../clock.ts';
import type { CaseCommand, VIAS } from '../command.ts';
import type { Course } from '../course.ts';
import type { DeadlineKind } from '../policy.ts';
import { refuse, refuseField } from '../refusal.ts';

export type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;
export type Via = (typeof VIAS)[number];

/** Matters that reach the head at once (R6). */
export const SERIOUS_FLAGS: readonly Flag[] = ['danger', 'law', 'regulator', 'press', 'several-customers'];

/** Who does a human thing on a case that nobody had taken up has taken it up. */
export function acknowledges(course: Course): void {
  const { state, now } = course;
  if (state.acknowledgedAt !== undefined) return;
  const due = deadlineOf(state, 'acknowledge');
  course.happens('CaseAcknowledged', { inTime: due === undefined || now <= due.dueAt }).ends(['acknowledge']);
}

/** @throws AmendsError 409 `customer-unreachable` where words were to go by mail and no mail reaches this customer. */
export function checkVia({ state }: Course, via: Via): void {
  if (via !== 'mail') return;
  if (!state.isReachable) {
    throw refuse(
      'customer-unreachable',
      `The customer of case ${state.number} left no address that we may write to. Say it another way, and name it in "via".`,
    );
  }
  if (state.undeliverable !== undefined) {
    throw refuse(
      'customer-unreachable',
      `Mail to the customer of case ${state.number} comes back (${state.undeliverable.reason}). Say it another way, and name it in "via".`,
    );
  }
}

/** @throws AmendsError 422 for a time that is over. */
export function refusePast(field: string, instant: string, { now }: Course): void {
  if (instant <= now) throw refuseField(field, 'expected a time that is still to come');
}

/** A time promised to the customer, on the record. */
export function commit(course: Course, { what, dueAt, deadline }: Pick<Commitment, 'what' | 'dueAt' | 'deadline'>, via: Via): void {
  const id = `p${course.state.commitments.length + 1}`;
  course.happens('CommitmentMade', { commitment: { id, what, dueAt, deadline, at: course.now, by: course.by, state: 'open' }, via });
}

/** Starts a deadline, where the policy sets one for this case. One of the kind that runs already goes on: it is missed or met, never replaced. */
export function starts(course: Course, kind: DeadlineKind): void {
  const standing = deadlineOf(course.state, kind);
  if (standing !== undefined && standing.endedAt === undefined) return;
  const { sla, calendar } = course.context.settings;
  const duration = durationFor(kind, course.state, sla);
  if (duration === undefined) return;
  course.happens('DeadlinesSet', { deadlines: [startDeadline(kind, course.state.round, duration, course.now, calendar).deadline] });
}

/**
 * A case is not ended over an agent's promise or an offer that stands: the promise would fall silently, the offer's money stay taken from the budget.
 * @throws AmendsError 409 `open-promise`, `approval-pending` or `open-offer`.
 */
export function checkNothingOpen({ state }: Course): void {
  const promised = state.commitments.find((one) => one.state === 'open' && one.deadline === undefined);
  if (promised !== undefined)
    throw refuse('open-promise', `Promise ${promised.id} of case ${state.number} is open until ${promised.dueAt}. Keep it first.`);
  const pending = state.offers.find((one) => one.state === 'awaiting-approval');
  if (pending !== undefined)
    throw refuse('approval-pending', `Offer ${pending.id} of case ${state.number} waits for approval. Withdraw it first.`);
  if (state.offers.some((one) => one.state === 'offered'))
    throw refuse('open-offer', `Case ${state.number} has an offer that nobody has answered. Withdraw it first.`);
}

/** `YYYY-MM` of an instant in a zone. */
export const monthOf = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth().toString();

/** Closes it, and with it all that still runs. */
export function closes(course: Course, reason: NonNullable<Case['closingReason']>, note?: string): void {
  const { timeZone } = course.context.settings;
  course.ends(RUNNING_AT_CLOSE, 'dropped').happens('CaseClosed', { reason, note, closedIn: monthOf(course.now, timeZone) });
}

const RUNNING_AT_CLOSE: readonly DeadlineKind[] = [
  'acknowledge',
  'first-answer',
  'finding',
  'offer',
  'solution',
  'approval',
  'follow-up',
  'report',
];
