import { feedbackId } from '../shared/adapters/ids.ts';
import type { Feedback } from '../shared/domain/feedback.ts';
import type { Case, Commitment, Deadline } from '../shared/domain/recovery/case.ts';
import type { CaseEvent } from '../shared/domain/recovery/event.ts';

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

/** Monday, 09:00 in Shanghai. */
const OPENED_AT = '2026-11-23T01:00:00.000Z';
const HOUR_MS = 3_600_000;

/** A deadline that runs since its case was opened; its length is that of eight business hours unless the test says otherwise. */
export function aDeadline(kind: Deadline['kind'], dueAt: string, overrides: Partial<Deadline> = {}): Deadline {
  const startedAt = overrides.startedAt ?? OPENED_AT;
  return {
    kind,
    round: 1,
    counts: 'business',
    startedAt,
    totalMs: 8 * HOUR_MS,
    ranMs: 0,
    since: startedAt,
    dueAt,
    steps: [],
    ...overrides,
  };
}

/** A deadline whose matter was done in time. */
export function aMetDeadline(kind: Deadline['kind'], dueAt: string, endedAt: string): Deadline {
  const { since: _, ...ended } = aDeadline(kind, dueAt, { outcome: 'met', endedAt });
  return ended;
}

/** What the customer was promised with a deadline. */
const promised = ({ kind, dueAt, startedAt }: Deadline): Commitment[] =>
  kind === 'solution' ? [{ id: 'p1', what: 'a solution', dueAt, at: startedAt, by: 'system', state: 'open', deadline: kind }] : [];

/** A case as it stands when it has just been opened: to be taken up within 8 business hours, to be solved within 5 working days. */
export function aCase(overrides: Partial<Case> = {}): Case {
  const deadlines = overrides.deadlines ?? [
    aDeadline('acknowledge', '2026-11-23T09:00:00.000Z'),
    aDeadline('solution', '2026-11-27T10:00:00.000Z', { totalMs: 45 * HOUR_MS }),
  ];
  return {
    number: '2611-0001',
    version: 1,
    state: 'opened',
    round: 1,
    feedbackId: feedbackId('form', 'response-1'),
    joined: [],
    customerKey: 'customer-key-1',
    isReachable: true,
    language: 'en',
    channel: 'form',
    survey: 'service',
    topics: ['delivery'],
    severity: 2,
    flags: [],
    tier: 'regular',
    isSerious: false,
    isComplex: false,
    reasons: ['low-satisfaction'],
    facts: {},
    owner: 'lin',
    team: 'care',
    openedAt: OPENED_AT,
    deadlines,
    offers: [],
    commitments: deadlines.flatMap(promised),
    followUps: [],
    satisfactionBefore: 0,
    measures: [],
    ...overrides,
  };
}

export const opened = (of: Case): CaseEvent => ({ type: 'CaseOpened', at: of.openedAt, by: 'system', case: of });
