import { detectLanguage } from './language.ts';
import type { Understanding, UnderstandingHints } from './understanding.ts';

export function understand(text: string, hints: UnderstandingHints = {}): Understanding {
  return {
    language: detectLanguage(text, hints.locale),
    sentiment: { label: 'neutral', score: 0, confidence: 0 },
    topics: [],
    intent: 'other',
    severity: 1,
    severityReasons: [],
    flags: [],
    engine: 'phrases@1',
  };
}
