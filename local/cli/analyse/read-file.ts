import { stat } from 'node:fs/promises';
import { encodingOf } from '../csv/encoding-of.ts';
import { openCsv } from '../csv/open-csv.ts';
import type { CsvRecord } from '../csv/read-csv.ts';
import { Failure } from '../output.ts';
import type { FileFault } from './file-table.ts';

/** One respondent. */
export interface FileRow {
  readonly line: number;
  readonly id?: string | undefined;
  readonly cells: readonly string[];
}

/** A file of answers, one row for each respondent, with what of it is no row. */
export interface AnswerFile {
  readonly columns: readonly string[];
  readonly rows: readonly FileRow[];
  readonly faults: readonly FileFault[];
  readonly refusedRows: number;
  /** Semicolons between cells leave the comma to numbers. */
  readonly hasDecimalCommas: boolean;
}

export interface FileOptions {
  readonly encoding?: string | undefined;
  readonly separator?: string | undefined;
  /** Name of the column that tells respondents apart; `id` where there is one. */
  readonly id?: string | undefined;
}

const ID_NAMES = ['id', 'respondent', 'feedback_id', '编号', '问卷编号'];
const FAULTS_TOLD = 100;

/**
 * Reads a file of answers. Rows that are none (a quote, another number of cells, the id of an earlier row) are told and left out, all others stay.
 * @throws Failure where it cannot be read at all, or has no columns.
 */
export async function readAnswerFile(file: string, options: FileOptions): Promise<AnswerFile> {
  const size = await stat(file).catch(() => undefined);
  if (size?.isFile() !== true) throw new Failure(`${file}: expected a file, there is none`);
  const encoding = options.encoding ?? (await encodingOf(file));
  const records = await openCsv(file, { encoding, separator: options.separator });
  let reading: Reading | undefined;
  let isSemicolon = options.separator === ';';
  for await (const record of records) {
    if (reading === undefined) {
      isSemicolon ||= record.raw.split(';').length > record.raw.split(',').length;
      reading = new Reading(file, record, options.id);
    } else reading.take(record);
  }
  if (reading === undefined) throw new Failure(`${file}: expected a first line that names the columns; the file is empty`);
  return reading.end(isSemicolon);
}

class Reading {
  readonly #columns: readonly string[];
  readonly #idAt: number;
  readonly #rows: FileRow[] = [];
  readonly #faults: FileFault[] = [];
  readonly #seen = new Map<string, { readonly line: number; readonly raw: string }>();
  #refused = 0;

  constructor(file: string, header: CsvRecord, id: string | undefined) {
    this.#columns = header.cells.map((cell) => cell.trim());
    const twice = this.#columns.filter((name, i) => this.#columns.indexOf(name) !== i);
    if (twice.length > 0)
      throw new Failure(`${file}: line 1: the columns ${twice.join(', ')} are named twice; each needs a name of its own`);
    this.#idAt = this.#columns.findIndex((name) => (id === undefined ? ID_NAMES.includes(name.toLowerCase()) : name === id));
    if (id !== undefined && this.#idAt < 0) throw new Failure(`${file}: there is no column "${id}". It has: ${this.#columns.join(', ')}`);
  }

  take(record: CsvRecord): void {
    const read = this.#read(record);
    if ('cells' in read) this.#rows.push(read);
    else {
      this.#refused += 1;
      if (this.#faults.length < FAULTS_TOLD) this.#faults.push(read);
    }
  }

  #read({ line, cells, raw, fault }: CsvRecord): FileRow | FileFault {
    if (fault !== undefined) return { line, column: this.#columns[fault.column - 1], reason: fault.reason };
    if (cells.length !== this.#columns.length) {
      return { line, reason: `expected ${this.#columns.length} cells as in the first line, came ${cells.length}` };
    }
    const id = this.#idAt < 0 ? undefined : cells[this.#idAt]?.trim() || undefined;
    const known = id === undefined ? undefined : this.#seen.get(id);
    if (known !== undefined) {
      const isSame = known.raw === raw;
      const reason = isSame ? `the same row as line ${known.line}` : `the id of line ${known.line} with other answers; the first one holds`;
      return { line, column: this.#columns[this.#idAt], reason };
    }
    if (id !== undefined) this.#seen.set(id, { line, raw });
    return { line, id, cells };
  }

  end(hasDecimalCommas: boolean): AnswerFile {
    return { columns: this.#columns, rows: this.#rows, faults: this.#faults, refusedRows: this.#refused, hasDecimalCommas };
  }
}
