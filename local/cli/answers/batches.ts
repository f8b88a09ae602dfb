import { AnswersAnswer } from '../../../shared/api/answers-schemas.ts';
import { type AnswersRow, MAX_ANSWER_ROWS } from '../../../shared/domain/intake/answers-row.ts';
import type { Connection } from '../connection.ts';
import { Failure } from '../output.ts';

/** Under the 64 KB that the API takes, with room for what stands around the rows. */
const MAX_BATCH_BYTES = 60_000;

/** What became of a row: it is in, or what the other side says is wrong with it. */
export type Settled = (line: number, issues: readonly { readonly field: string; readonly reason: string }[] | undefined) => Promise<void>;

/** Sends rows in requests as large as the API takes, one after the other. */
export class Batches {
  readonly #connection: Connection;
  readonly #openCases: boolean;
  #rows: { readonly line: number; readonly text: string }[] = [];
  #bytes = 0;

  constructor(connection: Connection, openCases: boolean) {
    this.#connection = connection;
    this.#openCases = openCases;
  }

  /** Sends what is there first, where the row does not fit any more; tells whether it did. */
  async add(line: number, row: AnswersRow, settled: Settled): Promise<boolean> {
    const text = JSON.stringify(row);
    const bytes = Buffer.byteLength(text) + 1;
    const isFull = this.#rows.length === MAX_ANSWER_ROWS || (this.#rows.length > 0 && this.#bytes + bytes > MAX_BATCH_BYTES);
    if (isFull) await this.send(settled);
    this.#rows.push({ line, text });
    this.#bytes += bytes;
    return isFull;
  }

  /**
   * @throws Failure naming the line from which on nothing is known to be in.
   */
  async send(settled: Settled): Promise<void> {
    const rows = this.#rows;
    if (rows.length === 0) return;
    const body = { openCases: this.#openCases, rows: rows.map(({ text }): unknown => JSON.parse(text)) };
    const { results } = await this.#connection.post('/api/answers', 'manager', body, AnswersAnswer).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      throw new Failure(`${interrupted(rows[0]?.line)}\n${error.message}`);
    });
    const left = results.find(({ outcome }) => outcome === 'not-taken');
    if (left !== undefined) throw new Failure(`${interrupted(rows[left.row]?.line)}\nthe queue did not take it; nothing was wrong with it`);
    for (const { row, outcome, issues } of results) {
      const line = rows[row]?.line;
      if (line !== undefined) await settled(line, outcome === 'refused' ? (issues ?? []) : undefined);
    }
    this.#rows = [];
    this.#bytes = 0;
  }
}

const interrupted = (line: number | undefined) =>
  `from line ${line ?? 0} on nothing is known to be in. Run it again with --resume, or without: what is in already stays as it is.`;
