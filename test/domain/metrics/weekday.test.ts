import { describe, expect, it } from 'vitest';
import { weekdayWeights, weightOfHours } from '../../../shared/domain/metrics/weekday.ts';

/** Days from a Monday on. */
const days = (counts: readonly number[]) => counts.map((n, i) => ({ day: `2026-11-${String(2 + i).padStart(2, '0')}`, n }));
const MONDAY = '2026-11-23';
const SUNDAY = '2026-11-29';

describe('weights of weekdays', () => {
  it('tell a busy Monday from a quiet Sunday, and are drawn towards the average where few were seen', () => {
    const week = [20, 10, 10, 10, 10, 10, 0];
    const afterOne = weekdayWeights(days(week));
    const afterThree = weekdayWeights(days([...week, ...week, ...week]));
    expect(afterOne(MONDAY)).toBeCloseTo((20 + 2 * 10) / (3 * 10));
    expect(afterThree(MONDAY)).toBeCloseTo((60 + 2 * 10) / (5 * 10));
    expect(afterThree(SUNDAY)).toBeCloseTo(0.4);
    expect(afterThree('2026-11-25')).toBeCloseTo(1);
  });

  it('are 1 for a house that has heard nothing', () => {
    expect(weekdayWeights([])(MONDAY)).toBe(1);
    expect(weekdayWeights(days([0, 0, 0]))(SUNDAY)).toBe(1);
  });

  it('of a window are those of its hours, by the day they fall on in the zone of the house', () => {
    const weights = (day: string) => (day === MONDAY ? 2 : 1);
    const hours = ['2026-11-22T15:00:00Z', '2026-11-22T16:00:00Z'];
    expect(weightOfHours(hours, 'Asia/Shanghai', weights)).toBe(1.5);
    expect(weightOfHours(hours, 'UTC', weights)).toBe(1);
    expect(weightOfHours([], 'UTC', weights)).toBe(1);
  });
});
