import type { AnswerTable, Ends, NumberColumn } from '../../../shared/domain/analytics/pivot.ts';
import { METRICS, type Metric } from '../../../shared/domain/feedback.ts';
import { dayIn } from '../answers/times.ts';
import { isOnScale, type ReadCell, readCell } from './cells.ts';
import type { AnswerFile, FileRow } from './read-file.ts';

/** What is wrong with an answer or a row: it is left out, and all others stay. */
export interface FileFault {
  readonly line: number;
  readonly column?: string | undefined;
  readonly reason: string;
}

/** What came of a file. */
export interface FileInput {
  readonly rows: number;
  /** Rows that are no row, or the second of an id: left out whole. */
  readonly refusedRows: number;
  /** Answers that are no number or off the scale: left out by themselves. */
  readonly refusedAnswers: number;
  /** The first of them; see `FAULTS_TOLD`. */
  readonly faults: readonly FileFault[];
  /** Where it was not stated, the scale is that of the answers themselves. Absent where every column has its own. */
  readonly scale?: (Ends & { readonly by: 'answers' | 'you' }) | undefined;
}

/** A file with the wrong scale has a fault in every cell: the first ones tell it. */
const FAULTS_TOLD = 100;

export interface TableWishes {
  /** These are needed, and are read as numbers; all that look like numbers besides. */
  readonly numbers: readonly string[];
  /** Columns that stand on one scale; an age or a weight beside them does not. Every other column has the scale of its own answers. */
  readonly onScale: readonly string[] | 'all';
  /** Of those; told from their answers where absent. */
  readonly scale?: Ends | undefined;
}

/** Columns that say who, when and where, by their usual names. */
export const NAMED = {
  branch: ['branch', '网点', '分公司', '门店'],
  day: ['day', 'date', '日期'],
} as const;

/** A column is one of numbers where at least this part of what is in it is. */
const NUMERIC_PART = 0.5;

/** Turns a file into the table that analyses take. */
export function tableOfFile(file: AnswerFile, wishes: TableWishes): { readonly table: AnswerTable; readonly input: FileInput } {
  const faults: FileFault[] = [...file.faults];
  let refusedAnswers = 0;
  const refuse = (fault: FileFault) => {
    refusedAnswers += 1;
    if (faults.length < FAULTS_TOLD) faults.push(fault);
  };
  const read = new Map(
    file.columns.map((name, place) => [name, file.rows.map(({ cells }) => readCell(cells[place] ?? '', file.hasDecimalCommas))]),
  );
  const numeric = file.columns.filter((name) => wishes.numbers.includes(name) || isNumeric(read.get(name) ?? []));
  const { onScale } = wishes;
  const shared = onScale === 'all' ? numeric : numeric.filter((name) => onScale.includes(name));
  const scale = wishes.scale ?? endsOf(shared, read);
  const numbers = new Map<string, NumberColumn>();
  for (const name of numeric) {
    const ends = shared.includes(name) ? scale : endsOf([name], read);
    numbers.set(name, columnOf(name, read.get(name) ?? [], file.rows, ends, refuse));
  }
  const table: AnswerTable = {
    rows: file.rows.length,
    respondents: file.rows.map(({ id, line }) => id ?? String(line)),
    numbers,
    choices: choicesOf(file, numeric),
    branches: namedColumn(file, NAMED.branch),
    days: namedColumn(file, NAMED.day).map((day) => day && dayIn(day, undefined)),
  };
  const by = wishes.scale === undefined ? ('answers' as const) : ('you' as const);
  const told = scale && { ...scale, by };
  return {
    table,
    input: {
      rows: file.rows.length,
      refusedRows: file.refusedRows,
      refusedAnswers,
      faults: inOrder(faults).slice(0, FAULTS_TOLD),
      scale: told,
    },
  };
}

/** As they stand in the file. */
const inOrder = (faults: readonly FileFault[]) => [...faults].sort((a, b) => a.line - b.line);

function isNumeric(cells: readonly ReadCell[]): boolean {
  const told = cells.filter(({ kind }) => kind === 'number' || kind === 'fault');
  return told.length > 0 && told.filter(({ kind }) => kind === 'number').length >= told.length * NUMERIC_PART;
}

/** The ends of what was answered to these questions; nothing where all answers are the same. */
function endsOf(of: readonly string[], read: ReadonlyMap<string, readonly ReadCell[]>): Ends | undefined {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const name of of) {
    for (const cell of read.get(name) ?? []) {
      if (cell.kind !== 'number') continue;
      min = Math.min(min, cell.value);
      max = Math.max(max, cell.value);
    }
  }
  return min < max ? { min, max } : undefined;
}

function columnOf(
  name: string,
  cells: readonly ReadCell[],
  rows: readonly FileRow[],
  scale: Ends | undefined,
  refuse: (fault: FileFault) => void,
): NumberColumn {
  const values = new Float64Array(cells.length).fill(Number.NaN);
  const cannotSay = new Uint8Array(cells.length);
  const expected = scale === undefined ? 'a number' : `a number from ${scale.min} to ${scale.max}`;
  for (const [place, cell] of cells.entries()) {
    const line = rows[place]?.line ?? 0;
    if (cell.kind === 'cannot-say') cannotSay[place] = 1;
    else if (cell.kind === 'fault') refuse({ line, column: name, reason: `expected ${expected}, came ${cell.came}` });
    else if (cell.kind === 'number' && scale !== undefined && !isOnScale(cell.value, scale))
      refuse({ line, column: name, reason: `expected ${expected}, came ${cameOff(cell.value, scale)}` });
    else if (cell.kind === 'number') values[place] = cell.value;
  }
  return { metric: metricOf(name), scale, scales: 1, values, cannotSay };
}

/** By the last part of its name, e.g. `reliability-promises.expectation`. */
function metricOf(name: string): Metric {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return METRICS.find((metric) => metric === last) ?? 'rating';
}

/** Numbers of more digits may be a telephone's or a customer's. */
const SHORT = 1000;
const cameOff = (value: number, { max }: Ends): string =>
  Math.abs(value) < SHORT ? String(value) : value > max ? 'a number above it' : 'a number below it';

function choicesOf({ columns, rows }: AnswerFile, numeric: readonly string[]): Map<string, (readonly string[] | undefined)[]> {
  const words = columns.flatMap((name, place) => (numeric.includes(name) ? [] : [{ name, place }]));
  return new Map(words.map(({ name, place }) => [name, rows.map(({ cells }) => optionOf(cells[place]))]));
}

function optionOf(cell: string | undefined): readonly string[] | undefined {
  const text = cell?.trim() ?? '';
  return readCell(text, false).kind === 'missing' ? undefined : [text];
}

function namedColumn({ columns, rows }: AnswerFile, names: readonly string[]): (string | undefined)[] {
  const place = columns.findIndex((column) => names.includes(column.toLowerCase()));
  return rows.map(({ cells }) => cells[place]?.trim() || undefined);
}
