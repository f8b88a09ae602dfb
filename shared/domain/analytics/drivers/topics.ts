import type { Understanding } from '../../understand/understanding.ts';
import type { Predictor } from './prepare.ts';

/** How a topic becomes a number: `mentioned` 0 or 1; `polarity` −1 where it is spoken ill of, 1 where well, 0 where neither or not at all. */
export type TopicCoding = 'mentioned' | 'polarity';

type Topics = Pick<Understanding, 'topics'>['topics'];

const POLARITY = { negative: -1, neutral: 0, positive: 1, mixed: 0 };

/**
 * Topics of texts as predictors, one column for each topic that anybody names. A text that was read and does not name a topic is a 0: silence is
 * an answer here. One that was not read (`undefined`) is none.
 */
export function topicPredictors(texts: readonly (Topics | undefined)[], coding: TopicCoding): Predictor[] {
  const topics = [...new Set(texts.flatMap((text) => (text ?? []).map(({ topic }) => topic)))].sort();
  return topics.map((name) => ({ name, values: texts.map((text) => (text === undefined ? null : codeOf(text, name, coding))) }));
}

function codeOf(text: Topics, name: string, coding: TopicCoding): number {
  const mention = text.find(({ topic }) => topic === name);
  if (mention === undefined) return 0;
  return coding === 'mentioned' ? 1 : POLARITY[mention.polarity];
}
