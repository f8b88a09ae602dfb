import type { Layout } from './clauses.ts';
import type { Token } from './tokens.ts';

/**
 * What the linear models look at: pieces of a text (words, their neighbours, letters within words, Chinese characters and runs of them), each as a
 * 32-bit hash (FNV-1a with a murmur finish). Training and reading use this one function, so they cannot drift apart.
 */
export interface Features {
  /** One hash per piece. */
  readonly hashes: Int32Array;
  /** Of each piece, the index of the token where it ends. */
  readonly at: Int32Array;
}

/** Kinds of pieces; each begins its hashes anew, so that "not" as a word and as letters within one are two things. */
const WORD = 0x11;
const PAIR = 0x22;
const TRIPLE = 0x33;
const SKIP = 0x44;
const DENIED = 0x55;
const TURNED = 0x66;
const BEGINNING = 0x77;
const ENDING = 0xdd;
const STEM_PAIR = 0xee;
const HAN = 0x88;
const HAN_TURNED = 0x99;
const SHOUT = 0xaa;
const OPENING = 0xbb;
const CLOSING = 0xcc;

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;
/** Letters of a stem. Porter's stems are mostly of five to six. */
const STEM = 5;
const ENDING_LENGTH = 4;
/** Longer "words" (links, keyboards leant on) are cut: their letters say nothing. */
const MAX_WORD = 24;
const MAX_HAN_RUN = 4;
/** A denial is felt over so many tokens of its clause. */
const DENIAL_REACH = 4;

const mix = (hash: number, value: number): number => Math.imul(hash ^ value, PRIME);

/** Spreads the bits, so that tables may be indexed by any part of them (Appleby's 32-bit finaliser). */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hashWord(text: string): number {
  let hash = BASIS;
  const end = Math.min(text.length, MAX_WORD);
  for (let i = 0; i < end; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

const NUMBER_HASH = hashWord('#');

/** A number is a number; a few of them are words (12315, 12345, 315). */
const KEPT_NUMBERS = new Set(['12315', '12345', '315', '911', '110', '120', '24', '100']);

/** Where pieces are gathered; one for all texts, since a text is read in one go. */
let hashes = new Int32Array(4096);
let places = new Int32Array(4096);
let length = 0;

/** Of very long texts the models look at both ends, in tokens; the phrase lists read on (flags may stand anywhere). Keeps 1 MB of anything quick (promise 37). */
const MOST_AT_START = 6000;
const MOST_AT_END = 2000;
let skippedFrom = 0;
let skippedTo = 0;

function add(hash: number, at: number): void {
  if (at >= skippedFrom && at < skippedTo) return;
  if (length === hashes.length) [hashes, places] = [twice(hashes), twice(places)];
  hashes[length] = finish(hash);
  places[length++] = at;
}

function twice(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(list.length * 2);
  wider.set(list);
  return wider;
}

/** The pieces of a text; linear in the number of its tokens. */
export function featuresOf(tokens: readonly Token[], layout: Layout): Features {
  length = 0;
  [skippedFrom, skippedTo] = [MOST_AT_START, tokens.length - MOST_AT_END];
  const words = tokens.map((token) => (token.kind === 'number' && !KEPT_NUMBERS.has(token.text) ? NUMBER_HASH : hashWord(token.text)));
  addWords(tokens, words);
  addStems(tokens);
  addDenied(tokens, words, layout);
  addTurned(tokens, words, layout);
  return { hashes: hashes.slice(0, length), at: places.slice(0, length) };
}

/** Words and signs with up to two neighbours of the same sentence; runs of Chinese characters up to four; how sentences begin and end. Nothing reaches over a sentence's end. */
function addWords(tokens: readonly Token[], words: readonly number[]): void {
  let run = 0;
  for (let i = 0; i < tokens.length; i++) {
    const word = words[i] ?? 0;
    const kind = tokens[i]?.kind;
    run = kind === 'end' ? 0 : run + 1;
    add(mix(mix(BASIS, WORD), word), i);
    if (tokens[i]?.isShouted) add(mix(mix(BASIS, SHOUT), word), i);
    let hash = mix(mix(BASIS, kind === 'han' ? HAN : PAIR), word);
    const reach = Math.min(kind === 'han' ? MAX_HAN_RUN : 3, run);
    for (let back = 1; back < reach; back++) {
      hash = mix(hash, words[i - back] ?? 0);
      add(mix(hash, back === 1 ? PAIR : TRIPLE), i);
    }
    if (run >= 3 && kind === 'word') add(mix(mix(mix(BASIS, SKIP), word), words[i - 2] ?? 0), i);
    if (run === 1) add(mix(mix(BASIS, OPENING), word), i);
    if (run === 2) add(mix(mix(mix(BASIS, OPENING), words[i - 1] ?? 0), word), i);
    if (run > 0 && isSentenceEnd(tokens[i + 1])) add(mix(mix(mix(BASIS, CLOSING), word), run === 1 ? 0 : (words[i - 1] ?? 0)), i);
  }
}

const isSentenceEnd = (next: Token | undefined): boolean => next === undefined || next.kind === 'end';

/** Beginnings and endings of longer words, alone and beside their neighbour's: they see through inflection and many typos. */
function addStems(tokens: readonly Token[]): void {
  let before = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') {
      before = 0;
      continue;
    }
    const isLong = token.text.length > STEM;
    const stem = hashWord(isLong ? token.text.slice(0, STEM) : token.text);
    if (isLong) {
      add(mix(mix(BASIS, BEGINNING), stem), i);
      add(mix(mix(BASIS, ENDING), hashWord(token.text.slice(-ENDING_LENGTH))), i);
    }
    if (before !== 0) add(mix(mix(mix(BASIS, STEM_PAIR), before), stem), i);
    before = stem;
  }
}

/** What stands within reach of a denial, once more as denied. */
function addDenied(tokens: readonly Token[], words: readonly number[], { cues, clauseAt }: Layout): void {
  for (const { to, value } of cues) {
    if (value.role !== 'not') continue;
    const clause = clauseAt[to - 1];
    for (let i = to; i < to + DENIAL_REACH && i < tokens.length && clauseAt[i] === clause; i++) {
      const kind = tokens[i]?.kind;
      if (kind === 'word') add(mix(mix(BASIS, DENIED), words[i] ?? 0), i);
      else if (kind === 'han' && i > to) add(mix(mix(mix(BASIS, DENIED), words[i] ?? 0), words[i - 1] ?? 0), i);
    }
  }
}

/** What stands behind a "but", once more as the turned thought: there the writer says what he means. */
function addTurned(tokens: readonly Token[], words: readonly number[], { clauses }: Layout): void {
  for (const { from, to, turn } of clauses) {
    if (turn !== 'but') continue;
    for (let i = from; i < to; i++) {
      const kind = tokens[i]?.kind;
      if (kind === 'word') add(mix(mix(BASIS, TURNED), words[i] ?? 0), i);
      else if (kind === 'han' && i > from) add(mix(mix(mix(BASIS, HAN_TURNED), words[i] ?? 0), words[i - 1] ?? 0), i);
    }
  }
}
