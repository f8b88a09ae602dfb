import { type Node, NUMBER, type PhraseTree } from './phrase-tree.ts';
import type { Token } from './tokens.ts';

const MAX_GAP = 4;
/** Longest run of tokens that one number may take: 一百二十三. */
const MAX_NUMBER = 6;

export interface Match<Value> {
  /** Indexes of tokens: first, and one after the last. */
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty several few couple half many multiple numerous countless 一 二 两 三 四 五 六 七 八 九 十 百 千 半 几 数 多'.split(
    ' ',
  ),
);
const isNumber = (token: Token | undefined): boolean => token !== undefined && (token.kind === 'number' || NUMBER_WORDS.has(token.text));

/** The longest phrase that starts at this token. Each place is tried once, over at most the length of the longest phrase: time is linear in the text. */
export function longestAt<Value>(tree: PhraseTree<Value>, tokens: readonly Token[], at: number): Match<Value> | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  const node = tree.startingWith(first.text);
  // Most tokens begin nothing.
  if (node === undefined && !isNumber(first)) return undefined;
  let best: Match<Value> | undefined;
  const keep = (to: number, value: Value): void => {
    if (best === undefined || to > best.to) best = { from: at, to, value };
  };
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
  const { number, gap } = node;
  if (number !== undefined) for (let to = at; to < at + MAX_NUMBER && isNumber(tokens[to]); to++) walk(tree, number, tokens, to + 1, keep);
  if (gap === undefined) return;
  for (let to = at; to <= at + MAX_GAP; to++) {
    walk(tree, gap, tokens, to, keep);
    const passed = tokens[to];
    if (passed === undefined || passed.kind === 'end' || passed.kind === 'pause') return;
  }
}
