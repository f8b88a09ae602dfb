import type { Aim } from './lexicon.ts';
import type { Token } from './tokens.ts';
import type { Intent, Understanding } from './understanding.ts';

/** One link or one catchword is no spam yet. */
const SPAM_FROM = 2;
/** Words read as worse than this are a complaint, however politely they suggest or ask. */
const CLEARLY_NEGATIVE = -0.6;

/** What the customer seems to want, from the phrases found and the sentiment. Anger outranks all but spam, a wish outranks mild discontent. */
export function readAims(aims: ReadonlyMap<Aim, number>, sentiment: Understanding['sentiment'], list: readonly Token[]): Intent {
  const has = (aim: Aim): boolean => aims.has(aim);
  const isNegative = sentiment.label === 'negative' && sentiment.confidence > 0;
  if ((aims.get('spam') ?? 0) >= SPAM_FROM && !has('complaint')) return 'spam';
  if (isNegative && (has('complaint') || sentiment.score <= CLEARLY_NEGATIVE)) return 'complaint';
  if (has('suggestion')) return 'suggestion';
  if (has('request') && sentiment.label !== 'positive') return 'request';
  const asks = has('question') || list.some((token) => token.text === '?');
  if (asks && !has('complaint') && sentiment.label !== 'positive') return 'question';
  if (isNegative) return 'complaint';
  if (sentiment.label === 'positive') return 'praise';
  return asks ? 'question' : 'other';
}
