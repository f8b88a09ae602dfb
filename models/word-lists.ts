import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PhraseLists } from '../shared/domain/understand/lexicon.ts';
import { withoutFirstChoice } from '../shared/domain/understand/notation.ts';
import { ENGLISH_PHRASES } from '../shared/domain/understand/phrases.en.ts';
import { CHINESE_PHRASES } from '../shared/domain/understand/phrases.zh.ts';
import type { SentimentLabel } from '../shared/domain/understand/understanding.ts';
import type { Example } from './example.ts';
import type { Source } from './sources.ts';

/** A listed word is a small text; its list says what it means. So common words of feeling are known even where no customer of ours has used them. */
const PHRASE_WEIGHT = 0.15;
const VADER_WEIGHT = 0.15;
/** Valences of −4 … 4, nearer to 0 than this, say little by themselves. */
const CLEAR_VALENCE = 1;
/** Points of our own lists, likewise. */
const CLEAR_POINTS = 1;
/** Choices of one pattern that are written out. */
const MOST_SPELLINGS = 12;

function spellings(pattern: string): string[] {
  let list = [pattern];
  while (list.some((one) => one.includes('(')) && list.length < MOST_SPELLINGS * 8)
    list = list.flatMap((one) => (one.includes('(') ? withoutFirstChoice(one) : [one]));
  return list.filter((one) => !/[(|)#_]/.test(one) && one.trim() !== '').slice(0, MOST_SPELLINGS);
}

function phrasesOf(lists: PhraseLists, language: 'en' | 'zh'): Source {
  const told = new Map<string, SentimentLabel>();
  for (const [points, patterns] of [...lists.feelings, ...lists.events])
    for (const pattern of patterns.split(','))
      for (const spelling of spellings(pattern.trim()))
        told.set(spelling, points >= CLEAR_POINTS ? 'positive' : points <= -CLEAR_POINTS ? 'negative' : 'neutral');
  for (const pattern of lists.appease.split(',')) for (const spelling of spellings(pattern.trim())) told.set(spelling, 'positive');
  for (const pattern of lists.sarcasm.split(',')) for (const spelling of spellings(pattern.trim())) told.set(spelling, 'negative');
  return source(`phrases_${language}`, 'Apache-2.0', language, PHRASE_WEIGHT, told);
}

/** The words of VADER's list (Hutto and Gilbert 2014), as the package `vader-sentiment` has them. */
function vaderWords(): Source {
  const file = join(dirname(createRequire(import.meta.url).resolve('vader-sentiment/package.json')), 'vader_lexicon.txt');
  const told = new Map<string, SentimentLabel>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word = '', valence = ''] = line.split('\t');
    const value = Number(valence);
    if (word !== '' && Math.abs(value) >= CLEAR_VALENCE) told.set(word, value > 0 ? 'positive' : 'negative');
  }
  return source('vader_words', 'MIT', 'en', VADER_WEIGHT, told);
}

function source(name: string, licence: string, language: 'en' | 'zh', weight: number, told: ReadonlyMap<string, SentimentLabel>): Source {
  const examples = [...told].map(
    ([text, sentiment]): Example => ({ text, language, source: name, group: name, isHeldOut: false, weight, sentiment }),
  );
  const sha256 = createHash('sha256')
    .update(JSON.stringify([...told]))
    .digest('hex');
  return { name, licence, sha256, examples };
}

export const readWordLists = (): Source[] => [phrasesOf(ENGLISH_PHRASES, 'en'), phrasesOf(CHINESE_PHRASES, 'zh'), vaderWords()];
