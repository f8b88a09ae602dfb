import type * as z from 'zod/mini';
import type { AudienceBody, AudienceRow, InviteBody, StartBody } from '../../../shared/api/campaign-schemas.ts';
import { actorOf, type Viewer } from '../../../shared/api/viewer.ts';
import { type Campaign, invitesOn } from '../../../shared/domain/campaign/campaign.ts';
import type { InviteMessage } from '../../../shared/domain/campaign/message.ts';
import type { CampaignRun } from '../../../shared/domain/campaign/run.ts';
import { isSame } from '../../../shared/domain/customer/change.ts';
import { AmendsError, invalidInput } from '../../../shared/domain/errors.ts';
import type { Survey } from '../../../shared/domain/survey/survey.ts';
import type { StudyPorts } from '../ports.ts';
import { dayIn } from './day-in.ts';

type Ports = Pick<StudyPorts, 'campaigns' | 'config'>;

const refuse = (code: string, message: string) => new AmendsError(409, code, message);

/**
 * Starts a campaign: its survey is kept as it is asked, and with the register's customers it goes on by itself. Started again when its list is done, it goes
 * through it once more, for those who came since; nobody is asked twice.
 * @throws AmendsError 409 `outside-period`, `survey-changed`, `started`; 422 where a sample of a size does not know of how many.
 */
export async function startCampaign(
  campaign: Campaign,
  { audienceSize, isDryRun }: z.output<typeof StartBody>,
  { viewer, now }: { readonly viewer: Viewer; readonly now: string },
  { campaigns: { runs, invitations }, config }: Ports,
): Promise<CampaignRun> {
  refuseOutside(campaign, now, config.brand.timeZone);
  const survey = surveyOf(campaign, config.surveys);
  const seen = await runs.run(campaign.id);
  const isSized = campaign.sample !== undefined && 'size' in campaign.sample;
  const isOfRegister = campaign.audience.kind === 'customers';
  const size = audienceSize ?? seen?.audienceSize;
  if (isSized && !isOfRegister && size === undefined) {
    throw invalidInput('A sample of a size is chosen from a number of persons.', [
      { field: 'audienceSize', reason: 'expected the number of persons in the file' },
    ]);
  }
  if (seen !== undefined) refuseAnother(seen, { isSized, size });
  const run: CampaignRun = {
    campaign: campaign.id,
    startedAt: now,
    startedBy: actorOf(viewer.id),
    survey: survey.id,
    surveyVersion: survey.version,
    audienceSize: size,
    step: isOfRegister ? (isSized && size === undefined ? 'counting' : 'inviting') : 'open',
    looked: 0,
    matched: 0,
    version: (seen?.version ?? 0) + 1,
  };
  if (isDryRun === true) {
    const standing = await invitations.survey(survey.id, survey.version);
    if (standing !== undefined && !isSame(standing, survey)) throw surveyChanged(survey);
    return run;
  }
  if ((await runs.keepSurvey(survey)) === 'differs') throw surveyChanged(survey);
  // Of a file that is brought in parts, each part may say that it begins.
  if (seen?.step === 'open' && seen.surveyVersion === survey.version && seen.audienceSize === size) return seen;
  await runs.keepRun(run, seen);
  return run;
}

function refuseAnother(seen: CampaignRun, { isSized, size }: { readonly isSized: boolean; readonly size: number | undefined }): void {
  if (seen.step === 'counting' || seen.step === 'inviting')
    throw refuse('started', `The campaign "${seen.campaign}" was started at ${seen.startedAt} and is under way.`);
  if (isSized && seen.audienceSize !== undefined && size !== seen.audienceSize)
    throw refuse(
      'started',
      `The sample was chosen from ${seen.audienceSize} persons. From another number, others would be chosen: make it another campaign.`,
    );
}

const surveyChanged = ({ id, version }: Survey) =>
  refuse(
    'survey-changed',
    `The survey "${id}" was asked before with other questions under version ${version}. Raise its version, so that answers stay with the questions they answered.`,
  );

function surveyOf({ survey: id }: Campaign, surveys: readonly Survey[]): Survey {
  const survey = surveys.find((one) => one.id === id);
  // `parseConfig` has looked.
  if (survey === undefined) throw new Error(`campaign: no survey "${id}"`);
  return survey;
}

function refuseOutside(campaign: Campaign, now: string, timeZone: string): void {
  if (invitesOn(campaign, dayIn(now, timeZone))) return;
  const { from, to } = campaign.period;
  throw refuse('outside-period', `The campaign "${campaign.id}" invites from ${from} to ${to}.`);
}

/** Takes part of a file: it is accepted once the queue has it. */
export async function takeAudience(campaign: Campaign, { rows, isDryRun }: z.output<typeof AudienceBody>, now: string, ports: Ports) {
  if (campaign.audience.kind !== 'file') throw refuse('other-audience', `The audience of "${campaign.id}" is no file.`);
  refuseOutside(campaign, now, ports.config.brand.timeZone);
  refuseUnknownBranches(rows, ports);
  if (isDryRun === true) return { accepted: rows.length };
  await refuseUnstarted(campaign, ports);
  await ports.campaigns.queue.send(rows.map(({ cause, ...person }): InviteMessage => ({ campaign: campaign.id, person, cause })));
  return { accepted: rows.length };
}

/** One person, after something has happened to them: for other systems and for staff. */
export async function takeInvitee(campaign: Campaign, body: z.output<typeof InviteBody>, now: string, ports: Ports) {
  refuseOutside(campaign, now, ports.config.brand.timeZone);
  const { cause, customerKey, email, ...rest } = body;
  refuseUnknownBranches([rest], ports);
  if (campaign.audience.kind !== 'event') await refuseUnstarted(campaign, ports);
  if (customerKey !== undefined) await ports.campaigns.queue.send([{ campaign: campaign.id, customerKey, cause }]);
  if (email !== undefined) await ports.campaigns.queue.send([{ campaign: campaign.id, person: { ...rest, email }, cause }]);
  return { accepted: 1 };
}

async function refuseUnstarted(campaign: Campaign, { campaigns }: Ports): Promise<void> {
  if ((await campaigns.runs.run(campaign.id)) === undefined)
    throw refuse('not-started', `The campaign "${campaign.id}" was not started: POST /api/campaigns/${campaign.id}/start.`);
}

function refuseUnknownBranches(rows: readonly Pick<AudienceRow, 'branch'>[], { config }: Ports): void {
  const known = config.branches.map(({ id }) => id);
  const issues = rows.flatMap(({ branch }, i) =>
    branch === undefined || known.includes(branch)
      ? []
      : [{ field: `rows.${i}.branch`, reason: `expected the id of a branch: ${known.join(', ') || 'the config has none'}` }],
  );
  if (issues.length > 0) throw invalidInput('A branch is not known.', issues);
}
