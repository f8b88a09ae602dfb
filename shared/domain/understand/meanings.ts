import type { Aim, Meaning } from './lexicon.ts';
import { longestAt, type Match } from './matcher.ts';
import { moneyAtStake } from './money.ts';
import type { PhraseTree } from './phrase-tree.ts';
import type { Feeling } from './sentiment.ts';
import type { Token } from './tokens.ts';
import { FLAGS, type Flag, type Topic, type Understanding } from './understanding.ts';

/** Words that are names where they have a capital: "Sue the physiotherapist rang me back". */
const NAMES = new Set(['sue']);

/** Where the listed phrases of a topic stand. */
export interface Mention {
  /** Indexes of tokens, from left to right: first, and one after the last. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
  /** Does one of the config's own phrases name it? Then it is a topic of the text, whatever a model says. */
  readonly isConfigured: boolean;
}

export interface Meanings {
  readonly mentions: ReadonlyMap<Topic, Mention>;
  readonly flags: Flag[];
  /** How many phrases of each aim there are. */
  readonly aims: ReadonlyMap<Aim, number>;
  /** The largest sum that is named, where money is at stake. */
  readonly money: Understanding['moneyAtStake'];
}

/** What the listed phrases of a text mean: topics, circumstances, and what the customer seems to want. */
export function readMeanings(list: readonly Token[], feeling: Feeling, tree: PhraseTree<Meaning>): Meanings {
  const flags = new Set<Flag>();
  const aims = new Map<Aim, number>();
  const mentions = new Map<Topic, { places: { from: number; to: number }[]; isConfigured: boolean }>();
  const denied = deniedAt(list, feeling);
  const isPraised = praisedAt(feeling);
  for (const { from, to, value } of findMeanings(list, tree)) {
    for (const aim of value.aims) aims.set(aim, (aims.get(aim) ?? 0) + 1);
    for (const topic of value.topics) {
      const mention = mentions.get(topic) ?? { places: [], isConfigured: false };
      mention.places.push({ from, to });
      mention.isConfigured ||= value.configured.includes(topic);
      mentions.set(topic, mention);
    }
    const isName = list.slice(from, to).some((token) => NAMES.has(token.text) && token.isCapitalised && !token.isShouted);
    if (value.flags.length === 0 || isName || denied(from)) continue;
    for (const flag of value.flags) if (flag !== 'vulnerable-person' || !isPraised(from)) flags.add(flag);
  }
  const money = moneyAtStake(list, isPraised);
  if (money.isAtStake) flags.add('money-at-stake');
  if (flags.has('danger') && namesDependant(list)) flags.add('vulnerable-person');
  return { mentions, flags: FLAGS.filter((flag) => flags.has(flag)), aims, money: money.largest };
}

/** Children and the old, of whom people speak on any day; in danger they are vulnerable. */
const DEPENDANTS = new Set(
  'baby toddler son daughter child kid kids children boy girl grandmother grandfather gran nan mum mother dad 孩子 宝宝 女儿 儿子 小孩 我娃 娃的 爷爷 奶奶 外婆 婆婆 我妈 我爸 老爸 老妈 岳父 岳母 个娃 着娃'.split(
    ' ',
  ),
);
const namesDependant = (list: readonly Token[]): boolean =>
  list.some(({ text, kind }, i) => DEPENDANTS.has(kind === 'han' ? text + (list[i + 1]?.text ?? '') : text));

/** From this balance of its sentence on, a word stands in praise: "my gran loves it". Points. */
const PRAISE = 0.6;

/** Tells whether a place stands in a sentence of praise. */
function praisedAt({ layout: { clauses, clauseAt }, byClause }: Feeling): (at: number) => boolean {
  const bySentence = new Map<number, number>();
  for (const [at, { sentence }] of clauses.entries()) bySentence.set(sentence, (bySentence.get(sentence) ?? 0) + (byClause[at] ?? 0));
  return (at) => (bySentence.get(clauses[clauseAt[at] ?? 0]?.sentence ?? 0) ?? 0) >= PRAISE;
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
