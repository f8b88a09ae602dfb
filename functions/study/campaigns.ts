import { campaignOperations as operations } from '../../shared/api/campaign-operations.ts';
import type { CampaignReport, ListedCampaign } from '../../shared/api/campaign-schemas.ts';
import type { Campaign } from '../../shared/domain/campaign/campaign.ts';
import { REASONS, reasonDimension, type UnaskedState } from '../../shared/domain/campaign/reasons.ts';
import { responseOf } from '../../shared/domain/campaign/response.ts';
import { notFound } from '../../shared/domain/errors.ts';
import { addTallies, emptyTally } from '../../shared/domain/metrics/tally.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import { startCampaign, takeAudience, takeInvitee } from './campaigns/start.ts';
import type { StudyPorts } from './ports.ts';

/** Survey campaigns (R10). */
export const campaignEndpoints = (ports: StudyPorts) => ({
  'GET /api/campaigns': endpoint(operations['GET /api/campaigns'], async () => ({
    items: await Promise.all(ports.config.campaigns.map((campaign) => listed(ports, campaign))),
  })),
  'GET /api/campaigns/{id}': endpoint(operations['GET /api/campaigns/{id}'], ({ path }) => report(ports, found(ports, path.id))),
  'GET /api/campaigns/{id}/invitations': endpoint(operations['GET /api/campaigns/{id}/invitations'], async ({ path, query }) => {
    const { items, cursor } = await ports.campaigns.runs.invitations(found(ports, path.id).id, query.state, query);
    return { items: items.map(({ draft: _, ...rest }) => rest), cursor };
  }),
  'POST /api/campaigns/{id}/start': endpoint(operations['POST /api/campaigns/{id}/start'], async ({ path, body, viewer, now }) => {
    const campaign = found(ports, path.id);
    return listed(ports, campaign, await startCampaign(campaign, body, { viewer, now }, ports));
  }),
  'POST /api/campaigns/{id}/audience': endpoint(operations['POST /api/campaigns/{id}/audience'], ({ path, body, now }) =>
    takeAudience(found(ports, path.id), body, now, ports),
  ),
  'POST /api/campaigns/{id}/invitations': endpoint(operations['POST /api/campaigns/{id}/invitations'], ({ path, body, now }) =>
    takeInvitee(found(ports, path.id), body, now, ports),
  ),
});

function found({ config }: Pick<StudyPorts, 'config'>, id: string): Campaign {
  const campaign = config.campaigns.find((one) => one.id === id);
  if (campaign === undefined) throw notFound(`There is no campaign "${id}" in the config.`);
  return campaign;
}

async function listed({ campaigns }: StudyPorts, campaign: Campaign, started?: ListedCampaign['run']): Promise<ListedCampaign> {
  const { id, title, survey, channel, audience, period, sample, owner } = campaign;
  return { id, title, survey, channel, audience, period, sample, owner, run: started ?? (await campaigns.runs.run(id)) };
}

async function report(ports: StudyPorts, campaign: Campaign): Promise<CampaignReport> {
  const { id, period } = campaign;
  const counted = async (dimension: string) =>
    (await ports.figures.series(dimension, 'day', period.from, period.to)).map(({ tally }) => tally).reduce(addTallies, emptyTally);
  const reasonsOf = async (state: UnaskedState) => {
    const counts = [...REASONS[state], 'other'].map(async (reason) => {
      const { invited } = await counted(reasonDimension(id, state, reason));
      return { reason, count: invited };
    });
    return (await Promise.all(counts)).filter(({ count }) => count > 0);
  };
  const [base, all, withheld, notReached] = await Promise.all([
    listed(ports, campaign),
    counted(`campaign#${id}`),
    reasonsOf('withheld'),
    reasonsOf('not-reached'),
  ]);
  const invitations = {
    considered: all.invited,
    withheld: all.invitationsWithheld,
    notReached: all.invitationsNotReached,
    sent: all.invitationsSent,
    begun: all.invitationsBegun,
    answered: all.invitationsAnswered,
  };
  return { ...base, invitations, withheld, notReached, response: responseOf(invitations) };
}
