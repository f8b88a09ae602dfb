import type { Estimate } from '../../metrics/interval.ts';
import { chiSquareUpper, normalTwoSided } from '../distributions.ts';
import type { Random } from '../random.ts';
import { holm } from '../several-tests.ts';
import { fisherExact } from './fisher.ts';
import { noncentrality } from './noncentral.ts';

type Cells = readonly (readonly number[])[];

export interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly n: number;
}

export function marginsOf(cells: Cells): Margins {
  const rows = cells.map((line) => line.reduce((sum, n) => sum + n, 0));
  const columns = (cells[0] ?? []).map((_, column) => cells.reduce((sum, line) => sum + (line[column] ?? 0), 0));
  return { rows, columns, n: rows.reduce((sum, n) => sum + n, 0) };
}

/** Whether the two things have anything to do with each other. */
export interface Association {
  readonly test: 'chi-square' | 'fisher' | 'permutation';
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Of the permutation test. */
  readonly draws?: number;
  /** 0 … 1, corrected for bias: 0 where the table shows no more than chance would. */
  readonly cramersV: Estimate;
}

/** How many shuffles, where all together may take about this many swaps. */
const MOST_DRAWS = 4_999;
const LEAST_DRAWS = 199;
const SWAPS = 2e7;

/**
 * Pearson's χ² (1900) where Cochran's rule allows it (1954, Biometrics 10:417–451: no expected count below 1, at most a fifth below 5); else Fisher's
 * exact test of a 2 × 2 table, or the chance of such a χ² when one of the two is shuffled, (hits + 1) / (draws + 1) by Phipson & Smyth (2010), Stat. Appl.
 * Genet. Mol. Biol. 9:39. Cramér's V is corrected by Bergsma (2013), J. Korean Stat. Soc. 42:323–328; its interval is that of χ²'s noncentrality
 * (Smithson 2003, "Confidence Intervals", ch. 4). Needs at least 2 rows and 2 columns, each with somebody in it.
 */
export function associationOf(cells: Cells, random: Random): Association {
  const margins = marginsOf(cells);
  const { rows, columns, n } = margins;
  const chiSquare = chiSquareOf(cells, margins);
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  const shape = { chiSquare, degreesOfFreedom, cramersV: cramersV(chiSquare, margins) };
  if (meetsCochran(margins)) return { test: 'chi-square', ...shape, pValue: chiSquareUpper(chiSquare, degreesOfFreedom) };
  if (rows.length === 2 && columns.length === 2) {
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = cells;
    return { test: 'fisher', ...shape, pValue: fisherExact(a, b, c, d) };
  }
  const draws = Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, Math.floor(SWAPS / n)));
  return { test: 'permutation', ...shape, pValue: permutation(chiSquare, margins, draws, random), draws };
}

function chiSquareOf(cells: Cells, { rows, columns, n }: Margins): number {
  let sum = 0;
  for (const [row, line] of cells.entries()) {
    for (const [column, seen] of line.entries()) {
      const expected = ((rows[row] ?? 0) * (columns[column] ?? 0)) / n;
      sum += (seen - expected) ** 2 / expected;
    }
  }
  return sum;
}

function meetsCochran({ rows, columns, n }: Margins): boolean {
  const expected = rows.flatMap((row) => columns.map((column) => (row * column) / n));
  return expected.every((count) => count >= 1) && 5 * expected.filter((count) => count < 5).length <= expected.length;
}

/** χ² of a shuffled table may differ from an equal one in its last digits. */
const ROUNDING = 1e-9;

function permutation(chiSquare: number, { rows, columns, n }: Margins, draws: number, random: Random): number {
  const labels = Uint16Array.from(columns.flatMap((count, column) => Array.from({ length: count }, () => column)));
  const counts = new Uint32Array(columns.length);
  // χ² = n(Σ O² / (row × column) − 1): the sum alone orders tables alike.
  const limit = (chiSquare / n + 1) * (1 - ROUNDING);
  let hits = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    shuffle(labels, random);
    let from = 0;
    let sum = 0;
    for (const row of rows) {
      counts.fill(0);
      for (let i = from; i < from + row; i += 1) counts[labels[i] ?? 0] = (counts[labels[i] ?? 0] ?? 0) + 1;
      for (let column = 0; column < counts.length; column += 1) sum += (counts[column] ?? 0) ** 2 / (row * (columns[column] ?? 1));
      from += row;
    }
    if (sum >= limit) hits += 1;
  }
  return (hits + 1) / (draws + 1);
}

/** Fisher–Yates. */
function shuffle(labels: Uint16Array, random: Random): void {
  for (let i = labels.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = labels[i] ?? 0;
    labels[i] = labels[j] ?? 0;
    labels[j] = kept;
  }
}

function cramersV(chiSquare: number, { rows, columns, n }: Margins): Estimate {
  const [r, c] = [rows.length, columns.length];
  const freedom = (r - 1) * (c - 1);
  const most = Math.max(ROUNDING, Math.min(r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)) - 1);
  const value = Math.min(1, Math.sqrt(Math.max(0, chiSquare / n - freedom / (n - 1)) / most));
  const end = (lambda: number) => Math.min(1, Math.sqrt(lambda / n / (Math.min(r, c) - 1)));
  const { low, high } = noncentrality(chiSquare, freedom);
  return { value, low: Math.min(value, end(low)), high: Math.max(value, end(high)) };
}

/** How far a cell is from what its row and column would let expect. */
export interface Residual {
  readonly expected: number;
  /** In standard errors. */
  readonly residual: number;
  /** Adjusted by Holm for all cells that are tested. */
  readonly pValue: number;
}

/** A cell is tested where this many are expected: with fewer its residual is far from normal. */
const LEAST_EXPECTED = 5;

/** Adjusted residuals, Haberman (1973), Biometrics 29:205–220. Cells with fewer than 5 expected have none, nor have hidden ones. */
export function residualsOf(cells: Cells, hidden: readonly (readonly boolean[])[]): (Residual | undefined)[][] {
  const { rows, columns, n } = marginsOf(cells);
  const raw = cells.flatMap((line, row) =>
    line.map((seen, column) => {
      const [r, c] = [rows[row] ?? 0, columns[column] ?? 0];
      const expected = (r * c) / n;
      const scatter = expected * (1 - r / n) * (1 - c / n);
      const isTested = expected >= LEAST_EXPECTED && scatter > 0 && !hidden[row]?.[column];
      return isTested ? { expected, residual: (seen - expected) / Math.sqrt(scatter) } : undefined;
    }),
  );
  const adjusted = holm(raw.flatMap((cell) => (cell === undefined ? [] : [normalTwoSided(cell.residual)])));
  let next = 0;
  const all = raw.map((cell) => (cell === undefined ? undefined : { ...cell, pValue: adjusted[next++] ?? 1 }));
  return cells.map((line, row) => all.slice(row * line.length, (row + 1) * line.length));
}
