import type { Case } from './case.ts';
import type { CaseCommand, SystemCommand } from './command.ts';
import { Course } from './course.ts';
import { answer, ask, find, investigate, reachAgain, resume } from './decide/answers.ts';
import { answerFollowUp, close, merge, reopen, solve } from './decide/endings.ts';
import { hear } from './decide/hear.ts';
import { accept, approve, offer, refuseOffer, reject, withdraw } from './decide/offers.ts';
import { checkMeasure, completeMeasure, decideCase, exempt, fileReport, planMeasure } from './decide/paperwork.ts';
import { acknowledges } from './decide/parts.ts';
import { keepPromise, movePromise, promise } from './decide/promises.ts';
import { classify, worsens } from './decide/severity.ts';
import { tick } from './decide/tick.ts';
import type { CaseEvent } from './event.ts';
import { checkState } from './machine.ts';
import { refuse, refuseField } from './refusal.ts';
import type { DecisionContext } from './settings.ts';

export interface Decided {
  readonly events: readonly CaseEvent[];
  readonly next: Case;
}

/**
 * What happens to a case when somebody asks for something: the events, in order, each with who and when, and the case after them. Changes nothing
 * itself. Whatever of the case's clock is due by now happens first, so that it makes no difference whether the timer was early, late or twice.
 * @throws AmendsError 409 where the case does not allow it as it stands, 403 beyond the asker's authority, 422 for a field; each says what would do.
 */
export function decide(command: CaseCommand | SystemCommand, state: Case, context: DecisionContext): Decided {
  const course = new Course(state, context);
  course.by = 'system';
  tick(course);
  course.by = context.by;
  switch (command.type) {
    case 'tick':
      break;
    case 'hear':
      hear(course, command.heard);
      break;
    case 'undeliverable':
      comesBack(course, command);
      break;
    case 'take-in':
      course.happens('CaseTakenIn', { from: command.from, feedbackIds: [...command.feedbackIds] });
      worsens(course, { severity: command.severity, flags: [] });
      break;
    default:
      checkState(command.type, course.state);
      carryOut(command, course);
  }
  return { events: course.events, next: course.state };
}

type Handlers = { readonly [Type in CaseCommand['type']]: (course: Course, command: Extract<CaseCommand, { type: Type }>) => void };

const HANDLERS: Handlers = {
  acknowledge: (course) => acknowledges(course),
  assign,
  note: (course, { text }) => void course.happens('NoteAdded', { text }),
  register: (course, { facts }) => void course.happens('FactsRegistered', { facts }),
  classify,
  answer,
  ask,
  resume,
  'reach-again': reachAgain,
  investigate,
  find,
  decide: decideCase,
  offer,
  approve,
  reject,
  withdraw,
  accept,
  refuse: refuseOffer,
  solve,
  promise,
  'keep-promise': keepPromise,
  'move-promise': movePromise,
  'follow-up': answerFollowUp,
  reopen,
  close,
  report: fileReport,
  'plan-measure': planMeasure,
  'complete-measure': completeMeasure,
  'check-measure': checkMeasure,
  exempt,
  merge,
};

function carryOut<Type extends CaseCommand['type']>(command: Extract<CaseCommand, { type: Type }>, course: Course): void {
  HANDLERS[command.type](course, command);
}

/** Told once: however often it comes back, the case shows it already. */
function comesBack(course: Course, { reason, addressKeys }: Extract<SystemCommand, { type: 'undeliverable' }>): void {
  if (course.state.undeliverable !== undefined) return;
  course.happens('MailUndeliverable', { reason, addressKeys: addressKeys && [...addressKeys] });
}

/** Handed over on the record; the new owner is told everything (R3). What ran of the deadlines has run. */
function assign(course: Course, { to, note }: Extract<CaseCommand, { type: 'assign' }>): void {
  const { agents, teams } = course.context.settings;
  if (!agents.some(({ id }) => id === to))
    throw refuseField('to', `expected one of ${agents.map(({ id }) => id).join(', ')} (recovery.agents)`);
  if (to === course.state.owner) throw refuse('already-owner', `Case ${course.state.number} belongs to ${to} already.`);
  const team = teams.find(({ members }) => members.includes(to))?.id;
  course.happens('CaseAssigned', { from: course.state.owner, to, team, note });
}
