import type { NextDue } from '../../shared/api/case-schemas.ts';
import { type Case, isOpen } from '../../shared/domain/recovery/case.ts';

/** What of a case is due next, or has been due longest: deadlines that run, promises, questions to ask and measures. */
export function nextDue(value: Case): NextDue | undefined {
  return dueThings(value).toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/** Is a deadline of it over, or a promise to the customer? */
export const isOverdue = (value: Case, now: string): boolean =>
  isOpen(value) && dueThings(value).some(({ what, at }) => (what === 'deadline' || what === 'promise') && at < now);

function dueThings({ deadlines, commitments, followUps, measures, round, ...value }: Case): NextDue[] {
  const ofMeasures = measures
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ id, dueAt }): NextDue => ({ at: dueAt, what: 'measure', id }));
  if (!isOpen(value)) return ofMeasures;
  return [
    ...ofMeasures,
    ...deadlines
      // While the customer's answer is awaited, it stands still.
      .filter(({ since, endedAt }) => since !== undefined && endedAt === undefined)
      .map(({ kind, dueAt }): NextDue => ({ at: dueAt, what: 'deadline', id: kind })),
    ...commitments
      .filter(({ state, deadline }) => state === 'open' && deadline === undefined)
      .map(({ id, dueAt }): NextDue => ({ at: dueAt, what: 'promise', id })),
    ...followUps
      .filter((one) => one.round === round && one.askedAt === undefined && one.answeredAt === undefined && one.isDropped !== true)
      .map(({ n, dueAt }): NextDue => ({ at: dueAt, what: 'follow-up', id: String(n) })),
  ];
}
