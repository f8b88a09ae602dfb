import type { Customer } from '../../shared/domain/customer.ts';
import type { Action } from '../../shared/domain/recovery/action.ts';
import { acknowledgementMail, type MailHouse, ownerNoticeMail } from '../../shared/domain/recovery/mails.ts';
import type { ActionEnd, ActionStore, Mailer, OutgoingMail } from '../../shared/ports.ts';
import { NotSent } from '../../shared/ports.ts';

/** Longer than the function's timeout: whoever began this long ago is dead. Milliseconds. */
const SENDER_IS_DEAD_AFTER_MS = 60_000;
/** `sweep` looks again at what was begun, when its sender must be done or dead. Milliseconds. */
const RECHECK_AFTER_MS = SENDER_IS_DEAD_AFTER_MS + 5_000;
/** Pauses after definite failures; after the last one the action is refused and shows in its case. Milliseconds. */
const RETRY_AFTER_MS = [60_000, 300_000, 900_000, 3_600_000, 3_600_000, 14_400_000, 28_800_000] as const;

export interface ActPorts {
  readonly store: Omit<ActionStore, 'leaseDue'>;
  readonly mailer: Mailer;
  readonly now: () => string;
  /** The customer's page about this feedback. */
  readonly statusLink: (feedbackId: string) => Promise<string>;
}

export type Acted = 'sent' | 'unknown' | 'refused' | 'later' | 'settled';

const later = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();

/**
 * Does one action, at most once whoever brings it and however often. A send whose answer is lost is never repeated:
 * it ends as `unknown`, shows in the case, and SES's own events settle it (promise 26).
 * @throws Error where the id names no action: the message ends in the dead-letter queue.
 */
export async function act(actionId: string, ports: ActPorts, house: MailHouse & { readonly mailsPerDay: number }): Promise<Acted> {
  const action = await ports.store.action(actionId);
  if (action === undefined) throw new Error(`action ${actionId}: expected it in the register, found nothing`);
  const now = ports.now();
  if (action.state === 'sending') return settleAbandoned(action, now, ports);
  if (action.state !== 'due') return 'settled';
  if (action.dueAt > now) return 'later';

  const prepared = await prepare(action, ports, house);
  if ('refusal' in prepared) return finish(action, { state: 'refused', at: now, reason: prepared.refusal }, 'refused', ports);
  const { mail, customer } = prepared;
  const begun = await ports.store.begin(action, {
    now,
    recheckAt: later(now, RECHECK_AFTER_MS),
    customer: customer && { customerKey: customer.customerKey, perDay: house.mailsPerDay },
  });
  if (begun === 'not-due') return 'settled';
  if (begun !== 'begun') return finish(action, { state: 'refused', at: now, reason: begun }, 'refused', ports);
  return send({ ...action, state: 'sending', startedAt: now }, mail, ports);
}

async function send(sending: Action, mail: OutgoingMail, ports: ActPorts): Promise<Acted> {
  let sesMessageId: string;
  try {
    sesMessageId = await ports.mailer.send(mail);
  } catch (error) {
    const at = ports.now();
    if (!(error instanceof NotSent)) return finish(sending, { state: 'unknown', at, reason: 'answer-lost' }, 'unknown', ports);
    const pause = RETRY_AFTER_MS[sending.attempts];
    if (error.isLasting || pause === undefined) return finish(sending, { state: 'refused', at, reason: error.reason }, 'refused', ports);
    return finish(sending, { state: 'due', dueAt: later(at, pause), reason: error.reason }, 'later', ports);
  }
  return finish(sending, { state: 'done', at: ports.now(), sesMessageId }, 'sent', ports);
}

async function finish(action: Action, end: ActionEnd, acted: Acted, ports: ActPorts): Promise<Acted> {
  await ports.store.end(action, end);
  return acted;
}

/** Begun and never ended: its sender is at work, or died, and then nobody knows whether the mail went out. */
async function settleAbandoned(action: Action, now: string, ports: ActPorts): Promise<Acted> {
  if (action.startedAt !== undefined && later(action.startedAt, SENDER_IS_DEAD_AFTER_MS) > now) return 'later';
  return finish(action, { state: 'unknown', at: now, reason: 'sender-died' }, 'unknown', ports);
}

type Prepared = { readonly mail: OutgoingMail; readonly customer?: Customer | undefined } | { readonly refusal: string };

async function prepare(action: Action, ports: ActPorts, house: MailHouse): Promise<Prepared> {
  if (action.kind === 'digest') {
    const { id: actionId, to, subject, html, text } = action;
    return { mail: { actionId, to, subject, html, text } };
  }
  const found = await ports.store.case(action.caseNumber);
  const feedback = found && (await ports.store.feedback(found.feedbackId));
  if (found === undefined || feedback === undefined) throw new Error(`action ${action.id}: expected its case and feedback in the register`);
  if (action.kind === 'owner-notice') {
    const owner = house.agents.find(({ id }) => id === found.owner);
    if (owner === undefined) return { refusal: 'owner-not-in-config' };
    return { mail: { actionId: action.id, to: [owner.email], ...ownerNoticeMail(found, owner, house) } };
  }
  const customer = found.customerKey === undefined ? undefined : await ports.store.customer(found.customerKey);
  if (customer === undefined) return { refusal: 'no-address' };
  const statusLink = await ports.statusLink(feedback.id);
  const content = acknowledgementMail({ case: found, customer, statusLink, subject: feedback.subject }, house);
  return { mail: { actionId: action.id, to: [customer.email], inReplyTo: feedback.messageId, ...content }, customer };
}
