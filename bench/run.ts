import { Command, InvalidArgumentError, Option } from 'commander';
import { ENGINES, type EngineName } from '../local/engines/dynamodb.ts';
import { measureSizes } from './bundle-finding.ts';
import { measureCost } from './cost.ts';
import { measureDashboard } from './dashboard.ts';
import { measureInbox } from './desk-inbox.ts';
import { measureDigests } from './digests.ts';
import { type Finding, inWords, isReached, machine } from './figure.ts';
import { measureFormPage } from './form-page.ts';
import { measureGrowth } from './growth.ts';
import { measureImport } from './import.ts';
import { measureIndexing } from './index.ts';
import type { Settings } from './measured-cloud.ts';
import { measureRecovery } from './recovery.ts';
import { measureThroughput } from './throughput.ts';
import { measureUnderstanding } from './understanding.ts';

const BENCHES: Readonly<Record<string, (settings: Settings) => Promise<Finding> | Finding>> = {
  throughput: measureThroughput,
  cost: measureCost,
  understanding: measureUnderstanding,
  growth: measureGrowth,
  recovery: measureRecovery,
  digests: measureDigests,
  bundles: measureSizes,
  index: measureIndexing,
  import: measureImport,
  dashboard: measureDashboard,
  form: measureFormPage,
  inbox: measureInbox,
};

interface Options {
  readonly json?: true;
  readonly only?: string;
  readonly items?: number;
  readonly engine: EngineName;
  readonly strict?: true;
}

const options = new Command('npm run bench --')
  .description('Measures what design §7 sets goals for, all in one run on this machine, and prints each figure with its goal.')
  .option('--json', 'print JSON')
  .addOption(new Option('--only <name>', 'one bench').choices(Object.keys(BENCHES)))
  .option('--items <n>', "instead of each bench's own number of items", items)
  .addOption(new Option('--engine <name>', 'DynamoDB engine').choices([...ENGINES]).default('dynoxide'))
  .option('--strict', 'a missed goal ends with exit code 1 too')
  .addHelpText('after', '\nExit codes: 0 all was measured, 1 something could not be (or was missed, with --strict), 2 not understood.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<Options>();

function items(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 10) throw new InvalidArgumentError('expected a whole number from 10 on.');
  return value;
}

if (process.env['AMENDS_DYNAMODB_ENDPOINT']) {
  console.error('bench: AMENDS_DYNAMODB_ENDPOINT is set, and each bench needs an engine that is empty. Unset it; --engine chooses one.');
  process.exit(1);
}

interface Outcome {
  readonly bench: string;
  readonly seconds: number;
  readonly finding?: Finding;
  /** Why it could not be measured. */
  readonly failure?: string;
}

async function measure(bench: string): Promise<Outcome> {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  try {
    const finding = await BENCHES[bench]?.({ engine: options.engine, items: options.items });
    if (finding === undefined) throw new Error('there is no such bench');
    return { bench, seconds: seconds(), finding };
  } catch (error) {
    return { bench, seconds: seconds(), failure: error instanceof Error ? error.message : String(error) };
  }
}

const say = (text: string) => (options.json ? undefined : console.log(`${text}\n`));
const facts = { ...machine(), engine: options.engine, at: new Date().toISOString() };
say(
  Object.entries(facts)
    .map(([name, value]) => `${name} ${value}`)
    .join(', '),
);

const outcomes: Outcome[] = [];
for (const bench of options.only === undefined ? Object.keys(BENCHES) : [options.only]) {
  const outcome = await measure(bench);
  outcomes.push(outcome);
  say(outcome.finding === undefined ? `${bench} could not be measured: ${outcome.failure}` : inWords(outcome.finding));
}

const figures = outcomes.flatMap(({ finding }) => finding?.figures ?? []);
const goals = figures.map(isReached).filter((reached) => reached !== undefined);
const failed = outcomes.filter(({ failure }) => failure !== undefined);
const seconds = outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0);
say(
  `${goals.filter((reached) => reached).length} of ${goals.length} goals reached, ${failed.length} benches could not be measured; ${Math.round(seconds)} s.`,
);
if (options.json) {
  const benches = outcomes.map(({ finding, ...rest }) => ({
    ...rest,
    ...(finding && { ...finding, figures: finding.figures.map((figure) => ({ ...figure, isReached: isReached(figure) })) }),
  }));
  console.log(JSON.stringify({ machine: facts, benches }, null, 2));
}
process.exitCode = failed.length > 0 || (options.strict === true && goals.includes(false)) ? 1 : 0;
