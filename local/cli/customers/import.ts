import { stat, writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { ImportAnswer } from '../../../shared/api/customer-schemas.ts';
import { csv } from '../../../shared/domain/csv.ts';
import { type ImportRow, MAX_IMPORT_ROWS } from '../../../shared/domain/customer/import-row.ts';
import { type Connection, connect } from '../connection.ts';
import { openCsv } from '../csv/open-csv.ts';
import type { CsvRecord } from '../csv/read-csv.ts';
import { Failure, note, type OutputOptions, show } from '../output.ts';
import { Progress } from '../progress.ts';
import { COLUMN_NAMES, type Header, placeOf, type RowFault, readHeader, readRow } from './columns.ts';

interface Options extends OutputOptions {
  readonly dryRun?: boolean;
  readonly encoding: string;
  readonly separator?: string;
  readonly rejects?: string;
}

/** Under the 64 KB that the API takes, with room for what stands around the rows. */
const MAX_BATCH_BYTES = 60_000;

const HELP = `
The first line names the columns, in any order: ${COLUMN_NAMES.join(', ')}; or by their Chinese names, e.g. 邮箱, 客户编号, 姓名.
Needed is email or ownId. An empty cell changes nothing. spending is in whole units with a point, 12850.50, beside its currency.
The same file again changes nothing, so a run that broke off is simply run again. Rows that cannot be brought in are told by line and column, and written
to FILE.rejects.csv with the reason, to be set right and brought in. Exit code 1 where there are any.`;

export function importCommand(): Command {
  return new Command('import')
    .description('bring in what your own books know of customers, from a CSV file (managers)')
    .argument('<file>', 'CSV, RFC 4180')
    .option('--dry-run', 'say what would become of each row, and write nothing')
    .addOption(new Option('--encoding <encoding>', 'of the file').choices(['utf-8', 'gb18030', 'utf-16le']).default('utf-8'))
    .option('--separator <sign>', 'between the cells; told from the first line where absent', toSeparator)
    .option('--rejects <file>', 'where to write what cannot be brought in')
    .option('--json', 'as JSON')
    .addHelpText('after', HELP)
    .action(async (file: string, options: Options) => {
      const outcome = await new Import(await connect(), file, options).run();
      show(outcome, options, inWords);
      if (outcome.refused > 0) process.exitCode = 1;
    });
}

function toSeparator(text: string): string {
  const sign = text === '\\t' || text === 'tab' ? '\t' : text;
  if (!/^[,;\t|]$/.test(sign)) throw new InvalidArgumentError('expected a comma, a semicolon, | or tab.');
  return sign;
}

interface Outcome {
  readonly isDryRun: boolean;
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly merged: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly faults: readonly RowFault[];
  readonly rejectsFile?: string | undefined;
}

interface Waiting {
  readonly record: CsvRecord;
  readonly row: ImportRow;
}

class Import {
  readonly #connection: Connection;
  readonly #file: string;
  readonly #options: Options;
  readonly #progress: Progress;
  readonly #counts = { created: 0, changed: 0, merged: 0, unchanged: 0, refused: 0 };
  readonly #faults: RowFault[] = [];
  readonly #rejects: (readonly [CsvRecord, readonly RowFault[]])[] = [];
  #header: Header = [];
  #names: readonly string[] = [];
  #batch: Waiting[] = [];
  #batchBytes = 0;
  #rows = 0;

  constructor(connection: Connection, file: string, options: Options) {
    this.#connection = connection;
    this.#file = file;
    this.#options = options;
    this.#progress = new Progress(process.stderr, { isLive: process.stderr.isTTY, total: undefined, now: () => performance.now() });
  }

  async run(): Promise<Outcome> {
    const size = await stat(this.#file).catch(() => undefined);
    if (size?.isFile() !== true) throw new Failure(`${this.#file}: expected a file, there is none`);
    try {
      for await (const record of await openCsv(this.#file, this.#options)) await this.#take(record);
      await this.#flush();
    } finally {
      this.#progress.clear();
    }
    if (this.#names.length === 0) throw new Failure(`${this.#file}: expected a first line that names the columns; the file is empty`);
    const rejectsFile = await this.#writeRejects();
    return { isDryRun: this.#options.dryRun === true, rows: this.#rows, ...this.#counts, faults: this.#faults, rejectsFile };
  }

  async #take(record: CsvRecord): Promise<void> {
    if (this.#names.length === 0) {
      this.#header = readHeader(record.cells);
      this.#names = record.cells;
      return;
    }
    this.#rows += 1;
    const { line, fault } = record;
    const read = fault === undefined ? readRow(this.#header, record.cells, line) : { faults: [{ line, ...fault }] };
    if ('faults' in read) return this.#reject(record, read.faults);
    const bytes = Buffer.byteLength(JSON.stringify(read.row)) + 1;
    if (this.#batch.length === MAX_IMPORT_ROWS || this.#batchBytes + bytes > MAX_BATCH_BYTES) await this.#flush();
    this.#batch.push({ record, row: read.row });
    this.#batchBytes += bytes;
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    const body = { rows: batch.map(({ row }) => row), ...(this.#options.dryRun === true ? { isDryRun: true } : {}) };
    const { results } = await this.#connection.post('/api/customers/import', 'manager', body, ImportAnswer).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      const first = batch[0]?.record.line ?? 0;
      throw new Failure(
        `${this.#file}: from line ${first} on nothing is known to be brought in. Run it again: what is in already changes nothing.\n${error.message}`,
      );
    });
    for (const { row, outcome, field, reason } of results) {
      const record = batch[row]?.record;
      if (record === undefined) continue;
      if (outcome !== 'refused') this.#counts[outcome] += 1;
      else
        this.#reject(record, [
          { line: record.line, column: placeOf(this.#header, field), field: field || undefined, reason: reason ?? '' },
        ]);
    }
    this.#progress.add(batch.length, this.#batchBytes);
    this.#batch = [];
    this.#batchBytes = 0;
  }

  #reject(record: CsvRecord, faults: readonly RowFault[]): void {
    this.#counts.refused += 1;
    this.#faults.push(...faults);
    this.#rejects.push([record, faults]);
    for (const { line, column, field, reason } of faults) {
      const at = [`line ${line}`, ...(column === undefined ? [] : [`column ${column}${field === undefined ? '' : ` (${field})`}`])].join(
        ', ',
      );
      this.#progress.say(`${this.#file}: ${at}: ${reason}`);
    }
  }

  /** With every row as it came, so that it can be set right and brought in again. Cells that a spreadsheet would take for formulas are guarded (promise 36). */
  async #writeRejects(): Promise<string | undefined> {
    if (this.#rejects.length === 0) return undefined;
    const to = this.#options.rejects ?? `${this.#file}.rejects.csv`;
    const rows = this.#rejects.map(([{ cells, line }, faults]) => {
      const own = this.#names.map((_, i) => cells[i] ?? '');
      return [
        ...own,
        line,
        faults.map(({ field, reason }) => (field === undefined ? reason : `${field}: ${reason}`)).join('; '),
        ...cells.slice(own.length),
      ];
    });
    const kept = this.#names.map((name, i) => [name, i] as const).filter(([name]) => name !== 'line' && name !== 'reason');
    const header = [...kept.map(([name]) => name), 'line', 'reason'];
    const width = this.#names.length;
    const table = rows.map((row) => [...kept.map(([, i]) => row[i]), ...row.slice(width)]);
    await writeFile(to, csv(header, table)).catch((error: unknown) => {
      throw new Failure(`${to}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    });
    return to;
  }
}

const inWords = ({ isDryRun, rows, created, changed, merged, unchanged, refused, rejectsFile }: Outcome) => {
  if (rejectsFile !== undefined) note(`${refused} could not be brought in: ${rejectsFile}`);
  const would = isDryRun ? 'would be ' : '';
  return `${rows} rows: ${created} ${would}created, ${changed} ${would}changed, ${merged} ${would}merged, ${unchanged} unchanged, ${refused} refused`;
};
