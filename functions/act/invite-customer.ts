import type { InviteAction } from '../../shared/domain/recovery/action.ts';
import { type Acted, type ActHouse, type ActPorts, later } from './ports.ts';
import { finish, RECHECK_AFTER_MS } from './send.ts';

/** Closings after which nobody is asked how it was: there was no complaint of theirs to handle. */
const NOT_ASKED_AFTER = ['duplicate', 'not-a-complaint'] as const;

/**
 * The customer of a case that was closed is handed on to those who invite: they ask whether anybody may write. Not where the case was opened again meanwhile.
 * Handed on again after a process that died between, it is the same invitation.
 */
export async function inviteCustomer(action: InviteAction, now: string, ports: ActPorts, house: ActHouse): Promise<Acted> {
  const { case: value } = await ports.cases.load(action.caseNumber);
  const isTrue =
    value?.state === 'closed' && value.round === action.round && !NOT_ASKED_AFTER.some((reason) => reason === value.closingReason);
  if (!isTrue || value.customerKey === undefined)
    return finish(action, { state: 'refused', at: now, reason: 'no-longer-true' }, 'refused', ports, house);
  if ((await ports.store.begin(action, { now, recheckAt: later(now, RECHECK_AFTER_MS) })) === 'not-due') return 'settled';
  const begun = { ...action, state: 'sending', startedAt: now } as const;
  await ports.inviting.send([{ campaign: action.campaign, customerKey: value.customerKey, cause: value.number }]);
  return finish(begun, { state: 'done', at: ports.now() }, 'handed-on', ports, house);
}
