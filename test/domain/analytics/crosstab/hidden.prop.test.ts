import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CrossTable, crossTable } from '../../../../shared/domain/analytics/crosstab/cross-table.ts';
import { mergeSmall, transposed } from '../../../../shared/domain/analytics/crosstab/merge-small.ts';
import { crossTableSentences } from '../../../../shared/domain/analytics/crosstab/words.ts';
import { seededRandom } from '../../../../shared/domain/analytics/random.ts';
import { isClean } from '../clean.ts';

const count = fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, { weight: 2, arbitrary: fc.nat(30) });
const tables = (rows: number, columns: number, of = count) =>
  fc.array(fc.array(of, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const anyTable = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) => tables(rows, columns));

const shown = (cells: readonly (readonly number[])[]) =>
  crossTable({ rows: cells.map((_, i) => `r${i}`), columns: (cells[0] ?? []).map((_, i) => `c${i}`), cells, unknown: 0 }, seededRandom(1));

/** The counts behind what is shown, in its rows and columns. */
const behind = (cells: readonly (readonly number[])[]) =>
  transposed(
    mergeSmall(
      (cells[0] ?? []).map((_, i) => `c${i}`),
      transposed(
        mergeSmall(
          cells.map((_, i) => `r${i}`),
          cells,
        ).lines,
      ),
    ).lines,
  );

/** All tables of whole numbers with the shown cells and totals; hidden cells are filled row by row. */
function possible(table: CrossTable): number[][][] {
  const width = table.columns.length;
  const found: number[][][] = [];
  const left = { rows: table.rows.map(({ n }) => n), columns: table.columns.map(({ n }) => n) };
  const fill = (place: number, cells: number[][]): void => {
    const [row, column] = [Math.floor(place / width), place % width];
    if (row === table.rows.length) {
      if ([...left.rows, ...left.columns].every((n) => n === 0)) found.push(cells.map((line) => [...line]));
      return;
    }
    const known = table.cells[row]?.[column];
    const most = Math.min(left.rows[row] ?? 0, left.columns[column] ?? 0);
    // The last cell of a row is what the row's total leaves.
    const least = column === width - 1 ? (left.rows[row] ?? 0) : 0;
    for (let n = known?.n ?? least; n <= (known?.n ?? most) && n <= most; n += 1) {
      left.rows[row] = (left.rows[row] ?? 0) - n;
      left.columns[column] = (left.columns[column] ?? 0) - n;
      fill(place + 1, [...cells.slice(0, row), [...(cells[row] ?? []), n], ...cells.slice(row + 1)]);
      left.rows[row] = (left.rows[row] ?? 0) + n;
      left.columns[column] = (left.columns[column] ?? 0) + n;
    }
  };
  fill(
    0,
    table.rows.map(() => []),
  );
  return found;
}

describe('small groups in a cross table (R20)', () => {
  it('are never shown, nor a row or column of fewer than 5', () => {
    fc.assert(
      fc.property(anyTable, (cells) => {
        const table = shown(cells);
        if (table.kind === 'refused') return;
        for (const { n } of [...table.rows, ...table.columns]) expect(n).toBeGreaterThanOrEqual(5);
        for (const cell of table.cells.flat()) if (cell !== null) expect(cell.n === 0 || cell.n >= 5).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('cannot be worked out from what is shown: every hidden cell of 1 to 4 can hold another number', () => {
    fc.assert(
      fc.property(tables(3, 3, fc.oneof({ weight: 2, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(12) })), (cells) => {
        const table = shown(cells);
        if (table.kind === 'refused') return;
        const truth = behind(cells);
        const all = possible(table);
        expect(all.length).toBeGreaterThan(0);
        for (const [row, line] of table.cells.entries()) {
          for (const column of line.keys()) {
            const n = truth[row]?.[column] ?? 0;
            if (n === 0 || n > 4) continue;
            expect(new Set(all.map((one) => one[row]?.[column])).size).toBeGreaterThan(1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('would be worked out if only they were hidden: 2 = 12 − 10', () => {
    const cells = [
      [2, 10],
      [20, 15],
    ];
    const table = shown(cells);
    if (table.kind === 'refused') throw new Error(table.reason);
    expect(table.cells).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(table.association).toEqual({ test: 'chi-square', pBelow: 0.05, cramersV: 0.3 });
    const said = crossTableSentences(table, { rows: 'a', columns: 'b' }, 'en');
    expect(said.join(' ')).toContain('Groups of fewer than 5 people are not shown');
  });
});

describe('a cross table (R23)', () => {
  it('lets no NaN out, whatever comes in', () => {
    const hostile = fc.oneof(count, fc.constantFrom(Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY, 1e12));
    fc.assert(
      fc.property(fc.oneof(anyTable, tables(2, 3, hostile)), (cells) => {
        const table = shown(cells);
        expect(isClean(table)).toBe(true);
        const said = crossTableSentences(table, { rows: 'a', columns: 'b' }, 'zh-Hans').join(' ');
        expect(said).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 60 },
    );
  });

  it('holds nothing that JSON would lose, also where rows are taken together', () => {
    const table = shown([
      [0, 0],
      [1, 0],
      [2, 3],
      [2, 2],
    ]);
    expect(table).toMatchObject({ kind: 'measured', leftOut: { emptyRows: ['r0'] } });
    expect(isClean(table)).toBe(true);
  });

  it('finds something between two unrelated things at most 5 times in 100', () => {
    const random = seededRandom(77);
    const RUNS = 400;
    let alarms = 0;
    let cells = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const table = [0, 1, 2].map(() => [0, 0, 0]);
      for (let i = 0; i < 240; i += 1) {
        const line = table[Math.floor(random() * 3)];
        const column = random() < 0.5 ? 0 : 1 + Math.floor(random() * 2);
        if (line !== undefined) line[column] = (line[column] ?? 0) + 1;
      }
      const result = shown(table);
      if (result.kind === 'refused' || 'pBelow' in result.association) throw new Error('nothing is small here');
      if (result.association.pValue < 0.05) alarms += 1;
      if (result.cells.flat().some((cell) => cell?.against !== undefined && cell.against.verdict !== 'as-expected')) cells += 1;
    }
    const bound = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS);
    expect(alarms / RUNS).toBeLessThan(bound);
    expect(alarms).toBeGreaterThan(0);
    expect(cells / RUNS).toBeLessThan(bound);
  });
});
