import { type InviteHouse, type InvitePorts, invite } from '../../../functions/invite/invite.ts';
import { customerFiles } from '../../../shared/adapters/dynamo/customer-files.ts';
import { invitationRegister } from '../../../shared/adapters/dynamo/invitation-register.ts';
import { invitationId, placeInSample } from '../../../shared/adapters/ids.ts';
import config from '../../../shared/config/current.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import type { Campaign } from '../../../shared/domain/campaign/campaign.ts';
import type { InviteMessage } from '../../../shared/domain/campaign/message.ts';
import { aCampaign, aSurvey, someRules } from '../../domain/campaign/a-campaign.ts';
import { context } from '../../domain/customer/a-customer.ts';
import type { DynamoForTests } from '../../engine.ts';

/** `invite` over a real engine, with a clock to set. */
export function inviter(dynamo: DynamoForTests, overrides: Partial<InviteHouse> = {}) {
  const campaigns: Campaign[] = [...(overrides.campaigns ?? [aCampaign()])];
  const world = {
    /** To add to. */
    campaigns,
    now: '2026-11-23T02:00:00.000Z',
    queued: [] as string[],
    files: customerFiles(dynamo.client, dynamo.registerTable),
    register: invitationRegister(dynamo.client, dynamo.registerTable),
    house: {
      surveys: [aSurvey()],
      contactRules: someRules(),
      timeZone: 'Asia/Shanghai',
      calendar: recoverySettings(config).calendar,
      config,
      ...overrides,
      campaigns,
    },
    invite: (message: InviteMessage, set: Partial<InvitePorts> = {}) =>
      invite(
        message,
        {
          register: world.register,
          files: world.files,
          actions: { send: async (ids) => void world.queued.push(...ids) },
          keys: async () => context.keys,
          invitationId,
          placeOf: placeInSample,
          now: () => world.now,
          ...set,
        },
        world.house,
      ),
    find: (campaign: string, email: string, cause?: string) =>
      world.register.invitation(invitationId(campaign, context.keys.ofAddress(email), cause)),
  };
  return world;
}
