import type { Commitment } from '../case.ts';
import type { Course } from '../course.ts';
import { refuse, refuseField } from '../refusal.ts';
import { acknowledges, checkVia, commit, type Of, refusePast } from './parts.ts';

/** A time promised to the customer is on the record from then on: kept, moved with notice, or broken for all to see (R2, R21). */
export function promise(course: Course, { what, dueAt, via }: Of<'promise'>): void {
  checkVia(course, via);
  refusePast('dueAt', dueAt, course);
  acknowledges(course);
  commit(course, { what, dueAt }, via);
}

export function keepPromise(course: Course, { commitmentId }: Of<'keep-promise'>): void {
  openPromise(course, commitmentId);
  course.happens('CommitmentKept', { commitmentId });
}

export function movePromise(course: Course, { commitmentId, dueAt, reason }: Of<'move-promise'>): void {
  const { dueAt: from } = openPromise(course, commitmentId);
  refusePast('dueAt', dueAt, course);
  if (dueAt <= from) throw refuseField('dueAt', `expected a later time than the one promised, ${from}`);
  course.happens('CommitmentMoved', { commitmentId, from, to: dueAt, reason });
}

function openPromise({ state }: Course, id: string): Commitment {
  const found = state.commitments.find((one) => one.id === id);
  if (found === undefined) throw refuse('no-such-promise', `Case ${state.number} has no promise ${id}.`);
  if (found.state !== 'open') throw refuse('promise-ended', `Promise ${id} of case ${state.number} is ${found.state}.`);
  if (found.deadline !== undefined) {
    throw refuse(
      'promise-of-deadline',
      `Promise ${id} stands for the deadline "${found.deadline}": it is kept by doing that, and moves with it.`,
    );
  }
  return found;
}
