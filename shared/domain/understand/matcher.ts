import type { Token } from './tokens.ts';

/**
 * Finds phrases in tokens. Phrases are written as people say them; besides plain words a phrase may hold
 * - `(a|b|)` one of several pieces, or none: `rip(s|ped|) off`, `(太|很)慢`;
 * - `#` a number in digits or words: `# hours`, `等了#小时`;
 * - `_` a gap of up to four tokens of the same clause: `won't be _ back`.
 * One tree of tokens serves all languages, so "APP很卡，service太差" needs no special care.
 * Each place is tried once, over at most the length of the longest phrase: time is linear in the text.
 */
export interface Phrase<Value> {
  readonly pattern: string;
  readonly value: Value;
}

export interface Match<Value> {
  /** Indexes of tokens: first, and one after the last. */
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value?: Value;
}

const MAX_GAP = 4;
/** Longest run of tokens that one number may take: 一百二十三. */
const MAX_NUMBER = 6;
const GAP = '_';
const NUMBER = '#';

const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty several few couple half many multiple numerous countless 一 二 两 三 四 五 六 七 八 九 十 百 千 半 几 数 多'.split(
    ' ',
  ),
);
const isNumber = (token: Token | undefined): boolean => token !== undefined && (token.kind === 'number' || NUMBER_WORDS.has(token.text));

/**
 * All phrases by their first token, whose choices are written out: `(太|很)慢` stands under 太 and under 很. What begins with a token is written out when that token first occurs in a text: a fresh process reads its
 * first texts after sorting a few thousand lines, not after building a hundred thousand nodes.
 */
export class PhraseTree<Value> {
  readonly #byFirst = new Map<string, Phrase<Value>[] | Node<Value>>();
  readonly #merge: (old: Value, late: Value) => Value;

  /** Where two phrases are spelt alike, `merge` decides; by default the later one wins. */
  constructor(phrases: Iterable<Phrase<Value>>, merge = (_old: Value, late: Value): Value => late) {
    this.#merge = merge;
    for (const phrase of phrases) this.#sort(phrase);
  }

  #sort({ pattern, value }: Phrase<Value>): void {
    const end = firstChunkEnd(pattern);
    const chunk = pattern.slice(0, end);
    if (chunk.includes('(')) {
      const tail = pattern.slice(end);
      for (const choice of spellings(chunk)) this.#sort({ pattern: choice.trim() === '' ? tail.trimStart() : choice + tail, value });
      return;
    }
    const same = this.#byFirst.get(chunk);
    if (Array.isArray(same)) same.push({ pattern, value });
    else this.#byFirst.set(chunk, [{ pattern, value }]);
  }

  /** Does any phrase begin with this token? */
  knows(token: string): boolean {
    return this.#byFirst.has(token);
  }

  startingWith(token: string): Node<Value> | undefined {
    const waiting = this.#byFirst.get(token);
    if (!Array.isArray(waiting)) return waiting;
    const node: Node<Value> = { next: new Map() };
    for (const { pattern, value } of waiting)
      for (const spelling of spellings(pattern)) this.#insert(node, pieces(spelling).slice(1), value);
    this.#byFirst.set(token, node);
    return node;
  }

  #insert(root: Node<Value>, rest: readonly string[], value: Value): void {
    let node = root;
    for (const piece of rest) {
      const known = node.next.get(piece);
      const next = known ?? { next: new Map() };
      if (known === undefined) node.next.set(piece, next);
      node = next;
    }
    node.value = node.value === undefined ? value : this.#merge(node.value, value);
  }
}

/** Where the first token ends, with all choices that may be part of it. */
function firstChunkEnd(pattern: string): number {
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const code = pattern.charCodeAt(i);
    if (code === OPEN) depth++;
    else if (code === CLOSE) depth--;
    else if (depth === 0 && !isOfWord(code)) return i === 0 ? firstSignEnd(pattern) : i;
  }
  return pattern.length;
}

const firstSignEnd = (pattern: string): number => ((pattern.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);

const OPEN = 0x28;
const CLOSE = 0x29;

/** Writes `(a|b|)` out. */
function spellings(pattern: string): string[] {
  const open = pattern.indexOf('(');
  if (open < 0) return [pattern];
  const choices: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let i = open; i < pattern.length; i++) {
    const sign = pattern.charAt(i);
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if ((sign === '|' && depth === 1) || depth === 0) {
      choices.push(pattern.slice(from, i));
      from = i + 1;
    }
    if (depth === 0) break;
  }
  const heads = choices.flatMap((choice) => spellings(choice)).map((choice) => pattern.slice(0, open) + choice);
  const tails = spellings(pattern.slice(from));
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}

/** a–z, 0–9, apostrophe, point, and the accented letters of Latin-1. */
const isOfWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x27 || code === 0x2e || (code >= 0xdf && code <= 0xff);

/** The tokens of a phrase, cut as `tokenise` would cut them. */
function pieces(spelling: string): string[] {
  const found: string[] = [];
  let i = 0;
  while (i < spelling.length) {
    const start = i;
    const code = spelling.codePointAt(i) ?? 0;
    i += code > 0xffff ? 2 : 1;
    if (code === 0x20 || code === 0x2d) continue;
    if (isOfWord(code)) while (i < spelling.length && isOfWord(spelling.charCodeAt(i))) i++;
    found.push(spelling.slice(start, i));
  }
  return found;
}

/** The longest phrase that starts at this token. */
export function longestAt<Value>(tree: PhraseTree<Value>, tokens: readonly Token[], at: number): Match<Value> | undefined {
  let best: Match<Value> | undefined;
  const keep = (to: number, value: Value): void => {
    if (best === undefined || to > best.to) best = { from: at, to, value };
  };
  const first = tokens[at];
  if (first === undefined) return undefined;
  const node = tree.startingWith(first.text);
  if (node !== undefined) walk(node, tokens, at + 1, keep);
  if (isNumber(first)) {
    const numbers = tree.startingWith(NUMBER);
    if (numbers !== undefined) for (let to = at; to < at + MAX_NUMBER && isNumber(tokens[to]); to++) walk(numbers, tokens, to + 1, keep);
  }
  return best;
}

function walk<Value>(node: Node<Value>, tokens: readonly Token[], at: number, keep: (to: number, value: Value) => void): void {
  if (node.value !== undefined) keep(at, node.value);
  const token = tokens[at];
  if (token === undefined || node.next.size === 0) return;
  const exact = node.next.get(token.text);
  if (exact !== undefined) walk(exact, tokens, at + 1, keep);
  const number = node.next.get(NUMBER);
  if (number !== undefined) for (let to = at; to < at + MAX_NUMBER && isNumber(tokens[to]); to++) walk(number, tokens, to + 1, keep);
  const gap = node.next.get(GAP);
  if (gap === undefined) return;
  for (let to = at; to <= at + MAX_GAP; to++) {
    walk(gap, tokens, to, keep);
    const passed = tokens[to];
    if (passed === undefined || passed.kind === 'end' || passed.kind === 'pause') return;
  }
}
