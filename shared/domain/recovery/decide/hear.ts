import type { Heard } from '../command.ts';
import type { Course } from '../course.ts';
import { resumeClock } from './answers.ts';
import { reopens } from './endings.ts';
import { worsens } from './severity.ts';

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
