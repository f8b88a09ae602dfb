import { readAims } from './intent.ts';
import { judgeSentiment, unreadSentiment } from './label.ts';
import { detectLanguage } from './language.ts';
import { lexicon } from './lexicon.ts';
import { readMeanings } from './meanings.ts';
import { readFeeling } from './sentiment.ts';
import { rateSeverity } from './severity.ts';
import { shortenDrawnOut, tokenise } from './tokens.ts';
import type { Understanding, UnderstandingHints } from './understanding.ts';

export const ENGINE = 'phrases@1';

/** Languages whose phrases we have; `und` (a few letters, an emoji) is read too: what is found there is meant. */
const isRead = (language: string): boolean => language === 'en' || language === 'zh-Hans' || language === 'zh-Hant' || language === 'und';

/**
 * Reads a customer's text by phrase lists: language, sentiment, topics, intent, flags, and how severe the matter is.
 * Pure; never throws; time is linear in the text, of which at most `MAX_HEAD` + `MAX_TAIL` units are read.
 *
 * The rating given with the text (`hints.score`, 0–100) decides alone where there is no text, or none in a language that is read; it helps
 * where the words are few or faint; where the words are clear they keep their own label, and rating and label stand side by side.
 */
export function understand(text: string, hints: UnderstandingHints = {}): Understanding {
  const language = text.trim() === '' ? 'und' : detectLanguage(text, hints.locale);
  const { cues, meanings } = lexicon(hints.topicPhrases);
  const tokens = isRead(language) ? tokenise(text) : { source: '', list: [] };
  const list = shortenDrawnOut(tokens.list, (word) => cues.knows(word));
  if (list.length === 0) return unread(language, text.trim() !== '', hints);

  const feeling = readFeeling(list, cues);
  const { topics, flags, aims } = readMeanings({ source: tokens.source, list }, feeling, meanings);
  const sentiment = judgeSentiment(feeling, flags, hints.score);
  const { severity, severityReasons } = rateSeverity(sentiment, flags, hints.score);
  return { language, sentiment, topics, intent: readAims(aims, sentiment, list), severity, severityReasons, flags, engine: ENGINE };
}

function unread(language: string, hasText: boolean, { score }: UnderstandingHints): Understanding {
  const sentiment = unreadSentiment(hasText ? undefined : score);
  return { language, sentiment, topics: [], intent: 'other', flags: [], engine: ENGINE, ...rateSeverity(sentiment, [], score) };
}
