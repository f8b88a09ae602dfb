import { Command, InvalidArgumentError, Option } from 'commander';
import { ENCODINGS } from '../csv/encoding-of.ts';
import { note, type OutputOptions, show } from '../output.ts';
import type { Outcome } from './import.ts';
import { toGiven } from './mapping.ts';
import { importAnswers } from './prepare.ts';
import { DAY_ORDERS, type DayOrder } from './times.ts';

export interface Options extends OutputOptions {
  readonly survey: string;
  readonly map: ReadonlyMap<string, string>;
  readonly mapFile?: string;
  readonly at?: string;
  readonly days?: DayOrder;
  readonly encoding?: string;
  readonly separator?: string;
  readonly dryRun?: boolean;
  readonly openCases?: boolean;
  readonly resume?: boolean;
  readonly report?: string;
  readonly yes?: boolean;
}

const HELP = `
The first line names the columns. A column is what its name says, in English or Chinese: the id of a question, its words, or id, at, branch, language,
campaign, channel, comment, email, consent, surveyVersion. What no name tells is asked on a terminal, given with --map, or left out.
A column of a matrix is question.row, of a pair question.row.expectation and question.row.perception. Needed are "at" and one question.
Encoding (UTF-8, GBK, GB 18030, UTF-16) and separator are told from the file. Numbers are whole and of the scale; "cannot say", n/a, 无法评价 are no answer.
The same row is brought in once, by its id, or without one by what stands in it and the file's name: a run that broke off is simply run again, faster with
--resume. Rows that cannot be brought in are told by line, column and what was expected in FILE.refused.csv; all others come in. See docs/import.md.
Exit code 1 where there are any.`;

export function importCommand(): Command {
  return new Command('import').description('bring in what other systems hold').addCommand(
    new Command('answers')
      .description('bring in the answers to a survey from a CSV file (managers)')
      .argument('<file>', 'CSV')
      .requiredOption('--survey <id>', 'which of the config was answered')
      .option('--map <column=question>', 'what a column is, by its name or #3; several times', collect, new Map<string, string>())
      .option('--map-file <file>', 'the same as JSON: {"column": "question"}; null leaves one out')
      .option('--at <day>', 'when all rows were answered, where no column tells it')
      .addOption(new Option('--days <order>', 'how days are written, where the year is last').choices(DAY_ORDERS))
      .addOption(new Option('--encoding <encoding>', 'of the file; told from it where absent').choices(ENCODINGS))
      .option('--separator <sign>', 'between the cells; told from the first line where absent', toSeparator)
      .option('--dry-run', 'check all rows and write nothing')
      .option('--open-cases', 'unhappy answers open cases, as if they came today; without it none does')
      .option('--resume', 'go on where a run of this file broke off')
      .option('--report <file>', 'where to write what was refused; FILE.refused.csv where absent')
      .option('--yes', 'ask nothing')
      .option('--json', 'as JSON, asks nothing')
      .addHelpText('after', HELP)
      .action(async (file: string, options: Options) => {
        const outcome = await importAnswers(file, options);
        show(outcome, options, inWords);
        if (outcome.refused > 0) process.exitCode = 1;
      }),
  );
}

function collect(text: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const given = toGiven(text);
  if (given === undefined) throw new InvalidArgumentError('expected COLUMN=question, e.g. "Q1=satisfaction" or "#3=comment".');
  return new Map([...before, given]);
}

function toSeparator(text: string): string {
  const sign = text === '\\t' || text === 'tab' ? '\t' : text;
  if (!/^[,;\t|]$/.test(sign)) throw new InvalidArgumentError('expected a comma, a semicolon, | or tab.');
  return sign;
}

const inWords = ({ isDryRun, rows, accepted, skipped, refused, faults, report }: Outcome) => {
  for (const { line, column, field, reason } of faults) {
    const at = [`line ${line}`, ...(column === undefined ? [] : [`column ${column}`]), ...(field === undefined ? [] : [field])].join(', ');
    note(`${at}: ${reason}`);
  }
  if (report !== undefined) note(`all that was refused: ${report}`);
  return `${rows} rows: ${accepted} ${isDryRun ? 'can be brought in' : 'brought in'}, ${skipped} there twice, ${refused} refused`;
};
