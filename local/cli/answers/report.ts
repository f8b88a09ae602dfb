import { type FileHandle, open } from 'node:fs/promises';
import { csv } from '../../../shared/domain/csv.ts';
import { Failure } from '../output.ts';
import type { RowFault } from './rows.ts';

/** Faults that are also told at once; the report has them all. */
const MAX_TOLD = 20;

/** The refused rows of an import as CSV, written as they come: line, column, field and what was expected; never what stood there. */
export class RefusalReport {
  readonly #path: string;
  #file: FileHandle | undefined;
  #bytes: number;
  readonly told: RowFault[] = [];

  /** @param bytes of an earlier run that broke off: so much of the file stands, what lies behind is cut off. 0 begins anew. */
  constructor(path: string, bytes: number) {
    this.#path = path;
    this.#bytes = bytes;
  }

  /** Bytes written so far; 0 where nothing was refused, and there is no file. */
  get bytes(): number {
    return this.#bytes;
  }

  get path(): string | undefined {
    return this.#bytes === 0 ? undefined : this.#path;
  }

  /** @throws Failure where it cannot be written. */
  async add(faults: readonly RowFault[]): Promise<void> {
    this.told.push(...faults.slice(0, Math.max(0, MAX_TOLD - this.told.length)));
    const rows = faults.map(({ line, column, field, reason }) => [line, column, field, reason]);
    const text = csv(HEADER, rows);
    // What goes on begins neither with a byte order mark nor with the names of the columns.
    const head = csv(HEADER, []);
    await this.#write(this.#bytes === 0 ? text : text.slice(head.length));
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }

  async #write(text: string): Promise<void> {
    try {
      if (this.#file === undefined) {
        this.#file = await open(this.#path, this.#bytes === 0 ? 'w' : 'r+');
        await this.#file.truncate(this.#bytes);
      }
      const { bytesWritten } = await this.#file.write(text, this.#bytes);
      this.#bytes += bytesWritten;
    } catch (error) {
      throw new Failure(`${this.#path}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

const HEADER = ['line', 'column', 'field', 'expected'];
