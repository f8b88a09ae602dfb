import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionsOfChange } from '../../../shared/domain/metrics/contributions.ts';
import { fitting, MAX_OPERATIONS } from '../../../shared/domain/metrics/packing.ts';
import { TOPICS } from '../../../shared/domain/understand/understanding.ts';
import { aFeedback } from '../../samples.ts';

const records = fc.array(
  fc.record({
    eventId: fc.uuid(),
    buckets: fc
      .uniqueArray(fc.nat(60), { maxLength: 40 })
      .map((numbers) =>
        numbers.map((n) => ({ granularity: 'day', dimension: `topic#${n}`, start: '2026-11-22', deltas: { n: 1 } }) as const),
      ),
  }),
  { minLength: 1, maxLength: 120 },
);

const operations = (list: readonly { readonly buckets: readonly { readonly dimension: string }[] }[]) =>
  list.length + new Set(list.flatMap(({ buckets }) => buckets.map(({ dimension }) => dimension))).size;

describe('fitting', () => {
  it('takes as many whole records as fit a transaction, and no more', () => {
    fc.assert(
      fc.property(records, (list) => {
        const count = fitting(list);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(operations(list.slice(0, count))).toBeLessThanOrEqual(MAX_OPERATIONS);
        if (count < list.length) expect(operations(list.slice(0, count + 1))).toBeGreaterThan(MAX_OPERATIONS);
      }),
    );
  });

  it('takes the largest record there can be: all topics, moved to another day, channel, survey, branch and language', () => {
    const image = (day: string, channel: 'form' | 'mail', value: string) => ({
      ...aFeedback({ receivedAt: `2026-11-${day}T08:30:00.000Z`, channel, survey: value, branch: value, reasons: [...TOPICS] }),
      understanding: { ...aFeedback().understanding, language: channel === 'form' ? 'en' : 'zh-Hans' },
      type: 'feedback',
    });
    const buckets = contributionsOfChange({ old: image('21', 'form', 'a'), new: image('22', 'mail', 'b') }, 'UTC');
    expect(buckets).toHaveLength(76);
    expect(1 + buckets.length).toBeLessThanOrEqual(MAX_OPERATIONS);
  });
});
