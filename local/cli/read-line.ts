import { isUtf8 } from 'node:buffer';
import * as z from 'zod';
import type { ByteLine } from './line-splitter.ts';

/** Longest line in bytes, without its end; of a text, understanding reads far less. */
export const MOST_LINE = 1_048_576;

/** How lines are read: as JSON objects, as texts, or each as what it is. */
export const FORMATS = ['auto', 'json', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** What may be odd about a line that is read all the same. */
export const DOUBTS = {
  cut: 'longer than 1 MB; the rest of it was not read',
  'not-utf8': 'expected UTF-8, came other bytes, which are read as U+FFFD. Convert it, e.g. iconv -f GB18030 -t UTF-8',
  'json-as-text':
    'begins with { and is read as plain text: it is no JSON object with a string "text". With --format json it would be an error',
} as const;
export type Doubt = keyof typeof DOUBTS;

/** A line understood, or why it cannot be. Faults say what came by its kind, never by its words. */
export type ReadLine =
  | { readonly text: string; readonly locale?: string | undefined; readonly doubts: readonly Doubt[] }
  | { readonly fault: string };

/** Drops a byte order mark, which Windows programs put before a file, and "cat" then into the middle of one. */
const decoder = new TextDecoder();

const EXPECTED = 'expected a JSON object with a string "text"';
const Row = z.object({ text: z.string(), locale: z.nullish(z.string()) });

/** Reads one line. `auto`: a line that begins with { and is a JSON object with a string `text` is that; any other is a plain text. */
export function readLine(line: ByteLine, format: Format): ReadLine {
  const bytes = line.isCut ? wholeCharacters(line.bytes) : line.bytes;
  const text = decoder.decode(bytes);
  const doubts: Doubt[] = [...(line.isCut ? (['cut'] as const) : []), ...(isUtf8(bytes) ? [] : (['not-utf8'] as const))];
  const mayBeJson = format === 'json' || (format === 'auto' && text.startsWith('{'));
  if (!mayBeJson) return { text, doubts };
  if (line.isCut) return { fault: `${EXPECTED}, came a line longer than 1 MB. Shorten it, or give it as --format text` };
  return readJson(text, format, doubts);
}

function readJson(line: string, format: Format, doubts: readonly Doubt[]): ReadLine {
  const value = parsed(line);
  const row = Row.safeParse(value);
  if (row.success) return { text: row.data.text, locale: row.data.locale ?? undefined, doubts };
  const isMeant = Row.pick({ text: true }).safeParse(value).success;
  if (format === 'auto' && !isMeant) return { text: line, doubts: [...doubts, 'json-as-text'] };
  return {
    fault: isMeant ? `"locale": expected a string such as "en-GB", or nothing, came ${kindOf(value, 'locale')}` : whyNot(line, value),
  };
}

function whyNot(line: string, value: unknown): string {
  if (line.trim() === '') return `${EXPECTED}, came an empty line`;
  if (value === undefined) return `${EXPECTED}, came what is no JSON`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${EXPECTED}, came ${kind(value)}`;
  return 'text' in value ? `"text": expected a string, came ${kind(value.text)}` : `${EXPECTED}, came an object without it`;
}

/** `undefined` where it is no JSON. What JSON.parse says of it quotes the customer, so nobody hears it. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const kindOf = (value: unknown, key: string): string => kind(z.record(z.string(), z.unknown()).safeParse(value).data?.[key]);

function kind(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Without the last character where the cut may have gone through it. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > bytes.length - 3 && end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, (bytes[end - 1] ?? 0) >= 0xc0 ? end - 1 : end);
}
