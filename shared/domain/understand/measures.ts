import type { Aim } from './lexicon.ts';
import type { Meanings } from './meanings.ts';
import type { Feeling } from './sentiment.ts';
import type { Token } from './tokens.ts';
import { FLAGS, TOPICS } from './understanding.ts';

/** Cues that bend what stands around them, or are more than a word of feeling. */
const BENDS = ['not', 'but', 'though', 'wish', 'event', 'ironic', 'sarcasm', 'appease'] as const;
const AIMS: readonly Aim[] = ['complaint', 'suggestion', 'question', 'request', 'spam'];

/** What the phrase lists find in a text, as numbers of about −1 … 1 beside the pieces of `features.ts`. In this order. */
export const MEASURES: readonly string[] = [
  'balance',
  'evidence',
  'one-sided',
  'last-clause',
  'lowest-clause',
  'highest-clause',
  'question-marks',
  'exclamation-marks',
  'length',
  'short',
  ...BENDS.map((bend) => `cue:${bend}`),
  ...AIMS.map((aim) => `aim:${aim}`),
  ...FLAGS.map((flag) => `flag:${flag}`),
  ...TOPICS.map((topic) => `topic:${topic}`),
];

/** Points of the phrase lists at which a balance is half-way to the end of its scale. */
const HALF_WAY = 3;
const HALF_EVIDENCE = 1.2;
const LONG = 300;
const SHORT = 6;

export const squash = (points: number): number => points / Math.sqrt(points * points + HALF_WAY * HALF_WAY);
/** How much there is to go by: 0 … 1. */
export const saturated = (evidence: number): number => evidence / (evidence + HALF_EVIDENCE);
const some = (count: number): number => count / (count + 1);

export function measuresOf(tokens: readonly Token[], feeling: Feeling, meanings: Meanings): number[] {
  const { balance, evidence, byClause } = feeling;
  let [lowest, highest, last] = [0, 0, 0];
  for (const points of byClause) {
    lowest = Math.min(lowest, points);
    highest = Math.max(highest, points);
    if (points !== 0) last = points;
  }
  const bends = new Map<string, number>();
  for (const { value } of feeling.layout.cues) {
    const bend = value.role === 'feeling' ? value.kind : value.role;
    bends.set(bend, (bends.get(bend) ?? 0) + 1);
  }
  let [questions, exclamations] = [0, 0];
  for (const { text } of tokens) {
    if (text === '?') questions++;
    else if (text === '!') exclamations++;
  }
  return [
    squash(balance),
    saturated(evidence),
    evidence === 0 ? 0 : balance / evidence,
    squash(last),
    squash(lowest),
    squash(highest),
    some(questions),
    some(exclamations),
    Math.log1p(tokens.length) / Math.log1p(LONG),
    tokens.length <= SHORT ? 1 : 0,
    ...BENDS.map((bend) => some(bends.get(bend) ?? 0)),
    ...AIMS.map((aim) => some(meanings.aims.get(aim) ?? 0)),
    ...FLAGS.map((flag) => (meanings.flags.includes(flag) ? 1 : 0)),
    ...TOPICS.map((topic) => (meanings.mentions.has(topic) ? 1 : 0)),
  ];
}
