import { once } from 'node:events';

/** What goes to people goes to standard output; progress and warnings to standard error, so that `--json` can be piped. */
export const print = (text: string) => void process.stdout.write(`${text}\n`);
export const note = (text: string) => void process.stderr.write(`${text}\n`);

/** Ends the command with exit code 1: it was understood and could not be done. */
export class Failure extends Error {}

/**
 * Writes to standard output as fast as it is taken, and no faster than that. `… | head` closes the pipe when it has seen enough: that is no fault,
 * and the signal then ends what the lines come from, which may be waiting for more of them.
 * @returns whether all was written.
 * @throws Failure where it cannot be written for another reason, such as a full disk.
 */
export async function printAll(lines: (readerLeft: AbortSignal) => AsyncIterable<string>): Promise<boolean> {
  const broken = new AbortController();
  const breakOff = (error: unknown) => broken.abort(error);
  process.stdout.on('error', breakOff);
  try {
    for await (const text of lines(broken.signal)) await printed(text, broken.signal).catch(breakOff);
    if (!broken.signal.aborted) return true;
  } catch (error) {
    if (!broken.signal.aborted) throw error;
  }
  const reason: unknown = broken.signal.reason;
  if (!(reason instanceof Error)) throw reason;
  if (!('code' in reason && reason.code === 'EPIPE')) throw new Failure(`standard output: cannot be written: ${reason.message}`);
  return false;
}

async function printed(text: string, broken: AbortSignal): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain', { signal: broken });
}

export interface OutputOptions {
  readonly json?: boolean | undefined;
}

/** Prints data as JSON where asked, else in words. */
export function show<Data>(data: Data, options: OutputOptions, inWords: (data: Data) => string): void {
  print(options.json === true ? JSON.stringify(data, null, 2) : inWords(data));
}

/** A plain table. Columns are padded to the width a terminal shows: CJK characters and emoji take two cells. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')));
  const widths = header.map((_, column) => Math.max(...lines.map((row) => cells(row[column] ?? ''))));
  return lines
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - cells(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** East Asian wide and fullwidth characters, and emoji (Unicode TR11, the ranges that matter here). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

const cells = (text: string) => [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);

/** The beginning of a text, for a line of a list. */
export const excerpt = (text: string | undefined, length = 60): string => {
  const characters = [...(text ?? '').replace(/\s+/g, ' ')];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
};
