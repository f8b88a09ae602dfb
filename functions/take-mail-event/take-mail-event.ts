import { notReached, sent } from '../../shared/domain/campaign/progress.ts';
import type { Action } from '../../shared/domain/recovery/action.ts';
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

/** An invitation that came back or was refused has not reached anybody; one whose sending was unsure has gone out. A reminder changes neither. */
async function tellInvitation(actionId: string, { at, isSent, refusal, suppressed }: SendingEvent, ports: MailEventPorts): Promise<void> {
  const [, id, reminder] = /^invitation:([a-z2-7]{26}):(\d)$/.exec(actionId) ?? [];
  if (id === undefined) return;
  const reason = refusal ?? (suppressed?.reason === 'bounce' ? 'bounce' : undefined);
  for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
    const seen = await ports.invitations.invitation(id);
    if (seen === undefined) return;
    const isUnsure = isSent && seen.state === 'waiting';
    const next =
      reason === undefined ? (isUnsure ? sent(seen, 0, at) : undefined) : reminder === '0' ? notReached(seen, reason) : undefined;
    if (next === undefined || (await ports.invitations.keepOutcome(next, seen))) return;
  }
  throw new Error(`invitation ${id}: it was changed ${MAX_TRIES} times while its mail was settled`);
}
