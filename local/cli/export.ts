import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError } from 'commander';
import config from '#config';
import { dayBefore } from '../../functions/desk/days.ts';
import { Day } from '../../shared/api/schemas.ts';
import { trainingRow } from '../../shared/domain/understand/training-row.ts';
import { connect } from './connection.ts';
import { correctedFeedback } from './corrected-feedback.ts';
import { exportAnswersCommand } from './export-answers.ts';
import { Failure, note, printAll } from './output.ts';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
}

/** Without a wish, the week up to today, as lists of feedback have it. */
const DEFAULT_DAYS = 7;

export function exportCommand(): Command {
  const corrections = new Command('corrections')
    .description('corrected feedback as training rows, one JSON object a line; addresses and long numbers are masked')
    .option(
      '--from <day>',
      'first day on which it was received, in the brand’s zone, YYYY-MM-DD, as far back as you like; a week before the last where absent',
      toDay,
    )
    .option('--to <day>', 'last day; today where absent', toDay)
    .option('--out <file>', 'write here instead of to standard output')
    .action(async (options: Options, command: Command) => {
      const to = options.to ?? new Date().toISOString().slice(0, 10);
      const from = options.from ?? dayBefore(to, DEFAULT_DAYS - 1);
      if (from > to) command.error(`error: --from: expected a day not after ${to}, came ${from}`, { exitCode: 2 });
      await exportRows(from, to, options.out);
    });
  return new Command('export').description('take data out of Amends').addCommand(corrections).addCommand(exportAnswersCommand());
}

async function exportRows(from: string, to: string, out: string | undefined): Promise<void> {
  const connection = await connect();
  let count = 0;
  async function* lines() {
    for await (const feedback of correctedFeedback(connection, from, to)) {
      const row = trainingRow(feedback, config.redaction);
      if (row === undefined) continue;
      count += 1;
      yield `${JSON.stringify(row)}\n`;
    }
  }
  if (out === undefined) await printAll(lines);
  else await writeWhole(out, lines());
  note(`${count} corrected of ${from} to ${to}${out === undefined ? '' : `: ${out}`}`);
}

/** The file is there whole or not at all: a run that breaks off must not leave half of the rows looking like all of them. */
async function writeWhole(file: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await pipeline(Readable.from(lines), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Failure) throw error;
    throw new Failure(`${file}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function toDay(text: string): string {
  const day = Day.safeParse(text);
  if (!day.success) throw new InvalidArgumentError('expected a day that exists, YYYY-MM-DD.');
  return day.data;
}
