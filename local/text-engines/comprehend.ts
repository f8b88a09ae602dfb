import * as z from 'zod/mini';
import { Refused } from '../gateway/call.ts';
import type { StandInReading } from './reading.ts';

const Asked = z.object({ Text: z.string(), LanguageCode: z.string() });
/** Of DetectSentiment (Comprehend Developer Guide, "Guidelines and quotas", "Languages supported"). */
const MAX_BYTES = 5000;
const LEAST_SHARE = 0.4;
const LANGUAGES = new Set(['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'hi', 'ja', 'ko', 'zh', 'zh-TW']);

/** DetectSentiment, AWS JSON 1.1. @throws Refused for what Comprehend would not take. */
export function detectSentiment(body: unknown, read: StandInReading): object {
  const asked = Asked.safeParse(body);
  if (!asked.success || asked.data.Text === '') throw new Refused('InvalidRequestException', 'Text and LanguageCode are needed.');
  const { Text, LanguageCode } = asked.data;
  if (!LANGUAGES.has(LanguageCode)) throw new Refused('UnsupportedLanguageException', `unsupported language: ${LanguageCode}`);
  const bytes = Buffer.byteLength(Text);
  if (bytes > MAX_BYTES)
    throw new Refused('TextSizeLimitExceededException', `Input text size exceeds limit. Max length of ${MAX_BYTES} bytes.`);
  const { label, confidence } = read(Text).sentiment;
  // A label is the largest of its four shares.
  const sure = Math.max(LEAST_SHARE, confidence);
  const rest = (1 - sure) / 3;
  const [Sentiment, share] = NAMES[label];
  return { Sentiment, SentimentScore: { Positive: rest, Negative: rest, Neutral: rest, Mixed: rest, [share]: sure } };
}

const NAMES = { positive: ['POSITIVE', 'Positive'], negative: ['NEGATIVE', 'Negative'], neutral: ['NEUTRAL', 'Neutral'] } as const;

/** Of the right shape for JSON, of the wrong one for an answer. */
export const nonsenseSentiment = { Sentiment: 'FURIOUS', SentimentScore: { Positive: 7 } };
