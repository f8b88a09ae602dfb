import fc from 'fast-check';
import { expect, it } from 'vitest';
import { delaysOf, mean, percentile } from '../../bench/statistics.ts';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

it('a percentile is one of the values, and that share of them does not exceed it', () => {
  fc.assert(
    fc.property(values, share, (list, part) => {
      const found = percentile(list, part);
      expect(list).toContain(found);
      expect(list.filter((value) => value <= found).length).toBeGreaterThanOrEqual(part * list.length - 1e-9);
    }),
  );
});

it('the mean of the delays is that of the single items, also where they overtake each other', () => {
  const item = fc.record({ at: fc.integer({ min: 0, max: 1000 }), takes: fc.integer({ min: 0, max: 200 }) });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 40 }), (items) => {
      const ends = items.map(({ at, takes }) => at + takes).sort((a, b) => a - b);
      const samples = ends.map((at, i) => ({ at, counted: i + 1 }));
      const delays = delaysOf(
        items.map(({ at }) => at),
        samples,
      );
      expect(mean(delays)).toBeCloseTo(mean(items.map(({ takes }) => takes)), 6);
    }),
  );
});
