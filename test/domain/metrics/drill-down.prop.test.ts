import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../shared/domain/feedback.ts';
import { standsBehind } from '../../../shared/domain/metrics/drill-down.ts';
import { instantsOfDays } from '../../../shared/domain/metrics/period.ts';
import { NPS_COUNTERS, ratingDeltas } from '../../../shared/domain/metrics/rating.ts';
import { aFeedback } from '../../samples.ts';

const scales = [
  { metric: 'csat', min: 1, max: 5 },
  { metric: 'csat', min: 1, max: 10 },
  { metric: 'nps', min: 0, max: 10 },
  { metric: 'ces', min: 1, max: 7 },
  { metric: 'ces', min: 1, max: 5 },
  { metric: 'rating', min: 1, max: 5 },
] as const satisfies readonly Pick<Answer, 'metric' | 'min' | 'max'>[];
const answers: fc.Arbitrary<Answer[]> = fc.array(
  fc
    .constantFrom(...scales)
    .chain((scale) => fc.integer({ min: scale.min, max: scale.max }).map((value) => ({ ...scale, value, question: `q${scale.max}` }))),
  { maxLength: 5 },
);

describe('what stands behind a mark (from a bar to its comments)', () => {
  it('is what the bar counts: one of the bars of CSAT, of NPS and of effort, or none where none was asked', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const feedback = aFeedback({ answers: given });
        const counted = ratingDeltas(given);
        const behind = (metric: Answer['metric'], values: readonly number[], max?: number) =>
          values.filter((value) => standsBehind(feedback, { answer: { metric, value, max } }));
        expect(behind('csat', [1, 2, 3, 4, 5])).toEqual(([1, 2, 3, 4, 5] as const).filter((n) => counted[`csat${n}`] === 1));
        expect(behind('nps', [...NPS_COUNTERS.keys()])).toEqual(
          [...NPS_COUNTERS.keys()].filter((n) => counted[NPS_COUNTERS[n] ?? 'nps0'] === 1),
        );
        expect(behind('ces', [1, 2, 3, 4, 5, 6, 7], 7).length + behind('ces', [1, 2, 3, 4, 5], 5).length).toBe(
          given.some(({ metric }) => metric === 'ces') ? 1 : 0,
        );
      }),
    );
  });

  it('is in one band of each metric that was asked, and in none of another', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const bands = (names: readonly ('csat-top' | 'csat-other' | 'promoter' | 'passive' | 'detractor')[]) =>
          names.filter((band) => standsBehind(aFeedback({ answers: given }), { band })).length;
        expect(bands(['csat-top', 'csat-other'])).toBe(given.some(({ metric }) => metric === 'csat') ? 1 : 0);
        expect(bands(['promoter', 'passive', 'detractor'])).toBe(given.some(({ metric }) => metric === 'nps') ? 1 : 0);
      }),
    );
  });

  it.each([
    [{ topic: 'delivery' }, true],
    [{ topic: 'staff' }, false],
    [{ language: 'en' }, true],
    [{ language: 'other' }, false],
    [{ tier: 'unknown' }, true],
    [{ sentiment: 'positive' }, false],
    [{ isUnhappy: true, hasWords: true, isCounted: true, hasCase: false }, true],
    [{ answer: { question: 'satisfaction', value: 1 } }, true],
    [{ answer: { question: 'satisfaction', value: 2 } }, false],
    [{ answer: { metric: 'nps' } }, false],
    [{ survey: 'service', channel: 'form', branch: 'east' }, false],
  ] as const)('tells by %j: %s', (mark, expected) => {
    expect(standsBehind(aFeedback(), mark)).toBe(expected);
  });

  it('leaves out what figures leave out, and moods that could not be read', () => {
    expect(standsBehind(aFeedback({ isReply: true }), { isCounted: true })).toBe(false);
    expect(standsBehind(aFeedback({ automatic: 'bounce' }), { isCounted: true })).toBe(false);
    const { understanding } = aFeedback();
    const unread = { ...understanding, sentiment: { label: 'neutral', score: 0, confidence: 0 } } as const;
    expect(standsBehind(aFeedback({ understanding: unread }), { sentiment: 'neutral' })).toBe(false);
  });

  it('lies between the midnights of the zone, on days of 23 hours too', () => {
    expect(instantsOfDays('2026-11-22', '2026-11-23', 'Asia/Shanghai')).toEqual({
      start: '2026-11-21T16:00:00.000Z',
      end: '2026-11-23T16:00:00.000Z',
    });
    expect(instantsOfDays('2026-03-29', '2026-03-29', 'Europe/Berlin')).toEqual({
      start: '2026-03-28T23:00:00.000Z',
      end: '2026-03-29T22:00:00.000Z',
    });
  });
});
