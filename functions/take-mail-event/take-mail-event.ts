import type { Campaign } from '../../shared/domain/campaign/campaign.ts';
import type { Invitation } from '../../shared/domain/campaign/invitation.ts';
import { nextReminder } from '../../shared/domain/campaign/invitation-mails.ts';
import { notReached, sent } from '../../shared/domain/campaign/progress.ts';
import type { Action, InvitationAction } from '../../shared/domain/recovery/action.ts';
import { changeBy } from '../../shared/domain/recovery/change.ts';
import type { SendingEvent } from '../../shared/domain/recovery/sending-event.ts';
import type { DecisionContext, RecoverySettings } from '../../shared/domain/recovery/settings.ts';
import { caseNow, hurryMails, workOn } from '../../shared/domain/recovery/work-on.ts';
import type { ActionQueue, CaseStore, InvitationOutcomes, MailOutcomes } from '../../shared/ports.ts';

export interface MailEventPorts {
  readonly outcomes: MailOutcomes;
  readonly action: (id: string) => Promise<Action | undefined>;
  readonly cases: Pick<CaseStore, 'load' | 'save'>;
  readonly actions: ActionQueue;
  readonly invitations: InvitationOutcomes;
  readonly now: () => string;
  readonly recovery: RecoverySettings;
  /** For how often they remind. */
  readonly campaigns: readonly Pick<Campaign, 'id' | 'reminders'>[];
  /** Notes something that failed and costs nothing but time. */
  readonly warn: (message: string, error: unknown) => void;
}

/**
 * What SES says became of a mail: who must not be written to any more, whether an action is done (promise 26), and which case has a customer whom our
 * mail does not reach.
 */
export async function takeMailEvent(event: SendingEvent, ports: MailEventPorts): Promise<void> {
  const { outcomes } = ports;
  // First, because an address that bounced or complained must not get the next mail whatever becomes of the rest.
  const addressKeys: string[] = [];
  for (const address of event.suppressed?.addresses ?? [])
    addressKeys.push(...(await outcomes.suppress(address, event.suppressed?.reason ?? 'bounce', event.at)));
  if (event.actionId === undefined) return;
  if (event.refusal !== undefined) await outcomes.markRefused(event.actionId, event.at, event.refusal);
  else if (event.isSent) await outcomes.markSent(event.actionId, event.at, event.sesMessageId);
  await tellInvitation(event.actionId, event, ports);
  if (event.suppressed !== undefined) await tellCase(event.actionId, { reason: event.suppressed.reason, addressKeys }, ports);
}

/** The case shows that our mail comes back, and its owner is asked for another way to the customer. Once, however often it comes back. */
async function tellCase(
  actionId: string,
  silenced: { readonly reason: 'bounce' | 'complaint'; readonly addressKeys: readonly string[] },
  ports: MailEventPorts,
): Promise<void> {
  const action = await ports.action(actionId);
  // An agent's address that bounces is the house's own matter.
  if (action?.kind !== 'mail' || action.to !== 'customer') return;
  const context: DecisionContext = { by: 'system', now: ports.now(), role: 'agent', settings: ports.recovery };
  const { change } = await workOn(
    () => caseNow(action.caseNumber, ports.cases),
    ports.cases,
    (seen) => (seen.undeliverable === undefined ? changeBy({ type: 'undeliverable', ...silenced }, seen, context) : undefined),
  );
  if (change !== undefined) await hurryMails([change], ports.actions, ports.warn);
}

/** Somebody fills it in at this very moment: it is read again so often. */
const MAX_TRIES = 5;

/**
 * An invitation that came back or was refused has not reached anybody; a reminder that did changes nothing. A mail that nobody noted as sent, because its
 * sender died or had no answer, has gone out, and the next reminder is planned as its sender would have.
 */
async function tellInvitation(actionId: string, { at, isSent, refusal, suppressed }: SendingEvent, ports: MailEventPorts): Promise<void> {
  const [, id, digit] = /^invitation:([a-z2-7]{26}):(\d)$/.exec(actionId) ?? [];
  if (id === undefined) return;
  const n = Number(digit);
  const reason = refusal ?? (suppressed?.reason === 'bounce' ? 'bounce' : undefined);
  for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
    const seen = await ports.invitations.invitation(id);
    if (seen === undefined) return;
    const outcome = reason === undefined ? (isSent ? goneOut(seen, n, at, ports) : undefined) : cameBack(seen, n, reason);
    if (outcome === undefined || (await ports.invitations.keepOutcome(outcome.next, seen, outcome.reminder))) return;
  }
  throw new Error(`invitation ${id}: it was changed ${MAX_TRIES} times while its mail was settled`);
}

interface Outcome {
  readonly next: Invitation;
  readonly reminder?: InvitationAction | undefined;
}

function cameBack(seen: Invitation, n: number, reason: string): Outcome | undefined {
  const next = n === 0 ? notReached(seen, reason) : undefined;
  return next && { next };
}

function goneOut(seen: Invitation, n: number, at: string, { campaigns, recovery }: MailEventPorts): Outcome | undefined {
  if (n === 0 ? seen.state !== 'waiting' : seen.reminders >= n) return undefined;
  const next = sent(seen, n, at);
  const campaign = campaigns.find(({ id }) => id === seen.campaign);
  const isOver = next.state === 'answered' || next.state === 'not-reached';
  return { next, reminder: campaign === undefined || isOver ? undefined : nextReminder(next, campaign, n, recovery.calendar, at) };
}
