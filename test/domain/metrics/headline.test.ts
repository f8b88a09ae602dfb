import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../shared/domain/metrics/changes.ts';
import { figuresOf } from '../../../shared/domain/metrics/figures.ts';
import { dashboardHeadline } from '../../../shared/domain/metrics/headline.ts';
import { tallyOf } from '../../../shared/domain/metrics/tally.ts';

const rated = (n: number, top: number) => figuresOf(tallyOf({ n, csat5: top, csat1: n - top, csatTop2: top }));
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('dashboardHeadline (R19, P28)', () => {
  it.each([
    [
      'en',
      'Satisfaction fell clearly: 71% satisfied (n = 143), 13 points less than the equal period before',
      '143 responses so far, 156 the equal period before. 3 cases are past their deadline.',
    ],
    [
      'zh-Hans',
      '满意度明显下降：71% 的客户满意（n = 143），比此前同等时段低 13 个百分点',
      '目前收到 143 条客户反馈，此前同等时段为 156 条。有 3 个个案已超过时限。',
    ],
  ] as const)('says in %s what changed, and what waits', (language, headline, lead) => {
    const [now, before] = [rated(143, 102), rated(156, 131)];
    const said = dashboardHeadline(
      { figures: now, changes: changesOf(now, before), nBefore: before.n, overdue: 3, isPartial: true },
      language,
    );
    expect({ headline: plain(said.headline), lead: said.lead }).toEqual({ headline, lead });
  });

  it('calls nothing a change that may be chance, nor compares with too few (P28)', () => {
    const [now, like, few] = [rated(143, 102), rated(150, 110), rated(9, 9)];
    const said = (before: typeof now) =>
      plain(dashboardHeadline({ figures: now, changes: changesOf(now, before), isPartial: false }, 'en').headline);
    expect(said(like)).toBe('No clear change in satisfaction: 71% satisfied (n = 143)');
    expect(said(few)).toBe('71% satisfied (n = 143)');
  });

  it('takes the NPS where there is no satisfaction, and says where there is nothing', () => {
    const nps = figuresOf(tallyOf({ n: 20, nps10: 15, nps0: 5 }));
    expect(plain(dashboardHeadline({ figures: nps, isPartial: false }, 'en').headline)).toBe('NPS +50 (n = 20)');
    expect(dashboardHeadline({ figures: rated(0, 0), overdue: 0, isPartial: false }, 'en')).toEqual({
      headline: 'No feedback in these days',
      lead: 'No case is past its deadline.',
    });
    expect(dashboardHeadline({ figures: rated(0, 0), isPartial: false }, 'zh-Hans')).toEqual({
      headline: '所选日期内没有收到反馈',
      lead: '',
    });
    expect(plain(dashboardHeadline({ figures: rated(3, 2), isPartial: false }, 'zh-Hans').headline)).toBe(
      '评分太少，暂不计算得分（n = 3）',
    );
  });
});
