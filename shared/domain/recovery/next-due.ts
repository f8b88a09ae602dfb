import { type Case, isOpen } from './case.ts';

/** What of a case is due next. */
export interface NextDue {
  readonly at: string;
  readonly what: 'deadline' | 'promise' | 'follow-up' | 'measure';
  /** The kind of the deadline, or the id of the promise, follow-up or measure. */
  readonly id: string;
}

/** What of a case is due next, or has been due longest: deadlines that run, promises, questions to ask and measures. */
export function nextDue(value: Case): NextDue | undefined {
  const measures = value.measures
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ id, dueAt }): NextDue => ({ at: dueAt, what: 'measure', id }));
  const things = isOpen(value) ? [...measures, ...againstTheClock(value), ...questionsToAsk(value)] : measures;
  return things.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/** Is a deadline of it over, or a promise to the customer? */
export const isOverdue = (value: Case, now: string): boolean => isOpen(value) && againstTheClock(value).some(({ at }) => at < now);

/** While the customer's answer is awaited, a deadline of business time stands still. */
export const runningDeadlines = ({ deadlines }: Case) =>
  deadlines.filter(({ since, endedAt }) => since !== undefined && endedAt === undefined);

/** Open promises of our own; those that stand for a deadline move and end with it. */
export const ownPromises = ({ commitments }: Case) =>
  commitments.filter(({ state, deadline }) => state === 'open' && deadline === undefined);

const againstTheClock = (value: Case): NextDue[] => [
  ...runningDeadlines(value).map(({ kind, dueAt }): NextDue => ({ at: dueAt, what: 'deadline', id: kind })),
  ...ownPromises(value).map(({ id, dueAt }): NextDue => ({ at: dueAt, what: 'promise', id })),
];

const questionsToAsk = ({ followUps, round }: Case): NextDue[] =>
  followUps
    .filter((one) => one.round === round && one.askedAt === undefined && one.answeredAt === undefined && one.isDropped !== true)
    .map(({ n, dueAt }): NextDue => ({ at: dueAt, what: 'follow-up', id: String(n) }));
