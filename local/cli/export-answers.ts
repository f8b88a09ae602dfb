import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod/mini';
import { dayBefore } from '../../functions/desk/days.ts';
import { answerFile } from '../../shared/adapters/parquet/write-answers.ts';
import { AnswerPage } from '../../shared/api/analysis-schemas.ts';
import { AnswerRow, monthsBetween, newestRows } from '../../shared/domain/analytics/columns.ts';
import { type Cell, csv } from '../../shared/domain/csv.ts';
import { type Connection, connect } from './connection.ts';
import { toDay } from './day-option.ts';
import { Failure, note, print } from './output.ts';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly csv?: boolean;
  readonly parquet?: boolean;
  readonly out?: string;
}

const DEFAULT_DAYS = 30;
/** Each is asked for by itself. */
const MOST_MONTHS = 120;
/** A nightly run puts files together while they are read; then the month is read again. */
const TRIES = 3;

const HELP = `
Examples:
  amends export answers --csv --from 2026-10-01 --to 2026-10-31 --out answers.csv
  amends export answers --parquet --out answers.parquet

One row for each answer: which response, when, where, which question, on which scale; no words, addresses or keys of customers.
Answers are a minute or two behind. Columns: docs/analyses.md.`;

/** Stored answers as a file, each as it holds now. */
export const exportAnswersCommand = (): Command =>
  new Command('answers')
    .description('answers, one row each, as CSV or Parquet (managers)')
    .option('--from <day>', 'first day of the brand’s zone, YYYY-MM-DD; a month before the last where absent', toDay)
    .option('--to <day>', 'last day; today where absent', toDay)
    .option('--csv', 'for spreadsheets; what is written where neither is named')
    .option('--parquet', 'for DuckDB, pandas, Spark; needs --out')
    .option('--out <file>', 'write here instead of to standard output')
    .addHelpText('after', HELP)
    .action(async (options: Options, command: Command) => {
      const to = options.to ?? new Date().toISOString().slice(0, 10);
      const from = options.from ?? dayBefore(to, DEFAULT_DAYS);
      if (from > to) command.error(`error: --from: expected a day not after ${to}, came ${from}`, { exitCode: 2 });
      if (options.csv === true && options.parquet === true) command.error('error: --csv or --parquet, not both', { exitCode: 2 });
      if (options.parquet === true && options.out === undefined)
        command.error('error: --parquet: expected --out, for it is no text', { exitCode: 2 });
      if (monthsBetween(from, to).length > MOST_MONTHS)
        command.error(`error: --from: expected a day at most ${MOST_MONTHS / 12} years before ${to}`, { exitCode: 2 });
      const rows = await answersBetween(await connect(), from, to);
      await write(rows, options);
      note(
        `${from} to ${to}: ${rows.length === 1 ? '1 answer' : `${rows.length} answers`}${options.out === undefined ? '' : ` in ${options.out}`}`,
      );
    });

async function write(rows: readonly AnswerRow[], { parquet, out }: Options): Promise<void> {
  const content = parquet === true ? answerFile(rows) : answersCsv(rows);
  if (out === undefined) {
    if (typeof content === 'string') print(content.trimEnd());
    return;
  }
  const unfinished = `${out}.unfinished`;
  try {
    await mkdir(dirname(out), { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new Failure(`${out}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** As CSV: no cell is a formula, absent values are empty. */
export function answersCsv(rows: readonly AnswerRow[]): string {
  const keys = z.keyof(AnswerRow).options;
  return csv(
    keys,
    rows.map((row) => keys.map((key) => cellOf(row[key]))),
  );
}

function cellOf(value: AnswerRow[keyof AnswerRow]): Cell {
  if (value === null) return undefined;
  return typeof value === 'boolean' ? String(value) : value;
}

/** Month by month, each row as it holds. */
export async function answersBetween(connection: Pick<Connection, 'read'>, from: string, to: string): Promise<AnswerRow[]> {
  const found: AnswerRow[] = [];
  for (const month of monthsBetween(from, to)) {
    for (const row of newestRows(await rowsOfMonth(connection, month))) if (row.day >= from && row.day <= to) found.push(row);
  }
  return found;
}

async function rowsOfMonth(connection: Pick<Connection, 'read'>, month: string, tries = TRIES): Promise<AnswerRow[]> {
  const rows: AnswerRow[] = [];
  let cursor: string | undefined;
  try {
    do {
      const query = new URLSearchParams({ month, ...(cursor !== undefined && { cursor }) });
      const page = await connection.read(`/api/answers?${query}`, 'manager', AnswerPage);
      for (const row of page.items) rows.push(row);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return rows;
  } catch (error) {
    if (!(error instanceof Failure && /put together between two pages/.test(error.message)) || tries === 1) throw error;
    return rowsOfMonth(connection, month, tries - 1);
  }
}
