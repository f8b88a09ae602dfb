import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../shared/domain/csv.ts';

/** A reader of RFC 4180, written from its grammar. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        field += text[at];
        if (text[at] === '"') at += 1;
      }
      at += 1;
    } else {
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at += 1) field += text[at];
    }
    row.push(field);
    if (text[at] === ',') {
      at += 1;
    } else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const written = (rows: readonly (readonly (string | number | undefined)[])[]) => csv(['a', 'b'], rows);

describe('CSV', () => {
  it('is read back as it was, with a byte order mark before it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '配', '"', ',', '\r', '\n', ' ', '=', '-', '1') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
        const text = written(rows);
        expect(text.startsWith('\uFEFF')).toBe(true);
        const unmasked = read(text.slice(1)).map((row) => row.map((one) => one.replace(/^'(?=[=\-\r\n])/, '')));
        expect(unmasked).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });

  it('has no cell that a spreadsheet takes for a formula (P36)', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'), fc.string(), (first, rest) => {
        const [, [cell = ''] = []] = read(written([[first + rest, 'x']]).slice(1));
        expect(cell).toBe(`'${first}${rest}`);
      }),
    );
  });

  it('writes numbers as numbers, a negative one too, and nothing for what is absent', () => {
    expect(written([[-3, undefined]])).toBe('\uFEFFa,b\r\n-3,\r\n');
  });
});
