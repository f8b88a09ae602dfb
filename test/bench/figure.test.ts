import { describe, expect, it } from 'vitest';
import { digits, inWords, isReached } from '../../bench/figure.ts';

describe('a figure', () => {
  it('reaches its goal from the right side, the goal itself included', () => {
    expect(isReached({ name: 'a', value: 60, unit: 'items/s', goal: { atLeast: 60 } })).toBe(true);
    expect(isReached({ name: 'a', value: 59.9, unit: 'items/s', goal: { atLeast: 60 } })).toBe(false);
    expect(isReached({ name: 'a', value: 5, unit: '$', goal: { atMost: 5 } })).toBe(true);
    expect(isReached({ name: 'a', value: 5.01, unit: '$', goal: { atMost: 5 } })).toBe(false);
    expect(isReached({ name: 'a', value: 1, unit: '' })).toBeUndefined();
  });

  it('is told with three digits and its goal, and says plainly that it was missed', () => {
    const figures = [
      { name: 'bill', value: 8.2749, unit: '$', goal: { atMost: 5 } },
      { name: 'rate', value: 61.234, unit: 'items/s', goal: { atLeast: 60 } },
    ];
    const words = inWords({ title: 'Some bench', figures, how: ['By counting.'] });
    expect(words).toMatch(/bill +\$8\.27 +≤ \$5 +MISSED/);
    expect(words).toMatch(/rate +61\.2 items\/s +≥ 60 items\/s +reached/);
    expect(words).toContain('By counting.');
  });

  it('has no digits that were not measured', () => {
    expect(digits(1234.567)).toBe('1235');
    expect(digits(0.0123456)).toBe('0.0123');
    expect(digits(2)).toBe('2');
  });
});
