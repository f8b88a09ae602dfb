import type { Deadline } from '../case.ts';
import { durationFor, pauseDeadline, resumeDeadline, startDeadline } from '../clock.ts';
import type { CaseCommand } from '../command.ts';
import type { Course } from '../course.ts';
import { refuse, refuseComplained } from '../refusal.ts';
import { acknowledges, checkVia, commit, refusePast } from './parts.ts';

type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;

/** A person's word to the customer: the first of a round is its first answer. Automatic mails never are. */
export function answer(course: Course, { text, kind, via, nextBy }: Of<'answer'>): void {
  checkVia(course, via);
  if (nextBy !== undefined) refusePast('nextBy', nextBy, course);
  acknowledges(course);
  course.happens('CustomerAnswered', { text, kind, via, nextBy }).ends(['first-answer']);
  if (nextBy !== undefined) commit(course, { what: NEXT_WORD[course.state.language], dueAt: nextBy }, via);
}

const NEXT_WORD = { en: 'how things stand', 'zh-Hans': '处理进展' } as const;

/** Asks back. The clock waits for the customer from now on; once, however often it is asked. */
export function ask(course: Course, { question, via }: Of<'ask'>): void {
  checkVia(course, via);
  acknowledges(course);
  course.happens('CustomerAsked', { question, via }).ends(['first-answer']);
  if (course.state.pause !== undefined) return;
  const { calendar } = course.context.settings;
  course.happens('CasePaused', { deadlines: course.state.deadlines.map((one) => pauseDeadline(one, course.now, calendar)) });
}

/** @throws AmendsError 409 `not-waiting`. */
export function resume(course: Course): void {
  if (course.state.pause === undefined) throw refuse('not-waiting', `Case ${course.state.number} does not wait for the customer.`);
  resumeClock(course);
}

/**
 * Mail reaches the customer again. Of a complaint nobody but the customer can say so.
 * @throws AmendsError 409 `not-undeliverable`, 409 `complained`.
 */
export function reachAgain(course: Course, { note }: Of<'reach-again'>): void {
  const { number, undeliverable } = course.state;
  if (undeliverable === undefined) throw refuse('not-undeliverable', `No mail to the customer of case ${number} has come back.`);
  if (undeliverable.reason === 'complaint') throw refuseComplained(number);
  course.happens('CustomerReachable', { note });
}

/** Ends the waiting, where there is one. */
export function resumeClock(course: Course): void {
  if (course.state.pause === undefined) return;
  const { calendar } = course.context.settings;
  course.happens('CaseResumed', { deadlines: course.state.deadlines.map((one) => resumeDeadline(one, course.now, calendar)) });
}

/** Looks into it. A complex case goes to the investigation team, with the longer times that policy gives those (R2). */
export function investigate(course: Course, { isComplex }: Of<'investigate'>): void {
  acknowledges(course);
  const { state } = course;
  if (state.state === 'investigating' && (state.isComplex || !isComplex)) {
    throw refuse('already-investigating', `Case ${state.number} is being investigated already.`);
  }
  course.happens('InvestigationBegan', { isComplex: isComplex || state.isComplex, deadlines: isComplex ? complexDeadlines(course) : [] });
  if (!isComplex) return;
  const team = course.context.settings.teams.find((one) => one.isInvestigation === true);
  if (team === undefined || team.members.includes(state.owner)) return;
  course.happens('CaseAssigned', { from: state.owner, to: team.head, team: team.id });
}

/** The deadlines that still run, with the times of complex cases, counted from where they began: never shorter than they were. */
function complexDeadlines(course: Course): Deadline[] {
  const { settings } = course.context;
  const complex = { ...course.state, isComplex: true };
  return course.state.deadlines.flatMap((one) => {
    const duration = durationFor(one.kind, complex, settings.sla);
    if (one.endedAt !== undefined || one.outcome !== undefined || one.since === undefined || duration === undefined) return [];
    const { totalMs } = startDeadline(one.kind, one.round, duration, one.startedAt, settings.calendar).deadline;
    if (totalMs <= one.totalMs) return [];
    const { since: _, ...still } = { ...one, totalMs, ranMs: one.ranMs };
    return [resumeDeadline(still, one.since, settings.calendar)];
  });
}

export function find(course: Course, { finding }: Of<'find'>): void {
  acknowledges(course);
  course.happens('FindingMade', { finding }).ends(['finding']);
}
