import { type Layout, layOut } from './clauses.ts';
import { type Felt, turnBitter } from './irony.ts';
import type { Cue } from './lexicon.ts';
import type { Match } from './matcher.ts';
import type { PhraseTree } from './phrase-tree.ts';
import type { Token } from './tokens.ts';

/** How a text feels, from its words alone. */
export interface Feeling {
  /** Sum of all that speaks for (+) and against (−), in the points of the phrase lists. */
  readonly balance: number;
  /** Sum of their sizes: how much there was to go by. */
  readonly evidence: number;
  /** Balance per clause, for what is said about one topic. */
  readonly byClause: readonly number[];
  readonly layout: Layout;
}

/** How many words that carry meaning may stand between a "not" and what it denies. Chinese counts characters. */
const NEGATION_REACH = 3;
const NEGATION_REACH_HAN = 4;
const DEGREE_REACH = 1;
/** "Not good" is nearly as bad as "good" is good; "not bad" is less good than "bad" is bad. */
const DENIED_PRAISE = -0.9;
const DENIED_BLAME = -0.5;
/** "Do not know how to cancel": a denied small trouble is hardly praise. */
const DENIED_TROUBLE = -0.3;
const TROUBLE_ABOVE = -1.5;
/** "Could be better", "should have been friendlier". */
const WISHED_PRAISE = -0.5;
const WISHED_BLAME = 0.7;
/** A "no" that denies no word of feeling ("did not call") is mostly a complaint, though a faint one. */
const LOOSE_NEGATION = -0.35;
const MAX_LOOSE_NEGATIONS = 4;
const BEFORE_BUT = 0.6;
const AFTER_BUT = 1.4;
const CONCEDED = 0.6;
const BEFORE_HOWEVER = 0.8;
const LOUD = 1.15;
const DRAWN_OUT = 1.2;
const MAX_DEGREE = 2;
/** So many modifiers are kept in mind at once: keeps one endless clause linear. */
const MAX_MODIFIERS = 8;

const LIGHT = new Set(
  (
    'a an the be is was were are am been being to of my your our his her their its it this that these those any at all in as do did does have has had me us you i we they he she ' +
    'get got really very so too even ever just quite that particularly 是 的 得 地 了 着 过 很 也 都 太 还 就 会 能 有 个 点 那 么 这 样 怎 给 我 你 您 们 让 人 到 被 把 造 成 员'
  ).split(' '),
);

/** Reads the feeling of tokens; linear in their number. */
export function readFeeling(tokens: readonly Token[], tree: PhraseTree<Cue>): Feeling {
  const layout = layOut(tokens, tree);
  const { felt, loose } = weigh(tokens, layout);
  turnBitter(felt, tokens, layout);
  const factors = clauseFactors(layout, tokens);
  const byClause = layout.clauses.map(() => 0);
  let balance = 0;
  let evidence = 0;
  for (const { clause, value } of felt) {
    const weighted = value * (factors[clause] ?? 1);
    byClause[clause] = (byClause[clause] ?? 0) + weighted;
    balance += weighted;
    evidence += Math.abs(weighted);
  }
  const faint = LOOSE_NEGATION * Math.min(loose.length, MAX_LOOSE_NEGATIONS);
  for (const clause of loose) byClause[clause] = (byClause[clause] ?? 0) + LOOSE_NEGATION;
  return { balance: balance + faint, evidence: evidence - faint, byClause, layout };
}

interface Modifier {
  readonly to: number;
  readonly cue: Cue;
  isUsed: boolean;
}

function weigh(tokens: readonly Token[], { cues, clauseAt }: Layout): { felt: Felt[]; loose: number[] } {
  const content = contentBefore(tokens, cues);
  const felt: Felt[] = [];
  const loose: number[] = [];
  let modifiers: Modifier[] = [];
  let current = -1;
  const drop = (gone: readonly Modifier[]): void => {
    for (const { cue, isUsed } of gone) if (cue.role === 'not' && !isUsed) loose.push(current);
  };
  for (const match of cues) {
    const clause = clauseAt[match.from] ?? 0;
    if (clause !== current) {
      drop(modifiers);
      modifiers = [];
      current = clause;
    }
    const cue = match.value;
    if (cue.role === 'feeling')
      felt.push({ at: match.from, to: match.to, clause, kind: cue.kind, value: modified(cue, match, modifiers, tokens, content) });
    else if (cue.role === 'not' || cue.role === 'degree' || cue.role === 'wish') {
      modifiers.push({ to: match.to, cue, isUsed: false });
      if (modifiers.length > MAX_MODIFIERS) drop(modifiers.splice(0, 1));
    }
  }
  drop(modifiers);
  return { felt, loose };
}

/** For each token, how many words with a meaning of their own stand before it. */
function contentBefore(tokens: readonly Token[], cues: readonly Match<Cue>[]): number[] {
  const isQuiet = new Set<number>();
  for (const { from, to, value } of cues) if (value.role !== 'feeling') for (let i = from; i < to; i++) isQuiet.add(i);
  let count = 0;
  const before = tokens.map((token, i) => {
    const own = count;
    if (!LIGHT.has(token.text) && !isQuiet.has(i)) count++;
    return own;
  });
  before.push(count);
  return before;
}

type FeelingCue = Extract<Cue, { role: 'feeling' }>;

function modified(cue: FeelingCue, match: Match<Cue>, modifiers: Modifier[], tokens: readonly Token[], content: readonly number[]): number {
  if (cue.kind === 'appease' || cue.kind === 'sarcasm') return cue.weight;
  const first = tokens[match.from];
  const reach = first?.kind === 'han' ? NEGATION_REACH_HAN : NEGATION_REACH;
  let denials = 0;
  let isWithinUsed = false;
  let isWished = false;
  let degree = first?.isDrawnOut ? DRAWN_OUT : 1;
  for (const modifier of modifiers) {
    const distance = (content[match.from] ?? 0) - (content[modifier.to] ?? 0);
    if (modifier.cue.role === 'degree' && distance <= DEGREE_REACH) degree *= modifier.cue.factor;
    if (modifier.cue.role === 'wish' && distance <= reach) isWished = true;
    if (modifier.cue.role !== 'not' || distance > reach) continue;
    if (modifier.isUsed) isWithinUsed = true;
    else denials++;
    modifier.isUsed = true;
  }
  if (denials === 0 && isWithinUsed && isJoined(tokens[match.from - 1])) denials = 1;
  const weight = cue.weight * Math.min(degree, MAX_DEGREE);
  if (denials % 2 === 1) return weight * (weight > 0 ? DENIED_PRAISE : cue.weight > TROUBLE_ABOVE ? DENIED_TROUBLE : DENIED_BLAME);
  return isWished ? weight * (weight > 0 ? WISHED_PRAISE : WISHED_BLAME) : weight;
}

/** "not rude or slow", "neither clean nor quiet", 不干净也不, 不冷、不硬: the denial goes on. */
const isJoined = (before: Token | undefined): boolean => before !== undefined && ['or', 'nor', '也', '或'].includes(before.text);

/** What follows a "but" weighs more than what came before it, what is conceded weighs less, what is shouted a little more. */
function clauseFactors({ clauses }: Layout, tokens: readonly Token[]): number[] {
  const factors = clauses.map(() => 1);
  const multiply = (from: number, to: number, factor: number): void => {
    for (let i = from; i < to; i++) factors[i] = (factors[i] ?? 1) * factor;
  };
  for (let start = 0; start < clauses.length; ) {
    const sentence = clauses[start]?.sentence;
    let end = start;
    let but = -1;
    for (; end < clauses.length && clauses[end]?.sentence === sentence; end++) if (clauses[end]?.turn === 'but') but = end;
    if (but > start) {
      multiply(start, but, BEFORE_BUT);
      multiply(but, end, AFTER_BUT);
    } else if (but === start && start > 0) {
      multiply(start, end, 1 / BEFORE_HOWEVER);
    }
    for (let i = start; i < end; i++) if (clauses[i]?.turn === 'though') multiply(i, i + 1, CONCEDED);
    if (isLoud(tokens, clauses[start]?.from ?? 0, clauses[end - 1]?.to ?? 0)) multiply(start, end, LOUD);
    start = end;
  }
  return factors;
}

function isLoud(tokens: readonly Token[], from: number, to: number): boolean {
  let shouted = 0;
  for (let i = from; i < to; i++) if (tokens[i]?.isShouted) shouted++;
  return shouted >= 2 || tokens[to - 1]?.text === '!';
}
