import type { Connection } from '../connection.ts';
import type { CsvRecord } from '../csv/read-csv.ts';
import { Failure } from '../output.ts';
import type { Progress } from '../progress.ts';
import { Batches } from './batches.ts';
import { type ImportState, removeState, writeState } from './import-state.ts';
import type { RefusalReport } from './report.ts';
import type { RowFault, RowReader } from './rows.ts';

/** How often at most it is written down how far it is: what came after is brought in again, which changes nothing. */
const STATE_EVERY_MS = 1000;

const GO_ON = 'What is in stays; run it again with --resume to go on.';

export interface Outcome {
  readonly isDryRun: boolean;
  readonly rows: number;
  /** In, or of a dry run fit to be. */
  readonly accepted: number;
  /** The same row a second time. */
  readonly skipped: number;
  readonly refused: number;
  /** The first of the faults; the report has all. */
  readonly faults: readonly RowFault[];
  readonly report?: string | undefined;
}

export interface ImportParts {
  readonly file: string;
  /** Behind the first line. */
  readonly records: AsyncIterable<CsvRecord>;
  readonly reader: RowReader;
  readonly report: RefusalReport;
  readonly progress: Progress;
  /** Absent for a dry run. */
  readonly sending?: { readonly connection: Connection; readonly openCases: boolean } | undefined;
  /** Where to begin, or to go on. */
  readonly state: ImportState;
  readonly placeOf: (field: string) => number | undefined;
  readonly now: () => number;
  /** Whoever runs it wants it to stop; what is settled by then is noted down. */
  readonly stop?: AbortSignal | undefined;
}

/** Reads, checks and sends the rows of a file one after the other; holds one request's worth of them and 20 bytes of each that came before. */
export class AnswersImport {
  readonly #parts: ImportParts;
  readonly #batches: Batches | undefined;
  readonly #counts: { records: number; accepted: number; skipped: number; refused: number };
  readonly #resumeBehind: number;
  /** How far everything is settled. */
  #settledState: ImportState;
  #read = 0;
  #writtenAt = Number.NEGATIVE_INFINITY;

  constructor(parts: ImportParts) {
    this.#parts = parts;
    const { sending, state } = parts;
    this.#batches = sending && new Batches(sending.connection, sending.openCases);
    const { records, accepted, skipped, refused } = state;
    this.#counts = { records, accepted, skipped, refused };
    this.#resumeBehind = records;
    this.#settledState = state;
  }

  async run(): Promise<Outcome> {
    const { records, progress, report, sending, file } = this.#parts;
    try {
      for await (const record of records) {
        if (this.#parts.stop?.aborted === true) throw new Failure(`${file}: stopped before line ${record.line}. ${GO_ON}`);
        await this.#take(record);
      }
      await this.#send();
    } catch (error) {
      if (sending !== undefined) await writeState(file, this.#settledState);
      throw error;
    } finally {
      progress.clear();
      await report.close();
    }
    if (sending !== undefined) await removeState(file);
    const { accepted, skipped, refused } = this.#counts;
    return { isDryRun: sending === undefined, rows: this.#read, accepted, skipped, refused, faults: report.told, report: report.path };
  }

  async #take(record: CsvRecord): Promise<void> {
    const { reader, progress } = this.#parts;
    this.#read += 1;
    const read = reader.read(record);
    progress.add(1, Buffer.byteLength(record.raw) + 1);
    // Settled by an earlier run: read all the same, because a later row may have its id.
    if (this.#read <= this.#resumeBehind) return;
    if ('sameAs' in read) this.#counts.skipped += 1;
    else if ('faults' in read) await this.#refuse(read.faults);
    else if (this.#batches === undefined) this.#counts.accepted += 1;
    else if (await this.#batches.add(record.line, read.row, this.#settled)) await this.#noteDown(this.#read - 1);
  }

  readonly #settled = async (line: number, issues: readonly { readonly field: string; readonly reason: string }[] | undefined) => {
    if (issues === undefined) {
      this.#counts.accepted += 1;
      return;
    }
    const faults = issues.map(({ field, reason }) => {
      const name = field.replace(/^answers\./, '');
      return { line, column: this.#parts.placeOf(name), field: name === '' ? undefined : name, reason };
    });
    await this.#refuse(faults);
  };

  async #refuse(faults: readonly RowFault[]): Promise<void> {
    this.#counts.refused += 1;
    await this.#parts.report.add(faults);
  }

  async #send(): Promise<void> {
    await this.#batches?.send(this.#settled);
  }

  /** All rows up to this one are settled. */
  async #noteDown(records: number): Promise<void> {
    const { now, state, file, report } = this.#parts;
    this.#counts.records = records;
    this.#settledState = { ...this.#counts, fingerprint: state.fingerprint, reportBytes: report.bytes };
    if (now() - this.#writtenAt < STATE_EVERY_MS) return;
    this.#writtenAt = now();
    await writeState(file, this.#settledState);
  }
}
