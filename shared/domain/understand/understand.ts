import { readAims } from './intent.ts';
import { judgeSentiment, unreadSentiment } from './label.ts';
import { detectLanguage } from './language.ts';
import { lexicon } from './lexicon.ts';
import { readMeanings } from './meanings.ts';
import { readFeeling } from './sentiment.ts';
import { rateSeverity } from './severity.ts';
import { shortenDrawnOut, tokenise } from './tokens.ts';
import type { Understanding, UnderstandingHints } from './understanding.ts';

const ENGINE = 'phrases@1';

/** Languages whose phrases we have; `und` (a few letters, an emoji) is read too: what is found there is meant. */
const isRead = (language: string): boolean => language === 'en' || language === 'zh-Hans' || language === 'zh-Hant' || language === 'und';

/**
 * Reads a customer's text by phrase lists: language, sentiment, topics, intent, flags, and how severe the matter is.
 * Pure; never throws; time is linear in the text, of which the first 24,000 and last 6,000 units are read.
 *
 * The rating given with the text (`hints.score`, 0–100) decides alone where there is no text, or none in a language that is read; it helps
 * where the words are few or faint; where the words are clear they keep their own label, and rating and label stand side by side.
 */
export function understand(text: string, hints: UnderstandingHints = {}): Understanding {
  if (text.trim() === '') return unread('und', hints, hints.score);
  const language = detectLanguage(text, hints.locale);
  const { cues, meanings } = lexicon(hints.topicPhrases);
  const tokens = isRead(language) ? tokenise(text) : { source: '', list: [] };
  const list = shortenDrawnOut(tokens.list, (word) => cues.knows(word));
  if (list.length === 0) return unread(language, hints);

  const feeling = readFeeling(list, cues);
  const { topics, flags, aims } = readMeanings({ source: tokens.source, list }, feeling, meanings);
  const sentiment = judgeSentiment(feeling, flags, hints.score);
  const { severity, severityReasons } = rateSeverity(sentiment, flags, hints.score);
  return { language, sentiment, topics, intent: readAims(aims, sentiment, list), severity, severityReasons, flags, engine: ENGINE };
}

/** Nothing to read, or nobody here who reads it. `labelBy` is the rating that stands in for the words, where there are none at all. */
function unread(language: string, { score }: UnderstandingHints, labelBy?: number): Understanding {
  const sentiment = unreadSentiment(labelBy);
  return { language, sentiment, topics: [], intent: 'other', flags: [], engine: ENGINE, ...rateSeverity(sentiment, [], score) };
}
