import type { Case } from '../../shared/domain/recovery/case.ts';
import type { CaseCommandType } from '../../shared/domain/recovery/command.ts';
import { allowedCommands } from '../../shared/domain/recovery/machine.ts';
import type { AuthorityRole } from '../../shared/domain/recovery/policy.ts';

const hasOffer = ({ offers }: Case, ...states: Case['offers'][number]['state'][]) => offers.some(({ state }) => states.includes(state));
const hasPromise = ({ commitments }: Case) => commitments.some(({ state, deadline }) => state === 'open' && deadline === undefined);
const hasDecision = ({ decision }: Case) => decision !== undefined;

/** What a command needs beyond the state: without it, it would be refused whatever is in it. */
const NEEDS: Partial<Record<CaseCommandType, (value: Case, role: AuthorityRole) => boolean>> = {
  resume: ({ pause }) => pause !== undefined,
  'reach-again': ({ undeliverable }) => undeliverable !== undefined && undeliverable.reason !== 'complaint',
  offer: (value) => !hasOffer(value, 'awaiting-approval'),
  approve: (value, role) => role !== 'agent' && hasOffer(value, 'awaiting-approval'),
  reject: (value, role) => role !== 'agent' && hasOffer(value, 'awaiting-approval'),
  withdraw: (value) => hasOffer(value, 'awaiting-approval', 'offered'),
  solve: (value) => !hasOffer(value, 'awaiting-approval'),
  'keep-promise': hasPromise,
  'move-promise': hasPromise,
  'follow-up': ({ followUps, round }) => followUps.some((one) => one.round === round && one.answeredAt === undefined),
  'plan-measure': hasDecision,
  exempt: (value) => hasDecision(value) && value.exemption === undefined,
  'complete-measure': ({ measures }) => measures.some(({ doneAt }) => doneAt === undefined),
  'check-measure': ({ measures }) => measures.some(({ doneAt }) => doneAt !== undefined),
};

/** Commands that may be given now, for whoever shows buttons. What they carry is judged when they are given. */
export const possibleCommands = (value: Case, role: AuthorityRole): CaseCommandType[] =>
  allowedCommands(value.state).filter((type) => NEEDS[type]?.(value, role) ?? true);
