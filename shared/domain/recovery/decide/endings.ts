import { addBusinessMs, addDuration } from '../calendar.ts';
import type { Commitment, Deadline, FollowUp } from '../case.ts';
import { deadlineOf } from '../case.ts';
import { durationFor, startDeadline } from '../clock.ts';
import type { Course } from '../course.ts';
import { parseDuration } from '../duration.ts';
import { refuse } from '../refusal.ts';
import { checkReport } from './paperwork.ts';
import { acknowledges, checkNothingOpen, checkVia, closes, type Of } from './parts.ts';

/** It is put right. When the customer is asked whether it really is, is fixed now (R7). */
export function solve(course: Course, { resolution, via }: Of<'solve'>): void {
  checkVia(course, via);
  if (course.state.offers.some(({ state }) => state === 'awaiting-approval')) {
    throw refuse('approval-pending', `An offer of case ${course.state.number} waits for approval. Withdraw it first.`);
  }
  acknowledges(course);
  const { followUp, calendar } = course.context.settings;
  const followUps: FollowUp[] = followUp.after.map((after, i) => ({
    n: i + 1,
    round: course.state.round,
    dueAt: addDuration(calendar, course.now, parseDuration(after)).at,
  }));
  course.happens('CaseSolved', { resolution, via, followUps }).ends(['finding', 'first-answer', 'solution']).ends(['offer'], 'dropped');
}

/** The answer to the question that was asked last, or that is asked next where an agent heard it on the telephone. */
export function answerFollowUp(course: Course, { isSolved, satisfaction, comment }: Of<'follow-up'>): void {
  const open = course.state.followUps.filter(({ round, answeredAt }) => round === course.state.round && answeredAt === undefined);
  const asked = open.findLast(({ askedAt }) => askedAt !== undefined) ?? open[0];
  if (asked === undefined) throw refuse('nothing-asked', `All follow-ups of case ${course.state.number} are answered.`);
  course.happens('FollowUpAnswered', { n: asked.n, isSolved, satisfaction, comment }).ends(['follow-up']);
  if (!isSolved) reopens(course);
  else if (asked.n === open.at(-1)?.n && !isReportMissing(course)) closes(course, 'followed-up');
}

export const isReportMissing = ({ state }: Course): boolean => state.isSerious && state.report === undefined;

export function reopen(course: Course, { reason }: Of<'reopen'>): void {
  reopens(course, reason);
}

/** A new round. What ran of the solution's time has run: it goes on, and what is over is over (the head hears of it at once). */
export function reopens(course: Course, reason?: string): void {
  const { settings } = course.context;
  course.ends(['follow-up'], 'dropped');
  const round = course.state.round + 1;
  const deadlines: Deadline[] = [];
  for (const kind of ['first-answer', 'offer'] as const) {
    const duration = durationFor(kind, course.state, settings.sla);
    if (duration !== undefined) deadlines.push(startDeadline(kind, round, duration, course.now, settings.calendar).deadline);
  }
  const solution = deadlineOf(course.state, 'solution');
  if (solution !== undefined) deadlines.push(runningOn(solution, round, course));
  course.happens('CaseReopened', { round, reason, deadlines, commitments: promisesFor(deadlines, course) });
}

function runningOn(solution: Deadline, round: number, { now, context }: Course): Deadline {
  const { kind, counts, totalMs, ranMs } = solution;
  const left = Math.max(0, totalMs - ranMs);
  // A statute's time has gone on while the case was closed.
  const dueAt = counts === 'calendar' ? solution.dueAt : addBusinessMs(context.settings.calendar, now, left).at;
  return { kind, round, counts, startedAt: now, totalMs, ranMs, since: now, dueAt: dueAt < now ? now : dueAt, steps: [] };
}

const PROMISED = {
  'first-answer': { en: 'an answer', 'zh-Hans': '给您答复' },
  solution: { en: 'a solution', 'zh-Hans': '解决问题' },
} as const;

/** What the customer is told by when, is promised: those deadlines are commitments from then on. */
export function promisesFor(deadlines: readonly Deadline[], { state, now }: Pick<Course, 'state' | 'now'>): Commitment[] {
  if (!state.isReachable) return [];
  const promised = deadlines.flatMap(({ kind, dueAt }) => (kind === 'first-answer' || kind === 'solution' ? [{ kind, dueAt }] : []));
  return promised.map(({ kind, dueAt }, i) => {
    const what = PROMISED[kind][state.language];
    return { id: `p${state.commitments.length + i + 1}`, what, dueAt, at: now, by: 'system', state: 'open', deadline: kind };
  });
}

const NEEDS_SOLUTION = ['followed-up', 'no-answer-to-follow-up'];
const NEEDS_NOTE = ['withdrawn-by-customer', 'no-agreement', 'duplicate', 'not-a-complaint', 'unreachable'];

/** Closed cases have a follow-up, or a reason on the record. */
export function close(course: Course, { reason, note }: Of<'close'>): void {
  const { state } = course;
  const answered = state.followUps.some((one) => one.round === state.round && one.isSolved === true);
  if (reason === 'unfounded')
    throw refuse('not-decided', 'A case is closed as unfounded by deciding so, with the reason that the customer is told.');
  if (NEEDS_SOLUTION.includes(reason) && state.solvedAt === undefined)
    throw refuse('not-solved', `Case ${state.number} is not solved; "${reason}" is for solved cases.`);
  if (reason === 'followed-up' && !answered)
    throw refuse('not-followed-up', `Nobody has confirmed yet that case ${state.number} is solved. Record the follow-up first.`);
  if (
    reason === 'no-answer-to-follow-up' &&
    !state.followUps.some(({ round, askedAt }) => round === state.round && askedAt !== undefined)
  ) {
    throw refuse('not-asked', `The customer of case ${state.number} has not been asked yet.`);
  }
  if (reason === 'no-agreement' && !state.offers.some((one) => one.state === 'refused'))
    throw refuse('nothing-refused', `No offer of case ${state.number} was refused; there is no disagreement on the record.`);
  if (NEEDS_NOTE.includes(reason) && note === undefined) throw refuse('note-missing', `Closing as "${reason}" needs a note that says why.`);
  checkNothingOpen(course);
  if (reason !== 'duplicate' && reason !== 'not-a-complaint') checkReport(course);
  closes(course, reason, note);
}

/** @throws AmendsError 409 where money or an approval hangs on it. */
export function merge(course: Course, { into }: Of<'merge'>): void {
  const { state } = course;
  if (into === state.number) throw refuse('same-case', `Case ${into} cannot be merged into itself.`);
  if (state.offers.some(({ state: one }) => one === 'awaiting-approval' || one === 'offered' || one === 'accepted')) {
    throw refuse('open-offer', `Case ${state.number} has an offer that stands. Withdraw it, or work the two apart.`);
  }
  course
    .ends(['acknowledge', 'first-answer', 'finding', 'offer', 'solution', 'approval', 'follow-up', 'report'], 'dropped')
    .happens('CaseMerged', { into });
}
