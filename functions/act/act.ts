import type { Action } from '../../shared/domain/recovery/action.ts';
import { isClockId } from '../../shared/domain/recovery/action.ts';
import { prepareCareMail } from './care-mail.ts';
import { type Prepared, prepareCaseMail } from './case-mail.ts';
import { prepareInvitation } from './invitation-mail.ts';
import { inviteCustomer } from './invite-customer.ts';
import { type Acted, type ActHouse, type ActPorts, later } from './ports.ts';
import { finish, RECHECK_AFTER_MS, SENDER_IS_DEAD_AFTER_MS, send } from './send.ts';
import { tellUnreachable } from './tell-unreachable.ts';
import { tickCase } from './tick-case.ts';

type MailAction = Exclude<Action, { kind: 'clock' | 'invite' }>;

/**
 * Does one action, at most once whoever brings it and however often. A send whose answer is lost is never repeated:
 * it ends as `unknown`, shows in the case, and SES's own events settle it (promise 26).
 * @throws Error where the id names no action: the message ends in the dead-letter queue.
 */
export async function act(actionId: string, ports: ActPorts, house: ActHouse): Promise<Acted> {
  const action = await ports.store.action(actionId);
  if (action === undefined) {
    // A case on whose clock nothing is left has none; a message about it may still be on its way.
    if (isClockId(actionId)) return 'settled';
    throw new Error(`action ${actionId}: expected it in the register, found nothing`);
  }
  const now = ports.now();
  if (action.state === 'sending') return settleAbandoned(action, now, ports, house);
  if (action.state !== 'due') return 'settled';
  if (action.dueAt > now) return 'later';
  if (action.kind === 'clock') return tickCase(action.caseNumber, ports, house.settings);
  return action.kind === 'invite' ? inviteCustomer(action, now, ports, house) : sendMail(action, now, ports, house);
}

async function sendMail(action: MailAction, now: string, ports: ActPorts, house: ActHouse): Promise<Acted> {
  const prepared = await prepare(action, now, ports, house);
  const refuse = (reason: string) => finish(action, { state: 'refused', at: now, reason }, 'refused', ports, house);
  if ('refusal' in prepared) return refuse(prepared.refusal);
  if ('notBefore' in prepared)
    return finish(action, { state: 'due', dueAt: prepared.notBefore, reason: prepared.reason }, 'later', ports, house);
  const { mail, customer } = prepared;
  const begun = await ports.store.begin(action, { now, recheckAt: later(now, RECHECK_AFTER_MS), customer });
  if (begun === 'not-due') return 'settled';
  if (begun === 'suppressed' && action.kind === 'mail')
    await tellUnreachable(action.caseNumber, customer?.customerKey, ports, house.settings);
  if (begun !== 'begun') return refuse(begun);
  return send({ ...action, state: 'sending', startedAt: now }, mail, ports, house);
}

async function prepare(action: MailAction, now: string, ports: ActPorts, house: ActHouse): Promise<Prepared> {
  if (action.kind === 'mail') return prepareCaseMail(action, now, ports, house);
  if (action.kind === 'care') return prepareCareMail(action, now, ports, house);
  if (action.kind === 'invitation') return prepareInvitation(action, now, ports, house);
  const { id: actionId, to, subject, html, text, attachments, unsubscribeUrl } = action;
  const unsubscribe = unsubscribeUrl === undefined ? undefined : { url: unsubscribeUrl };
  return { mail: { actionId, to, subject, html, text, attachments, unsubscribe } };
}

/** Begun and never ended: its sender is at work, or died, and then nobody knows whether the mail went out. */
async function settleAbandoned(action: Action, now: string, ports: ActPorts, house: ActHouse): Promise<Acted> {
  if (action.startedAt !== undefined && later(action.startedAt, SENDER_IS_DEAD_AFTER_MS) > now) return 'later';
  // Nothing of it has gone out by itself: handing on is done again.
  if (action.kind === 'invite') return finish(action, { state: 'due', dueAt: now, reason: 'sender-died' }, 'later', ports, house);
  return finish(action, { state: 'unknown', at: now, reason: 'sender-died' }, 'unknown', ports, house);
}
