import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../shared/domain/analytics/random.ts';
import { type DayFigure, weekdayPattern } from '../../../../shared/domain/analytics/seasonality/weekdays.ts';
import { weekdaySentences } from '../../../../shared/domain/analytics/seasonality/words.ts';
import { isClean } from '../clean.ts';

const MONDAY = Date.UTC(2026, 0, 5);
/** Days from a Monday on. */
const days = (count: number, value: (day: number) => number): DayFigure[] =>
  Array.from({ length: count }, (_, i) => ({ day: new Date(MONDAY + i * 86_400_000).toISOString().slice(0, 10), value: value(i) }));

describe('seasonality by weekday (R23)', () => {
  it('finds the day that differs, through a trend', () => {
    const random = seededRandom(3);
    const result = weekdayPattern(
      days(84, (i) => 4 - i / 100 - (i % 7 === 0 ? 0.5 : 0) + 0.2 * random()),
      'level',
    );
    if (result.kind === 'refused') throw new Error(result.reason);
    expect(result).toMatchObject({ n: 12, hasPattern: true });
    expect(result.weekdays[0]).toMatchObject({ weekday: 1, verdict: 'lower' });
    expect(weekdaySentences(result, 'Satisfaction', 'en').slice(0, 2)).toEqual([
      'Satisfaction: weekdays differ (12 weeks, p\u00A0<\u00A00.001, Holm).',
      expect.stringMatching(/^Mondays are lower than their week by 0\.\d\d \(95% interval −0\.\d\d to −0\.\d\d\)\.$/),
    ]);
    expect(weekdaySentences(result, '满意度', 'zh-Hans')[1]).toMatch(/^周一比当周平均低 0\.\d\d（95% 置信区间 −0\.\d\d 至 −0\.\d\d）。$/);
  });

  it('takes volume as parts of the week, and leaves a closed day out', () => {
    const result = weekdayPattern(
      days(70, (i) => (i % 7 === 5 ? 20 : 10 + (i % 3))).filter((_, i) => i % 7 !== 6),
      'volume',
    );
    if (result.kind === 'refused') throw new Error(result.reason);
    expect(result.leftOut).toEqual({ unusable: 0, ofBrokenWeeks: 0, closed: [7] });
    expect(result.weekdays.find(({ weekday }) => weekday === 6)).toMatchObject({ verdict: 'higher' });
    expect(weekdaySentences(result, 'Answers', 'en').join(' ')).toContain('Saturdays are higher than their week by 60%');
  });

  it('is refused with too few weeks, and leaves out what is no day', () => {
    const few = weekdayPattern([...days(49, (i) => i % 5), { day: '2026-02-30', value: 1 }, { day: 'x', value: 1 }], 'level');
    expect(few).toMatchObject({ reason: 'too-few-weeks', n: 7, needed: 8, leftOut: { unusable: 2, ofBrokenWeeks: 0 } });
    expect(weekdaySentences(few, 'x', 'zh-Hans')[0]).toContain('至少需要 8 周');
  });

  it('calls nothing a pattern more than 5 times in 100', () => {
    const random = seededRandom(5);
    const RUNS = 400;
    let alarms = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const result = weekdayPattern(
        days(84, () => random() + random() + random()),
        'level',
      );
      if (result.kind === 'measured' && result.hasPattern) alarms += 1;
    }
    expect(alarms / RUNS).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS));
    expect(alarms).toBeGreaterThan(0);
  });

  it('lets no NaN out, and does not care about the order of days', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(Number.NaN, 1e300, -1, Number.POSITIVE_INFINITY, 0));
    const some = fc.array(value, { minLength: 0, maxLength: 90 });
    fc.assert(
      fc.property(some, fc.constantFrom('level', 'volume'), (values, unit) => {
        const list = days(values.length, (i) => values[i] ?? 0);
        const result = weekdayPattern(list, unit);
        expect(isClean(result)).toBe(true);
        expect(weekdayPattern([...list].reverse(), unit)).toEqual(result);
        expect(weekdaySentences(result, 'x', 'en').join('')).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});
