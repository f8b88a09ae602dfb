import {
  AudienceAnswer,
  AudienceBody,
  CampaignList,
  CampaignPath,
  CampaignReport,
  InvitationPage,
  InvitationQuery,
  InviteBody,
  ListedCampaign,
  StartBody,
} from './campaign-schemas.ts';
import { Nothing } from './schemas.ts';

const get = { query: Nothing, reads: 'nothing', body: Nothing } as const;
const post = { path: CampaignPath, query: Nothing, reads: 'body' } as const;

/** Routes about survey campaigns (R10). */
export const campaignOperations = {
  'GET /api/campaigns': { ...get, path: Nothing, result: CampaignList },
  'GET /api/campaigns/{id}': { ...get, path: CampaignPath, result: CampaignReport },
  'GET /api/campaigns/{id}/invitations': { ...get, path: CampaignPath, query: InvitationQuery, result: InvitationPage },
  'POST /api/campaigns/{id}/start': { ...post, body: StartBody, result: ListedCampaign },
  'POST /api/campaigns/{id}/audience': { ...post, body: AudienceBody, result: AudienceAnswer },
  'POST /api/campaigns/{id}/invitations': { ...post, body: InviteBody, result: AudienceAnswer },
} as const;
