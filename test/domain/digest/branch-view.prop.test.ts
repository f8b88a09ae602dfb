import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOfBranch } from '../../../shared/domain/digest/branch-view.ts';
import { buildDigest } from '../../../shared/domain/digest/digest.ts';
import { figuresFile, renderDigest } from '../../../shared/domain/digest/render.ts';
import { foldItems } from '../../../shared/domain/metrics/reconcile.ts';
import { emptyTally, tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { aCase, aDeadline, aFeedback } from '../../samples.ts';
import { A_RISE, aWeek, type Otherwise } from './sample-week.ts';

const BRANCHES = ['east', 'south', undefined] as const;
const branch = fc.constantFrom(...BRANCHES);

const someFeedback = fc.array(fc.record({ branch, value: fc.integer({ min: 1, max: 5 }), severity: fc.constantFrom(1, 2, 3, 4) }), {
  maxLength: 40,
});
const someCases = fc.array(fc.record({ branch, severity: fc.constantFrom(1, 2, 3, 4), isSerious: fc.boolean() }), { maxLength: 20 });

const feedbackOf = (one: { branch: (typeof BRANCHES)[number]; value: number; severity: 1 | 2 | 3 | 4 }, i: number) =>
  aFeedback({
    externalId: String(i),
    receivedAt: '2026-11-18T03:00:00.000Z',
    comment: `what was said in ${one.branch ?? 'nowhere'} as number ${'abcdefghij'[i % 10]}${'abcdefghij'[Math.floor(i / 10)]}`,
    branch: one.branch,
    answers: [{ question: 'satisfaction', metric: 'csat', value: one.value, min: 1, max: 5 }],
    score: (one.value - 1) * 25,
    understanding: { ...aFeedback().understanding, topics: [], severity: one.severity },
  });

const caseOf = (one: { branch: (typeof BRANCHES)[number]; severity: 1 | 2 | 3 | 4; isSerious: boolean }, i: number) =>
  aCase({
    number: `26${BRANCHES.indexOf(one.branch) + 11}-${String(1000 + i)}`,
    branch: one.branch,
    severity: one.severity,
    isSerious: one.isSerious,
    openedAt: '2026-11-18T02:00:00.000Z',
    deadlines: i % 2 === 0 ? [aDeadline('acknowledge', '2026-11-20T09:00:00.000Z')] : [],
  });

/** A week with the figures that follow from what was said. */
function weekOf(feedback: ReturnType<typeof feedbackOf>[], openCases: ReturnType<typeof caseOf>[]): Otherwise {
  const items = [...feedback.map((item) => ({ ...item, type: 'feedback' })), ...openCases.map((item) => ({ ...item, type: 'case' }))];
  const buckets = foldItems(items, 'Asia/Shanghai').filter(({ granularity }) => granularity === 'day');
  return {
    feedback,
    openCases,
    feedbackBefore: [],
    before: new Map(),
    now: new Map(buckets.map(({ dimension, deltas }) => [dimension, tallyOf(deltas)])),
  };
}

describe('the digest of a branch (P29)', () => {
  it('never holds a comment, case, figure or alarm of another branch or of none', () => {
    fc.assert(
      fc.property(someFeedback, someCases, fc.constantFrom('en', 'zh-Hans'), (said, opened, language) => {
        const [feedback, cases] = [said.map(feedbackOf), opened.map(caseOf)];
        const week = aWeek(language, { ...weekOf(feedback, cases), alarms: [A_RISE] });
        const own = feedback.filter((item) => item.branch === 'east');
        const model = buildDigest({ ...week, branch: 'east', figures: figuresOfBranch(week.figures, 'east') });
        const { subject, html, text } = renderDigest(model);
        const all = [subject, html, text, figuresFile(model).content].join('\n');
        expect(all).not.toMatch(/said in (south|nowhere)|South|华南/);
        for (const item of cases) if (item.branch !== 'east') expect(all).not.toContain(item.number);
        expect(model.figures.n).toBe(own.length);
        expect(model.figures.csat.n).toBe(own.length);
        expect(model.figures.cases.opened).toBe(cases.filter((item) => item.branch === 'east').length);
        expect([model.branches, model.attention.alarms]).toEqual([[], []]);
      }),
      { numRuns: 100 },
    );
  });

  it('counts its topics as the buckets would, where all was read, and says so where it was not', () => {
    const feedback = Array.from({ length: 30 }, (_, i) => ({
      ...feedbackOf({ branch: 'east', value: i < 12 ? 1 : 5, severity: 1 }, i),
      reasons: i < 12 ? ['delivery' as const] : [],
    }));
    const week = aWeek('en', { ...weekOf(feedback, []), feedbackBefore: feedback });
    const model = (isFeedbackCut: boolean) =>
      buildDigest({ ...week, branch: 'east', figures: figuresOfBranch({ ...week.figures, isFeedbackCut }, 'east') });
    const byBucket = week.figures.periods.at(-1)?.tallies.get('topic#delivery');
    const [last] = figuresOfBranch(week.figures, 'east').periods.slice(-1);
    // What the mood of the words adds is not asked of a topic here.
    const { n, csat1, csat5, csatTop2 } = byBucket ?? emptyTally;
    expect([n, csat1]).toEqual([12, 12]);
    expect(last?.tallies.get('topic#delivery')).toMatchObject({ n, csat1, csat5, csatTop2 });
    expect(model(false).drivers.all.map(({ topic }) => topic)).toContain('delivery');
    expect(renderDigest(model(true)).text).toContain('There was too much feedback to count this branch by topic.');
  });

  it('says whose it is, and nothing about who was invited, which is not counted by branch', () => {
    const week = aWeek('en');
    const { subject, text } = renderDigest(buildDigest({ ...week, branch: 'east', figures: figuresOfBranch(week.figures, 'east') }));
    expect(subject).toContain('Example Company East');
    expect(text).toContain('Example Company · East\n');
    expect(text).toContain('everybody who answered about East');
    expect(text).not.toMatch(/own accord|invitation/);
  });
});
