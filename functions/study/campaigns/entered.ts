import type { FeedbackEntry } from '../../../shared/api/entry-schemas.ts';
import type { Campaign } from '../../../shared/domain/campaign/campaign.ts';
import type { Invitation } from '../../../shared/domain/campaign/invitation.ts';
import { AmendsError, invalidInput } from '../../../shared/domain/errors.ts';
import type { StudyPorts } from '../ports.ts';

/** By what campaign somebody was asked whose answers staff enter, and which invitation that answers. */
export interface AskedBy {
  readonly campaign: Campaign;
  readonly invitation?: Invitation | undefined;
}

/**
 * The campaign that an entry names. Staff may enter what was said on the telephone or at a visit, once for each invitation: an answer that is there is the
 * customer's, and nobody of the house alters it (R10).
 * @throws AmendsError 422 for a campaign or invitation that does not fit; 409 `answered` where it was answered before.
 */
export async function askedBy(
  { campaign: id, invitation: invitationId, survey }: FeedbackEntry,
  { campaigns, config }: Pick<StudyPorts, 'campaigns' | 'config'>,
): Promise<AskedBy | undefined> {
  if (id === undefined && invitationId === undefined) return undefined;
  const wrong = (field: string, reason: string) => invalidInput('The campaign is not as expected.', [{ field, reason }]);
  const campaign = config.campaigns.find((one) => one.id === id);
  if (campaign === undefined)
    throw wrong('campaign', `expected one of ${config.campaigns.map((one) => one.id).join(', ') || 'none: the config has no campaigns'}`);
  if (survey !== undefined && survey !== campaign.survey) throw wrong('survey', `expected "${campaign.survey}", which this campaign asks`);
  if (invitationId === undefined) return { campaign };
  if (campaign.channel === 'mail')
    throw wrong('invitation', 'expected one of a campaign by telephone or visit: this one is answered by the customer alone');
  const invitation = await campaigns.invitations.invitation(invitationId);
  if (invitation === undefined || invitation.campaign !== id) throw wrong('invitation', 'expected an invitation of this campaign');
  if (invitation.state === 'answered')
    throw new AmendsError(
      409,
      'answered',
      'This invitation was answered. An answer is never altered: enter what they say now as feedback of its own.',
    );
  return { campaign, invitation };
}

/** After the answers were queued: until then nothing is answered. */
export async function markAnswered({ invitation }: AskedBy, now: string, { campaigns }: Pick<StudyPorts, 'campaigns'>): Promise<void> {
  if (invitation !== undefined) await campaigns.invitations.answer(invitation, {}, now);
}
