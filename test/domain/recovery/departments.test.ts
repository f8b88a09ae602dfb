import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../shared/domain/feedback.ts';
import { departmentsAnsweredBadly } from '../../../shared/domain/recovery/departments.ts';
import { judge } from '../../../shared/domain/recovery/judge.ts';
import { openCase } from '../../../shared/domain/recovery/open-case.ts';
import { chooseOwner, NOBODY_ABSENT } from '../../../shared/domain/recovery/owner.ts';
import { RecoveryRule } from '../../../shared/domain/recovery/policy.ts';
import { aFeedback } from '../../samples.ts';
import { aSurvey } from '../campaign/a-campaign.ts';
import { settings } from './mail-view-journey.ts';

const words = (en: string) => ({ en, 'zh-Hans': '文字' });
const scale = { min: 1, max: 5, minLabel: words('bad'), maxLabel: words('good') };
const survey = aSurvey({
  questions: [
    { kind: 'scale', id: 'overall', metric: 'csat', text: words('All in all?'), ...scale, isRequired: false },
    {
      kind: 'matrix',
      id: 'delivery',
      metric: 'rating',
      department: 'logistics',
      text: words('The delivery?'),
      rows: [
        { id: 'time', text: words('In time') },
        { id: 'packing', text: words('Packing') },
      ],
      ...scale,
    },
    { kind: 'scale', id: 'shop', metric: 'rating', department: 'sales', text: words('The shop?'), ...scale, isRequired: false },
  ],
});
const answer = (question: string, value: number, metric: Answer['metric'] = 'rating'): Answer => ({
  question,
  metric,
  value,
  min: 1,
  max: 5,
});
const rules = [RecoveryRule.parse({ name: 'any-bad-item', when: 'item', scoreAtMost: 25 })];

describe('a single bad answer among good ones (R10)', () => {
  const answers = [answer('overall', 5, 'csat'), answer('delivery.time', 2), answer('delivery.packing', 5), answer('shop', 4)];

  it('is found by a rule of its own', () => {
    const judged = { answers, score: 75, understanding: aFeedback().understanding };
    expect(judge(judged, rules)).toEqual(['any-bad-item']);
    expect(judge({ ...judged, answers: answers.filter(({ question }) => question !== 'delivery.time') }, rules)).toEqual([]);
  });

  it('what was expected or how much it matters is none', () => {
    const judged = {
      answers: [answer('a.b.expectation', 1, 'expectation'), answer('a.b.importance', 1, 'importance')],
      understanding: aFeedback().understanding,
    };
    expect(judge(judged, rules)).toEqual([]);
  });

  it('goes to the department of its question', () => {
    expect(departmentsAnsweredBadly(answers, survey, rules)).toEqual(['logistics']);
    expect(departmentsAnsweredBadly([...answers, answer('shop', 1)], survey, rules)).toEqual(['logistics', 'sales']);
    expect(departmentsAnsweredBadly(answers, undefined, rules)).toEqual([]);
    const opening = {
      feedback: aFeedback({ answers }),
      month: '2611',
      running: 1,
      now: '2026-11-23T02:00:00.000Z',
      tier: 'regular',
      board: NOBODY_ABSENT,
    } as const;
    expect(openCase({ ...opening, departments: ['logistics'] }, settings).after.departments).toEqual(['logistics']);
    expect(openCase(opening, settings).after.departments).toBeUndefined();
  });

  it('is worked by the team of that department', () => {
    const [first, second] = settings.agents;
    if (first === undefined || second === undefined) throw new Error('the house has two agents');
    const team = (id: string, member: string, departments?: string[]) => ({
      id,
      name: words(id),
      members: [member],
      head: first.id,
      ...(departments === undefined ? {} : { departments }),
    });
    const teams = [team('logistics', second.id, ['logistics']), team('care', first.id)];
    const matter = { branch: undefined, topics: [], running: 1 };
    expect(chooseOwner({ ...matter, departments: ['logistics'] }, { agents: settings.agents, teams }, NOBODY_ABSENT)).toEqual({
      owner: second.id,
      team: 'logistics',
    });
    expect(chooseOwner(matter, { agents: settings.agents, teams }, NOBODY_ABSENT).team).toBe('care');
  });
});
