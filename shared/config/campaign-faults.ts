import type { Campaign } from '../domain/campaign/campaign.ts';
import type { AmendsConfig } from './schema.ts';

type Parts = Pick<AmendsConfig, 'campaigns' | 'surveys' | 'branches' | 'recovery' | 'sources'>;

/** What in campaigns names something that is not there, or cannot be done. */
export function campaignFaults(config: Parts): string[] {
  return [
    ...config.campaigns.flatMap((campaign, i) => faultsOf(campaign, config).map((fault) => `campaigns[${i}].${fault}`)),
    ...config.surveys.flatMap(({ questions }, i) =>
      questions.flatMap((question, j) => {
        const department = 'department' in question ? question.department : undefined;
        return department === undefined || config.recovery.departments.some(({ id }) => id === department)
          ? []
          : [`surveys[${i}].questions[${j}].department: no department "${department}"`];
      }),
    ),
    ...config.recovery.teams.flatMap(({ departments = [] }, i) =>
      departments.flatMap((department) =>
        config.recovery.departments.some(({ id }) => id === department)
          ? []
          : [`recovery.teams[${i}].departments: no department "${department}"`],
      ),
    ),
    ...config.sources.flatMap((source, i) => sourceFaults(source, config.campaigns).map((fault) => `sources[${i}].${fault}`)),
  ];
}

function faultsOf({ survey, audience, owner, sample, channel, reminders }: Campaign, { surveys, branches, recovery }: Parts): string[] {
  const faults: string[] = [];
  if (!surveys.some(({ id }) => id === survey)) faults.push(`survey: no survey "${survey}"`);
  if (!recovery.agents.some(({ id }) => id === owner)) faults.push(`owner: no agent "${owner}"`);
  if (audience.kind === 'customers') {
    for (const branch of audience.branches ?? [])
      if (!branches.some(({ id }) => id === branch)) faults.push(`audience.branches: no branch "${branch}"`);
  }
  if (audience.kind === 'event') {
    if (sample !== undefined && 'size' in sample)
      faults.push('sample.size: nobody knows beforehand how many an event will bring; expected a share');
    if (audience.after !== undefined && audience.event !== 'case-closed')
      faults.push('audience.after: only after "case-closed"; whoever tells of an order chooses the moment');
  }
  if (reminders.length > 0 && channel !== 'mail') faults.push('reminders: only for the channel "mail": nobody else can be reminded');
  return faults;
}

function sourceFaults(source: Parts['sources'][number], campaigns: readonly Campaign[]): string[] {
  if (source.provider !== 'standard-webhooks' || source.invites === undefined) return [];
  const campaign = campaigns.find(({ id }) => id === source.invites);
  if (campaign === undefined) return [`invites: no campaign "${source.invites}"`];
  const { audience } = campaign;
  return audience.kind === 'event' && audience.event === 'order-delivered'
    ? []
    : [`invites: expected a campaign whose audience is the event "order-delivered", "${source.invites}" is another`];
}
