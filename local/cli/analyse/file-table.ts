import type { AnswerTable, Ends, NumberColumn } from '../../../shared/domain/analytics/pivot.ts';
import { METRICS, type Metric } from '../../../shared/domain/feedback.ts';
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
  /** Where it was not stated, the scale is that of the answers themselves. */
  readonly scale?: (Ends & { readonly by: 'answers' | 'you' }) | undefined;
}

/** A file with the wrong scale has a fault in every cell: the first ones tell it. */
const FAULTS_TOLD = 100;

export interface TableWishes {
  /** These are needed, and are read as numbers; all that look like numbers besides. */
  readonly numbers: readonly string[];
  /** Of all answers; told from the answers where absent. */
  readonly scale?: Ends | undefined;
}

/** Columns that say who, when and where, by their usual names. */
const NAMED = {
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
  const scale = scaleOf(numeric, read, wishes);
  const numbers = new Map<string, NumberColumn>();
  for (const name of numeric) {
    const ends = wishes.scale ?? scale;
    numbers.set(name, columnOf(name, read.get(name) ?? [], file.rows, ends, refuse));
  }
  const table: AnswerTable = {
    rows: file.rows.length,
    respondents: file.rows.map(({ id, line }) => id ?? String(line)),
    numbers,
    choices: choicesOf(file, numeric),
    branches: namedColumn(file, NAMED.branch),
    days: namedColumn(file, NAMED.day).map((day) => (day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined)),
  };
  const told =
    scale === undefined
      ? undefined
      : { ...(wishes.scale ?? scale), by: wishes.scale === undefined ? ('answers' as const) : ('you' as const) };
  return {
    table,
    input: { rows: file.rows.length, refusedRows: file.refusedRows, refusedAnswers, faults: faults.slice(0, FAULTS_TOLD), scale: told },
  };
}

function isNumeric(cells: readonly ReadCell[]): boolean {
  const told = cells.filter(({ kind }) => kind === 'number' || kind === 'fault');
  return told.length > 0 && told.filter(({ kind }) => kind === 'number').length >= told.length * NUMERIC_PART;
}

/** The ends of what was answered to the needed questions, or to all. */
function scaleOf(
  numeric: readonly string[],
  read: ReadonlyMap<string, readonly ReadCell[]>,
  { numbers, scale }: TableWishes,
): Ends | undefined {
  if (scale !== undefined) return scale;
  const of = numbers.length > 0 ? numbers : numeric;
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
      refuse({ line, column: name, reason: `expected ${expected}, came ${cell.value}` });
    else if (cell.kind === 'number') values[place] = cell.value;
  }
  return { metric: metricOf(name), scale, scales: 1, values, cannotSay };
}

/** By the last part of its name, e.g. `reliability-promises.expectation`. */
function metricOf(name: string): Metric {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return METRICS.find((metric) => metric === last) ?? 'rating';
}

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
