import type { Understanding } from '../../../shared/domain/understand/understanding.ts';

/** A reading of our own: of a grave complaint in English, unless the test says otherwise. */
export const aReading = (overrides: Partial<Understanding> = {}): Understanding => ({
  language: 'en',
  sentiment: { label: 'negative', score: -0.8, confidence: 0.9 },
  topics: [{ topic: 'safety', polarity: 'negative', evidence: ['exploded'] }],
  intent: 'complaint',
  severity: 4,
  severityReasons: ['danger', 'law', 'sentiment'],
  flags: ['danger', 'law'],
  engine: 'ours@1',
  ...overrides,
});

/** A reading that found nothing to worry about. */
export const aCalmReading = (overrides: Partial<Understanding> = {}): Understanding =>
  aReading({
    sentiment: { label: 'neutral', score: 0, confidence: 0.5 },
    topics: [],
    intent: 'question',
    severity: 1,
    severityReasons: [],
    flags: [],
    ...overrides,
  });
