import type * as z from 'zod/mini';
import type { Feedback } from '../domain/feedback.ts';
import type { Correction } from '../domain/understand/correction.ts';
import type { AlarmPage } from './alarm-schema.ts';
import type { MetricsBody } from './metrics-schema.ts';

/** One story told by all examples: a parcel two weeks late, and what became of it. Invented people. */
export const feedbackExample: Feedback = {
  id: 'k3yq7x2m5v4ehwz6a7nbtcd2rs',
  source: 'form',
  channel: 'form',
  externalId: '0199b3c2-7d1e-7a55-9c3f-2f6f6f0d9a11',
  revision: 0,
  receivedAt: '2026-11-23T02:10:05.120Z',
  survey: 'service',
  branch: 'east',
  locale: 'en-GB',
  answers: [{ question: 'satisfaction', metric: 'csat', value: 1, min: 1, max: 5 }],
  reasons: ['delivery'],
  comment: 'Two weeks late and nobody called back.',
  customerKey: 'q1Zt0J3yB5nW8rVfXk2mLp7sDh4aGc9e',
  isReachable: true,
  understanding: {
    language: 'en',
    sentiment: { label: 'negative', score: -0.7, confidence: 0.9 },
    topics: [{ topic: 'delivery', polarity: 'negative', evidence: ['Two weeks late'] }],
    intent: 'complaint',
    severity: 2,
    severityReasons: ['sentiment', 'rating'],
    flags: [],
    engine: 'phrases@1',
  },
  score: 0,
  recoveryReasons: ['low-satisfaction'],
  caseNumber: '2611-0042',
  contentHash: 'b2Vh3kXr0QpL9sTz1uWmYc',
};

export const correctionExample: Correction = {
  severity: 3,
  topics: [
    { topic: 'delivery', polarity: 'negative' },
    { topic: 'reachability', polarity: 'negative' },
  ],
};

export const correctedExample: Feedback = {
  ...feedbackExample,
  understanding: {
    ...feedbackExample.understanding,
    topics: [...feedbackExample.understanding.topics, { topic: 'reachability', polarity: 'negative', evidence: [] }],
    severity: 3,
    severityReasons: ['sentiment', 'rating', 'corrected'],
  },
  corrections: [
    {
      at: '2026-11-23T02:40:00.000Z',
      by: 'agent:lin',
      from: { topics: [{ topic: 'delivery', polarity: 'negative' }], severity: 2 },
      to: correctionExample,
    },
  ],
};

export const metricsExample: z.output<typeof MetricsBody> = {
  by: 'channel',
  from: '2026-11-17',
  to: '2026-11-23',
  timeZone: 'Asia/Shanghai',
  at: '2026-11-24T01:00:00.000Z',
  isPartial: false,
  suppressedBelow: 10,
  items: [
    {
      value: 'form',
      figures: {
        n: 120,
        csat: {
          n: 100,
          topTwoBox: { value: 0.8, low: 0.711, high: 0.867 },
          mean: { value: 75, low: 69.9, high: 80.1 },
          histogram: [5, 5, 10, 45, 35],
        },
        nps: {
          n: 50,
          value: 20,
          low: -3.6,
          high: 41.4,
          promoters: 24,
          passives: 12,
          detractors: 14,
          histogram: [2, 1, 1, 2, 2, 3, 3, 5, 7, 12, 12],
        },
        ces: {
          n: 30,
          easy: { value: 0.8, low: 0.627, high: 0.905 },
          mean: { value: 75.6, low: 66.2, high: 84.9 },
          five: [0, 0, 0, 0, 0],
          seven: [1, 1, 2, 2, 6, 8, 10],
        },
        rating: { n: 0 },
        fcr: { n: 40, share: { value: 0.7, low: 0.546, high: 0.819 } },
        sentiment: { n: 90, negative: 20, neutral: 15, positive: 55, mean: 0.31 },
        cases: {
          opened: 12,
          acknowledgedInTime: 9,
          acknowledgedLate: 1,
          waiting: 2,
          resolved: 7,
          reopened: 1,
          closed: 6,
          complaints: 11,
          valid: 5,
          unfounded: 1,
          complaintRate: { value: 0.092, low: 0.046, high: 0.164 },
        },
        service: {
          acknowledged: { inTime: 9, late: 1, share: { value: 0.9, low: 0.596, high: 0.982 } },
          answered: { inTime: 8, late: 1 },
          solved: { inTime: 6, late: 1 },
        },
        funnel: {
          ...{ unhappy: 14, complaints: 11, answered: 8, offered: 5, accepted: 4, solved: 4, satisfied: 3 },
          anyway: { offered: 6, accepted: 5, solved: 7, satisfied: 4 },
        },
        after: { told: 5, satisfied: 4 },
        recovery: { n: 4 },
        times: {
          answer: { calendar: { n: 9 }, business: { n: 9 } },
          solution: { calendar: { n: 7 }, business: { n: 7 } },
        },
        invitations: { invited: 0, withheld: 0, notReached: 0, sent: 0, begun: 0, answered: 0 },
      },
    },
  ],
};

export const alarmsExample: z.output<typeof AlarmPage> = {
  items: [
    {
      id: 'rise:delivery:2026-11-23T02',
      at: '2026-11-23T02:05:01.000Z',
      topic: 'delivery',
      from: '2026-11-22T02:00:00.000Z',
      to: '2026-11-23T02:00:00.000Z',
      count: 42,
      expected: 10.3,
      share: 0.21,
      usualShare: 0.06,
      pValue: 0.0000004,
      falseAlarmsPerYear: 4,
      historyDays: 56,
      feedbackIds: [feedbackExample.id],
    },
  ],
  watch: { isWatching: true, historyDays: 56, neededDays: 21, falseAlarmsPerYear: 4 },
};
