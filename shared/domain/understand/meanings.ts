import type { Aim, Meaning } from './lexicon.ts';
import { longestAt, type Match, type PhraseTree } from './matcher.ts';
import { hasMoneyAtStake } from './money.ts';
import type { Feeling } from './sentiment.ts';
import type { Token, Tokens } from './tokens.ts';
import { FLAGS, type Flag, type SentimentLabel, TOPICS, type Topic, type Understanding } from './understanding.ts';

/** Places quoted as evidence for a topic, at most; each cut to this many UTF-16 units. */
const MAX_EVIDENCE = 5;
const MAX_QUOTE = 60;
/** A clause is for or against from this balance on. Points. */
const CLEAR_BALANCE = 0.5;

/** Words that are names where they have a capital: "Sue the physiotherapist rang me back". */
const NAMES = new Set(['sue']);

/** Whom it happens to, and how much money: circumstances that are not bad by themselves. */
export const speaksAgainst = (flag: Flag): boolean => flag !== 'vulnerable-person' && flag !== 'money-at-stake';

export interface Meanings {
  readonly topics: Understanding['topics'];
  readonly flags: Flag[];
  /** How many phrases of each aim there are. */
  readonly aims: ReadonlyMap<Aim, number>;
}

/** Topics with what is said of each, circumstances, and what the customer seems to want. */
export function readMeanings({ source, list }: Tokens, feeling: Feeling, tree: PhraseTree<Meaning>): Meanings {
  const found = findMeanings(list, tree);
  const byClause = [...feeling.byClause];
  const flags = new Set<Flag>();
  const aims = new Map<Aim, number>();
  const denied = deniedAt(list, feeling);
  for (const { from, value } of found) {
    for (const aim of value.aims) aims.set(aim, (aims.get(aim) ?? 0) + 1);
    const isName = NAMES.has(list[from]?.text ?? '') && list[from]?.isCapitalised && !list[from]?.isShouted;
    if (value.flags.length === 0 || isName || denied(from)) continue;
    for (const flag of value.flags) flags.add(flag);
    const clause = feeling.layout.clauseAt[from] ?? 0;
    if (value.flags.some(speaksAgainst)) byClause[clause] = (byClause[clause] ?? 0) - 1;
  }
  if (hasMoneyAtStake(list)) flags.add('money-at-stake');
  return {
    topics: readTopics({ source, list }, found, feeling.layout.clauseAt, byClause),
    flags: FLAGS.filter((flag) => flags.has(flag)),
    aims,
  };
}

/** Each topic with the balance of the clauses that speak of it. */
function readTopics(
  { source, list }: Tokens,
  found: readonly Match<Meaning>[],
  clauseAt: readonly number[],
  byClause: readonly number[],
): Understanding['topics'] {
  const topics = new Map<Topic, { balance: number; clauses: Set<number>; evidence: Set<string> }>();
  for (const { from, to, value } of found) {
    const clause = clauseAt[from] ?? 0;
    for (const topic of value.topics) {
      const seen = topics.get(topic) ?? { balance: 0, clauses: new Set(), evidence: new Set() };
      topics.set(topic, seen);
      if (!seen.clauses.has(clause)) seen.balance += byClause[clause] ?? 0;
      seen.clauses.add(clause);
      if (seen.evidence.size < MAX_EVIDENCE) seen.evidence.add(quote(source, list, from, to));
    }
  }
  return TOPICS.flatMap((topic) => {
    const seen = topics.get(topic);
    return seen === undefined ? [] : [{ topic, polarity: polarityOf(seen.balance), evidence: [...seen.evidence] }];
  });
}

/** Every phrase at every place, the longest of each; nothing that begins inside a known false friend. */
function findMeanings(list: readonly Token[], tree: PhraseTree<Meaning>): Match<Meaning>[] {
  const found: Match<Meaning>[] = [];
  for (let i = 0; i < list.length; ) {
    const match = longestAt(tree, list, i);
    if (match?.value.isBlock) i = match.to;
    else {
      if (match !== undefined) found.push(match);
      i++;
    }
  }
  return found;
}

/** Small words that may stand between a denial and what it denies: "nobody was hurt", 没有人员受伤. Nothing else may: "did not stop the gas leak". */
const BETWEEN_DENIAL = new Set(
  'was were is are be been got a an the any being really ever even seriously badly at all feel felt 人 员 造 成 任 何 被 有 过 什 么 遭 到'.split(
    ' ',
  ),
);

/** Tells whether a denial stands right before a place, in the same clause. */
function deniedAt(list: readonly Token[], { layout }: Feeling): (at: number) => boolean {
  const ends = new Set(layout.cues.filter(({ value }) => value.role === 'not').map(({ to }) => to));
  return (at) => {
    for (let i = at; i > 0; i--) {
      if (ends.has(i)) return true;
      const before = list[i - 1];
      if (before === undefined || !BETWEEN_DENIAL.has(before.text)) return false;
    }
    return false;
  };
}

function polarityOf(balance: number): SentimentLabel {
  if (balance <= -CLEAR_BALANCE) return 'negative';
  return balance >= CLEAR_BALANCE ? 'positive' : 'neutral';
}

const quote = (source: string, list: readonly Token[], from: number, to: number): string =>
  source.slice(list[from]?.start ?? 0, list[to - 1]?.end ?? 0).slice(0, MAX_QUOTE);
