import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DurationText, durationInWords, parseDuration } from '../../../shared/domain/recovery/duration.ts';

describe('durations of the config (R2)', () => {
  it.each([
    ['8h', { amount: 8, unit: 'h' }, '8 business hours', '8 个工作小时'],
    ['1h', { amount: 1, unit: 'h' }, '1 business hour', '1 个工作小时'],
    ['1.5h', { amount: 1.5, unit: 'h' }, '1.5 business hours', '1.5 个工作小时'],
    ['5wd', { amount: 5, unit: 'wd' }, '5 working days', '5 个工作日'],
    ['1wd', { amount: 1, unit: 'wd' }, '1 working day', '1 个工作日'],
    ['30d', { amount: 30, unit: 'd' }, '30 days', '30 天'],
    ['8w', { amount: 8, unit: 'w' }, '8 weeks', '8 周'],
  ])('%s is read, and said in both languages', (text, expected, english, chinese) => {
    const duration = parseDuration(text);
    expect(duration).toEqual(expected);
    expect(durationInWords(duration, 'en')).toBe(english);
    expect(durationInWords(duration, 'zh-Hans')).toBe(chinese);
    expect(DurationText.parse(text)).toBe(text);
  });

  it.each([
    ['8', /expected a duration such as "8h" .* got "8"/],
    ['8 h', /got "8 h"/],
    ['8H', /got "8H"/],
    ['-1h', /got "-1h"/],
    ['1e3h', /got "1e3h"/],
    ['', /got ""/],
    ['constructor', /got "constructor"/],
    ['1.5wd', /whole number of days or weeks, got "1\.5wd"; parts of a day are hours/],
    ['0h', /more than nothing, got "0h"/],
    ['0.0h', /more than nothing/],
    ['781wd', /at most 780wd, got "781wd"/],
    ['99999h', /at most 6000h/],
  ])('refuses %j, and says what it expected', (text, expected) => {
    expect(() => parseDuration(text)).toThrow(expected);
    expect(DurationText.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(expected)]);
  });

  it('reads what it wrote, and anything else is refused as out of range', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.]{1,8}(h|wd|d|w)$/)), (text) => {
        try {
          const { amount, unit } = parseDuration(text);
          expect(parseDuration(`${amount}${unit}`)).toEqual({ amount, unit });
          expect(amount).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});
