import { hash } from 'node:crypto';

const FIRST_CAPACITY = 1 << 16;
/** Doubled before it is fuller, so that looking up stays short. */
const FULLEST = 0.6;

/**
 * Which ids came before, with a digest of what came with them and the line: 20 bytes each, whatever the ids look like, so that a million rows take
 * 42 MB at most. Two ids are taken for one with a chance of 3 · 10⁻⁸ among a million (64 bits of SHA-256).
 */
export class Seen {
  #size = 0;
  #cells = new Uint32Array(5 * FIRST_CAPACITY);

  /** Notes what came under this id and where; tells where it came first, if it did, and whether with the same content. */
  note(id: string, content: string, line: number): { readonly line: number; readonly isSame: boolean } | undefined {
    const at = this.#placeOf(...digest(id));
    const [c0, c1] = digest(content);
    if (this.#cells[at + 4] !== 0)
      return { line: this.#cells[at + 4] ?? 0, isSame: this.#cells[at + 2] === c0 && this.#cells[at + 3] === c1 };
    this.#cells.set([...digest(id), c0, c1, line], at);
    this.#grow();
    return undefined;
  }

  /** How often the same content came, with this time: 1 for the first. */
  times(content: string): number {
    const at = this.#placeOf(...digest(content));
    const times = (this.#cells[at + 4] ?? 0) + 1;
    this.#cells.set([...digest(content), 0, 0, times], at);
    if (times === 1) this.#grow();
    return times;
  }

  #placeOf(k0: number, k1: number): number {
    const capacity = this.#cells.length / 5;
    // Line 0 or count 0 is "free": lines are counted from 1.
    for (let slot = k1 % capacity; ; slot = (slot + 1) % capacity) {
      const at = slot * 5;
      if (this.#cells[at + 4] === 0 || (this.#cells[at] === k0 && this.#cells[at + 1] === k1)) return at;
    }
  }

  #grow(): void {
    this.#size += 1;
    const old = this.#cells;
    if (this.#size < (old.length / 5) * FULLEST) return;
    this.#cells = new Uint32Array(2 * old.length);
    for (let at = 0; at < old.length; at += 5) {
      if (old[at + 4] !== 0) this.#cells.set(old.subarray(at, at + 5), this.#placeOf(old[at] ?? 0, old[at + 1] ?? 0));
    }
  }
}

function digest(text: string): [number, number] {
  const bytes = hash('sha256', text, 'buffer');
  return [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
}
