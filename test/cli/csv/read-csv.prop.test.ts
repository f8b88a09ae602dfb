import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, readCsv } from '../../../local/cli/csv/read-csv.ts';

async function records(pieces: readonly string[], separator = ','): Promise<CsvRecord[]> {
  const all: CsvRecord[] = [];
  for await (const record of readCsv(pieces, separator)) all.push(record);
  return all;
}
const cellsOf = async (text: string, separator = ',') => (await records([text], separator)).map(({ cells }) => cells);

const written = (cell: string, separator: string, isQuoted: boolean) =>
  isQuoted || new RegExp(`["\r\n\\${separator}]`).test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

describe('reading CSV (RFC 4180)', () => {
  it('gives back what was written, however it is quoted and cut into pieces', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', '你', '=', '😀') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.infiniteStream(fc.boolean()),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        async (rows, separator, lineEnd, quotes, cuts) => {
          const text = rows
            .map((row) => row.map((one) => written(one, separator, quotes.next().value === true)).join(separator) + lineEnd)
            .join('');
          const pieces: string[] = [];
          for (let at = 0; at < text.length; ) {
            const length = cuts.next().value ?? 1;
            pieces.push(text.slice(at, at + length));
            at += length;
          }
          const read = await records(pieces, separator);
          expect(read.map(({ cells }) => cells)).toEqual(rows);
          expect(read.every(({ fault }) => fault === undefined)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('tells the line on which each record begins', async () => {
    const read = await records(['a,"1\n2\n3"\r\n\r\nb,c\n"d\r\ne",f\rg,h']);
    expect(read.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [5, 'b'],
      [6, 'd\r\ne'],
      [8, 'g'],
    ]);
  });

  it('passes over a byte order mark and empty lines, and keeps empty cells', async () => {
    expect(await cellsOf('\uFEFFa,b\n\n,\nc,')).toEqual([
      ['a', 'b'],
      ['', ''],
      ['c', ''],
    ]);
  });

  it.each([
    ['a quote inside of a plain field', 'a,b"c\nd,e', 2, /double it/],
    ['something behind a closing quote', '"a"b,c\nd,e', 1, /behind the closing quote/],
    ['a quote that is not closed', 'x,"a,b\nd,e', 2, /not closed/],
  ])('tells the column of %s, and goes on with the next line', async (_, text, column, reason) => {
    const [faulty, next] = await records([text]);
    expect(faulty).toMatchObject({ line: 1, fault: { column, reason: expect.stringMatching(reason) }, raw: text.split('\n')[0] });
    expect(next).toEqual({ line: 2, cells: ['d', 'e'], raw: 'd,e', fault: undefined });
  });

  it('does not keep a whole file for a quote that is never closed', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `row ${i},x`);
    const read = await records(['a,"b\n', ...lines.map((one) => `${one}\n`)]);
    expect(read).toHaveLength(20_001);
    expect(read[0]).toMatchObject({ line: 1, fault: { column: 2 } });
    expect(read.at(-1)).toMatchObject({ line: 20_001, cells: ['row 19999', 'x'] });
  });

  it('loses no line of anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r') }), async (text) => {
        const read = (await records([text])).map(({ raw }) => raw).join('');
        expect(read.replace(/[\r\n]/g, '')).toBe(text.replace(/[\r\n]/g, ''));
      }),
      { numRuns: 500 },
    );
  });
});
