import { describe, expect, it } from 'vitest';
import source from '../../amends.config.ts';
import { parseConfig } from '../../shared/config/parse.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';

const campaign = {
  id: 'after-a-case',
  title: { en: 'How we handled it', 'zh-Hans': '投诉处理满意度' },
  survey: 'effort',
  audience: { kind: 'event' as const, event: 'case-closed' as const, after: '3d' },
  period: { from: '2026-01-01', to: '2026-12-31' },
  owner: 'lin',
};
const withCampaign = (set: object) => ({ ...source, campaigns: [{ ...campaign, ...set }] });

describe('campaigns of the config (R10)', () => {
  it('after a case are known to those who close it', () => {
    expect(recoverySettings(parseConfig(withCampaign({}))).invitesAfterClosing).toEqual([{ campaign: 'after-a-case', after: '3d' }]);
  });

  it.each([
    [{ survey: 'nowhere' }, 'campaigns[0].survey: no survey "nowhere"'],
    [{ owner: 'nobody' }, 'campaigns[0].owner: no agent "nobody"'],
    [{ audience: { kind: 'customers', branches: ['north'] } }, 'campaigns[0].audience.branches: no branch "north"'],
    [{ sample: { size: 100 } }, 'campaigns[0].sample.size: nobody knows beforehand how many an event will bring'],
    [{ audience: { kind: 'event', event: 'order-delivered', after: '3d' } }, 'campaigns[0].audience.after: only after "case-closed"'],
    [{ channel: 'telephone', reminders: ['3d'] }, 'campaigns[0].reminders: only for the channel "mail"'],
    [{ period: { from: '2026-12-31', to: '2026-01-01' } }, '`to` must not be before `from`'],
    [{ sample: { share: 0 } }, 'campaigns[0].sample'],
    [{ answerWithin: '30' }, 'campaigns[0].answerWithin: expected a duration'],
  ])('are refused with place and reason: %j', (set, message) => {
    expect(() => parseConfig(withCampaign(set))).toThrow(message);
  });

  it('are refused where two have one id, or a source asks by one of another kind', () => {
    expect(() => parseConfig({ ...source, campaigns: [campaign, campaign] })).toThrow('campaigns: the id "after-a-case" is used twice');
    const sources = source.sources.map((one) => (one.provider === 'standard-webhooks' ? { ...one, invites: 'after-a-case' } : one));
    expect(() => parseConfig({ ...source, campaigns: [campaign], sources })).toThrow(
      'sources[0].invites: expected a campaign whose audience is the event "order-delivered"',
    );
  });

  it('department of a question and of a team must be there', () => {
    const [survey, ...others] = source.surveys;
    const [team, ...teams] = source.recovery.teams ?? [];
    const questions = (survey?.questions ?? []).map((question, i) => (i === 0 ? { ...question, department: 'moon' } : question));
    const wrong = {
      ...source,
      surveys: [{ ...survey, questions }, ...others],
      recovery: { ...source.recovery, teams: [{ ...team, departments: ['moon'] }, ...teams] },
    };
    expect(() => parseConfig(wrong)).toThrow(
      /surveys\[0\]\.questions\[0\]\.department: no department "moon"[\s\S]*recovery\.teams\[0\]\.departments/,
    );
  });
});
