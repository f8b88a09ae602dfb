import { AmendsError } from '../errors.ts';
import type { Case, CaseCommand, CaseEvent } from './case.ts';

/** What a decision is made on besides the case itself. */
export interface DecisionContext {
  /** Who asks: `agent:{id}`. */
  readonly by: string;
  readonly now: string;
  /** Ids of the agents who may own a case. */
  readonly agents: readonly string[];
}

/** The command is understood but does not fit the state of the case: 409, with a code that programs can read and a sentence for people. */
const refuse = (code: string, message: string) => new AmendsError(409, code, message);

/**
 * What happens to a case when an agent asks for something: the events, in order, each with who and when. Changes nothing itself.
 *
 * Acknowledging means that a person has taken the case up (R2): in time or late against `acknowledgeDueAt`, once. Whoever resolves a case that nobody
 * had taken up has taken it up too. A resolved case is closed; notes may still be added.
 * @throws AmendsError 409 `case-resolved`, `already-acknowledged`, `unknown-agent` or `already-owner`.
 */
export function decide(command: CaseCommand, state: Case, { by, now, agents }: DecisionContext): CaseEvent[] {
  // Clocks of two machines may differ; the register must still read in order.
  const at = now < state.openedAt ? state.openedAt : now;
  if (state.state === 'resolved' && command.type !== 'note') {
    throw refuse('case-resolved', `Case ${state.number} was resolved at ${state.resolvedAt}. Only notes can be added to it.`);
  }
  const acknowledged: CaseEvent = { type: 'CaseAcknowledged', at, by, inTime: at <= state.acknowledgeDueAt };
  switch (command.type) {
    case 'acknowledge':
      if (state.acknowledgedAt !== undefined) {
        throw refuse('already-acknowledged', `Case ${state.number} was acknowledged at ${state.acknowledgedAt}; that is done once.`);
      }
      return [acknowledged];
    case 'assign':
      if (!agents.includes(command.to)) {
        throw refuse(
          'unknown-agent',
          `There is no agent of that id. Agents are: ${agents.join(', ')}. They are listed in recovery.agents.`,
        );
      }
      if (command.to === state.owner) throw refuse('already-owner', `Case ${state.number} belongs to ${state.owner} already.`);
      return [{ type: 'CaseAssigned', at, by, from: state.owner, to: command.to }];
    case 'note':
      return [{ type: 'NoteAdded', at, by, text: command.text }];
    case 'resolve': {
      const resolved: CaseEvent = { type: 'CaseResolved', at, by, resolution: command.resolution };
      return state.acknowledgedAt === undefined ? [acknowledged, resolved] : [resolved];
    }
    default:
      return unreachable(command);
  }
}

/**
 * The case after an event. The version is the number of its events.
 * @throws Error for an event that cannot follow: `CaseOpened` is the first and only the first.
 */
export function evolve(state: Case | undefined, event: CaseEvent): Case {
  if (event.type === 'CaseOpened') {
    if (state !== undefined) throw new Error(`case ${state.number}: CaseOpened after its first event`);
    return { ...event.case, version: 1 };
  }
  if (state === undefined) throw new Error(`${event.type} before CaseOpened`);
  const next = { ...state, version: state.version + 1 };
  switch (event.type) {
    case 'CaseAcknowledged':
      return { ...next, state: 'acknowledged', acknowledgedAt: event.at, isAcknowledgedInTime: event.inTime };
    case 'CaseAssigned':
      return { ...next, owner: event.to };
    case 'NoteAdded':
      return next;
    case 'CaseResolved':
      return { ...next, state: 'resolved', resolvedAt: event.at, resolution: event.resolution };
    default:
      return unreachable(event);
  }
}

function unreachable(value: never): never {
  throw new Error(`not a command or event of a case: ${JSON.stringify(Object.keys(value))}`);
}
