import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBuckets } from '../../../shared/domain/metrics/bucket.ts';
import { COUNTERS } from '../../../shared/domain/metrics/counters.ts';
import { addDeltas, addTallies, emptyTally, negated, storedTally, type Tally, tallyOf } from '../../../shared/domain/metrics/tally.ts';

const tallies: fc.Arbitrary<Tally> = fc
  .array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: COUNTERS.length, maxLength: COUNTERS.length })
  .map((values) => storedTally(Object.fromEntries(COUNTERS.map((counter, i) => [counter, values[i]]))));

const buckets = fc.record({
  granularity: fc.constantFrom('day', 'hour'),
  dimension: fc.constantFrom('all', 'channel#form', 'branch#east'),
  start: fc.constantFrom('2026-11-22', '2026-11-23'),
  deltas: tallies,
});

describe('adding tallies', () => {
  it('does not depend on order or grouping, and nothing is its zero (P44)', () => {
    fc.assert(
      fc.property(tallies, tallies, tallies, (a, b, c) => {
        expect(addTallies(a, b)).toEqual(addTallies(b, a));
        expect(addTallies(addTallies(a, b), c)).toEqual(addTallies(a, addTallies(b, c)));
        expect(addTallies(a, emptyTally)).toEqual(tallyOf(a));
      }),
    );
  });

  it('is undone by the opposite', () => {
    fc.assert(
      fc.property(tallies, (a) => {
        expect(addDeltas(a, negated(a))).toEqual({});
      }),
    );
  });

  it('reads back what was stored and refuses what is not a whole number', () => {
    fc.assert(
      fc.property(tallies, (a) => {
        expect(storedTally({ pk: 'x', sk: 'y', ...a })).toEqual(a);
      }),
    );
    expect(() => storedTally({ n: 1.5 })).toThrow();
    expect(() => storedTally({ n: '1' })).toThrow();
  });
});

describe('mergeBuckets', () => {
  it('gives the same buckets whatever the order and however they are merged before', () => {
    const byName = (list: ReturnType<typeof mergeBuckets>) =>
      new Map(list.map((b) => [`${b.granularity} ${b.start} ${b.dimension}`, tallyOf(b.deltas)]));
    fc.assert(
      fc.property(fc.array(buckets, { maxLength: 30 }), fc.nat(30), (list, cut) => {
        const whole = byName(mergeBuckets(list));
        expect(byName(mergeBuckets([...list].reverse()))).toEqual(whole);
        expect(byName(mergeBuckets([...mergeBuckets(list.slice(0, cut)), ...mergeBuckets(list.slice(cut))]))).toEqual(whole);
      }),
    );
  });
});
