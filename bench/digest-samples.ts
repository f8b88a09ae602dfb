import config from '#config';
import { feedbackId } from '../shared/adapters/ids.ts';
import type { Feedback } from '../shared/domain/feedback.ts';
import type { Period } from '../shared/domain/metrics/period.ts';
import type { Case } from '../shared/domain/recovery/case.ts';
import { NOW, openedCase } from './recovery-samples.ts';

export { NOW } from './recovery-samples.ts';

export const ZONE = 'Asia/Shanghai';

/** The house of the config, with so many branches. */
export const houseOf = (branches: number): typeof config => ({
  ...config,
  branches: Array.from({ length: branches }, (_, i) => ({ id: `b${i}`, name: { en: `Branch ${i}`, 'zh-Hans': `第${i}分公司` } })),
});

/** Days from this one until now, `YYYY-MM-DD`. */
export function daysFrom(first: string): string[] {
  const days: string[] = [];
  const last = NOW.slice(0, 10);
  for (let at = Date.parse(`${first}T00:00:00Z`); days.at(-1) !== last && days.length < 1000; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

const COMMENTS = [
  'Two weeks late, the box was torn, and nobody called back on 020 7946 0018 although I asked twice.',
  '等了四十分钟，电话接通就断线，已经不是第一次了，请尽快处理。',
  'Friendly people at the counter, and it was done in five minutes. Thank you.',
] as const;

/** Said at some time of the period, by some customer of the branch. */
export function saidIn({ startsAt, endsAt, kind }: Period, i: number, branch: string): Feedback {
  const span = Date.parse(endsAt) - Date.parse(startsAt);
  const value = 1 + (i % 5);
  return {
    id: feedbackId('form', `bench-digest-${kind}-${i}`),
    source: 'form',
    channel: 'form',
    externalId: `bench-digest-${kind}-${i}`,
    revision: 0,
    receivedAt: new Date(Date.parse(startsAt) + Math.floor((span * (i % 1999)) / 1999)).toISOString(),
    survey: 'service',
    branch,
    answers: [{ question: 'satisfaction', metric: 'csat', value, min: 1, max: 5 }],
    reasons: ['delivery'],
    comment: `${COMMENTS[i % 3]} (${i})`,
    customerKey: `bench-${i}`,
    isReachable: true,
    understanding: {
      language: i % 3 === 1 ? 'zh-Hans' : 'en',
      sentiment: { label: value > 3 ? 'positive' : 'negative', score: (value - 3) / 2, confidence: 0.9 },
      topics: [{ topic: 'waiting', polarity: 'negative', evidence: [] }],
      intent: 'complaint',
      severity: 2,
      severityReasons: ['sentiment'],
      flags: [],
      engine: 'bench',
    },
    score: (value - 1) * 25,
    recoveryReasons: [],
    contentHash: 'bench',
  };
}

export const openCaseOf = (i: number, branch: string): Case => ({
  ...openedCase(1, 'lin', `bench-digest-${i}`).after,
  number: `2611-${10_000 + i}`,
  branch,
  openedAt: '2026-11-17T02:00:00.000Z',
});
