import type { InvitationAction } from '../recovery/action.ts';
import { addDuration } from '../recovery/calendar.ts';
import { parseDuration } from '../recovery/duration.ts';
import type { BusinessCalendar } from '../recovery/policy.ts';
import type { Campaign } from './campaign.ts';
import type { Invitation } from './invitation.ts';

/** The mail of an invitation (0) or its n-th reminder, named so that the same can never go out twice. */
export const invitationMail = (invitation: string, reminder: number, dueAt: string): InvitationAction => ({
  id: `invitation:${invitation}:${reminder}`,
  kind: 'invitation',
  invitation,
  reminder,
  state: 'due',
  dueAt,
  attempts: 0,
});

/** The reminder after this mail; undefined where it is the last, or would come too late to be answered. @param sentAt when the invitation went out. */
export function nextReminder(
  { id, sentAt, expiresAt }: Pick<Invitation, 'id' | 'sentAt' | 'expiresAt'>,
  { reminders }: Pick<Campaign, 'reminders'>,
  reminder: number,
  calendar: BusinessCalendar,
  now: string,
): InvitationAction | undefined {
  const after = reminders[reminder];
  if (after === undefined) return undefined;
  const dueAt = addDuration(calendar, sentAt ?? now, parseDuration(after)).at;
  return dueAt < expiresAt ? invitationMail(id, reminder + 1, dueAt > now ? dueAt : now) : undefined;
}
