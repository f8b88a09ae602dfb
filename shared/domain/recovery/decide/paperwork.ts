import { Temporal } from 'temporal-polyfill';
import type { Measure } from '../case.ts';
import type { Course } from '../course.ts';
import { refuse, refuseField } from '../refusal.ts';
import { acknowledges, checkNothingOpen, checkVia, closes, type Of } from './parts.ts';

/**
 * Who is liable, and why it came to this (R1, R24). A complaint that is unfounded is closed with that decision, and the customer is told the reason
 * (客诉不成立); if they do not accept it, a new round opens that carries the first.
 */
export function decideCase(course: Course, { type: _, via, ...given }: Of<'decide'>): void {
  const { departments, causes } = course.context.settings;
  if (!departments.includes(given.department))
    throw refuseField('department', `expected one of ${departments.join(', ')} (recovery.departments)`);
  if (!causes.includes(given.cause)) throw refuseField('cause', `expected one of ${causes.join(', ')} (recovery.causes)`);
  const isSolved = course.state.solvedAt !== undefined;
  if (!isSolved) checkVia(course, via);
  acknowledges(course);
  course
    .happens('CaseDecided', { decision: { at: course.now, by: course.by, round: course.state.round, ...given }, via })
    .ends(['finding']);
  if (isSolved) return;
  course.ends(['first-answer']);
  if (given.verdict !== 'unfounded') return;
  checkReport(course);
  checkNothingOpen(course);
  course.ends(['solution']);
  closes(course, 'unfounded');
}

/** @throws AmendsError 409 `report-missing`: a serious case is not closed before the head has its report (R6). */
export function checkReport({ state }: Course): void {
  if (state.isSerious && state.report === undefined) {
    throw refuse('report-missing', `Case ${state.number} is serious: file the report of cause, effect, handling and prevention first.`);
  }
}

export function fileReport(course: Course, { report }: Of<'report'>): void {
  course.happens('ReportFiled', { report }).ends(['report']);
}

/** A cause in our responsibility gets a measure, an owner, a date and later a check that it works (R8). */
export function planMeasure(course: Course, { what, owner, dueOn }: Of<'plan-measure'>): void {
  const { agents, calendar } = course.context.settings;
  checkDecided(course);
  if (!agents.some(({ id }) => id === owner))
    throw refuseField('owner', `expected one of ${agents.map(({ id }) => id).join(', ')} (recovery.agents)`);
  const dueAt = Temporal.PlainDate.from(dueOn)
    .toZonedDateTime({ timeZone: calendar.timeZone, plainTime: '09:00' })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
  if (dueAt <= course.now) throw refuseField('dueOn', 'expected a day that is still to come');
  const id = `m${course.state.measures.length + 1}`;
  course.happens('MeasurePlanned', { measure: { id, what, owner, dueOn, dueAt, at: course.now, by: course.by } });
}

export function completeMeasure(course: Course, { measureId, note }: Of<'complete-measure'>): void {
  const measure = measureOf(course, measureId);
  if (measure.doneAt !== undefined) throw refuse('measure-done', `Measure ${measureId} was done at ${measure.doneAt}.`);
  course.happens('MeasureCompleted', { measureId, note });
}

/** Whether it works is looked at after it is done, and may be looked at again. */
export function checkMeasure(course: Course, { measureId, isEffective, note }: Of<'check-measure'>): void {
  if (measureOf(course, measureId).doneAt === undefined)
    throw refuse('measure-open', `Measure ${measureId} is not done yet; complete it first.`);
  course.happens('MeasureChecked', { measureId, isEffective, note });
}

export function exempt(course: Course, { reason }: Of<'exempt'>): void {
  checkDecided(course);
  if (course.state.exemption !== undefined)
    throw refuse('exempted', `Case ${course.state.number} was exempted at ${course.state.exemption.at}.`);
  course.happens('MeasureExempted', { reason });
}

function checkDecided({ state }: Course): void {
  if (state.decision === undefined)
    throw refuse('not-decided', `Case ${state.number} has no decision yet: its cause has to be known first.`);
}

function measureOf({ state }: Course, id: string): Measure {
  const found = state.measures.find((one) => one.id === id);
  if (found === undefined) throw refuse('no-such-measure', `Case ${state.number} has no measure ${id}.`);
  return found;
}
