import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { Failure } from '../output.ts';

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Of UTF-8, so many bytes of a character may be cut off at the end of a piece. */
const LONGEST_CHARACTER = 4;

/**
 * The encoding of a file, told by its byte order mark; without one UTF-8 if all of it is, UTF-16 if every other byte of its beginning is 0, and else
 * GB 18030, which spreadsheets in China write and of which GBK and GB 2312 are parts. The file is read once for it, piece by piece.
 * @throws Failure naming the file where it cannot be read, or is no text.
 */
export async function encodingOf(file: string): Promise<Encoding> {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  try {
    for await (const piece of createReadStream(file)) {
      const bytes = Buffer.concat([rest, piece]);
      if (isFirst && isArchive(bytes)) throw new NoText();
      const marked = isFirst ? utf16Of(bytes) : undefined;
      if (marked !== undefined) return marked;
      if (isFirst && isNoText(bytes)) throw new NoText();
      isFirst = false;
      const whole = wholeCharacters(bytes);
      if (!isUtf8(bytes.subarray(0, whole))) return 'gb18030';
      rest = bytes.subarray(whole);
    }
  } catch (error) {
    if (error instanceof NoText)
      throw new Failure(`${file}: expected CSV, which is text; came something else, such as a workbook or a picture. Save it as CSV.`);
    throw new Failure(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return isUtf8(rest) ? 'utf-8' : 'gb18030';
}

class NoText extends Error {}

/** Workbooks are ZIP archives; their beginning may pass for UTF-16 (PKWARE APPNOTE 4.3.7). */
const isArchive = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004', 'latin1'));

/** No text has a NUL, in UTF-8 or GB 18030; workbooks, archives and pictures have some at their beginning. */
const isNoText = (bytes: Uint8Array): boolean => bytes.subarray(0, 1024).includes(0);

function utf16Of(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const beginning = bytes.subarray(0, 200);
  const zeros = (from: number) => beginning.filter((byte, i) => i % 2 === from && byte === 0).length;
  const half = beginning.length / 2;
  if (zeros(1) > half * 0.6) return 'utf-16le';
  return zeros(0) > half * 0.6 ? 'utf-16be' : undefined;
}

/** How many bytes are whole characters of UTF-8, if it is UTF-8: a last one that has begun and may go on is left out. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(LONGEST_CHARACTER, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
