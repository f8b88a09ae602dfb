import { type Estimate, proportion } from '../../metrics/interval.ts';
import type { Random } from '../random.ts';
import { LEVEL } from '../several-tests.ts';
import { type Association, associationOf, marginsOf, type Residual, residualsOf } from './association.ts';
import { areCounts, type Counts } from './count-pairs.ts';
import { hiddenCells } from './hide-small.ts';
import { mergeSmall, type ShownGroup, transposed } from './merge-small.ts';

/** A cell that is shown. */
export interface Cell {
  readonly n: number;
  /** Part of its row, 0 … 1; Wilson interval. */
  readonly share: Estimate;
  /** Absent where too few are expected to judge it. */
  readonly against?: Residual & { readonly verdict: 'more' | 'fewer' | 'as-expected' };
}

/** The test in classes, where cells are hidden: with all its digits the hidden counts could be tried out until they fit. */
export interface CoarseAssociation {
  readonly test: Association['test'];
  /** The chance is below this; 1 where it is 0.05 or more. */
  readonly pBelow: 0.001 | 0.01 | 0.05 | 1;
  /** To one digit. */
  readonly cramersV: number;
}

interface LeftOut {
  /** People of whom one of the two is not known. */
  readonly unknown: number;
  readonly emptyRows: readonly string[];
  readonly emptyColumns: readonly string[];
}

export interface CrossTable {
  readonly kind: 'measured';
  readonly n: number;
  readonly rows: readonly (ShownGroup & { readonly n: number })[];
  readonly columns: readonly (ShownGroup & { readonly n: number })[];
  /** `null` is hidden: it holds 1 to 4 people, or protects one that does. */
  readonly cells: readonly (readonly (Cell | null)[])[];
  readonly association: Association | CoarseAssociation;
  readonly leftOut: LeftOut;
}

export interface CrossTableRefusal {
  readonly kind: 'refused';
  /** `one-group`: all are in one row or in one column, small groups taken together. */
  readonly reason: 'not-counts' | 'too-few-answers' | 'one-group';
  readonly n: number;
  readonly needed: number;
}

/** As for every other figure; see metrics/figures.ts. */
const NEEDED = 10;

/**
 * A cross table of two things (R23): counts, shares of the row, whether they have to do with each other, and which cells stand out after Holm's
 * adjustment. Nothing of it lets a group of fewer than 5 people be worked out: small rows and columns are taken together, small cells hidden with
 * those that would give them away (R20).
 */
export function crossTable(counts: Counts, random: Random): CrossTable | CrossTableRefusal {
  if (!areCounts(counts)) return { kind: 'refused', reason: 'not-counts', n: 0, needed: NEEDED };
  const people = counts.cells.flat().reduce((sum, n) => sum + n, 0);
  if (people < NEEDED) return { kind: 'refused', reason: 'too-few-answers', n: people, needed: NEEDED };
  const byRow = mergeSmall(counts.rows, counts.cells);
  const byColumn = mergeSmall(counts.columns, transposed(byRow.lines));
  const cells = transposed(byColumn.lines);
  if (byRow.groups.length < 2 || byColumn.groups.length < 2) return { kind: 'refused', reason: 'one-group', n: people, needed: NEEDED };
  const hidden = hiddenCells(cells);
  const { rows, columns, n } = marginsOf(cells);
  const association = associationOf(cells, random);
  return {
    ...{ kind: 'measured', n },
    rows: byRow.groups.map((group, place) => ({ ...group, n: rows[place] ?? 0 })),
    columns: byColumn.groups.map((group, place) => ({ ...group, n: columns[place] ?? 0 })),
    cells: shownCells(cells, hidden, rows),
    association: hidden.flat().includes(true) ? coarse(association) : association,
    leftOut: { unknown: counts.unknown, emptyRows: byRow.empty, emptyColumns: byColumn.empty },
  };
}

function shownCells(
  cells: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  totals: readonly number[],
): (Cell | null)[][] {
  const residuals = residualsOf(cells, hidden);
  return cells.map((line, row) =>
    line.map((n, column) => {
      if (hidden[row]?.[column]) return null;
      const against = residuals[row]?.[column];
      const share = proportion(n, totals[row] ?? 1);
      return { n, share, ...(against === undefined ? {} : { against: { ...against, verdict: verdictOf(against) } }) };
    }),
  );
}

function verdictOf({ pValue, residual }: Residual): 'more' | 'fewer' | 'as-expected' {
  if (pValue >= LEVEL) return 'as-expected';
  return residual > 0 ? 'more' : 'fewer';
}

const CLASSES = [0.001, 0.01, 0.05] as const;

const coarse = ({ test, pValue, cramersV }: Association): CoarseAssociation => ({
  test,
  pBelow: CLASSES.find((limit) => pValue < limit) ?? 1,
  cramersV: Math.round(cramersV.value * 10) / 10,
});
