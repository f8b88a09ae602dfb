import { describe, expect, it } from 'vitest';
import config from '#config';
import written from '../../amends.config.ts';
import { parseConfig } from '../../shared/config/parse.ts';
import { requestOfPlan } from '../../shared/domain/analytics/analysis/plan.ts';

const withPlans = (analyses: unknown) => () => parseConfig({ ...written, analyses });

describe('planned analyses in the config', () => {
  it('are requests over whole months before the day (R13, R14)', () => {
    const requests = config.analyses.map((plan) => requestOfPlan(plan, '2027-01-01'));
    expect(requests).toMatchObject([
      { kind: 'servqual', survey: 'servqual', from: '2026-10-01', to: '2026-12-31' },
      { kind: 'index', survey: 'index', from: '2026-10-01', to: '2026-12-31' },
    ]);
  });

  it.each([
    ['a survey that is none', [{ id: 'a', request: { kind: 'servqual', survey: 'none' } }], 'analyses[0].request.survey: no survey "none"'],
    ['a kind that is none', [{ id: 'a', request: { kind: 'tea-leaves', survey: 'servqual' } }], 'analyses[0].request.kind'],
    ['an index without a model', [{ id: 'a', request: { kind: 'index', survey: 'index' } }], 'analyses[0].request.model'],
    ['a branch that is none', [{ id: 'a', request: { kind: 'servqual', survey: 'servqual', branch: 'x' } }], 'no branch "x"'],
    ['two of one id', ['a', 'a'].map((id) => ({ id, request: { kind: 'servqual', survey: 'servqual' } })), 'the id "a" is used twice'],
  ])('are refused with %s', (_, analyses, message) => {
    expect(withPlans(analyses)).toThrow(message);
  });
});
