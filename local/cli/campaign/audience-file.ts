import { stat } from 'node:fs/promises';
import { AudienceAnswer, type AudienceRow, MAX_AUDIENCE_ROWS } from '../../../shared/api/campaign-schemas.ts';
import { Seen } from '../answers/seen.ts';
import type { Connection } from '../connection.ts';
import { encodingOf } from '../csv/encoding-of.ts';
import { openCsv } from '../csv/open-csv.ts';
import type { RowFault } from '../customers/columns.ts';
import { Failure } from '../output.ts';
import { Progress } from '../progress.ts';
import { type AudienceHeader, readAudienceHeader, readAudienceRow } from './audience-row.ts';

/** Under the 64 KB that the API takes, with room for what stands around the rows. */
const MAX_BATCH_BYTES = 60_000;

export interface CheckedAudience {
  readonly rows: number;
  readonly twice: number;
  readonly refused: number;
  readonly faults: readonly RowFault[];
}

/** A CSV file of persons to ask. It is read as often as it is needed, piece by piece: however long it is, little of it is in memory. */
export class AudienceFile {
  readonly #file: string;
  readonly #branches: readonly string[];

  constructor(file: string, branches: readonly string[]) {
    this.#file = file;
    this.#branches = branches;
  }

  /**
   * How many rows can be asked, how many of them name somebody whom an earlier one names for the same cause, and what is wrong with the others.
   * @throws Failure where nobody can be asked at all.
   */
  async check(): Promise<CheckedAudience> {
    const faults: RowFault[] = [];
    const seen = new Seen();
    let [rows, refused, twice] = [0, 0, 0];
    for await (const read of this.#rows()) {
      if ('faults' in read) {
        faults.push(...read.faults);
        refused += 1;
        continue;
      }
      rows += 1;
      const { email, cause } = read.row;
      if (seen.times(JSON.stringify([email.toLowerCase(), cause])) > 1) twice += 1;
    }
    return { rows, twice, refused, faults };
  }

  /** Brings the good rows to the API. Brought again, they are known there: a run that broke off is simply run again. */
  async send(campaign: string, total: number, connection: Connection): Promise<number> {
    const progress = new Progress(process.stderr, { isLive: process.stderr.isTTY, total: undefined, now: () => performance.now() });
    let batch: AudienceRow[] = [];
    let bytes = 0;
    let accepted = 0;
    const flush = async () => {
      if (batch.length === 0) return;
      const answer = await connection
        .post(`/api/campaigns/${campaign}/audience`, 'manager', { rows: batch }, AudienceAnswer)
        .catch((error: unknown) => {
          if (!(error instanceof Failure)) throw error;
          throw new Failure(
            `${this.#file}: ${accepted} of ${total} were brought, then it failed. Run it again: nobody is asked twice.\n${error.message}`,
          );
        });
      accepted += answer.accepted;
      progress.add(batch.length, bytes);
      batch = [];
      bytes = 0;
    };
    try {
      for await (const read of this.#rows()) {
        if ('faults' in read) continue;
        const size = Buffer.byteLength(JSON.stringify(read.row)) + 1;
        if (batch.length === MAX_AUDIENCE_ROWS || bytes + size > MAX_BATCH_BYTES) await flush();
        batch.push(read.row);
        bytes += size;
      }
      await flush();
    } finally {
      progress.clear();
    }
    return accepted;
  }

  #headerOf(cells: readonly string[]): AudienceHeader {
    try {
      return readAudienceHeader(cells);
    } catch (error) {
      throw error instanceof Failure ? new Failure(`${this.#file}: ${error.message}`) : error;
    }
  }

  async *#rows(): AsyncGenerator<ReturnType<typeof readAudienceRow>> {
    const size = await stat(this.#file).catch(() => undefined);
    if (size?.isFile() !== true) throw new Failure(`${this.#file}: expected a file, there is none`);
    let header: AudienceHeader | undefined;
    for await (const { cells, line, fault } of await openCsv(this.#file, { encoding: await encodingOf(this.#file) })) {
      if (header === undefined) header = this.#headerOf(cells);
      else yield fault === undefined ? readAudienceRow(header, cells, line, this.#branches) : { faults: [{ line, ...fault }] };
    }
    if (header === undefined) throw new Failure(`${this.#file}: expected a first line that names the columns; the file is empty`);
  }
}
