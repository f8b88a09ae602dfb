/** A record of a CSV file. */
export interface CsvRecord {
  /** Line of the file on which it begins, from 1: a quoted field may hold line ends. */
  readonly line: number;
  readonly cells: readonly string[];
  /** As it stands in the file, without its line end. */
  readonly raw: string;
  /** What makes it no record of RFC 4180, and the column, from 1, in which. */
  readonly fault?: { readonly column: number; readonly reason: string } | undefined;
}

/** A longer record is one whose quote was never closed, most likely: it is given up, and reading goes on behind the line that it began on. */
const MAX_RECORD_LENGTH = 65_536;

const NOT_CLOSED = 'a quote opens here and is not closed';

/**
 * Reads CSV as RFC 4180 has it, whole records as they come, however the text is cut in pieces: fields may be quoted, hold separators and line ends, and quotes
 * doubled. Line ends are LF, CRLF or CR; an empty line is passed over, a byte order mark too.
 * @param separator one character; a comma in the RFC, a semicolon from spreadsheets of many countries.
 */
export async function* readCsv(pieces: AsyncIterable<string> | Iterable<string>, separator: string): AsyncGenerator<CsvRecord> {
  let rest = '';
  let line = 1;
  let isFirst = true;
  const take = function* (isLast: boolean): Generator<CsvRecord> {
    for (;;) {
      const found = recordIn(rest, line, separator, isLast);
      if (found === undefined) return;
      rest = rest.slice(found.end);
      line += found.lines;
      if (found.record.raw !== '') yield found.record;
    }
  };
  for await (const piece of pieces) {
    rest += isFirst ? piece.replace(/^\uFEFF/, '') : piece;
    isFirst = false;
    yield* take(false);
  }
  yield* take(true);
}

interface Found {
  readonly record: CsvRecord;
  /** Where the next one begins. */
  readonly end: number;
  readonly lines: number;
}

/** The first record of a text; undefined where more of the text is needed to tell, or none is left. */
function recordIn(text: string, line: number, separator: string, isLast: boolean): Found | undefined {
  if (text === '') return undefined;
  const cells: string[] = [];
  let fault: CsvRecord['fault'];
  for (let at = 0; ; ) {
    const field = fieldAt(text, at, separator, isLast);
    if (field === 'more') return text.length > MAX_RECORD_LENGTH ? givenUp(text, line, cells.length + 1, isLast) : undefined;
    if (field === 'unclosed') return givenUp(text, line, cells.length + 1, isLast);
    cells.push(field.value);
    if (field.reason !== undefined) fault ??= { column: cells.length, reason: field.reason };
    if (text[field.end] === separator) {
      at = field.end + 1;
      continue;
    }
    const end = afterLineEnd(text, field.end, isLast);
    if (end === undefined) return undefined;
    const raw = text.slice(0, field.end);
    return { record: { line, cells, raw, fault }, end, lines: lineEnds(text.slice(0, end)) };
  }
}

type Field = { readonly value: string; readonly end: number; readonly reason?: string } | 'more' | 'unclosed';

function fieldAt(text: string, from: number, separator: string, isLast: boolean): Field {
  if (text[from] !== '"') {
    const end = plainEnd(text, from, separator);
    if (end === text.length && !isLast) return 'more';
    const value = text.slice(from, end);
    return value.includes('"')
      ? { value, end, reason: 'a quote in a field that does not begin with one: double it and quote the field' }
      : { value, end };
  }
  let value = '';
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return isLast ? 'unclosed' : 'more';
    value += text.slice(at, quote);
    if (quote + 1 === text.length && !isLast) return 'more';
    if (text[quote + 1] === '"') {
      value += '"';
      at = quote + 2;
      continue;
    }
    const end = plainEnd(text, quote + 1, separator);
    if (end === text.length && !isLast) return 'more';
    return end === quote + 1 ? { value, end } : { value, end, reason: 'something stands behind the closing quote' };
  }
}

function plainEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** Behind the line end at this place; undefined where a LF may follow in the next piece. */
function afterLineEnd(text: string, at: number, isLast: boolean): number | undefined {
  if (at >= text.length) return at;
  if (text[at] === '\r' && at + 1 === text.length && !isLast) return undefined;
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

/** A quote that is not closed swallows all that follows: the line it began on is the faulty one, and the next line is read for itself. */
function givenUp(text: string, line: number, column: number, isLast: boolean): Found | undefined {
  const lineEnd = /\r\n|\r|\n/.exec(text);
  if (lineEnd === null && !isLast && text.length <= MAX_RECORD_LENGTH) return undefined;
  const [length, end] = lineEnd === null ? [text.length, text.length] : [lineEnd.index, lineEnd.index + lineEnd[0].length];
  const raw = text.slice(0, length);
  return { record: { line, cells: [raw], raw, fault: { column, reason: NOT_CLOSED } }, end, lines: lineEnds(text.slice(0, end)) };
}

const lineEnds = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;
