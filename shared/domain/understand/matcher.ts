import { firstTokenEnd, isOfWord, OPEN, withoutFirstChoice } from './notation.ts';
import type { Token } from './tokens.ts';

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const HYPHEN = 0x2d;

/**
 * Finds phrases in tokens. Phrases are written as people say them; besides plain words a phrase may hold
 * - `(a|b|)` one of several pieces, or none: `rip(s|ped|) off`, `(太|很)慢`;
 * - `#` a number in digits or words: `# hours`, `等了#小时`;
 * - `_` a gap of up to four tokens of the same clause: `won't be _ back`.
 * One tree of tokens serves all languages, so "APP很卡，service太差" needs no special care.
 * Each place is tried once, over at most the length of the longest phrase: time is linear in the text.
 */
export interface PhraseList<Value> {
  /** Comma-separated. Kept as written, until a text asks for what begins like its words. */
  readonly patterns: string;
  /** The whole is one phrase, with its commas. */
  readonly isSingle?: true;
  readonly value: Value;
}

export interface Match<Value> {
  /** Indexes of tokens: first, and one after the last. */
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

/** What may follow some tokens. Phrases wait, cut to what remains of them, until a text comes here; then they move one token on. */
interface Node<Value> {
  waiting: Phrase<Value>[] | undefined;
  next: Map<string, Node<Value>> | undefined;
  value: Value | undefined;
}

interface Phrase<Value> {
  readonly pattern: string;
  readonly value: Value;
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

/** A place is one number: that of the list times this, plus where the phrase starts in it. */
const PLACES = 2 ** 20;

/**
 * All phrases of some lists, written out only where texts come by, so that a fresh process soon answers. At first a phrase is a place under its
 * first two letters. A text with a word of these letters has its phrases cut to their first token; each step further into them, one token more.
 */
export class PhraseTree<Value> {
  readonly #lists: PhraseList<Value>[] = [];
  readonly #places = new Map<number, number[]>();
  readonly #byFirst: Node<Value> = { waiting: undefined, next: undefined, value: undefined };
  readonly #merge: (old: Value, late: Value) => Value;

  /** Where two phrases are spelt alike, `merge` decides; by default the later one wins. */
  constructor(lists: Iterable<PhraseList<Value>>, merge = (_old: Value, late: Value): Value => late) {
    this.#merge = merge;
    for (const list of lists) this.#read(list);
  }

  #read(list: PhraseList<Value>): void {
    const { patterns, value } = list;
    const base = (this.#lists.push(list) - 1) * PLACES;
    for (let at = 0; at < patterns.length; at++) {
      let code = patterns.charCodeAt(at);
      while (code === SPACE || code === LINE_FEED) code = patterns.charCodeAt(++at);
      const end = endOf(list, at);
      // The first letters are a choice: one list for each.
      if (code === OPEN || (patterns.charCodeAt(at + 1) === OPEN && isOfWord(code)))
        for (const written of withoutFirstChoice(patterns.slice(at, end))) this.#read({ patterns: written, value });
      else if (end > at) this.#place(beginning(code, patterns.charCodeAt(at + 1)), base + at);
      at = end;
    }
  }

  #place(key: number, place: number): void {
    const same = this.#places.get(key);
    if (same === undefined) this.#places.set(key, [place]);
    else same.push(place);
  }

  /** Does any phrase begin with this token? */
  knows(token: string): boolean {
    return this.startingWith(token) !== undefined;
  }

  startingWith(token: string): Node<Value> | undefined {
    const key = beginning(token.charCodeAt(0), token.charCodeAt(1));
    const places = this.#places.get(key);
    if (places !== undefined) {
      this.#places.delete(key);
      for (const place of places) this.#sort(this.#byFirst, this.#phraseAt(place));
    }
    return this.#byFirst.next?.get(token);
  }

  #phraseAt(place: number): Phrase<Value> {
    const list = this.#lists[Math.floor(place / PLACES)];
    if (list === undefined) throw new RangeError(`no phrase at ${place}`);
    const from = place % PLACES;
    return { pattern: list.patterns.slice(from, endOf(list, from)).trimEnd(), value: list.value };
  }

  /** What may follow here. */
  next(node: Node<Value>): ReadonlyMap<string, Node<Value>> | undefined {
    const { waiting } = node;
    if (waiting !== undefined) {
      node.waiting = undefined;
      for (const phrase of waiting) this.#sort(node, phrase);
    }
    return node.next;
  }

  /** Moves a phrase to the node of its first token. */
  #sort(node: Node<Value>, { pattern, value }: Phrase<Value>): void {
    let start = 0;
    while (pattern.charCodeAt(start) === SPACE || pattern.charCodeAt(start) === HYPHEN) start++;
    if (start === pattern.length) {
      node.value = node.value === undefined ? value : this.#merge(node.value, value);
      return;
    }
    const rest = start === 0 ? pattern : pattern.slice(start);
    const end = firstTokenEnd(rest);
    if (end === undefined) {
      for (const written of withoutFirstChoice(rest)) this.#sort(node, { pattern: written, value });
      return;
    }
    const first = rest.slice(0, end);
    const phrase = { pattern: rest.slice(end), value };
    node.next ??= new Map();
    const known = node.next.get(first);
    if (known === undefined) node.next.set(first, { waiting: [phrase], next: undefined, value: undefined });
    else if (known.waiting === undefined) known.waiting = [phrase];
    else known.waiting.push(phrase);
  }
}

function endOf({ patterns, isSingle }: PhraseList<unknown>, from: number): number {
  const comma = isSingle ? -1 : patterns.indexOf(',', from);
  return comma < 0 ? patterns.length : comma;
}

/** The first letter of a token, or the first two, as one number. */
const beginning = (first: number, second: number): number => (isOfWord(first) && isOfWord(second) ? first + second * 0x10000 : first);

/** The longest phrase that starts at this token. */
export function longestAt<Value>(tree: PhraseTree<Value>, tokens: readonly Token[], at: number): Match<Value> | undefined {
  let best: Match<Value> | undefined;
  const keep = (to: number, value: Value): void => {
    if (best === undefined || to > best.to) best = { from: at, to, value };
  };
  const first = tokens[at];
  if (first === undefined) return undefined;
  const node = tree.startingWith(first.text);
  if (node !== undefined) walk(tree, node, tokens, at + 1, keep);
  if (isNumber(first)) {
    const numbers = tree.startingWith(NUMBER);
    if (numbers !== undefined)
      for (let to = at; to < at + MAX_NUMBER && isNumber(tokens[to]); to++) walk(tree, numbers, tokens, to + 1, keep);
  }
  return best;
}

function walk<Value>(
  tree: PhraseTree<Value>,
  node: Node<Value>,
  tokens: readonly Token[],
  at: number,
  keep: (to: number, value: Value) => void,
): void {
  const next = tree.next(node);
  if (node.value !== undefined) keep(at, node.value);
  const token = tokens[at];
  if (token === undefined || next === undefined) return;
  const exact = next.get(token.text);
  if (exact !== undefined) walk(tree, exact, tokens, at + 1, keep);
  const number = next.get(NUMBER);
  if (number !== undefined) for (let to = at; to < at + MAX_NUMBER && isNumber(tokens[to]); to++) walk(tree, number, tokens, to + 1, keep);
  const gap = next.get(GAP);
  if (gap === undefined) return;
  for (let to = at; to <= at + MAX_GAP; to++) {
    walk(tree, gap, tokens, to, keep);
    const passed = tokens[to];
    if (passed === undefined || passed.kind === 'end' || passed.kind === 'pause') return;
  }
}
