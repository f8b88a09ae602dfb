import { Severity } from '../../understand/understanding.ts';
import type { Deadline } from '../case.ts';
import { durationFor, resumeDeadline, startDeadline } from '../clock.ts';
import type { Heard } from '../command.ts';
import type { Course } from '../course.ts';
import { resumeClock } from './answers.ts';
import { reopens } from './endings.ts';
import { SERIOUS_FLAGS, starts } from './parts.ts';

/**
 * The customer wrote again: it joins the case, ends the waiting, and may make matters worse, never better by itself. An unhappy word on a case
 * that was solved or closed opens it again; thanks do not.
 */
export function hear(course: Course, heard: Heard): void {
  course.happens('CustomerHeard', { heard });
  resumeClock(course);
  const { state } = course.state;
  if (heard.isUnhappy && (state === 'remedied' || state === 'followed-up' || state === 'closed')) reopens(course);
  if (course.state.state !== 'closed') worsens(course, heard);
}

/** Raises the severity, and the head hears at once of what is serious. Deadlines that run get shorter, never longer. */
export function worsens(course: Course, { severity, flags }: Pick<Heard, 'severity' | 'flags'>): void {
  const isSerious = !course.state.isSerious && flags.some((flag) => SERIOUS_FLAGS.includes(flag));
  const to = Severity.parse(Math.max(severity, course.state.severity));
  if (to === course.state.severity && !isSerious) return;
  course.happens('SeverityChanged', { from: course.state.severity, to, isSerious });
  const shorter = shorterDeadlines(course);
  if (shorter.length > 0) course.happens('DeadlinesSet', { deadlines: shorter });
  if (isSerious) starts(course, 'report');
}

function shorterDeadlines({ state, context }: Course): Deadline[] {
  const { sla, calendar } = context.settings;
  return state.deadlines.flatMap((one) => {
    const duration = durationFor(one.kind, state, sla);
    if (one.endedAt !== undefined || one.outcome !== undefined || one.since === undefined || duration === undefined) return [];
    const { totalMs, counts } = startDeadline(one.kind, one.round, duration, one.startedAt, calendar).deadline;
    if (counts !== one.counts || counts === 'calendar' || totalMs >= one.totalMs) return [];
    const { since, ...still } = one;
    const next = resumeDeadline({ ...still, totalMs }, since, calendar);
    // More has run than the shorter one has: it is up now, not in the past, and counted from here.
    return [next.totalMs <= next.ranMs ? { ...next, dueAt: since } : next];
  });
}
