import type { CampaignReport, ListedCampaign, ListedInvitation } from './campaign-schemas.ts';

const campaign: ListedCampaign = {
  id: 'autumn',
  title: { en: 'Autumn survey', 'zh-Hans': '秋季满意度调查' },
  survey: 'service',
  channel: 'mail',
  audience: { kind: 'file' },
  period: { from: '2026-11-01', to: '2026-12-31' },
  sample: { share: 0.25 },
  owner: 'lin',
  run: {
    campaign: 'autumn',
    startedAt: '2026-11-23T02:00:00.000Z',
    startedBy: 'agent:zhao',
    survey: 'service',
    surveyVersion: 1,
    step: 'open',
    looked: 0,
    matched: 0,
    version: 1,
  },
};
const report: CampaignReport = {
  ...campaign,
  invitations: { considered: 400, withheld: 302, notReached: 4, sent: 92, begun: 41, answered: 37 },
  withheld: [
    { reason: 'not-sampled', count: 298 },
    { reason: 'open-case', count: 4 },
  ],
  notReached: [{ reason: 'bounce', count: 4 }],
  response: {
    invited: 98,
    reached: 92,
    begun: 41,
    answered: 37,
    responseRate: { value: 0.402, low: 0.308, high: 0.504 },
    answeredOfInvited: { value: 0.378, low: 0.288, high: 0.477 },
  },
};
const invitation: ListedInvitation = {
  id: 'c5w2zq7h3x6mkd4tyv2n7brja5',
  campaign: 'autumn',
  survey: 'service',
  surveyVersion: 1,
  customerKey: 'Zk3v9Qw7Yt1Lr5Xc8Nd2Pf6Hs0Jb4Mg7',
  language: 'en',
  branch: 'east',
  state: 'not-reached',
  reason: 'bounce',
  invitedAt: '2026-11-23T02:00:00.000Z',
  reminders: 0,
  expiresAt: '2026-12-23T02:00:00.000Z',
  answers: 0,
  version: 2,
};
const refusals = [404, 409, 413, 415] as const;

/** What people read about survey campaigns. */
export const campaignDocumentation = {
  'GET /api/campaigns': {
    tag: 'Campaigns',
    id: 'listCampaigns',
    summary: 'Campaigns of the config, and whether they were started',
    description: 'With sample, period, method (channel and survey) and owner.',
    answer: 'All campaigns.',
    example: { items: [campaign] },
  },
  'GET /api/campaigns/{id}': {
    tag: 'Campaigns',
    id: 'readCampaign',
    summary: 'How far a campaign has come, and its response rate',
    description:
      'How many of the audience were asked, why the others were not, whom it did not reach and why. `responseRate` is answered by reached, `answeredOfInvited` answered by invited, both with the Wilson interval at 95 %. What was answered is in `GET /api/metrics?by=campaign`.',
    answer: 'The campaign with its figures.',
    example: report,
    refusals: [404],
  },
  'GET /api/campaigns/{id}/invitations': {
    tag: 'Campaigns',
    id: 'listInvitations',
    summary: 'Who was not reached, or any other state of invitations',
    description:
      'Oldest first, by key of the customer’s file: no address, no name and nothing of what was filled in. A page may hold fewer items than `limit`: only an absent `cursor` ends the list.',
    answer: 'A page of invitations.',
    example: { items: [invitation] },
    refusals: [404],
  },
  'POST /api/campaigns/{id}/start': {
    tag: 'Campaigns',
    id: 'startCampaign',
    summary: 'Start a campaign',
    description:
      'Keeps the survey under its version, so that answers stay with the questions they answered. A campaign of the register’s customers then goes on by itself; started again when it is through, it looks for those who came since. Nobody is asked twice. With `isDryRun` nothing is written. Problems: `outside-period`, `survey-changed`, `started`, `conflict`.',
    answer: 'The campaign as it runs.',
    example: campaign,
    bodyExample: { audienceSize: 400 },
    refusals,
  },
  'POST /api/campaigns/{id}/audience': {
    tag: 'Campaigns',
    id: 'addAudience',
    summary: 'Bring persons of a file',
    description:
      'At most 500 rows in 64 KB. Each is invited, or withheld with the reason, within minutes; brought again, it is known. Who is not in the register yet gets a file. That you may ask them is for you to make sure of. Problems: `outside-period`, `other-audience`, `not-started`.',
    answer: 'How many were accepted.',
    example: { accepted: 1 },
    bodyExample: { rows: [{ email: 'ada@example.com', name: 'Ada Example', language: 'en', branch: 'east', cause: 'visit-2026-11-20' }] },
    refusals,
  },
  'POST /api/campaigns/{id}/invitations': {
    tag: 'Campaigns',
    id: 'inviteOne',
    summary: 'Ask one person, after something has happened',
    description:
      'By address or by the key of their file. `cause` names what it follows, e.g. the number of an order: the same person is asked once for it. Problems: `outside-period`, `not-started`.',
    answer: 'It was accepted.',
    example: { accepted: 1 },
    bodyExample: { email: 'ada@example.com', language: 'en', cause: 'order-48213' },
    refusals,
  },
} as const;
