import { feedbackId } from '../shared/adapters/ids.ts';
import type { Feedback } from '../shared/domain/feedback.ts';
import type { Case, CaseEvent } from '../shared/domain/recovery/case.ts';

/** An unhappy feedback as the register holds it; hand in what the test is about. */
export function aFeedback(overrides: Partial<Feedback> = {}): Feedback {
  const externalId = overrides.externalId ?? 'response-1';
  return {
    id: feedbackId('form', externalId),
    source: 'form',
    channel: 'form',
    externalId,
    revision: 0,
    receivedAt: '2026-11-22T08:30:00.000Z',
    survey: 'service',
    answers: [{ question: 'satisfaction', metric: 'csat', value: 1, min: 1, max: 5 }],
    reasons: ['delivery'],
    comment: 'Two weeks late and nobody called back.',
    customerKey: 'customer-key-1',
    isReachable: true,
    understanding: {
      language: 'en',
      sentiment: { label: 'negative', score: -0.8, confidence: 0.9 },
      topics: [{ topic: 'delivery', polarity: 'negative', evidence: ['Two weeks late'] }],
      intent: 'complaint',
      severity: 2,
      severityReasons: ['sentiment'],
      flags: [],
      engine: 'phrases@1',
    },
    score: 0,
    recoveryReasons: ['low-satisfaction'],
    contentHash: 'hash-1',
    ...overrides,
  };
}

/** A case as it stands when it has just been opened. */
export function aCase(overrides: Partial<Case> = {}): Case {
  return {
    number: '2611-0001',
    version: 1,
    state: 'opened',
    feedbackId: feedbackId('form', 'response-1'),
    customerKey: 'customer-key-1',
    isReachable: true,
    language: 'en',
    channel: 'form',
    survey: 'service',
    topics: ['delivery'],
    severity: 2,
    flags: [],
    reasons: ['low-satisfaction'],
    owner: 'lin',
    openedAt: '2026-11-23T01:00:00.000Z',
    acknowledgeDueAt: '2026-11-23T09:00:00.000Z',
    resolveDueAt: '2026-11-27T10:00:00.000Z',
    ...overrides,
  };
}

export const opened = (of: Case): CaseEvent => ({ type: 'CaseOpened', at: of.openedAt, by: 'system', case: of });
