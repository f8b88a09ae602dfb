import config from '#config';
import { feedbackId } from '../shared/adapters/ids.ts';
import { recoverySettings } from '../shared/config/recovery-settings.ts';
import type { Feedback, FeedbackReceived } from '../shared/domain/feedback.ts';
import type { CaseChange } from '../shared/domain/recovery/change.ts';
import { openCase } from '../shared/domain/recovery/open-case.ts';
import { NOBODY_ABSENT } from '../shared/domain/recovery/owner.ts';

/** Monday, 10:00 in Shanghai: within business hours of the config. */
export const NOW = '2026-11-23T02:00:00.000Z';
export const settings = recoverySettings(config);

/** What an unhappy customer of their own sends by the form. */
export const unhappyForm = (i: number): FeedbackReceived => ({
  id: feedbackId('form', `bench-${i}`),
  source: 'form',
  channel: 'form',
  externalId: `bench-${i}`,
  revision: 0,
  receivedAt: NOW,
  survey: 'service',
  answers: [{ question: 'satisfaction', metric: 'csat', value: 1, min: 1, max: 5 }],
  reasons: ['delivery'],
  comment: 'Two weeks late, the box was torn, and nobody called back although I asked twice.',
  customer: { email: `customer-${i}@example.com`, name: 'Jo Sample', hasConsented: true },
});

/** A case just opened, owned by the agent. */
export function openedCase(running: number, owner: string, customerKey: string): CaseChange {
  const { customer: _, ...words } = unhappyForm(running);
  const feedback: Feedback = {
    ...words,
    customerKey,
    isReachable: true,
    understanding: {
      language: 'en',
      sentiment: { label: 'negative', score: -0.8, confidence: 0.9 },
      topics: [{ topic: 'delivery', polarity: 'negative', evidence: ['Two weeks late'] }],
      intent: 'complaint',
      severity: 2,
      severityReasons: ['sentiment'],
      flags: [],
      engine: 'bench',
    },
    score: 0,
    recoveryReasons: ['low-satisfaction'],
    contentHash: 'bench',
  };
  const name = { en: owner, 'zh-Hans': owner };
  const agent = { id: owner, name, email: `${owner}@example.com`, authority: 'agent' } as const;
  const alone = { ...settings, agents: [agent], teams: [] };
  return openCase({ feedback, month: '2611', running, now: NOW, tier: 'new', board: NOBODY_ABSENT }, alone);
}
