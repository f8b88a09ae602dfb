import { Campaign, ContactRules } from '../../../shared/domain/campaign/campaign.ts';
import type { Invitation } from '../../../shared/domain/campaign/invitation.ts';
import { Survey } from '../../../shared/domain/survey/survey.ts';

export const aSurvey = (set: Partial<Parameters<typeof Survey.parse>[0] & object> = {}): Survey =>
  Survey.parse({
    id: 'service',
    title: { en: 'How did we do?', 'zh-Hans': '您对我们的服务满意吗？' },
    introduction: { en: 'A minute.', 'zh-Hans': '只需一分钟。' },
    questions: [
      {
        kind: 'scale',
        id: 'satisfaction',
        metric: 'csat',
        text: { en: 'How satisfied are you?', 'zh-Hans': '您有多满意？' },
        min: 1,
        max: 5,
        minLabel: { en: 'Very dissatisfied', 'zh-Hans': '非常不满意' },
        maxLabel: { en: 'Very satisfied', 'zh-Hans': '非常满意' },
        isRequired: true,
      },
      { kind: 'comment', id: 'comment', text: { en: 'In your own words', 'zh-Hans': '请说说您的感受' } },
    ],
    ...set,
  });

export const aCampaign = (set: Record<string, unknown> = {}): Campaign =>
  Campaign.parse({
    id: 'autumn',
    title: { en: 'Autumn survey', 'zh-Hans': '秋季调查' },
    survey: 'service',
    audience: { kind: 'file' },
    period: { from: '2026-11-01', to: '2026-12-31' },
    reminders: ['3d', '7d'],
    owner: 'lin',
    ...set,
  });

export const someRules = (set: Record<string, unknown> = {}): ContactRules => ContactRules.parse(set);

export const anInvitation = (set: Partial<Invitation> = {}): Invitation => ({
  id: 'aaaaaaaaaaaaaaaaaaaaaaaaaa',
  campaign: 'autumn',
  survey: 'service',
  surveyVersion: 1,
  customerKey: 'customer-1',
  language: 'en',
  state: 'waiting',
  invitedAt: '2026-11-23T02:00:00.000Z',
  reminders: 0,
  expiresAt: '2026-12-23T02:00:00.000Z',
  answers: 0,
  version: 1,
  ...set,
});
