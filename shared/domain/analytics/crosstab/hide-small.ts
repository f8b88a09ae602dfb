import { SMALL_GROUP } from '../sample.ts';

type Cells = readonly (readonly number[])[];

const isSmall = (n: number) => n > 0 && n < SMALL_GROUP;

/**
 * Which cells are not shown: those of 1 to 4 people, and for each of them three more at the corners of a rectangle, so that its row, its column and all
 * totals can be shown and it still cannot be worked out: moving one person round the corners gives another table that looks the same. A cell in two
 * opposite corners gains, so those may be 0; the other two lose, so they hold somebody. Corners that hide fewest people are taken (Cox 1980, J. Am.
 * Stat. Assoc. 75:377–385, on complementary suppression; Gusfield 1988, SIAM J. Computing 17:552–571, on when a cell is safe).
 *
 * Every row and column must hold 5 people or more: then such a rectangle always exists. See `mergeSmall`.
 */
export function hiddenCells(cells: Cells): boolean[][] {
  const hidden = cells.map((line) => line.map(isSmall));
  for (const [row, line] of cells.entries()) {
    for (const [column, n] of line.entries()) if (isSmall(n)) hideCorners(cells, hidden, row, column);
  }
  return hidden;
}

function hideCorners(cells: Cells, hidden: boolean[][], row: number, column: number): void {
  let best: { readonly row: number; readonly column: number; readonly cost: number } | undefined;
  const costOf = (r: number, c: number) => (hidden[r]?.[c] ? 0 : 1 + (cells[r]?.[c] ?? 0));
  for (const [r, line] of cells.entries()) {
    if (r === row || (line[column] ?? 0) === 0) continue;
    for (const c of line.keys()) {
      if (c === column || (cells[row]?.[c] ?? 0) === 0) continue;
      const cost = costOf(r, c) + costOf(r, column) + costOf(row, c);
      if (best === undefined || cost < best.cost) best = { row: r, column: c, cost };
    }
  }
  if (best === undefined) return;
  for (const [r, c] of [
    [best.row, best.column],
    [best.row, column],
    [row, best.column],
  ] as const) {
    const line = hidden[r];
    if (line !== undefined) line[c] = true;
  }
}
