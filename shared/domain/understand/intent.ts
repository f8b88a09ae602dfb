import type { LinearModel } from './linear-model.ts';
import { probabilitiesOf } from './probabilities.ts';
import type { Reading } from './reading.ts';
import { INTENTS, type Intent, type Understanding } from './understanding.ts';

/** One link or one catchword is no spam yet. */
const SPAM_FROM = 2;
/** From this confidence in the sentiment, praise that is negative is a complaint, and a complaint that is positive is praise. */
const SURE = 0.6;

/** What the customer seems to want: what the model hears, unless the catchwords of spam or a clear sentiment say otherwise. */
export function readIntent({ features, measures, meanings }: Reading, model: LinearModel, sentiment: Understanding['sentiment']): Intent {
  if ((meanings.aims.get('spam') ?? 0) >= SPAM_FROM && !meanings.aims.has('complaint')) return 'spam';
  const probabilities = probabilitiesOf(model.logits(features.hashes, measures), model.head.temperature);
  const names = [...model.head.outputs, 'not-feedback'];
  const heard = INTENTS.find((intent) => intent === names[probabilities.indexOf(Math.max(...probabilities))]) ?? 'not-feedback';
  if (sentiment.confidence < SURE) return heard;
  if (sentiment.label === 'negative' && (heard === 'praise' || heard === 'not-feedback')) return 'complaint';
  if (sentiment.label === 'positive' && (heard === 'complaint' || heard === 'not-feedback')) return 'praise';
  return heard;
}
