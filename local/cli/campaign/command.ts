import { Command } from 'commander';
import config from '#config';
import { CampaignList, CampaignReport, ListedCampaign } from '../../../shared/api/campaign-schemas.ts';
import type { Campaign } from '../../../shared/domain/campaign/campaign.ts';
import type { Estimate } from '../../../shared/domain/metrics/interval.ts';
import { connect } from '../connection.ts';
import { Failure, note, type OutputOptions, show, table } from '../output.ts';
import { AudienceFile } from './audience-file.ts';
import { AUDIENCE_COLUMNS } from './audience-row.ts';

interface StartOptions extends OutputOptions {
  readonly audience?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

const HELP = `
A campaign whose audience is a file is given it as CSV: the first line names the columns, in any order: ${AUDIENCE_COLUMNS.join(', ')}; needed is email.
Rows that cannot be asked are told by line and column and left out. The same file again asks nobody twice, so a run that broke off is simply run again.
Without --yes it says what it would do, and does nothing.`;

export function campaignCommand(): Command {
  const command = new Command('campaign').description('ask customers for their opinion: start campaigns, and see who answered (managers)');
  command
    .command('start')
    .description('start a campaign of the config')
    .argument('<id>', 'of the campaign')
    .option('--audience <file>', 'whom to ask, CSV')
    .option('--dry-run', 'check everything, and ask nobody')
    .option('--yes', 'ask them')
    .option('--json', 'as JSON')
    .addHelpText('after', HELP)
    .action(start);
  command
    .command('status')
    .description('how many were asked and answered, and who was not reached')
    .argument('[id]', 'of one campaign; all where absent')
    .option('--json', 'as JSON')
    .action(status);
  command
    .command('list')
    .description('campaigns of the config, and whether they were started')
    .option('--json', 'as JSON')
    .action(async (options: OutputOptions) => {
      const { items } = await (await connect()).read('/api/campaigns', 'manager', CampaignList);
      show(items, options, (all) =>
        all.length === 0
          ? 'The config has no campaigns: see docs/campaigns.md.'
          : table(
              ['campaign', 'survey', 'channel', 'audience', 'from', 'to', 'owner', 'started'],
              all.map(({ id, survey, channel, audience, period, owner, run }) => [
                id,
                survey,
                channel,
                audience.kind === 'event' ? audience.event : audience.kind,
                period.from,
                period.to,
                owner,
                run === undefined ? 'no' : `${run.startedAt.slice(0, 16)} ${run.step}`,
              ]),
            ),
      );
    });
  return command;
}

async function start(id: string, options: StartOptions): Promise<void> {
  const campaign = campaignOf(id);
  const isOfFile = campaign.audience.kind === 'file';
  if (isOfFile !== (options.audience !== undefined)) {
    throw new Failure(
      isOfFile
        ? `the audience of "${id}" is a file: say which, --audience FILE.csv`
        : `the audience of "${id}" is no file: leave out --audience`,
    );
  }
  const file =
    options.audience === undefined
      ? undefined
      : new AudienceFile(
          options.audience,
          config.branches.map((branch) => branch.id),
        );
  const checked = await file?.check();
  for (const { line, column, field, reason } of checked?.faults ?? [])
    note(
      `${options.audience}: line ${line}${column === undefined ? '' : `, column ${column}${field === undefined ? '' : ` (${field})`}`}: ${reason}`,
    );
  if (checked?.rows === 0) throw new Failure(`${options.audience}: no row names somebody who can be asked; nothing was done.`);
  const isDryRun = options.dryRun === true || options.yes !== true;
  const connection = await connect();
  const body = { ...(checked === undefined ? {} : { audienceSize: checked.rows }), ...(isDryRun ? { isDryRun } : {}) };
  const started = await connection.post(`/api/campaigns/${id}/start`, 'manager', body, ListedCampaign);
  const accepted = isDryRun || file === undefined ? 0 : await file.send(id, checked?.rows ?? 0, connection);
  const refused = checked?.refused ?? 0;
  const { rows, twice } = checked ?? {};
  show({ campaign: started, isDryRun, rows, twice, refused, accepted }, options, () =>
    startedInWords(campaign, { isDryRun, rows, twice, accepted }),
  );
  if (isDryRun && options.dryRun !== true) note('Nothing was done: say --yes to ask them.');
  if (refused > 0) process.exitCode = 1;
}

function startedInWords(
  { id }: Campaign,
  { isDryRun, rows, twice = 0, accepted }: { isDryRun: boolean; rows: number | undefined; twice: number | undefined; accepted: number },
): string {
  if (rows === undefined) return `Campaign ${id} ${isDryRun ? 'could be' : 'was'} started.`;
  const doubles = twice === 0 ? '' : ` ${twice === 1 ? '1 of them is' : `${twice} of them are`} there twice; nobody is asked twice.`;
  return `Campaign ${id}: ${isDryRun ? `${persons(rows)} could be asked` : `${persons(accepted)} handed on to be asked`}.${doubles}`;
}

const persons = (n: number): string => (n === 1 ? '1 person' : `${n} persons`);

function campaignOf(id: string): Campaign {
  const campaign = config.campaigns.find((one) => one.id === id);
  if (campaign !== undefined) return campaign;
  const known = config.campaigns.map((one) => one.id).join(', ');
  throw new Failure(`there is no campaign "${id}" in amends.config.ts${known === '' ? '' : `; it has ${known}`}`);
}

async function status(id: string | undefined, options: OutputOptions): Promise<void> {
  const connection = await connect();
  const ids = id === undefined ? config.campaigns.map((one) => one.id) : [campaignOf(id).id];
  const reports = await Promise.all(ids.map((one) => connection.read(`/api/campaigns/${one}`, 'manager', CampaignReport)));
  show(id === undefined ? reports : reports[0], options, () => reports.map(inWords).join('\n\n'));
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const rate = (estimate: Estimate | undefined): string =>
  estimate === undefined
    ? 'cannot be told yet'
    : `${percent(estimate.value)} (95 % interval ${percent(estimate.low)} to ${percent(estimate.high)})`;

function inWords({ id, invitations, withheld, notReached, response, run, period, owner }: CampaignReport): string {
  const reasons = (all: readonly { reason: string; count: number }[]) =>
    all.length === 0 ? '' : ` (${all.map(({ reason, count }) => `${count} ${reason}`).join(', ')})`;
  return [
    `${id}: ${period.from} to ${period.to}, owner ${owner}, ${run === undefined ? 'not started' : `${run.step} since ${run.startedAt.slice(0, 16)}`}`,
    `  considered   ${invitations.considered}`,
    `  not asked    ${invitations.withheld}${reasons(withheld)}`,
    `  not reached  ${invitations.notReached}${reasons(notReached)}`,
    `  reached      ${response.reached}`,
    `  begun        ${response.begun}`,
    `  answered     ${response.answered}`,
    `  response     ${rate(response.responseRate)} of those reached; ${rate(response.answeredOfInvited)} of those invited`,
  ].join('\n');
}
