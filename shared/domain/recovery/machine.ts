import { CASE_STATES, type Case, type CaseState } from './case.ts';
import { CaseCommand, type CaseCommandType } from './command.ts';
import { refuse } from './refusal.ts';

const BEFORE_OFFER = ['opened', 'acknowledged', 'investigating', 'decided', 'refused'] as const;
const UNSOLVED = [...BEFORE_OFFER, 'offered', 'accepted'] as const;
const SOLVED = ['remedied', 'followed-up'] as const;
const OPEN = [...UNSOLVED, ...SOLVED] as const;
const NOT_MERGED = [...OPEN, 'closed'] as const;

/** In which states a command may be given; what else it needs, its decision says. */
export const ALLOWED: Readonly<Record<CaseCommandType, readonly CaseState[]>> = {
  acknowledge: ['opened'],
  assign: OPEN,
  note: NOT_MERGED,
  register: NOT_MERGED,
  classify: OPEN,
  answer: OPEN,
  ask: UNSOLVED,
  resume: OPEN,
  'reach-again': OPEN,
  investigate: ['opened', 'acknowledged', 'investigating', 'refused'],
  find: ['opened', 'acknowledged', 'investigating', 'refused'],
  decide: [...BEFORE_OFFER, ...SOLVED],
  offer: ['decided', 'refused'],
  approve: ['decided', 'refused'],
  reject: ['decided', 'refused'],
  withdraw: ['decided', 'refused', 'offered'],
  accept: ['offered'],
  refuse: ['offered'],
  solve: [...BEFORE_OFFER, 'accepted'],
  promise: OPEN,
  'keep-promise': OPEN,
  'move-promise': OPEN,
  'follow-up': SOLVED,
  reopen: [...SOLVED, 'closed'],
  close: OPEN,
  report: NOT_MERGED,
  'plan-measure': NOT_MERGED,
  'complete-measure': NOT_MERGED,
  'check-measure': NOT_MERGED,
  exempt: NOT_MERGED,
  merge: OPEN,
};

export const COMMAND_TYPES: readonly CaseCommandType[] = CaseCommand.def.options.flatMap((option) => option.shape.type.def.values);

/** What may be given now, for whoever shows buttons. */
export const allowedCommands = (state: CaseState): CaseCommandType[] => COMMAND_TYPES.filter((type) => ALLOWED[type].includes(state));

/** @throws AmendsError 409 `wrong-state`, saying in which states it is possible. */
export function checkState(type: CaseCommandType, { number, state }: Case): void {
  if (ALLOWED[type].includes(state)) return;
  const states = CASE_STATES.filter((one) => ALLOWED[type].includes(one));
  throw refuse('wrong-state', `Case ${number} is ${state}; "${type}" is for cases that are ${states.join(', ')}.`);
}
