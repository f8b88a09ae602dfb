import { textModels } from '../../shared/adapters/text-models.ts';
import type { Models } from '../../shared/domain/understand/models.ts';
import { understand } from '../../shared/domain/understand/understand.ts';
import type { SentimentLabel, Understanding } from '../../shared/domain/understand/understanding.ts';

/** What a stand-in makes of a text. */
export type StandInReading = (text: string) => Understanding;

const OPPOSITE: Readonly<Record<SentimentLabel, SentimentLabel>> = { negative: 'positive', neutral: 'neutral', positive: 'negative' };

let models: Models | undefined;

/** Reads as we do, without the rating, which no engine gets. The models are opened with the first text. */
export const readAsWeDo: StandInReading = (text) => {
  models ??= textModels();
  return understand(text, {}, models);
};

/** Says the opposite of it, so that it shows whose word stands: another sentiment, nothing severe and no flag. */
export const readTheOpposite: StandInReading = (text) => {
  const { sentiment, topics, ...rest } = readAsWeDo(text);
  const label = OPPOSITE[sentiment.label];
  return {
    ...rest,
    sentiment: { label, score: -sentiment.score, confidence: 0.9 },
    topics: topics.map((topic) => ({ ...topic, polarity: label })),
    intent: label === 'negative' ? 'complaint' : 'praise',
    severity: 1,
    flags: [],
  };
};
