import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackId } from '../../../../shared/adapters/ids.ts';
import { figures } from '../../../../shared/domain/analytics/analysis/kinds/figures.ts';
import { gatherAnswers } from '../../../../shared/domain/analytics/gather-answers.ts';
import { rowsOf } from '../../../../shared/domain/analytics/rows-of.ts';
import { CHANNELS, type Feedback } from '../../../../shared/domain/feedback.ts';
import { answerFiguresOf } from '../../../../shared/domain/metrics/figures.ts';
import { foldItems } from '../../../../shared/domain/metrics/reconcile.ts';
import { sumOf, tallyOf } from '../../../../shared/domain/metrics/tally.ts';
import { TIERS } from '../../../../shared/domain/tier.ts';
import { filesInMemory } from '../../../column-files-in-memory.ts';
import { aFeedback } from '../../../samples.ts';

const ZONE = 'Asia/Shanghai';
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const TODAY = '2026-12-05';

const answer = fc.oneof(
  fc.record({ metric: fc.constant('csat' as const), value: fc.integer({ min: 1, max: 5 }), min: fc.constant(1), max: fc.constant(5) }),
  fc.record({ metric: fc.constant('nps' as const), value: fc.integer({ min: 0, max: 10 }), min: fc.constant(0), max: fc.constant(10) }),
  fc.record({ metric: fc.constant('ces' as const), value: fc.integer({ min: 1, max: 7 }), min: fc.constant(1), max: fc.constant(7) }),
  fc.record({ metric: fc.constant('rating' as const), value: fc.integer({ min: 1, max: 5 }), min: fc.constant(1), max: fc.constant(5) }),
);
const said = fc
  .array(
    fc.record({
      day: fc.integer({ min: 10, max: 28 }),
      answers: fc.array(answer, { maxLength: 4 }),
      channel: fc.constantFrom(...CHANNELS),
      branch: fc.option(fc.constantFrom('east', 'south'), { nil: undefined }),
      tier: fc.option(fc.constantFrom(...TIERS), { nil: undefined }),
      language: fc.constantFrom('en', 'zh-Hans', 'de'),
      reasons: fc.subarray(['delivery', 'staff'] as const),
      sentiment: fc.constantFrom(
        { label: 'negative', score: -0.83, confidence: 0.9 } as const,
        { label: 'positive', score: 0.4, confidence: 0.6 } as const,
        { label: 'neutral', score: 0, confidence: 0 } as const,
      ),
    }),
    { maxLength: 60 },
  )
  .map((all) =>
    all.map(
      ({ day, answers, language, sentiment, reasons, ...placed }, i): Feedback => ({
        ...aFeedback(),
        ...placed,
        id: feedbackId('form', `f${i}`),
        receivedAt: `2026-11-${day}T04:00:00.000Z`,
        answers: answers.map((one, n) => ({ ...one, question: `q${n}` })),
        reasons: [...reasons],
        understanding: { ...aFeedback().understanding, language, sentiment, topics: [] },
      }),
    ),
  );

async function gathered(feedback: readonly Feedback[], wanted: Omit<Parameters<typeof gatherAnswers>[0], 'from' | 'to'>) {
  const { store } = filesInMemory();
  // In two files, one of them twice, as at-least-once delivery leaves them.
  const half = Math.floor(feedback.length / 2);
  for (const part of [feedback.slice(0, half), feedback.slice(half), feedback.slice(0, half + 1)]) {
    if (part.length > 0)
      await store.add(
        '2026-11',
        'part',
        part.flatMap((item) => rowsOf(item, ZONE)),
      );
  }
  return gatherAnswers({ ...NOVEMBER, ...wanted }, store);
}

const bucketed = (feedback: readonly Feedback[], dimension: string) =>
  answerFiguresOf(
    sumOf(
      foldItems(
        feedback.map((item) => ({ ...item, type: 'feedback' })),
        ZONE,
      )
        .filter((bucket) => bucket.granularity === 'day' && bucket.dimension === dimension)
        .map(({ deltas }) => tallyOf(deltas)),
    ),
  );

describe('figures from column files (R14, R20)', () => {
  it.each([
    ['all', {}],
    ['branch#east', { branch: 'east' }],
    ['channel#mail', { where: { channel: 'mail' } }],
    ['topic#delivery', { where: { topic: 'delivery' } }],
    ['language#other', { where: { language: 'other' } }],
    ['tier#vip', { where: { tier: 'vip' } }],
    ['tier#unknown', { where: { tier: 'unknown' } }],
  ] as const)('are those of the bucket %s, to the last digit', async (dimension, wanted) => {
    await fc.assert(
      fc.asyncProperty(said, async (feedback) => {
        const { result } = figures(await gathered(feedback, wanted), { kind: 'figures', ...NOVEMBER }, TODAY);
        const expected = bucketed(feedback, dimension);
        if (expected.n > 0 && expected.n < 5) expect(result).toEqual({ ...result, isSuppressed: true, n: undefined, figures: undefined });
        else expect(result.figures).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('hold for all filters at once: those of the feedback that passes each', async () => {
    await fc.assert(
      fc.asyncProperty(said, async (feedback) => {
        const rows = await gathered(feedback, { branch: 'east', where: { topic: 'delivery', language: 'en', tier: 'unknown' } });
        const passing = feedback.filter(
          ({ branch, reasons, understanding, tier }) =>
            branch === 'east' && reasons.includes('delivery') && understanding.language === 'en' && tier === undefined,
        );
        expect([...new Set(rows.map(({ feedbackId: id }) => id))].sort()).toEqual(passing.map(({ id }) => id).sort());
      }),
    );
  });

  it('show no group of fewer than five, nor let one be worked out from the whole and the other periods (R20)', async () => {
    await fc.assert(
      fc.asyncProperty(said, async (feedback) => {
        const request = { kind: 'figures', from: '2026-11-10', to: '2026-11-28', per: 'day' } as const;
        const { result } = figures(await gathered(feedback, {}), request, TODAY);
        expect(result.n === undefined).toBe(feedback.length > 0 && feedback.length < 5);
        const series = result.series ?? [];
        const shown = series.flatMap(({ figures: of }) => (of === undefined ? [] : [of.n]));
        for (const n of shown) expect(n === 0 || n >= 5).toBe(true);
        const left = (result.n ?? 0) - shown.reduce((sum, n) => sum + n, 0);
        expect(left === 0 || left >= 5).toBe(true);
        expect(series.filter(({ isSuppressed }) => isSuppressed).length).not.toBe(1);
      }),
    );
  });

  it('tell which periods are not whole, and say what they rest on in both languages', async () => {
    const feedback = Array.from({ length: 12 }, (_, i) => aFeedback({ id: feedbackId('form', `s${i}`) }));
    const request = { kind: 'figures', from: '2026-11-20', to: '2026-12-05', per: 'week' } as const;
    const { result, report } = figures(await gathered(feedback, {}), request, TODAY);
    expect(result.series?.map(({ from, isPartial }) => [from, isPartial])).toEqual([
      ['2026-11-20', true],
      ['2026-11-23', false],
      ['2026-11-30', true],
    ]);
    expect(result).toMatchObject({ n: 12, suppressedBelow: { score: 10, group: 5 } });
    expect(report.sentences).toEqual([{ en: '0% satisfied, of 12 responses.', 'zh-Hans': '共 12 份答卷，0% 的客户满意。' }]);
  });
});
