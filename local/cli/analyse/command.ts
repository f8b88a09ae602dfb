import { Command, InvalidArgumentError, Option } from 'commander';
import config from '#config';
import type { AnalysisKind } from '../../../shared/domain/analytics/analysis/request.ts';
import { INDEX_MODELS } from '../../../shared/domain/analytics/index/models.ts';
import { LANGUAGES } from '../../../shared/domain/language.ts';
import { ENCODINGS } from '../csv/encoding-of.ts';
import { toDay } from '../day-option.ts';
import { misplacedOptions } from './misplaced.ts';
import { runAnalysis } from './run.ts';

const EXAMPLES: Readonly<Record<AnalysisKind, string>> = {
  ratings: 'amends analyse ratings --survey service --from 2026-10-01 --to 2026-10-31',
  servqual:
    'amends analyse servqual --survey servqual --from 2026-10-01 --to 2026-10-31 --html --out servqual.html\n  amends analyse servqual --in answers.csv',
  gaps5: 'amends analyse gaps5 --in customers.csv --managers managers.csv --staff staff.csv',
  coefficient: 'amends analyse coefficient --in answers.csv --scale 1-5',
  index:
    'amends analyse index --in answers.csv --model model.json --scheme path --samples 200 --seed 1 --json\n  amends analyse index --survey acsi --model acsi',
  drivers: 'amends analyse drivers --in answers.csv --target overall --items staff,price,delivery',
  ipa: 'amends analyse ipa --in answers.csv --html --out ipa.html',
  dual: 'amends analyse dual --in answers.csv --form improved',
  loyalty: 'amends analyse loyalty --in answers.csv --attitude recommend --behaviour share-of-spending --behaviour-from 0.5',
  branches: 'amends analyse branches --survey service --item satisfaction',
  trend: 'amends analyse trend --survey service --item satisfaction --by week --from 2026-08-01',
  crosstab: 'amends analyse crosstab --in answers.csv --rows age --columns satisfaction',
};

const DESCRIPTIONS: Readonly<Record<AnalysisKind, string>> = {
  ratings: 'CSAT, NPS, CES and other ratings, question by question',
  servqual: 'gaps between expectation and perception',
  gaps5: 'the five gaps of the organisation, from customers, managers and staff',
  coefficient: 'the satisfaction coefficient C = perceived / expected',
  index: 'an index by a structural model of satisfaction (PLS path modelling)',
  drivers: 'what drives overall satisfaction',
  ipa: 'importance against performance',
  dual: 'dual rating: importance × satisfaction',
  loyalty: 'attitude against behaviour',
  branches: 'branches compared without calling noise a difference',
  trend: 'a question over time: normal variation, or a real change',
  crosstab: 'two questions against each other',
};

const FILES = `
Without --in it asks the Amends that runs here, or that AMENDS_URL names, over the answers that are stored.
With --in it needs no Amends: CSV, one row for each respondent, the first line naming the columns as answers are named: item, or for pairs
item.expectation and item.perception, item.importance and item.satisfaction. Empty cells, NA, "cannot say", 无法回答 are left out. Commas, semicolons or tabs;
UTF-8 with or without a byte order mark, UTF-16, or GBK. What cannot be used is told by line and column; all good rows are kept.
Exit codes: 0 there is a figure, 1 there is none and why is told, 2 not understood.`;

export function analyseCommand(): Command {
  const analyse = new Command('analyse').description('figures with their uncertainty, over stored answers or over any file');
  for (const kind of [
    'servqual',
    'index',
    'drivers',
    'ipa',
    'ratings',
    'dual',
    'coefficient',
    'loyalty',
    'branches',
    'trend',
    'crosstab',
    'gaps5',
  ] as const) {
    analyse.addCommand(ofKind(kind));
  }
  return analyse;
}

function ofKind(kind: AnalysisKind): Command {
  const command = new Command(kind)
    .description(DESCRIPTIONS[kind])
    .option('--survey <id>', 'of the config')
    .option('--from <day>', 'first day of the brand’s zone, YYYY-MM-DD; a month before the last where absent', toDay)
    .option('--to <day>', 'last day; today where absent', toDay)
    .option('--branch <id>', 'of this branch alone')
    .option('--in <file>', 'a CSV file instead of stored answers')
    .addOption(new Option('--encoding <encoding>', 'of the file, told from it where absent; gb18030 is GBK too').choices(ENCODINGS))
    .option('--separator <sign>', 'between the cells: , ; tab |; told from the first line where absent', toSeparator)
    .option('--id <column>', 'of the file, that tells respondents apart')
    .option('--scale <min-max>', 'of the answers of the file, e.g. 1-10', toScale);
  for (const option of OWN_OPTIONS[kind]) command.addOption(option());
  return command
    .addOption(new Option('--language <language>').choices(LANGUAGES).default(config.brand.defaultLanguage))
    .option('--html', 'as a page with pictures')
    .option('--json', 'as JSON')
    .option('--out <file>', 'write here instead of to standard output')
    .addHelpText('after', `\nExamples:\n  ${EXAMPLES[kind]}\n${FILES}`)
    .action((options: Readonly<Record<string, unknown>>, own: Command) => {
      const fault = misplacedOptions(options);
      if (fault !== undefined) own.error(`error: ${fault}`, { exitCode: 2 });
      return runAnalysis(kind, options);
    });
}

const items = () => new Option('--items <a,b,c>', 'these alone').argParser(toList);
const seed = () => new Option('--seed <n>', 'of the resampling').argParser(toWhole(4_294_967_295));
const samples = () => new Option('--samples <n>', 'resamples for the intervals').argParser(toWhole(1000));
const item = () => new Option('--item <question>', 'whose mean is compared').makeOptionMandatory();

const OWN_OPTIONS: Readonly<Record<AnalysisKind, readonly (() => Option)[]>> = {
  ratings: [items],
  servqual: [],
  gaps5: [
    () => new Option('--managers <survey or file>', 'what managers answered').makeOptionMandatory(),
    () => new Option('--staff <survey or file>', 'what staff answered').makeOptionMandatory(),
  ],
  coefficient: [items],
  index: [
    () => new Option('--model <file>', `JSON, or ${Object.keys(INDEX_MODELS).join(', ')}`).makeOptionMandatory(),
    () => new Option('--scheme <scheme>').choices(['path', 'centroid', 'factorial']).default('path'),
    () => new Option('--missing <rule>', 'people who left answers out').choices(['mean', 'listwise']),
    samples,
    seed,
  ],
  drivers: [() => new Option('--target <question>', 'that asks for the whole').makeOptionMandatory(), items, samples, seed],
  ipa: [items, () => new Option('--crosshair <where>', 'where the lines are drawn').choices(['means', 'midpoints'])],
  dual: [items, () => new Option('--form <form>', 'both where absent').choices(['classic', 'improved'])],
  loyalty: [
    () => new Option('--attitude <question>').makeOptionMandatory(),
    () => new Option('--behaviour <question>').makeOptionMandatory(),
    () => new Option('--behaviour-from <n>', 'least strong behaviour').argParser(toNumber).makeOptionMandatory(),
    () => new Option('--attitude-from <n>', 'least favourable attitude; the top two boxes where absent').argParser(toNumber),
  ],
  branches: [item, () => new Option('--better <end>', 'which end of the scale is good').choices(['high', 'low'])],
  trend: [item, () => new Option('--by <period>').choices(['week', 'month'])],
  crosstab: [
    () => new Option('--rows <question>', 'or: branch').makeOptionMandatory(),
    () => new Option('--columns <question>', 'or: branch').makeOptionMandatory(),
    seed,
  ],
};

function toSeparator(text: string): string {
  const sign = text === '\\t' || text === 'tab' ? '\t' : text;
  if (!/^[,;\t|]$/.test(sign)) throw new InvalidArgumentError('expected a comma, a semicolon, | or tab.');
  return sign;
}

function toScale(text: string) {
  const [, min, max] = /^(-?\d+(?:\.\d+)?)-(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (min === undefined || max === undefined || !(Number(min) < Number(max)))
    throw new InvalidArgumentError('expected two numbers, the lower one first, e.g. 1-10.');
  return { min: Number(min), max: Number(max) };
}

function toNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('expected a number.');
  return value;
}

const toWhole = (most: number) => (text: string) => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value > most)
    throw new InvalidArgumentError(`expected a whole number from 0 to ${most}.`);
  return value;
};

function toList(text: string): string[] {
  const list = text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (list.length === 0) throw new InvalidArgumentError('expected names with commas between them.');
  return list;
}
