import { createReadStream } from 'node:fs';
import { Failure } from '../output.ts';
import { type CsvRecord, readCsv } from './read-csv.ts';

/**
 * The records of a CSV file, read piece by piece.
 * @param settings.encoding as `TextDecoder` names it; a file that is in another is refused.
 * @param settings.separator told from the first line where absent.
 * @throws Failure naming the file, while it is read.
 */
export async function openCsv(
  file: string,
  { encoding, separator }: { readonly encoding: string; readonly separator?: string | undefined },
): Promise<AsyncGenerator<CsvRecord>> {
  return readCsv(decoded(file, encoding), separator ?? (await separatorOf(decoded(file, encoding))));
}

async function* decoded(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const other = encoding === 'utf-8' ? 'gb18030' : 'utf-8';
  const fault = () => new Failure(`${file}: expected ${encoding}, and it is not. Say which it is, e.g. --encoding ${other}`);
  try {
    for await (const bytes of createReadStream(file)) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw fault();
    throw new Failure(`${file}: cannot be read to its end: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The sign that is most in the first line. */
async function separatorOf(pieces: AsyncIterable<string>): Promise<string> {
  for await (const piece of pieces) {
    const [first = ''] = piece.split(/[\r\n]/);
    const count = (sign: string) => first.split(sign).length;
    return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  }
  return ',';
}
