import { type Cell, csv } from '../../shared/domain/csv.ts';
import type { Mark } from './marks/mark.ts';
import { type Speech, shownNumber, type Unit } from './speech.ts';

/** A column of words, or of figures in one unit, which its head names. */
export interface Column {
  readonly label: string;
  readonly unit?: Unit | undefined;
}

/** A line; its first cell leads to the comments behind it, where it has some. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly mark?: Mark | undefined;
}

/** All that a chart shows: what stands beside it and what its file holds are this. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A cell as people read it; what is not known is a dash. */
export function cellText(value: Cell, { unit }: Column, { plain }: Speech): string {
  if (value === undefined) return '–';
  return typeof value === 'number' ? plain(value, unit ?? 'count') : value;
}

/** The same table as a file for spreadsheets: the same rows, the numbers rounded as they are shown. */
export const tableFile = ({ columns, rows }: Table): string =>
  csv(
    columns.map(({ label }) => label),
    rows.map(({ cells }) => cells.map((value, i) => (typeof value === 'number' ? shownNumber(value, columns[i]?.unit ?? 'count') : value))),
  );
