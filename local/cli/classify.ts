import { constants, createReadStream, fstatSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import { Command, Option } from 'commander';
import config from '#config';
import { textModels } from '../../shared/adapters/text-models.ts';
import type { Models } from '../../shared/domain/understand/models.ts';
import { understand } from '../../shared/domain/understand/understand.ts';
import { classified, type Listener, type Source } from './classify-lines.ts';
import { Failure, note, printAll } from './output.ts';
import { counted, Progress } from './progress.ts';
import { DOUBTS, type Doubt, FORMATS, type Format } from './read-line.ts';

interface Options {
  readonly format: Format;
  readonly text?: boolean;
  readonly quiet?: boolean;
}

const STDIN = '-';
/** Doubts of one kind that are told line by line: a file in another encoding is one fault and not 100,000. */
const TOLD_PER_DOUBT = 5;

const HELP = `
Each line in gives exactly one line out, in the same order, so that results can be put beside what they are of:
  {"language","sentiment":{"label","score","confidence"},"topics":[{"topic","polarity","words"}],"intent","severity","reasons","flags"}
and "moneyAtStake" where a sum is named. An empty text is answered too: with confidence 0, "not read".
A line in is {"text": "…", "locale": "en-GB"}, where locale may be absent and other keys are ignored, or a plain text.
  --format auto   a line that begins with { and is a JSON object with a string "text" is that, any other a plain text
  --format json   any other line is an error: told by file and line, {"error": "…"} in its place, exit code 1 at the end
  --format text   each line is a plain text
UTF-8; lines end with LF or CRLF. Of a line longer than 1 MB the beginning is read. Nothing leaves this machine.`;

export function classifyCommand(): Command {
  return new Command('classify')
    .description('read texts, one a line, and write what Amends understands of each; needs no cloud')
    .argument('[files...]', `files, read in turn; ${STDIN} or none is standard input`)
    .addOption(new Option('--format <format>', 'what the lines are').choices(FORMATS).default('auto'))
    .option('--text', 'repeat the text in the output')
    .option('--quiet', 'neither progress nor summary; what is wrong with a line is told still')
    .option('--json', 'as JSON lines, as without it')
    .addHelpText('after', HELP)
    .action(async (named: readonly string[], options: Options, command: Command) => {
      const files = named.length === 0 ? [STDIN] : named;
      if (files.filter((file) => file === STDIN).length > 1)
        command.error(`error: expected ${STDIN} (standard input) once, it came again`, { exitCode: 2 });
      const faults = await classify(files, options);
      if (faults > 0) process.exitCode = 1;
    });
}

/** @returns how many lines could not be read. */
async function classify(files: readonly string[], options: Options): Promise<number> {
  // One after the other, so that of several faults the first file's is told.
  const sizes: (number | undefined)[] = [];
  for (const file of files) sizes.push(await checkedSize(file));
  const models = readableModels();
  // Nobody hears progress when it goes to the same pipe as the output and that is closed.
  process.stderr.on('error', () => undefined);
  const isTyped = files.includes(STDIN) && process.stdin.isTTY;
  if (isTyped) note('Reading standard input: type or paste one text a line, then press Ctrl-D. To read a file, name it.');
  const progress = new Progress(process.stderr, {
    isLive: options.quiet !== true && process.stderr.isTTY && !process.stdout.isTTY && !isTyped,
    total: sizes.reduce((sum, size) => (sum === undefined || size === undefined ? undefined : sum + size), 0),
    now: () => performance.now(),
  });
  const tally = new Tally(progress);
  const settings = {
    format: options.format,
    isEchoed: options.text === true,
    understand: (text: string, locale: string | undefined) => understand(text, { locale, topicPhrases: config.topicPhrases }, models),
  };
  const isWhole = await printAll((readerLeft) => classified(opened(files, readerLeft), settings, tally)).finally(() => progress.clear());
  if (isWhole) tally.finish(options.quiet === true);
  return tally.faults;
}

/** Hears what happens beside the output, and tells people. */
class Tally implements Listener {
  readonly #progress: Progress;
  readonly #doubts = new Map<Doubt, number>();
  faults = 0;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  fault(line: string, why: string): void {
    this.faults += 1;
    this.#progress.say(`${line}: ${why}`);
  }

  doubt(line: string, doubt: Doubt): void {
    const count = (this.#doubts.get(doubt) ?? 0) + 1;
    this.#doubts.set(doubt, count);
    if (count <= TOLD_PER_DOUBT) this.#progress.say(`${line}: ${DOUBTS[doubt]}`);
  }

  done(lines: number, bytes: number): void {
    this.#progress.add(lines, bytes);
  }

  finish(isQuiet: boolean): void {
    for (const [doubt, count] of this.#doubts)
      if (count > TOLD_PER_DOUBT) note(`and ${counted(count - TOLD_PER_DOUBT)} more: ${DOUBTS[doubt]}`);
    if (isQuiet) return;
    note(`${this.#progress.summary()}${this.faults === 0 ? '' : `; ${counted(this.faults)} could not be read, see above`}`);
  }
}

/** Opens each when the one before it is done. */
function* opened(files: readonly string[], readerLeft: AbortSignal): Generator<Source> {
  for (const file of files) {
    yield file === STDIN
      ? { name: 'stdin', chunks: readable('stdin', addAbortSignal(readerLeft, process.stdin)) }
      : { name: file, chunks: readable(file, createReadStream(file, { signal: readerLeft })) };
  }
}

async function* readable(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new Failure(`${name}: cannot be read to its end: ${reasonOf(error)}`);
  }
}

/** In bytes, `undefined` for what has none, such as a pipe. That all files are there is seen before anything is written. */
async function checkedSize(file: string): Promise<number | undefined> {
  try {
    const found = file === STDIN ? fstatSync(0) : await stat(file);
    if (found.isDirectory()) throw new Failure(`${file === STDIN ? 'stdin' : file}: expected a file, it is a folder`);
    if (file !== STDIN) await access(file, constants.R_OK);
    return found.isFile() ? found.size : undefined;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Failure(isMissing ? `${file}: expected a file, there is none` : `${file}: cannot be read: ${reasonOf(error)}`);
  }
}

/** The models, of which what is missing or damaged is told without a stack, now or when one is first needed. */
function readableModels(): Models {
  const orFailure = <Result>(read: () => Result): Result => {
    try {
      return read();
    } catch (error) {
      throw new Failure(reasonOf(error));
    }
  };
  const models = orFailure(() => textModels());
  return (language, task) => orFailure(() => models(language, task));
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
