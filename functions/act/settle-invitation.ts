import { nextReminder } from '../../shared/domain/campaign/invitation-mails.ts';
import { notReached, sent } from '../../shared/domain/campaign/progress.ts';
import type { InvitationAction } from '../../shared/domain/recovery/action.ts';
import type { ActionEnd } from '../../shared/ports.ts';
import type { ActHouse, ActPorts } from './ports.ts';

/** The customer fills it in at this very moment: it is read again so often. */
const MAX_TRIES = 5;

/**
 * What became of an invitation's mail, told to the invitation before its action ends: a process that dies between leaves an action that nobody knows of, and
 * that is settled here too. A mail that may have gone out is reminded of like one that did; of one that must not go out there is nothing to remind of.
 */
export async function settleInvitation(action: InvitationAction, end: ActionEnd, ports: ActPorts, house: ActHouse): Promise<void> {
  if (end.state === 'due') return;
  for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
    const seen = await ports.invitations.invitation(action.invitation);
    const campaign = house.campaigns.find(({ id }) => id === seen?.campaign);
    if (seen === undefined || campaign === undefined) return;
    if (end.state === 'refused') {
      const next = action.reminder === 0 ? notReached(seen, end.reason) : undefined;
      if (next === undefined || (await ports.invitations.keepOutcome(next, seen))) return;
      continue;
    }
    const next = end.state === 'done' ? sent(seen, action.reminder, end.at) : { ...seen, version: seen.version + 1 };
    const isOver = next.state === 'answered' || next.state === 'not-reached';
    const reminder = isOver ? undefined : nextReminder(next, campaign, action.reminder, house.settings.calendar, end.at);
    if (await ports.invitations.keepOutcome(next, seen, reminder)) return;
  }
  throw new Error(`invitation ${action.invitation}: it was changed ${MAX_TRIES} times while its mail was settled`);
}
