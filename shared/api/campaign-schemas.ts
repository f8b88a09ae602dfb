import * as z from 'zod/mini';
import { Audience, CAMPAIGN_CHANNELS, Campaign } from '../domain/campaign/campaign.ts';
import { INVITATION_STATES, Invitation } from '../domain/campaign/invitation.ts';
import { AudiencePerson, Cause } from '../domain/campaign/message.ts';
import { CampaignRun } from '../domain/campaign/run.ts';
import { Localized } from '../domain/language.ts';
import { PageQuery } from './schemas.ts';

export const CampaignPath = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'expected the id of a campaign of the config')),
});

/** Rows of one request; with long names they may fill its 64 KB before. */
export const MAX_AUDIENCE_ROWS = 500;

const count = z.int().check(z.minimum(0));
const Share = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
const Reasons = z.array(z.strictObject({ reason: z.string(), count }));

/** A campaign with what ISO 10004 asks of a measurement: sample, period, method and owner. */
export const ListedCampaign = z.strictObject({
  id: z.string(),
  title: Localized,
  survey: z.string(),
  channel: z.enum(CAMPAIGN_CHANNELS),
  audience: Audience,
  period: Campaign.shape.period,
  sample: Campaign.shape.sample,
  owner: z.string(),
  /** Absent where it was not started. */
  run: z.optional(CampaignRun),
});
export type ListedCampaign = z.infer<typeof ListedCampaign>;

export const CampaignList = z.strictObject({ items: z.array(ListedCampaign) });

/** How far its invitations have come. Figures follow within seconds. */
export const CampaignReport = z.extend(ListedCampaign, {
  invitations: z.strictObject({ considered: count, withheld: count, notReached: count, sent: count, begun: count, answered: count }),
  /** Why people of the audience were not asked. */
  withheld: Reasons,
  /** Why people who were to be asked were not reached. */
  notReached: Reasons,
  response: z.strictObject({
    invited: count,
    reached: count,
    begun: count,
    answered: count,
    responseRate: z.optional(Share),
    answeredOfInvited: z.optional(Share),
  }),
});
export type CampaignReport = z.infer<typeof CampaignReport>;

export const InvitationQuery = z.extend(PageQuery, { state: z._default(z.enum(INVITATION_STATES), 'not-reached') });

/** In lists without what was filled in: who asks sees that and when somebody answered, and no answer before it is given. */
export const ListedInvitation = z.omit(Invitation, { draft: true });
export type ListedInvitation = z.infer<typeof ListedInvitation>;
export const InvitationPage = z.strictObject({ items: z.array(ListedInvitation), cursor: z.optional(z.string()) });

export const StartBody = z.strictObject({
  /** How many persons there are to choose from; a sample of a size needs it, where the register does not know it. */
  audienceSize: z.optional(z.int().check(z.minimum(0), z.maximum(100_000_000))),
  /** Checks, and starts nothing. */
  isDryRun: z.optional(z.boolean()),
});

export const AudienceRow = z.extend(AudiencePerson, { cause: z.optional(Cause) });
export type AudienceRow = z.infer<typeof AudienceRow>;

export const AudienceBody = z.strictObject({
  rows: z.array(AudienceRow).check(z.minLength(1), z.maxLength(MAX_AUDIENCE_ROWS, `expected at most ${MAX_AUDIENCE_ROWS} rows`)),
  /** Checks the rows, and asks nobody. */
  isDryRun: z.optional(z.boolean()),
});
export const AudienceAnswer = z.strictObject({ accepted: count });

/** One person, by an address or by the key of their file. */
export const InviteBody = z
  .strictObject({
    ...z.partial(AudiencePerson).shape,
    customerKey: z.optional(z.string().check(z.regex(/^[\w-]{8,64}$/))),
    cause: z.optional(Cause),
  })
  .check(
    z.refine(
      ({ email, customerKey }) => (email === undefined) !== (customerKey === undefined),
      'expected exactly one of email and customerKey',
    ),
  );
