import { describe, expect, it } from 'vitest';
import { delaysOf, mean, median, percentile } from '../../bench/statistics.ts';

describe('percentiles', () => {
  it('are the nearest rank: a value that was measured, whatever the order', () => {
    const values = [15, 50, 20, 40, 35];
    expect(percentile(values, 0.05)).toBe(15);
    expect(percentile(values, 0.3)).toBe(20);
    expect(percentile(values, 0.4)).toBe(20);
    expect(median(values)).toBe(35);
    expect(percentile(values, 1)).toBe(50);
    expect(percentile(values, 0)).toBe(15);
  });

  it('sort numbers as numbers', () => {
    expect(percentile([9, 10, 100], 0.5)).toBe(10);
  });

  it('and means of nothing are refused, not NaN', () => {
    expect(() => percentile([], 0.5)).toThrow('at least one');
    expect(() => mean([])).toThrow('at least one');
    expect(mean([1, 2, 6])).toBe(3);
  });
});

describe('delays from two cumulative curves', () => {
  const samples = [
    { at: 10, counted: 0 },
    { at: 20, counted: 2 },
    { at: 30, counted: 2 },
    { at: 40, counted: 3 },
  ];

  it('last from an acceptance until a look saw as many counted', () => {
    expect(delaysOf([5, 12, 21], samples)).toEqual([15, 8, 19]);
  });

  it('take acceptances in any order', () => {
    expect(delaysOf([21, 5, 12], samples)).toEqual([15, 8, 19]);
  });

  it('are none where an item was counted before its answer came', () => {
    expect(delaysOf([25], [{ at: 20, counted: 1 }])).toEqual([0]);
  });

  it('refuse to guess about items that no look has seen', () => {
    expect(() => delaysOf([1, 2, 3, 4], samples)).toThrow('4 accepted, of which the last look saw 3 counted');
  });
});
