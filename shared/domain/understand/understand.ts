import { readIntent } from './intent.ts';
import { judgeSentiment, unreadSentiment } from './label.ts';
import { detectLanguage } from './language.ts';
import type { Modelled, Models } from './models.ts';
import { type Reading, readText } from './reading.ts';
import { rateSeverity, readFlags, readGravity } from './severity.ts';
import { readTopics } from './topics.ts';
import type { Understanding, UnderstandingHints } from './understanding.ts';
import { weigh } from './weigh.ts';

const ENGINE = 'linear@1';

/** Languages that have models; `und` (a few letters, an emoji) is read too: what is found there is meant. */
const isRead = (language: string): boolean => language === 'en' || language === 'zh-Hans' || language === 'zh-Hant' || language === 'und';

/**
 * Reads a customer's text: language, sentiment, topics, intent, flags, and how severe the matter is. What can be listed is found by phrase lists
 * (flags, sums, feeling), the rest is judged by linear models that know these findings and the words themselves.
 * Pure; never throws but where a model cannot be read; time is linear in the text, of which the first 24,000 and last 6,000 units are read.
 *
 * The rating given with the text (`hints.score`, 0–100) decides alone where there is no text, or none in a language that is read; it helps
 * where the words leave doubt; where the words are clear they keep their own label, and rating and label stand side by side.
 */
export function understand(text: string, hints: UnderstandingHints, models: Models): Understanding {
  if (text.trim() === '') return unread('und', hints, hints.score);
  const language = detectLanguage(text, hints.locale);
  if (!isRead(language)) return unread(language, hints);
  const reading = readText(text, hints.topicPhrases);
  if (reading.tokens.length === 0) return unread(language, hints);

  const modelled = modelledLanguage(language, reading);
  const sentimentModel = models(modelled, 'sentiment');
  const weighed = weigh(sentimentModel, reading);
  const { money } = reading.meanings;
  const flags = readFlags(reading, models(modelled, 'flags'));
  const sentiment = judgeSentiment(weighed, sentimentModel.head.temperature, flags, hints.score);
  return {
    language,
    sentiment,
    topics: readTopics(reading, models(modelled, 'topics'), sentimentModel, weighed, flags),
    intent: readIntent(reading, models(modelled, 'intent'), sentiment),
    ...rateSeverity(sentiment, flags, hints.score, readGravity(reading, models(modelled, 'severity'))),
    flags,
    ...(money === undefined ? {} : { moneyAtStake: money }),
    engine: ENGINE,
  };
}

function modelledLanguage(language: string, { tokens }: Reading): Modelled {
  if (language === 'und') return tokens.some(({ kind }) => kind === 'han') ? 'zh' : 'en';
  return language === 'en' ? 'en' : 'zh';
}

/** Nothing to read, or nobody here who reads it. `labelBy` is the rating that stands in for the words, where there are none at all. */
function unread(language: string, { score }: UnderstandingHints, labelBy?: number): Understanding {
  const sentiment = unreadSentiment(labelBy);
  return { language, sentiment, topics: [], intent: 'not-feedback', flags: [], engine: ENGINE, ...rateSeverity(sentiment, [], score) };
}
