import { describe, expect, it } from 'vitest';
import { associationOf } from '../../../../shared/domain/analytics/crosstab/association.ts';
import { countPairs } from '../../../../shared/domain/analytics/crosstab/count-pairs.ts';
import { type CrossTable, crossTable } from '../../../../shared/domain/analytics/crosstab/cross-table.ts';
import { fisherExact } from '../../../../shared/domain/analytics/crosstab/fisher.ts';
import { crossTableSentences } from '../../../../shared/domain/analytics/crosstab/words.ts';
import { seededRandom } from '../../../../shared/domain/analytics/random.ts';

const named = (cells: readonly (readonly number[])[]) => ({
  rows: cells.map((_, i) => `row ${i}`),
  columns: (cells[0] ?? []).map((_, i) => `column ${i}`),
  cells,
  unknown: 0,
});

function measured(cells: readonly (readonly number[])[]): CrossTable {
  const table = crossTable(named(cells), seededRandom(1));
  if (table.kind === 'refused') throw new Error(table.reason);
  return table;
}

describe('tests of a cross table (R23)', () => {
  it('χ² of a 2 × 2 table by hand', () => {
    // 100·(20·35 − 30·15)² / (50·50·35·65) = 1.0989
    const { test, chiSquare, degreesOfFreedom, pValue, cramersV } = associationOf(
      [
        [20, 30],
        [15, 35],
      ],
      seededRandom(1),
    );
    expect({ test, degreesOfFreedom }).toEqual({ test: 'chi-square', degreesOfFreedom: 1 });
    expect(chiSquare).toBeCloseTo((100 * (20 * 35 - 30 * 15) ** 2) / (50 * 50 * 35 * 65), 12);
    expect(pValue).toBeCloseTo(0.2945, 4);
    // Bergsma: √((1.0989/100 − 1/99) / (1 − 1/99)).
    expect(cramersV.value).toBeCloseTo(Math.sqrt((chiSquare / 100 - 1 / 99) / (1 - 1 / 99)), 12);
    expect(cramersV.low).toBe(0);
  });

  it('Fisher’s lady tasting tea: 3 of 4 right has chance 34/70', () => {
    expect(fisherExact(3, 1, 1, 3)).toBeCloseTo(34 / 70, 12);
    expect(fisherExact(4, 0, 0, 4)).toBeCloseTo(2 / 70, 12);
    expect(fisherExact(2, 2, 2, 2)).toBeCloseTo(1, 12);
  });

  it('Fisher’s test of large counts comes to that of χ² and never beyond 0 … 1', () => {
    expect(fisherExact(50_500, 49_500, 50_000, 50_000)).toBeCloseTo(0.0256, 2);
    expect(fisherExact(100_000, 0, 0, 100_000)).toBe(0);
  });

  it('takes a permutation where Cochran’s rule forbids χ², near the exact chance', () => {
    // All 3 × 2 tables with rows 3, 3, 3 and columns 3, 6: χ² is greatest where one row holds all of column 0: 3 of C(9,3) = 84 ways.
    const { test, pValue } = associationOf(
      [
        [3, 0],
        [0, 3],
        [0, 3],
      ],
      seededRandom(5),
    );
    expect(test).toBe('permutation');
    expect(pValue).toBeGreaterThan(3 / 84 - 0.008);
    expect(pValue).toBeLessThan(3 / 84 + 0.008);
  });
});

describe('a cross table (R23)', () => {
  it('names the cells that stand out, after Holm’s adjustment', () => {
    const table = measured([
      [60, 40],
      [40, 60],
      [50, 50],
    ]);
    expect(table.cells.map((line) => line.map((cell) => cell?.against?.verdict))).toEqual([
      ['as-expected', 'as-expected'],
      ['as-expected', 'as-expected'],
      ['as-expected', 'as-expected'],
    ]);
    const strong = measured([
      [80, 20],
      [40, 60],
      [50, 50],
    ]);
    expect(strong.cells[0]?.map((cell) => cell?.against?.verdict)).toEqual(['more', 'fewer']);
    expect(strong.cells[0]?.[0]?.share.value).toBe(0.8);
  });

  it('says so in both languages', () => {
    const table = measured([
      [80, 20],
      [40, 60],
    ]);
    const names = { rows: 'Branch', columns: 'Answer' };
    expect(crossTableSentences(table, names, 'en').slice(0, 2)).toEqual([
      '“Branch” and “Answer” go together (χ² test, p\u00A0<\u00A00.001, Cramér’s V 0.40, 95% interval 0.27 to 0.55, n\u00A0=\u00A0200).',
      'row 0: “column 0” more often than in all: 80% (80; 95% interval 71% to 87%) against 60%.',
    ]);
    expect(crossTableSentences(table, { rows: '网点', columns: '回答' }, 'zh-Hans')[0]).toMatch(/^“网点”与“回答”有关联（卡方检验，/);
  });

  it('is refused where there is nothing to compare, and says what is missing', () => {
    const random = seededRandom(1);
    expect(crossTable(named([]), random)).toMatchObject({ reason: 'too-few-answers', n: 0, needed: 10 });
    expect(crossTable(named([[20, 30]]), random)).toMatchObject({ reason: 'one-group' });
    expect(
      crossTable(
        named([
          [20, Number.NaN],
          [1, 2],
        ]),
        random,
      ),
    ).toMatchObject({ reason: 'not-counts' });
    expect(crossTable(named([[20, 4], [1]]), random)).toMatchObject({ reason: 'not-counts' });
  });

  it('counts people whatever their order, and those of whom one is not known', () => {
    const pairs: (readonly [string | null, string | null])[] = [
      ['b', 'y'],
      ['a', 'x'],
      ['b', null],
      ['a', 'x'],
    ];
    expect(countPairs(pairs)).toEqual({
      rows: ['a', 'b'],
      columns: ['x', 'y'],
      cells: [
        [2, 0],
        [0, 1],
      ],
      unknown: 1,
    });
    expect(countPairs([...pairs].reverse())).toEqual(countPairs(pairs));
  });

  it('takes small rows together, with one more where they would still be small (R20)', () => {
    const table = measured([
      [2, 1],
      [30, 30],
      [6, 8],
      [40, 20],
    ]);
    expect(table.rows.map(({ name, merged, n }) => [name, merged, n])).toEqual([
      ['row 1', undefined, 60],
      ['row 3', undefined, 60],
      [undefined, ['row 0', 'row 2'], 17],
    ]);
  });
});
