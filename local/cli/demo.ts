import { join } from 'node:path';
import { Command, Option } from 'commander';
import { reportText } from '../../shared/domain/analytics/report/text.ts';
import { LANGUAGES, type Language } from '../../shared/domain/language.ts';
import { STATE_DIR, startLocalCloud } from '../cloud.ts';
import { runCaseDemo, writeCaseDemo } from '../demo/case/run.ts';
import { sheetText } from '../demo/case/sheet-text.ts';
import type { Invariant } from '../demo/invariant.ts';
import { type DemoResult, runDemo } from '../demo/run.ts';
import { openedByWordsAlone, severityRows, topicRows } from '../demo/understood.ts';
import { refuseSecond } from './connection.ts';
import { Failure, note, print, table } from './output.ts';

interface Options {
  readonly out: string;
  readonly data?: string;
  readonly engine: 'dynoxide' | 'dynamodb-local';
  readonly json?: boolean;
  readonly case?: boolean;
  readonly language: Language;
}

export function demoCommand(): Command {
  return new Command('demo')
    .description('run everything once: feedback in at all doors, apologies, cases, figures and a digest out; checks what must be true')
    .option('--out <dir>', 'where mails, digests and figures go', 'out')
    .option('--data <dir>', 'keep the data in this folder; in memory where absent')
    .addOption(new Option('--engine <engine>', 'which DynamoDB').choices(['dynoxide', 'dynamodb-local']).default('dynoxide'))
    .option('--json', 'the summary as JSON')
    .option('--case', 'instead of all that: one case from the complaint to its second close, on a clock that runs fast')
    .addOption(new Option('--language <language>', 'of the customer of that case').choices(LANGUAGES).default('en'))
    .action(demo);
}

async function demo(options: Options): Promise<void> {
  const { out, data, engine, json } = options;
  if (options.case === true) return demoOfCase(options);
  // Kept data belongs to the secrets of this folder, so that "start --data" can go on with it.
  const stateDir = data === undefined ? undefined : STATE_DIR;
  if (stateDir !== undefined) await refuseSecond();
  note('Synthesising the stacks and bundling the functions …');
  const cloud = await startLocalCloud({ dataDir: data, stateDir, engine, throttles: false });
  note(`The local cloud runs at ${cloud.url} (${cloud.engine}).`);
  try {
    const result = await runDemo(cloud, out, note);
    if (json === true)
      print(JSON.stringify({ invariants: result.invariants, seconds: result.seconds, metrics: result.register.metrics }, null, 2));
    else summarise(result, out);
    if (result.invariants.some(({ holds }) => !holds)) process.exitCode = 1;
  } finally {
    await cloud.stop();
  }
}

/** Its clock is set ahead by weeks: that is no clock for data that is kept. */
async function demoOfCase({ out, data, engine, json, language }: Options): Promise<void> {
  if (data !== undefined) throw new Failure('--case keeps no data: its clock runs ahead. Leave out --data.');
  note('Synthesising the stacks and bundling the functions …');
  const cloud = await startLocalCloud({ engine, throttles: false, schedules: false, quiet: true });
  note(`The local cloud runs at ${cloud.url} (${cloud.engine}).`);
  try {
    const result = await runCaseDemo(cloud, language, json === true ? note : print);
    const [sheet = '', ...others] = await writeCaseDemo(out, result);
    const { details, steps, invariants } = result;
    if (json === true) print(JSON.stringify({ case: details.case, steps, invariants }, null, 2));
    else {
      print(`\n${sheetText(result.sheets.get(language) ?? '')}`);
      tellWhatMustBeTrue(invariants);
      print(
        `\nThe register sheet is ${sheet}, in Chinese ${others[0]}; the ${result.mails.length} mails are in ${join(out, 'case', 'mail')}.`,
      );
    }
    if (invariants.some(({ holds }) => !holds)) process.exitCode = 1;
  } finally {
    await cloud.stop();
  }
}

function tellWhatMustBeTrue(invariants: readonly Invariant[]): void {
  print('\nWhat must be true:');
  for (const { name, holds, detail } of invariants) print(`  ${holds ? '✓' : '✗'} ${name}: ${detail}`);
}

function summarise({ register, answers, invariants, mails, reports, seconds }: DemoResult, out: string): void {
  const figures = register.metrics.items[0]?.figures;
  const share = (part: { value: number; low: number; high: number } | undefined) =>
    part === undefined
      ? 'fewer than ten answers'
      : `${(part.value * 100).toFixed(1)} % (95 %: ${(part.low * 100).toFixed(1)} to ${(part.high * 100).toFixed(1)})`;
  print(
    table(
      ['', ''],
      [
        [
          'Accepted at the doors',
          `${answers.accepted.length} by form and webhook, ${answers.mails} mails, ${answers.repeated.length} sent twice`,
        ],
        ['Refused', `${answers.spoiled.length} malformed or wrongly signed`],
        ['Stored', `${register.feedback.length}, and ${register.quarantined.length} in quarantine`],
        ['Cases opened', `${register.cases.length}`],
        ['Mails sent', `${mails.length}`],
        ['Satisfied (top two boxes)', `${share(figures?.csat.topTwoBox)}, n = ${figures?.csat.n}`],
        [
          'NPS',
          `${figures?.nps.value?.toFixed(0)} (95 %: ${figures?.nps.low?.toFixed(0)} to ${figures?.nps.high?.toFixed(0)}), n = ${figures?.nps.n}`,
        ],
        ['Time', `${seconds.sending.toFixed(1)} s to send, all counted after ${seconds.untilCounted.toFixed(1)} s`],
      ],
    ).trimStart(),
  );
  print(`\nWhat it was about:\n${table(['TOPIC', 'SAID', 'AGAINST'], topicRows(register))}`);
  print(`\nHow severe the cases are, and why:\n${table(['SEVERITY', 'CASES', 'REASONS'], severityRows(register))}`);
  print(
    `\nOpened by words alone, beside a good rating:\n${table(['CASE', 'SEVERITY', 'REASONS', 'TOPICS', 'RATING'], openedByWordsAlone(register))}`,
  );
  for (const { report } of reports) print(`\n${report.title.en}\n${reportText(report, 'en', table)}`);
  tellWhatMustBeTrue(invariants);
  print(
    `\nLook at ${['digest-day', 'digest-week', 'digest-month', ...reports.map(({ name }) => name)].map((name) => join(out, `${name}.html`)).join(', ')}, each also in Chinese (.zh-Hans.html), ${join(out, 'mail')} and ${join(out, 'metrics.json')}.`,
  );
  print('Run "npm start" to use it yourself.');
}
