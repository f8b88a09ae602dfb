import * as z from 'zod/mini';

/**
 * A linear model over hashed pieces of text (see `features.ts`) and a few measured values, as trained by `models/`.
 * The file, little-endian: the letters `AML1`; u32 length of the head; u32 checksum of all that follows; the head, JSON, blank-padded to a multiple
 * of 4; then sets of four slots: four fingerprints of a byte each (0 = empty), and for each of the four slots `outputs` signed bytes, the weights
 * in units of `scales`. What is looked up together lies together, so that it costs one cache line.
 * A piece belongs to one of the four slots of its set, which its hash names; it is there if its fingerprint is. An unknown piece is taken for a
 * known one about once in a hundred times.
 */
export const ModelHead = z.strictObject({
  task: z.string(),
  language: z.string(),
  /** What each output speaks for. */
  outputs: z.array(z.string()),
  slots: z.int(),
  /** Worth of one unit of a weight, per output. */
  scales: z.array(z.number()),
  biases: z.array(z.number()),
  /** Names of the measured values it was trained with, in their order. */
  measures: z.array(z.string()),
  /** Weights of the measured values: one list per output. */
  measureWeights: z.array(z.array(z.number())),
  /** Logits are divided by this before they become probabilities, so that confidence means what it says (Guo et al. 2017). */
  temperature: z.number(),
  /** Logit from which an output speaks, per output, where outputs stand each for itself. */
  thresholds: z.array(z.number()),
});
export type ModelHead = z.infer<typeof ModelHead>;

export const WAYS = 4;
const EACH_BYTE = 0x01010101;
const HIGH_BITS = 0x80808080;
/** `AML1`, little-endian. */
const MAGIC = 0x314c4d41;
const LENGTH_AT = 4;
const CHECKSUM_AT = 8;
/** Where the head begins; all from here on is under the checksum. */
export const HEAD_AT = 12;

/** Index of the set of a piece. */
export const setOf = (hash: number, slots: number): number => (hash >>> 8) & (slots / WAYS - 1);
/** Never 0, which marks an empty slot. */
export const fingerprintOf = (hash: number): number => hash & 0xff || 1;

/** FNV-1a over little-endian 32-bit words: finds a file that was cut or spoilt, not one that was forged. @param bytes a multiple of 4. */
export function checksumOf(bytes: Uint8Array): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2);
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ (words[i] ?? 0), 0x01000193);
  return hash >>> 0;
}

export class LinearModel {
  readonly head: ModelHead;
  readonly #body: Int8Array;
  readonly #outputs: number;
  /** The same bytes, four at a time. */
  readonly #words: Int32Array;
  /** Words of a set. */
  readonly #setWords: number;
  readonly #lastSet: number;

  private constructor(head: ModelHead, body: Int8Array) {
    this.head = head;
    this.#body = body;
    this.#outputs = head.outputs.length;
    this.#words = new Int32Array(body.buffer, body.byteOffset, body.byteLength >>> 2);
    this.#setWords = 1 + head.outputs.length;
    this.#lastSet = head.slots / WAYS - 1;
  }

  /**
   * Reads a model; the bytes are used as they lie, not copied.
   * @param name of the file, for errors.
   * @throws Error naming the file and what is wrong with it: not a model, cut off, or spoilt.
   */
  static read(bytes: Uint8Array, name: string): LinearModel {
    const { head, bodyAt, checksum } = readHead(bytes, name);
    const expected = bodyAt + bodyLength(head);
    if (bytes.length !== expected) throw spoilt(name, `expected ${expected} bytes; came ${bytes.length}`);
    if (checksumOf(bytes.subarray(HEAD_AT)) !== checksum)
      throw spoilt(name, 'its bytes are not those that were written: the checksum differs');
    const isAligned = (bytes.byteOffset + bodyAt) % 4 === 0;
    const body = isAligned ? bytes.subarray(bodyAt) : bytes.slice(bodyAt);
    return new LinearModel(head, new Int8Array(body.buffer, body.byteOffset, body.byteLength));
  }

  /**
   * Where the weights of a piece stand, or −1 for an unknown one. The four fingerprints of a set are compared at once: a byte of `differing` is 0
   * where they agree, and the lowest such byte is found by the borrow (Mycroft's zero-byte test).
   */
  find(hash: number): number {
    const set = (hash >>> 8) & this.#lastSet;
    const differing = (this.#words[set * this.#setWords] ?? 0) ^ Math.imul(hash & 0xff || 1, EACH_BYTE);
    const agreeing = (differing - EACH_BYTE) & ~differing & HIGH_BITS;
    if (agreeing === 0) return -1;
    const way = (31 - Math.clz32(agreeing & -agreeing)) >>> 3;
    return set * this.#setWords * 4 + WAYS + way * this.#outputs;
  }

  /** `find` for each piece. */
  places(hashes: Int32Array): Int32Array {
    const places = new Int32Array(hashes.length);
    for (let i = 0; i < hashes.length; i++) places[i] = this.find(hashes[i] ?? 0);
    return places;
  }

  /** Weight of a piece that was found, for one output, in logits before the division by the size of the text. */
  weightAt(place: number, output: number): number {
    return (this.#body[place + output] ?? 0) * (this.head.scales[output] ?? 0);
  }

  /** Adds the weights of a piece that was found to `sums`, in units of the file. */
  addAt(place: number, sums: Float64Array): void {
    const body = this.#body;
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (body[place + k] ?? 0);
  }

  /**
   * The logits of a text: bias, measured values, and the sum of its known pieces divided by the root of their number, so that a page and a word
   * are measured alike.
   */
  logits(hashes: Int32Array, measures: ArrayLike<number>): Float64Array {
    return this.logitsAt(this.places(hashes), measures);
  }

  /** The same, of pieces that were looked up before. */
  logitsAt(places: Int32Array, measures: ArrayLike<number>): Float64Array {
    const sums = new Float64Array(this.#outputs);
    let known = 0;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? -1;
      if (place < 0) continue;
      known++;
      this.addAt(place, sums);
    }
    return this.finish(sums, known, measures);
  }

  /** From sums of weights, in units of the file, to logits. */
  finish(sums: Float64Array, known: number, measures: ArrayLike<number>): Float64Array {
    const { scales, biases, measureWeights } = this.head;
    const size = known === 0 ? 1 : Math.sqrt(known);
    for (let k = 0; k < sums.length; k++) {
      let logit = (biases[k] ?? 0) + ((sums[k] ?? 0) * (scales[k] ?? 0)) / size;
      const weights = measureWeights[k] ?? [];
      for (let m = 0; m < measures.length; m++) logit += (weights[m] ?? 0) * (measures[m] ?? 0);
      sums[k] = logit;
    }
    return sums;
  }
}

const bodyLength = ({ slots, outputs }: ModelHead): number => slots * (1 + outputs.length);

/**
 * How long the file of a model has to be, by its beginning.
 * @throws Error naming the file, where that is no beginning of a model.
 */
export function lengthOf(beginning: Uint8Array, name: string): number {
  const { head, bodyAt } = readHead(beginning, name);
  return bodyAt + bodyLength(head);
}

const spoilt = (name: string, what: string): Error =>
  new Error(`${name}: ${what}. It comes with the sources (models/weights): restore it from there, or run npm run train.`);

function readHead(bytes: Uint8Array, name: string): { head: ModelHead; bodyAt: number; checksum: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD_AT || view.getUint32(0, true) !== MAGIC)
    throw spoilt(name, `expected a model, which begins with "AML1"; came ${bytes.length} bytes of something else`);
  const bodyAt = HEAD_AT + view.getUint32(LENGTH_AT, true);
  if (bodyAt > bytes.length) throw spoilt(name, `expected a head of ${bodyAt - HEAD_AT} bytes; the file ends after ${bytes.length} in all`);
  let text = '';
  for (let i = HEAD_AT; i < bodyAt; i++) text += String.fromCharCode(bytes[i] ?? 0);
  return { head: parseHead(text, name), bodyAt, checksum: view.getUint32(CHECKSUM_AT, true) };
}

function parseHead(text: string, name: string): ModelHead {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw spoilt(name, 'its head is not JSON');
  }
  const parsed = ModelHead.safeParse(json);
  if (!parsed.success) throw spoilt(name, `its head has another form than this version reads (${parsed.error.issues[0]?.path.join('.')})`);
  return parsed.data;
}
