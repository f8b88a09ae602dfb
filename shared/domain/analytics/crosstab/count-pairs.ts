/** Counts of people by two things they were sorted or asked by. */
export interface Counts {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row; whole numbers from 0. */
  readonly cells: readonly (readonly number[])[];
  /** People of whom one of the two is not known. */
  readonly unknown: number;
}

/** Counts pairs. Names are in the order of their code units, so that the order of people makes no difference. */
export function countPairs(pairs: Iterable<readonly [row: string | null, column: string | null]>): Counts {
  const seen = new Map<string, Map<string, number>>();
  const columnNames = new Set<string>();
  let unknown = 0;
  for (const [row, column] of pairs) {
    if (row === null || column === null) {
      unknown += 1;
      continue;
    }
    const of = seen.get(row) ?? new Map<string, number>();
    seen.set(row, of.set(column, (of.get(column) ?? 0) + 1));
    columnNames.add(column);
  }
  const rows = [...seen.keys()].sort();
  const columns = [...columnNames].sort();
  return { rows, columns, cells: rows.map((row) => columns.map((column) => seen.get(row)?.get(column) ?? 0)), unknown };
}

export const areCounts = ({ rows, columns, cells }: Counts) =>
  cells.length === rows.length &&
  cells.every((row) => row.length === columns.length && row.every((n) => Number.isSafeInteger(n) && n >= 0 && n <= MOST));

/** Squares and products of counts stay exact below this. */
const MOST = 1e7;
