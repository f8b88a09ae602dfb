import type { InviteAction } from './action.ts';
import { addDuration } from './calendar.ts';
import type { Case } from './case.ts';
import { parseDuration } from './duration.ts';
import type { CaseEvent } from './event.ts';
import type { RecoverySettings } from './settings.ts';

/**
 * What asks the customer how their case was handled, for each campaign of the config that does so (R10), due a while after it was closed. Whether they may
 * be asked is decided then; a case that opens again makes it void. Once for each round.
 */
export function invitesOf(
  after: Case,
  events: readonly CaseEvent[],
  { invitesAfterClosing = [], calendar }: RecoverySettings,
  now: string,
): InviteAction[] {
  if (after.customerKey === undefined || !events.some(({ type }) => type === 'CaseClosed')) return [];
  return invitesAfterClosing.map(({ campaign, after: pause }) => ({
    id: `${after.number}:invite:${campaign}:${after.round}`,
    kind: 'invite',
    campaign,
    caseNumber: after.number,
    round: after.round,
    state: 'due',
    dueAt: pause === undefined ? now : addDuration(calendar, now, parseDuration(pause)).at,
    attempts: 0,
  }));
}
