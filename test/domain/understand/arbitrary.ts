import fc from 'fast-check';
import { FLAGS, INTENTS, SENTIMENT_LABELS, TOPICS, type Understanding } from '../../../shared/domain/understand/understanding.ts';
import type { Verdict } from '../../../shared/domain/understand/verdict.ts';

const label = fc.constantFrom(...SENTIMENT_LABELS);
const topic = fc.constantFrom(...TOPICS);
const severity = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const flags = fc.uniqueArray(fc.constantFrom(...FLAGS));
const intent = fc.constantFrom(...INTENTS);
const sentiment = fc.record({
  label,
  score: fc.double({ min: -1, max: 1, noNaN: true }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Any reading of our own, also such as our rules would not make. */
export const anyUnderstanding: fc.Arbitrary<Understanding> = fc.record({
  language: fc.constantFrom('en', 'zh-Hans', 'zh-Hant', 'fr', 'und'),
  sentiment,
  topics: fc.uniqueArray(fc.record({ topic, polarity: label, evidence: fc.array(fc.string(), { maxLength: 3 }) }), {
    selector: (one) => one.topic,
  }),
  intent,
  severity,
  severityReasons: fc.uniqueArray(fc.constantFrom('sentiment', 'rating', ...FLAGS)),
  flags,
  engine: fc.constant('phrases@1'),
});

/** Any verdict that an engine can give, with or without each of its parts. */
export const anyVerdict: fc.Arbitrary<Verdict> = fc.record(
  {
    sentiment,
    topics: fc.array(fc.record({ topic, polarity: label }), { maxLength: 20 }),
    intent,
    severity,
    flags: fc.array(fc.constantFrom(...FLAGS)),
  },
  { requiredKeys: [] },
);

/** An answer as `modelInstructions` asks for it. */
export const anyModelAnswer = fc.record({
  sentiment: label,
  topics: fc.uniqueArray(fc.record({ topic, polarity: label }), { selector: (one) => one.topic }),
  intent,
  severity,
  flags,
});
