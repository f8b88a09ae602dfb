import { readText } from '../shared/domain/understand/reading.ts';
import type { Example } from './example.ts';

/** Texts as the models see them. */
export interface ReadExample {
  readonly example: Example;
  /** As often as each occurs. */
  readonly pieces: Int32Array;
  readonly measures: readonly number[];
}

/** As they are read in `understand`. */
export function readExamples(examples: readonly Example[], onProgress?: (done: number) => void): ReadExample[] {
  return examples.map((example, at) => {
    if (at % 2000 === 0) onProgress?.(at);
    const { features, measures } = readText(example.text);
    return { example, pieces: features.hashes, measures };
  });
}

/** Pieces and the rows that they occur in, counted in an open hash table: there are millions. */
export class PieceCounts {
  #keys: Int32Array;
  #counts: Int32Array;
  #used = 0;

  constructor(bits = 24) {
    this.#keys = new Int32Array(1 << bits);
    this.#counts = new Int32Array(1 << bits);
  }

  /** Adds one to the count of each distinct piece of a text. */
  addText(pieces: Int32Array): void {
    for (const piece of new Set(pieces)) {
      // 0 marks a free place: the one piece in four thousand million that hashes to it is not looked at.
      if (piece !== 0) this.#add(piece);
    }
  }

  #add(piece: number): void {
    const mask = this.#keys.length - 1;
    let at = Math.imul(piece, 0x9e3779b1) >>> 7;
    at &= mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== piece) at = (at + 1) & mask;
    if (this.#keys[at] === 0) {
      if (this.#used > mask * 0.8) throw new Error(`more than ${this.#used} different pieces: give PieceCounts more bits`);
      this.#keys[at] = piece;
      this.#used++;
    }
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  /** Pieces of at least `least` texts with their counts, in a fixed order. */
  list(least: number): { pieces: Int32Array; counts: Int32Array } {
    const found: [number, number][] = [];
    for (let at = 0; at < this.#keys.length; at++) {
      const count = this.#counts[at] ?? 0;
      if (count >= least) found.push([this.#keys[at] ?? 0, count]);
    }
    found.sort((a, b) => a[0] - b[0]);
    return { pieces: Int32Array.from(found, ([piece]) => piece), counts: Int32Array.from(found, ([, count]) => count) };
  }
}
