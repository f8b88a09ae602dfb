import { type PhraseList, PhraseTree } from './phrase-tree.ts';
import { ENGLISH_PHRASES } from './phrases.en.ts';
import { CHINESE_PHRASES } from './phrases.zh.ts';
import { FLAGS, type Flag, TOPICS, type Topic, type UnderstandingHints } from './understanding.ts';

type Weighted = readonly (readonly [weight: number, phrases: string])[];

/** The phrases of one language; every string is a comma-separated list in the notation of `phrase-tree.ts`. */
export interface PhraseLists {
  /** Words of feeling by weight, −3 … 3. */
  readonly feelings: Weighted;
  /** Facts that nobody is happy about. */
  readonly events: Weighted;
  /** Praise that people use bitterly when an event follows in the same breath. */
  readonly ironic: Weighted;
  /** Turns that are hardly ever meant kindly. */
  readonly sarcasm: string;
  readonly negators: string;
  /** Factors on the feeling that follows. */
  readonly degrees: Weighted;
  /** What follows weighs more. */
  readonly buts: string;
  /** What stands in this clause weighs less. */
  readonly thoughs: string;
  /** Praise after these is wished for, not met. */
  readonly wishes: string;
  /** Words that look like one of the others and mean nothing here. */
  readonly plain: string;
  /** Praise in negative words: "not bad". Their own negation is part of them. */
  readonly appease: string;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly flags: Readonly<Record<Exclude<Flag, 'money-at-stake'>, string>>;
  /** What looks like a flag and is none: "not a scam". */
  readonly falseFriends: string;
  readonly complaints: string;
  readonly suggestions: string;
  readonly questions: string;
  readonly requests: string;
  readonly spam: string;
}

/** What a phrase does to the feeling of a text. */
export type Cue =
  | { readonly role: 'feeling'; readonly weight: number; readonly kind: 'word' | 'event' | 'ironic' | 'sarcasm' | 'appease' }
  | { readonly role: 'degree'; readonly factor: number }
  | { readonly role: 'not' | 'but' | 'though' | 'wish' | 'plain' };

export type Aim = 'complaint' | 'suggestion' | 'question' | 'request' | 'spam';

/** What a phrase says a text is about. */
export interface Meaning {
  readonly topics: readonly Topic[];
  /** Those of `topics` that the config's own phrases name. */
  readonly configured: readonly Topic[];
  readonly flags: readonly Flag[];
  readonly aims: readonly Aim[];
  /** Nothing of this counts: a known false friend. */
  readonly isBlock?: true;
}

export interface Lexicon {
  readonly cues: PhraseTree<Cue>;
  readonly meanings: PhraseTree<Meaning>;
}

const LISTS: readonly PhraseLists[] = [ENGLISH_PHRASES, CHINESE_PHRASES];
const SARCASM_WEIGHT = -2.5;
const APPEASE_WEIGHT = 1.5;

const listOf = <Value>(patterns: string, value: Value): PhraseList<Value> => ({ patterns, value });

const feelings = (groups: Weighted, kind: 'word' | 'event' | 'ironic'): PhraseList<Cue>[] =>
  groups.map(([weight, list]) => listOf<Cue>(list, { role: 'feeling', weight, kind }));

/** In rising order of precedence: where two lists spell a phrase alike, the later one usually wins (see `mergeCues`). */
const cuesOf = (lists: PhraseLists): PhraseList<Cue>[] => [
  listOf<Cue>(lists.thoughs, { role: 'though' }),
  listOf<Cue>(lists.wishes, { role: 'wish' }),
  listOf<Cue>(lists.buts, { role: 'but' }),
  ...lists.degrees.map(([factor, list]) => listOf<Cue>(list, { role: 'degree', factor })),
  listOf<Cue>(lists.negators, { role: 'not' }),
  ...feelings(lists.feelings, 'word'),
  ...feelings(lists.events, 'event'),
  ...feelings(lists.ironic, 'ironic'),
  listOf<Cue>(lists.sarcasm, { role: 'feeling', weight: SARCASM_WEIGHT, kind: 'sarcasm' }),
  listOf<Cue>(lists.plain, { role: 'plain' }),
  listOf<Cue>(lists.appease, { role: 'feeling', weight: APPEASE_WEIGHT, kind: 'appease' }),
];

function mergeCues(old: Cue, late: Cue): Cue {
  // "great" is praise, and may be bitter: it keeps its weight and gains the suspicion.
  if (old.role === 'feeling' && late.role === 'feeling' && late.kind === 'ironic') return { ...old, kind: 'ironic' };
  // "unable to" both denies what follows and is bad by itself; denying matters more.
  if (old.role === 'not' && late.role === 'feeling' && late.kind === 'word') return old;
  return late;
}

const NOTHING: Meaning = { topics: [], configured: [], flags: [], aims: [] };

const meaningsOf = (lists: PhraseLists): PhraseList<Meaning>[] => [
  ...TOPICS.map((topic) => listOf<Meaning>(lists.topics[topic], { ...NOTHING, topics: [topic] })),
  ...FLAGS.flatMap((flag) => (flag === 'money-at-stake' ? [] : listOf<Meaning>(lists.flags[flag], { ...NOTHING, flags: [flag] }))),
  listOf<Meaning>(lists.complaints, { ...NOTHING, aims: ['complaint'] }),
  listOf<Meaning>(lists.suggestions, { ...NOTHING, aims: ['suggestion'] }),
  listOf<Meaning>(lists.questions, { ...NOTHING, aims: ['question'] }),
  listOf<Meaning>(lists.requests, { ...NOTHING, aims: ['request'] }),
  listOf<Meaning>(lists.spam, { ...NOTHING, aims: ['spam'] }),
  listOf<Meaning>(lists.falseFriends, { ...NOTHING, isBlock: true }),
];

const mergeMeanings = (old: Meaning, late: Meaning): Meaning => ({
  topics: [...new Set([...old.topics, ...late.topics])],
  configured: [...new Set([...old.configured, ...late.configured])],
  flags: [...new Set([...old.flags, ...late.flags])],
  aims: [...new Set([...old.aims, ...late.aims])],
  ...(old.isBlock || late.isBlock ? { isBlock: true } : {}),
});

type TopicPhrases = NonNullable<UnderstandingHints['topicPhrases']>;

const configured = (extra: TopicPhrases): PhraseList<Meaning>[] =>
  TOPICS.flatMap((topic) =>
    [...(extra[topic]?.en ?? []), ...(extra[topic]?.['zh-Hans'] ?? [])].map((pattern) => ({
      // People write these in a config file: plain words, no notation.
      isSingle: true,
      patterns: pattern.toLowerCase().replace(/[()|#_]/g, ' '),
      value: { ...NOTHING, topics: [topic], configured: [topic] },
    })),
  );

let cues: PhraseTree<Cue> | undefined;
let own: Lexicon | undefined;
const extended = new WeakMap<TopicPhrases, Lexicon>();

/** The phrases of both languages as trees, kept once made; with the topic phrases of the config, once per config. */
export function lexicon(extra: UnderstandingHints['topicPhrases']): Lexicon {
  cues ??= new PhraseTree(LISTS.flatMap(cuesOf), mergeCues);
  if (extra === undefined || Object.keys(extra).length === 0) {
    own ??= { cues, meanings: new PhraseTree(LISTS.flatMap(meaningsOf), mergeMeanings) };
    return own;
  }
  const known = extended.get(extra);
  if (known !== undefined) return known;
  const wider = { cues, meanings: new PhraseTree([...LISTS.flatMap(meaningsOf), ...configured(extra)], mergeMeanings) };
  extended.set(extra, wider);
  return wider;
}
