import { Severity } from '../../understand/understanding.ts';
import { addBusinessMs } from '../calendar.ts';
import type { Deadline } from '../case.ts';
import { durationFor, ranBy, startDeadline } from '../clock.ts';
import type { Heard } from '../command.ts';
import type { Course } from '../course.ts';
import { refuseField } from '../refusal.ts';
import { type Of, SERIOUS_FLAGS, starts } from './parts.ts';

/** A person judges how bad it is. Raised, the deadlines that run get shorter; lowered, they stay: the customer has been told of them. */
export function classify(course: Course, { severity, reason }: Of<'classify'>): void {
  const { state } = course;
  if (severity === state.severity) throw refuseField('severity', `expected another than the present one, ${state.severity}`);
  course.happens('SeverityChanged', { from: state.severity, to: severity, reason, isSerious: false });
  if (severity > state.severity) shortens(course);
}

/** Raises the severity by what the customer wrote, and the head hears at once of what is serious. Nothing that a customer writes lowers it. */
export function worsens(course: Course, { severity, flags }: Pick<Heard, 'severity' | 'flags'>): void {
  const isSerious = !course.state.isSerious && flags.some((flag) => SERIOUS_FLAGS.includes(flag));
  const to = Severity.parse(Math.max(severity, course.state.severity));
  if (to === course.state.severity && !isSerious) return;
  course.happens('SeverityChanged', { from: course.state.severity, to, isSerious });
  shortens(course);
  if (isSerious) starts(course, 'report');
}

function shortens(course: Course): void {
  const shorter = course.state.deadlines.flatMap((one) => shorterOf(one, course) ?? []);
  if (shorter.length > 0) course.happens('DeadlinesSet', { deadlines: shorter });
}

/**
 * At most the time of the new severity is left from now on. It is not counted from the opening: nobody can have kept a time that was not set then.
 * Statutes know no severity.
 */
function shorterOf(one: Deadline, { state, now, context }: Course): Deadline | undefined {
  const { sla, calendar } = context.settings;
  const duration = durationFor(one.kind, state, sla);
  if (one.endedAt !== undefined || one.outcome !== undefined || duration === undefined) return undefined;
  const fresh = startDeadline(one.kind, one.round, duration, now, calendar).deadline;
  const ranMs = ranBy(one, now, calendar);
  if (fresh.counts !== one.counts || one.counts === 'calendar' || fresh.totalMs >= one.totalMs - ranMs) return undefined;
  const totalMs = ranMs + fresh.totalMs;
  // While the case waits for the customer it stands still, and runs on later with what is left.
  if (one.since === undefined) return { ...one, ranMs, totalMs };
  return { ...one, ranMs, totalMs, since: now, dueAt: addBusinessMs(calendar, now, fresh.totalMs).at };
}
