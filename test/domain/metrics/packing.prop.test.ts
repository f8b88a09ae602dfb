import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionsOfChange } from '../../../shared/domain/metrics/contributions.ts';
import { type CountedRecord, fitting, MAX_CLAIMS_OF_A_SECOND, MAX_OPERATIONS } from '../../../shared/domain/metrics/packing.ts';
import { TOPICS } from '../../../shared/domain/understand/understanding.ts';
import { aFeedback } from '../../samples.ts';

const recordsOf = (seconds: number, topics: number) =>
  fc.array(
    fc.record({
      eventId: fc.uuid(),
      second: fc.nat(seconds).map(String),
      buckets: fc
        .uniqueArray(fc.nat(60), { maxLength: topics })
        .map((numbers) =>
          numbers.map((n) => ({ granularity: 'day', dimension: `topic#${n}`, start: '2026-11-22', deltas: { n: 1 } }) as const),
        ),
    }),
    { minLength: 1, maxLength: 250, size: 'max' },
  );
/** Many seconds and buckets, so that these are what does not fit; or few of both, so that it is the claims of a second. */
const records = fc.oneof(recordsOf(300, 40), recordsOf(1, 3));

const operations = (list: readonly CountedRecord[]) =>
  new Set(list.map(({ second }) => second)).size + new Set(list.flatMap(({ buckets }) => buckets.map(({ dimension }) => dimension))).size;
const claimsOfASecond = (list: readonly CountedRecord[]) =>
  Math.max(...[...Map.groupBy(list, ({ second }) => second).values()].map(({ length }) => length));
const fits = (list: readonly CountedRecord[]) => operations(list) <= MAX_OPERATIONS && claimsOfASecond(list) <= MAX_CLAIMS_OF_A_SECOND;

describe('fitting', () => {
  it('takes as many whole records as fit a transaction, and no more', () => {
    fc.assert(
      fc.property(records, (list) => {
        const count = fitting(list);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(fits(list.slice(0, count))).toBe(true);
        if (count < list.length) expect(fits(list.slice(0, count + 1))).toBe(false);
      }),
    );
  });

  it('takes the largest record there can be: all topics, moved to another day, channel, survey, branch, campaign and language', () => {
    const image = (day: string, channel: 'form' | 'mail', value: string) => ({
      ...aFeedback({
        receivedAt: `2026-11-${day}T08:30:00.000Z`,
        channel,
        survey: value,
        branch: value,
        campaign: value,
        reasons: [...TOPICS],
      }),
      understanding: { ...aFeedback().understanding, language: channel === 'form' ? 'en' : 'zh-Hans' },
      type: 'feedback',
    });
    const buckets = contributionsOfChange({ old: image('21', 'form', 'a'), new: image('22', 'mail', 'b') }, 'UTC');
    expect(buckets).toHaveLength(82);
    expect(1 + buckets.length).toBeLessThanOrEqual(MAX_OPERATIONS);
  });
});
