import { Temporal } from 'temporal-polyfill';
import { addDuration } from '../calendar.ts';
import { type Case, isOpen, isWithinReach } from '../case.ts';
import { nextStep } from '../clock.ts';
import type { Course } from '../course.ts';
import { parseDuration } from '../duration.ts';
import type { BusinessCalendar } from '../policy.ts';
import type { RecoverySettings } from '../settings.ts';
import { isReportMissing } from './endings.ts';
import { committedAmount, newOffer } from './offers.ts';
import { closes, starts } from './parts.ts';

/** A promise of an agent's is called to mind this long before it is due. */
const REMIND_BEFORE = { hours: 2 };

/** What of a case's clock is due by now happens: steps of deadlines, promises near or broken, questions to ask, measures to see to, the close. Each once. */
export function tick(course: Course): void {
  stepsOfDeadlines(course);
  promises(course);
  followUps(course);
  measures(course);
}

function stepsOfDeadlines(course: Course): void {
  const { calendar } = course.context.settings;
  for (const { kind, round, dueAt } of course.state.deadlines) {
    const steps: number[] = [];
    for (;;) {
      const deadline = course.state.deadlines.find((one) => one.kind === kind && one.round === round && one.endedAt === undefined);
      const next = deadline && nextStep({ ...deadline, steps: [...deadline.steps, ...steps] }, calendar);
      if (next === undefined || next.at > course.now) break;
      steps.push(next.percent);
    }
    // Of several reached at once, people hear of the last: a warning after the breach is noise.
    for (const [i, percent] of steps.entries())
      course.happens('DeadlineReached', { kind, round, percent, dueAt, isTold: i === steps.length - 1 });
  }
}

function promises(course: Course): void {
  for (const { id } of openPromises(course.state)) {
    const promise = course.state.commitments.find((one) => one.id === id);
    if (promise === undefined || promise.state !== 'open') continue;
    if (promise.dueAt <= course.now) breaks(course, id);
    else if (remindAt(promise) <= course.now) course.happens('CommitmentReminded', { commitmentId: id });
  }
}

/** Open promises whose time runs: those that stand for a deadline wait with it. */
const openPromises = ({ commitments, deadlines }: Case) =>
  commitments.filter(
    (one) =>
      one.state === 'open' &&
      (one.deadline === undefined ||
        deadlines.some(({ kind, endedAt, since }) => kind === one.deadline && endedAt === undefined && since !== undefined)),
  );

const remindAt = ({ deadline, isReminded, dueAt }: Case['commitments'][number]): string =>
  // A deadline has warnings of its own.
  deadline !== undefined || isReminded === true
    ? dueAt
    : Temporal.Instant.from(dueAt).subtract(REMIND_BEFORE).toString({ fractionalSecondDigits: 3 });

/** The customer is told before they ask, and gets what the house promised for that case (R21), as far as the front line's limit reaches. */
function breaks(course: Course, commitmentId: string): void {
  const dueAt = course.state.commitments.find(({ id }) => id === commitmentId)?.dueAt ?? course.now;
  course.happens('CommitmentBroken', { commitmentId, dueAt });
  const { remedies, brokenPromiseRemedy, authority } = course.context.settings;
  const remedy = remedies.find(({ id }) => id === brokenPromiseRemedy);
  if (remedy === undefined) return;
  const money = remedy.amount === undefined ? undefined : { amount: remedy.amount, currency: authority.currency };
  if (committedAmount(course.state) + (money?.amount ?? 0) > authority.limits.agent) return;
  course.happens('OfferMade', { offer: { ...newOffer(course, remedy, money), state: 'accepted', isAutomatic: true }, via: 'mail' });
}

function followUps(course: Course): void {
  if (course.state.solvedAt === undefined || !isOpen(course.state)) return;
  const due = course.state.followUps.filter((one) => isAwaited(one, course.state) && one.askedAt === undefined && one.dueAt <= course.now);
  for (const { n } of due) {
    course.happens('FollowUpAsked', { n });
    // Where no mail reaches them, a person has to ask, and against the clock.
    if (!isWithinReach(course.state)) starts(course, 'follow-up');
  }
  const closeAt = closesAt(course.state, course.context.settings);
  if (closeAt === undefined || closeAt > course.now || isReportMissing(course)) return;
  const isConfirmed = course.state.followUps.some(({ round, isSolved }) => round === course.state.round && isSolved === true);
  closes(course, isConfirmed ? 'followed-up' : course.state.isReachable ? 'no-answer-to-follow-up' : 'unreachable');
}

const isAwaited = ({ round, answeredAt, isDropped }: Case['followUps'][number], state: Case) =>
  round === state.round && answeredAt === undefined && isDropped !== true;

/** When nobody waits any longer for the answer to the last question; undefined while one is to be asked, or a promise is open. */
export function closesAt(
  state: Case,
  { followUp, calendar }: { followUp: { closeAfter: string }; calendar: BusinessCalendar },
): string | undefined {
  if (state.solvedAt === undefined || !isOpen(state)) return undefined;
  if (state.commitments.some((one) => one.state === 'open' && one.deadline === undefined)) return undefined;
  if (state.isSerious && state.report === undefined) return undefined;
  const ofRound = state.followUps.filter(({ round }) => round === state.round);
  if (ofRound.some((one) => isAwaited(one, state) && one.askedAt === undefined)) return undefined;
  const last = ofRound.at(-1);
  if (last === undefined) return undefined;
  return last.answeredAt ?? addDuration(calendar, last.askedAt ?? last.dueAt, parseDuration(followUp.closeAfter)).at;
}

function measures(course: Course): void {
  for (const { id, dueAt, doneAt, isReminded } of course.state.measures) {
    if (doneAt === undefined && isReminded !== true && dueAt <= course.now) course.happens('MeasureReminded', { measureId: id });
  }
}

/** The next time at which `tick` has something to do; undefined where nothing is to come. */
export function nextTickAt(state: Case, settings: RecoverySettings): string | undefined {
  const times: (string | undefined)[] = state.measures
    .filter(({ doneAt, isReminded }) => doneAt === undefined && isReminded !== true)
    .map(({ dueAt }) => dueAt);
  if (isOpen(state)) {
    times.push(...state.deadlines.map((one) => nextStep(one, settings.calendar)?.at));
    times.push(...openPromises(state).map(remindAt));
    times.push(closesAt(state, settings));
    if (state.solvedAt !== undefined)
      times.push(...state.followUps.filter((one) => isAwaited(one, state) && one.askedAt === undefined).map(({ dueAt }) => dueAt));
  }
  return times.filter((time) => time !== undefined).toSorted()[0];
}
