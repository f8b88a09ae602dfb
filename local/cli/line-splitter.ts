/** A line without its end. Bytes of a chunk, not a copy, where that is possible: use them before the chunk goes. */
export interface ByteLine {
  readonly bytes: Uint8Array;
  /** The line was longer than the limit: these are its first bytes. */
  readonly isCut: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const FIRST_CAPACITY = 4096;

/**
 * Cuts bytes into lines at LF and CRLF, however they are split into chunks. Anything else (a lone CR, U+2028) belongs to its line; the end of the
 * last line may be missing. Holds at most one line, and of that no more than `limit` bytes and a CR.
 */
export class LineSplitter {
  readonly #limit: number;
  /** The beginning of a line of which no end has come yet: copied, for many tiny pieces would weigh more than what is in them. */
  #kept = new Uint8Array(0);
  #keptLength = 0;
  /** Bytes of that line that came, also those above the limit. */
  #length = 0;
  #last = 0;

  /** @param limit the longest line, in bytes without its end; the rest of a longer one is dropped. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The lines that end in this chunk. To be read to its end before the next chunk comes. */
  *take(chunk: Uint8Array): Generator<ByteLine> {
    let from = 0;
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, from)) {
      const piece = chunk.subarray(from, at);
      from = at + 1;
      yield this.#length === 0 ? this.#line(piece, piece.length, piece.at(-1)) : this.#wholeWith(piece);
    }
    this.#keep(chunk.subarray(from));
  }

  /** The last line, where nothing ended it. */
  *rest(): Generator<ByteLine> {
    if (this.#length > 0) yield this.#wholeWith(new Uint8Array(0));
  }

  #wholeWith(piece: Uint8Array): ByteLine {
    this.#keep(piece);
    const line = this.#line(this.#kept.subarray(0, this.#keptLength), this.#length, this.#last);
    [this.#kept, this.#keptLength, this.#length] = [new Uint8Array(0), 0, 0];
    return line;
  }

  #line(bytes: Uint8Array, length: number, last: number | undefined): ByteLine {
    const own = last === CR ? length - 1 : length;
    return { bytes: bytes.subarray(0, Math.min(own, this.#limit)), isCut: own > this.#limit };
  }

  #keep(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#length += piece.length;
    this.#last = piece.at(-1) ?? 0;
    // One more than the limit: it may be the CR of the line's end.
    const taken = piece.subarray(0, this.#limit + 1 - this.#keptLength);
    const needed = this.#keptLength + taken.length;
    if (needed > this.#kept.length) {
      const wider = new Uint8Array(Math.min(Math.max(needed, this.#kept.length * 2, FIRST_CAPACITY), this.#limit + 1));
      wider.set(this.#kept.subarray(0, this.#keptLength));
      this.#kept = wider;
    }
    this.#kept.set(taken, this.#keptLength);
    this.#keptLength = needed;
  }
}
