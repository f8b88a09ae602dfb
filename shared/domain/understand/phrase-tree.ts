import { firstTokenEnd, isOfWord, OPEN, withoutFirstChoice } from './notation.ts';

const FIRST_HAN = 0x4e00;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const HYPHEN = 0x2d;
/** In the place of a token: a gap, or a number. */
export const GAP = '_';
export const NUMBER = '#';

/**
 * Phrases to be found in tokens (`matcher.ts`). They are written as people say them; besides plain words a phrase may hold
 * - `(a|b|)` one of several pieces, or none: `rip(s|ped|) off`, `(太|很)慢`;
 * - `#` a number in digits or words: `# hours`, `等了#小时`;
 * - `_` a gap of up to four tokens of the same clause: `won't be _ back`.
 * One tree of tokens serves all languages, so "APP很卡，service太差" needs no special care.
 */
export interface PhraseList<Value> {
  /** Comma-separated. Kept as written, until a text asks for what begins like its words. */
  readonly patterns: string;
  /** The whole is one phrase, with its commas. */
  readonly isSingle?: true;
  readonly value: Value;
}

/** What may follow some tokens. Phrases wait, cut to what remains of them, until a text comes here; then they move one token on. */
export interface Node<Value> {
  waiting: Phrase<Value>[] | undefined;
  next: Map<string, Node<Value>> | undefined;
  /** Of `next`, what stands for a number and for a gap: asked for at every step. */
  number: Node<Value> | undefined;
  gap: Node<Value> | undefined;
  value: Value | undefined;
}

const newNode = <Value>(waiting: Phrase<Value>[] | undefined): Node<Value> => ({
  waiting,
  next: undefined,
  number: undefined,
  gap: undefined,
  value: undefined,
});

interface Phrase<Value> {
  readonly pattern: string;
  readonly value: Value;
}

/** A place is one number: that of the list times this, plus where the phrase starts in it. */
const PLACES = 2 ** 20;

/**
 * All phrases of some lists, written out only where texts come by, so that a fresh process soon answers. At first a phrase is a place under its
 * first two letters. A text with a word of these letters has its phrases cut to their first token; each step further into them, one token more.
 */
export class PhraseTree<Value> {
  readonly #lists: PhraseList<Value>[] = [];
  readonly #places = new Map<number, number[]>();
  readonly #byFirst: Node<Value> = newNode(undefined);
  readonly #byHan: (Node<Value> | null | undefined)[] = [];
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
    const code = token.charCodeAt(0);
    if (token.length !== 1 || code < FIRST_HAN) return this.#find(token);
    // Every character of a Chinese text is looked up: by its place, once it is known.
    let node = this.#byHan[code - FIRST_HAN];
    if (node === undefined) {
      node = this.#find(token) ?? null;
      this.#byHan[code - FIRST_HAN] = node;
    }
    return node ?? undefined;
  }

  #find(token: string): Node<Value> | undefined {
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
      node.number = node.next?.get(NUMBER);
      node.gap = node.next?.get(GAP);
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
    if (known === undefined) node.next.set(first, newNode([phrase]));
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
