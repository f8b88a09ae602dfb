import type { Cue } from './lexicon.ts';
import { longestAt, type Match } from './matcher.ts';
import type { PhraseTree } from './phrase-tree.ts';
import type { Token } from './tokens.ts';

/** A stretch of text with one thought: up to a comma, a full stop, or a word that turns the thought. */
export interface Clause {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly turn?: 'but' | 'though' | undefined;
}

export interface Layout {
  readonly cues: readonly Match<Cue>[];
  readonly clauses: readonly Clause[];
  /** For each token, the index of its clause. */
  readonly clauseAt: readonly number[];
}

/** 服务却很差: these stand behind the subject, which belongs to the turned thought. */
const AFTER_SUBJECT = new Set(['却', '倒']);

/** Cues from left to right, the longest at each place, none within another. */
function findCues(tokens: readonly Token[], tree: PhraseTree<Cue>): Match<Cue>[] {
  const found: Match<Cue>[] = [];
  for (let i = 0; i < tokens.length; ) {
    const match = longestAt(tree, tokens, i);
    if (match === undefined) i++;
    else {
      found.push(match);
      i = match.to;
    }
  }
  return found;
}

export function layOut(tokens: readonly Token[], tree: PhraseTree<Cue>): Layout {
  const cues = findCues(tokens, tree);
  const turns = new Map<number, 'but' | 'though'>();
  for (const { from, value } of cues) if (value.role === 'but' || value.role === 'though') turns.set(from, value.role);

  const clauses: Clause[] = [];
  const clauseAt: number[] = [];
  let sentence = 0;
  let from = 0;
  let turn: Clause['turn'];
  const close = (to: number): void => {
    if (to > from) clauses.push({ sentence, from, to, turn });
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const turned = turns.get(i);
    if (turned !== undefined) {
      if (!AFTER_SUBJECT.has(token?.text ?? '')) close(i);
      turn = turned;
    }
    clauseAt.push(clauses.length);
    if (token?.kind === 'end' || token?.kind === 'pause') {
      close(i + 1);
      turn = undefined;
      if (token.kind === 'end') sentence++;
    }
  }
  close(tokens.length);
  return { cues, clauses, clauseAt };
}
