import { ComprehendClient, DetectSentimentCommand, type LanguageCode } from '@aws-sdk/client-comprehend';
import { comprehendCost } from '../../domain/understand/engine-prices.ts';
import type { TextEngine } from '../../ports.ts';
import { askFused, type EngineFrame } from '../text-engine/fused.ts';
import { sentText } from '../text-engine/sent-text.ts';
import { readDetectedSentiment } from './detected-sentiment.ts';

/** DetectSentiment's limit for a text (Comprehend Developer Guide, "Guidelines and quotas"). */
const MAX_BYTES = 5000;

/** What Comprehend calls the languages that it reads. */
const CODES: ReadonlyMap<string, LanguageCode> = new Map([
  ['en', 'en'],
  ['zh-Hans', 'zh'],
  ['zh-Hant', 'zh-TW'],
  ['es', 'es'],
  ['fr', 'fr'],
  ['de', 'de'],
  ['it', 'it'],
  ['pt', 'pt'],
  ['ar', 'ar'],
  ['hi', 'hi'],
  ['ja', 'ja'],
  ['ko', 'ko'],
]);

/**
 * Amazon Comprehend's DetectSentiment. It tells the sentiment and nothing else; topics, intent, flags and severity stay ours.
 * `client` must not retry by itself (`maxAttempts: 1`): a throttle means that ours decides at once.
 */
export function comprehendEngine(frame: EngineFrame, client = new ComprehendClient({ maxAttempts: 1 })): TextEngine {
  return {
    name: 'comprehend',
    reads: (language) => CODES.has(language),
    read: ({ text, language }) => {
      const Text = sentText(text, MAX_BYTES, frame.redaction);
      return askFused(frame, {
        engine: 'comprehend',
        estimate: comprehendCost(Text),
        ask: async (abortSignal) => {
          const detected = await client.send(new DetectSentimentCommand({ Text, LanguageCode: CODES.get(language) }), { abortSignal });
          return { verdict: readDetectedSentiment(detected) };
        },
      });
    },
  };
}
