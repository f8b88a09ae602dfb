import type { SendingEvent } from '../../shared/domain/recovery/sending-event.ts';
import type { MailOutcomes } from '../../shared/ports.ts';

/** What SES says became of a mail: who must not be written to any more, and whether an action is done (promise 26). */
export async function takeMailEvent(event: SendingEvent, outcomes: MailOutcomes): Promise<void> {
  // First, because an address that bounced or complained must not get the next mail whatever becomes of the rest.
  for (const address of event.suppressed?.addresses ?? []) await outcomes.suppress(address, event.suppressed?.reason ?? 'bounce', event.at);
  if (event.actionId === undefined) return;
  if (event.refusal !== undefined) await outcomes.markRefused(event.actionId, event.at, event.refusal);
  else if (event.isSent) await outcomes.markSent(event.actionId, event.at, event.sesMessageId);
}
