import * as z from 'zod/mini';
import { Invitation } from '../campaign/invitation.ts';
import type { Deltas } from './tally.ts';

const invitation = Invitation.shape;

/** What is counted of an invitation (R10). */
export const CountedInvitation = z.object({
  type: z.literal('invitation'),
  campaign: invitation.campaign,
  invitedAt: invitation.invitedAt,
  state: invitation.state,
  reason: invitation.reason,
});
export type CountedInvitation = z.infer<typeof CountedInvitation>;

/** By how far it has come: what was begun was also sent, what was answered also begun. One that waits is only `invited`. */
const BY_STATE = {
  waiting: {},
  withheld: { invitationsWithheld: 1 },
  'not-reached': { invitationsNotReached: 1 },
  sent: { invitationsSent: 1 },
  begun: { invitationsSent: 1, invitationsBegun: 1 },
  answered: { invitationsSent: 1, invitationsBegun: 1, invitationsAnswered: 1 },
} as const satisfies Record<CountedInvitation['state'], Deltas>;

export const invitationDeltas = ({ state }: CountedInvitation): Deltas => ({ invited: 1, ...BY_STATE[state] });
