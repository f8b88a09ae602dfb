import type { Token } from './tokens.ts';

/**
 * Finds phrases in tokens. Phrases are written as people say them; besides plain words a phrase may hold
 * - `(a|b|)` one of several pieces, or none: `rip(s|ped|) off`, `(太|很)慢`; no nesting;
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

export interface PhraseTree<Value> {
  readonly root: Node<Value>;
  /** Every word that occurs in a phrase; tells whether a drawn-out word is known in its short form. */
  readonly words: ReadonlySet<string>;
}

/** Builds the tree; where two phrases are spelt alike, `merge` decides (by default the later one wins). */
export function phraseTree<Value>(phrases: Iterable<Phrase<Value>>, merge = (_old: Value, late: Value): Value => late): PhraseTree<Value> {
  const root: Node<Value> = { next: new Map() };
  const words = new Set<string>();
  for (const { pattern, value } of phrases) {
    for (const spelling of spellings(pattern)) {
      let node = root;
      for (const piece of pieces(spelling)) {
        words.add(piece);
        const known = node.next.get(piece);
        const next = known ?? { next: new Map() };
        if (known === undefined) node.next.set(piece, next);
        node = next;
      }
      if (node !== root) node.value = node.value === undefined ? value : merge(node.value, value);
    }
  }
  return { root, words };
}

/** Writes `(a|b|)` out. */
function spellings(pattern: string): string[] {
  const open = pattern.indexOf('(');
  const close = pattern.indexOf(')', open);
  if (open < 0 || close < 0) return [pattern];
  const tails = spellings(pattern.slice(close + 1));
  return pattern
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => tails.map((tail) => pattern.slice(0, open) + choice + tail));
}

const isAsciiWord = (character: string): boolean => /[a-z0-9'.]/.test(character);

/** The tokens of a phrase, cut as `tokenise` would cut them. */
function pieces(spelling: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const character of spelling.toLowerCase()) {
    if (isAsciiWord(character) || /[à-ÿ]/.test(character)) {
      word += character;
      continue;
    }
    if (word !== '') found.push(word);
    word = '';
    if (character !== ' ' && character !== '-') found.push(character);
  }
  if (word !== '') found.push(word);
  return found;
}

/** The longest phrase that starts at this token. */
export function longestAt<Value>(tree: PhraseTree<Value>, tokens: readonly Token[], at: number): Match<Value> | undefined {
  let best: Match<Value> | undefined;
  const keep = (to: number, value: Value): void => {
    if (best === undefined || to > best.to) best = { from: at, to, value };
  };
  walk(tree.root, tokens, at, keep);
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
