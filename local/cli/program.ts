import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { LocalCloudError } from '../cloud.ts';
import { alarmsCommand } from './alarms.ts';
import { analyseCommand } from './analyse/command.ts';
import { importCommand } from './answers/command.ts';
import { calendarCommand } from './calendar.ts';
import { callsCommand } from './calls.ts';
import { campaignCommand } from './campaign/command.ts';
import { casesCommand } from './cases.ts';
import { classifyCommand } from './classify.ts';
import { customersCommand } from './customers.ts';
import { deadLettersCommand } from './dead-letters.ts';
import { demoCommand } from './demo.ts';
import { digestCommand } from './digest.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { feedbackCommand } from './feedback.ts';
import { mailCommand } from './mail.ts';
import { metricsCommand } from './metrics.ts';
import { Failure, note, print } from './output.ts';
import { quarantineCommand } from './quarantine.ts';
import { secretsCommand } from './secrets.ts';
import { staffCommand } from './staff.ts';
import { startCommand } from './start.ts';
import { statisticsCommand } from './statistics.ts';
import { surveyCommand } from './survey.ts';
import { templatesCommand } from './templates.ts';
import { tokenCommand } from './token.ts';
import { webhooksCommand } from './webhooks.ts';

const program = () =>
  new Command('amends')
    .description('Customer feedback and service recovery. Runs whole on this machine; see also npm run deploy.')
    .version(packageJson.version)
    // Flags belong to the command that they stand behind: "cases do <number> offer" has its own.
    .enablePositionalOptions()
    .configureHelp({ sortSubcommands: false })
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 1 could not be done, 2 not understood.
The commands that read talk to the local cloud that "amends start" runs, or to a deployed one:
set AMENDS_URL (address of its HTTP API) and AMENDS_TOKEN (a user's id token).`,
    );

/** Runs one command line and returns its exit code: 0 done, 1 could not be done, 2 not understood. */
export async function runCli(argv: readonly string[]): Promise<number> {
  const commands = [
    startCommand(),
    demoCommand(),
    mailCommand(),
    secretsCommand(),
    tokenCommand(),
    feedbackCommand(),
    casesCommand(),
    staffCommand(),
    customersCommand(),
    callsCommand(),
    quarantineCommand(),
    deadLettersCommand(),
    metricsCommand(),
    statisticsCommand(),
    analyseCommand(),
    alarmsCommand(),
    webhooksCommand(),
    digestCommand(),
    exportCommand(),
    importCommand(),
    classifyCommand(),
    calendarCommand(),
    templatesCommand(),
    surveyCommand(),
    campaignCommand(),
    doctorCommand(),
  ];
  const root = program();
  for (const command of commands) root.addCommand(command);
  exitByThrowing(root);
  try {
    await root.parseAsync(argv);
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Failure || error instanceof LocalCloudError)) throw error;
    if (argv.includes('--json')) print(JSON.stringify({ error: { message: error.message } }, null, 2));
    note(`amends: ${error.message}`);
    return 1;
  }
}

function exitByThrowing(command: Command): void {
  command.exitOverride();
  command.showHelpAfterError('(--help tells more)');
  for (const sub of command.commands) exitByThrowing(sub);
}
