import { type Features, featuresOf } from './features.ts';
import { lexicon } from './lexicon.ts';
import { type Meanings, readMeanings } from './meanings.ts';
import { measuresOf } from './measures.ts';
import { type Feeling, readFeeling } from './sentiment.ts';
import { shortenDrawnOut, type Token, tokenise } from './tokens.ts';
import type { UnderstandingHints } from './understanding.ts';

/** Everything that is seen in a text before a model judges it. */
export interface Reading {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly feeling: Feeling;
  readonly meanings: Meanings;
  readonly features: Features;
  readonly measures: readonly number[];
}

/** Reads a text; linear in its length. Training and understanding both begin here. */
export function readText(text: string, topicPhrases?: UnderstandingHints['topicPhrases']): Reading {
  const { cues, meanings: tree } = lexicon(topicPhrases);
  const { source, list } = tokenise(text);
  const tokens = shortenDrawnOut(list, (word) => cues.knows(word));
  const feeling = readFeeling(tokens, cues);
  const meanings = readMeanings(tokens, feeling, tree);
  return {
    source,
    tokens,
    feeling,
    meanings,
    features: featuresOf(tokens, feeling.layout),
    measures: measuresOf(tokens, feeling, meanings),
  };
}
