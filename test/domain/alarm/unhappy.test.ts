import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnhappy, namesTopic, unhappyCount } from '../../../shared/domain/alarm/unhappy.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import { foldItems } from '../../../shared/domain/metrics/reconcile.ts';
import { tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { aFeedback } from '../../samples.ts';

const csat = (value: number) => ({ question: 'satisfaction', metric: 'csat', value, min: 1, max: 5 }) as const;
const nps = (value: number) => ({ question: 'recommendation', metric: 'nps', value, min: 0, max: 10 }) as const;
const calm = { ...aFeedback().understanding, sentiment: { label: 'neutral', score: 0, confidence: 0 } } as const;
const rated = (...answers: Feedback['answers']) => aFeedback({ answers, understanding: calm });

describe('unhappy feedback', () => {
  it.each([
    ['negative words', aFeedback({ answers: [csat(5)] }), true],
    ['1 of 5 without words', rated(csat(1)), true],
    ['2 of 5', rated(csat(2)), true],
    ['3 of 5', rated(csat(3)), false],
    ['a detractor', rated(nps(6)), true],
    ['a passive', rated(nps(7)), false],
    ['nothing rated and nothing read', rated(), false],
  ])('%s: %#', (_, feedback, expected) => {
    expect(isUnhappy(feedback)).toBe(expected);
  });

  it('is counted once where it is unhappy in several ways', () => {
    expect(unhappyCount(tallyOf({ sentimentNegative: 3, csat1: 1, csat2: 1, nps0: 1 }))).toBe(3);
    expect(unhappyCount(tallyOf({ sentimentNegative: 1, csat1: 1, csat2: 1 }))).toBe(2);
    expect(unhappyCount(tallyOf({ nps6: 4, nps7: 9 }))).toBe(4);
  });

  it('is never counted more often than there is any', () => {
    const one = fc.record({
      csat: fc.option(fc.integer({ min: 1, max: 5 })),
      nps: fc.option(fc.integer({ min: 0, max: 10 })),
      isNegative: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (list) => {
        const feedback = list.map(({ csat: c, nps: n, isNegative }, i) =>
          aFeedback({
            externalId: `r${i}`,
            answers: [...(c === null ? [] : [csat(c)]), ...(n === null ? [] : [nps(n)])],
            ...(isNegative ? {} : { understanding: calm }),
          }),
        );
        const items = feedback.map((item) => ({ ...item, type: 'feedback' }));
        const all = foldItems(items, 'UTC').find(({ granularity, dimension }) => granularity === 'day' && dimension === 'all');
        const unhappy = feedback.filter(isUnhappy).length;
        const counted = unhappyCount(tallyOf(all?.deltas ?? {}));
        expect(counted).toBeLessThanOrEqual(unhappy);
        if (unhappy > 0) expect(counted).toBeGreaterThan(0);
      }),
    );
  });

  it('names a topic that was ticked or read from the words', () => {
    expect(namesTopic(aFeedback({ reasons: ['staff'] }), 'staff')).toBe(true);
    expect(namesTopic(aFeedback({ reasons: [] }), 'delivery')).toBe(true);
    expect(namesTopic(aFeedback(), 'privacy')).toBe(false);
  });
});
