import { ENGLISH_PHRASES } from './phrases.en.ts';
import { CHINESE_PHRASES } from './phrases.zh.ts';
import { type Phrase, type PhraseTree, phraseTree } from './matcher.ts';
import type { Flag, Topic, UnderstandingHints } from './understanding.ts';

type Weighted = readonly (readonly [weight: number, phrases: string])[];

/** The phrases of one language; every string is a comma-separated list in the notation of `matcher.ts`. */
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
  readonly flags: readonly Flag[];
  readonly aims: readonly Aim[];
  /** Nothing of this counts: a known false friend. */
  readonly isBlock?: true;
}

export interface Lexicon {
  readonly cues: PhraseTree<Cue>;
  readonly meanings: PhraseTree<Meaning>;
}
