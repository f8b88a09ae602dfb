import { describe, expect, it } from 'vitest';
import {
  type BranchComparison,
  type BranchMeasure,
  compareBranches,
  compareLevels,
} from '../../../../shared/domain/analytics/branches/branches.ts';
import { funnelOf } from '../../../../shared/domain/analytics/branches/funnel.ts';
import { commonOf, shrunk } from '../../../../shared/domain/analytics/branches/shrink.ts';
import { withoutSmall } from '../../../../shared/domain/analytics/branches/small-branches.ts';
import { branchSentences, levelSentence } from '../../../../shared/domain/analytics/branches/words.ts';
import { share } from '../../../../shared/domain/analytics/sample.ts';

const SHARE: BranchMeasure = { kind: 'share', better: 'high' };
const branch = (name: string, hits: number, n: number) => ({ name, sample: share(hits, n) });

function measured(branches: Parameters<typeof compareBranches>[0], measure = SHARE): BranchComparison {
  const result = compareBranches(branches, measure);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
}

const TWELVE = Array.from({ length: 12 }, (_, i) => branch(`B${String(i).padStart(2, '0')}`, 78 + (i % 5), 100));

describe('branches (R20)', () => {
  it('that differ by noise are not told apart, and share all ranks', () => {
    const { branches, between, overdispersion } = measured(TWELVE);
    expect(new Set(branches.map(({ verdict }) => verdict))).toEqual(new Set(['not-distinguishable']));
    expect(branches.every(({ rank }) => rank.best === 1 && rank.worst === 12)).toBe(true);
    expect({ between, overdispersion }).toEqual({ between: 0, overdispersion: 1 });
  });

  it('that are worse are found, and it depends on which way is good', () => {
    const all = [...TWELVE, branch('Harbour', 45, 100)];
    const found = measured(all).branches.find(({ name }) => name === 'Harbour');
    expect(found).toMatchObject({ verdict: 'worse', rank: { best: 13, worst: 13 }, funnel: { position: 'beyond-99.8' } });
    const complaints = measured(all, { kind: 'share', better: 'low' });
    expect(complaints.branches[0]).toMatchObject({ name: 'Harbour', verdict: 'better', rank: { best: 1, worst: 1 } });
  });

  it('are drawn towards the mean, the more the fewer answers they have', () => {
    const { branches, house } = measured([...TWELVE, branch('Few', 6, 6), branch('Many', 190, 200), branch('Low', 100, 200)]);
    const drawn = (name: string) => {
      const of = branches.find((figure) => figure.name === name);
      return of === undefined ? 0 : (of.estimate.value - of.shrunk.value) / (of.estimate.value - house.value);
    };
    expect(drawn('Few')).toBeGreaterThan(0.3);
    expect(drawn('Many')).toBeLessThan(0.2);
    expect(drawn('Many')).toBeGreaterThan(0);
  });

  it('shrink by hand: two branches of 100 at 40 and 60 in 100', () => {
    const samples = [share(40, 100), share(60, 100)];
    // Spread 100·0.01·2 = 2, less 1·0.25, over 200 − 100.
    const common = commonOf(samples, SHARE);
    expect(common.between).toBeCloseTo(0.0175, 12);
    // Prior strength 0.25/0.0175 − 1 = 13.2857…
    const strength = 0.25 / 0.0175 - 1;
    expect(shrunk(samples[0] ?? share(0, 1), common, 0.25, SHARE).value).toBeCloseTo((0.5 * strength + 40) / (strength + 100), 12);
  });

  it('have funnel limits by hand: 0.5 ± 1.96·√(0.25/100)', () => {
    const { limits, overdispersion } = funnelOf([share(50, 100), share(48, 100)], 0.5, 0.25, SHARE);
    expect(overdispersion).toBe(1);
    expect(limits(100, 0.05).low).toBeCloseTo(0.5 - 0.05 * 1.959964, 6);
    expect(limits(100, 0.002).high).toBeCloseTo(0.5 + 0.05 * 3.090232, 6);
  });

  it('widen the limits where all scatter by more than chance', () => {
    const all = Array.from({ length: 20 }, (_, i) => branch(`B${i}`, 500 + (i % 2 === 0 ? 60 : -60), 1000));
    const { overdispersion, branches } = measured(all);
    expect(overdispersion).toBeCloseTo(14.4, 1);
    expect(branches.every(({ funnel }) => funnel.position === 'inside')).toBe(true);
  });

  it('of fewer than 5 answers are together only, with the next smallest where they could be worked out', () => {
    const { shown, others } = withoutSmall([branch('A', 2, 3), branch('B', 50, 60), branch('C', 7, 9), branch('D', 0, 0)]);
    expect(shown.map(({ name }) => name)).toEqual(['B']);
    expect(others).toEqual({ names: ['A', 'C', 'D'], sample: share(9, 12) });
  });

  it('are refused where too few are left, or the sums cannot be', () => {
    expect(compareBranches([branch('A', 2, 3), branch('B', 50, 60)], SHARE)).toMatchObject({ reason: 'too-few-branches', needed: 2 });
    expect(compareBranches([branch('A', 70, 60), branch('B', 50, 60)], SHARE)).toMatchObject({
      reason: 'too-few-branches',
      unsound: ['A'],
    });
    expect(compareBranches([], { kind: 'mean', min: 5, max: 1, better: 'high' })).toMatchObject({ reason: 'unfit-scale' });
  });

  it('are said in both languages', () => {
    const all = measured([...TWELVE, branch('Harbour', 45, 100), branch('Tiny', 1, 3)]);
    const said = branchSentences(all, 'en');
    expect(said[0]).toMatch(/^The house: 77% \(95% interval 75% to 79%, n\u00A0=\u00A01,303\)\.$/);
    expect(said[1]).toMatch(/^Harbour: worse than the house: 45% \(n\u00A0=\u00A0100\), 34\.\d percentage points below the other branches/);
    expect(said.at(-1)).toMatch(/^Not shown singly, as some have fewer than 5 answers: B\d\d, Tiny \(n\u00A0=\u00A0103 together\)\.$/);
    const chinese = branchSentences(all, 'zh-Hans').join('');
    expect(chinese).toContain('Harbour：差于整体，45%');
    expect(chinese).toContain('其余 11 家网点与整体无法区分。');
  });
});

describe('head office and branches (R20)', () => {
  it('are compared on two levels', () => {
    const levels = compareLevels(share(180, 200), TWELVE, SHARE);
    expect(levels).toMatchObject({ verdict: 'better', headOffice: { n: 200, value: 0.9 }, branches: { n: 1200 } });
    expect(levelSentence(levels, 'en')).toMatch(/head office is better \(95% interval \+/);
    expect(levelSentence(levels, 'zh-Hans')).toMatch(/总部较好（95% 置信区间 \+/);
    expect(levelSentence(compareLevels(share(1, 3), TWELVE, SHARE), 'en')).toBe(
      'Head office and branches each need at least 10 answers to be compared.',
    );
  });
});
