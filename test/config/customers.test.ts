import { describe, expect, it } from 'vitest';
import input from '../../amends.config.ts';
import { parseConfig } from '../../shared/config/parse.ts';

const complaintOf = (customers: unknown) => {
  try {
    parseConfig({ ...input, customers });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'accepted';
};
const words = { en: 'Happy New Year', 'zh-Hans': '新年快乐' };
const greeting = { id: 'new-year', on: '01-01', occasion: words, text: words };

describe('how customers are graded and left in peace (R16, R26)', () => {
  it('has a default that works', () => {
    expect(parseConfig({ ...input, customers: undefined }).customers).toEqual({
      tiers: [],
      newForDays: 90,
      quietTimes: { from: '21:00', to: '08:00' },
      greetings: [],
      calls: [],
    });
  });

  it.each([
    ['a rule that would hold for everybody', { tiers: [{ tier: 'vip' }] }, /customers\.tiers\[0\].*at least one condition/],
    ['a class that is none', { tiers: [{ tier: 'worst', ordersPerYearAtLeast: 1 }] }, /customers\.tiers\[0\]\.tier/],
    ['money without a currency', { tiers: [{ tier: 'vip', spendingAtLeast: 1000 }] }, /customers\.tiers\[0\]\.spendingAtLeast/],
    ['quiet times all day', { quietTimes: { from: '08:00', to: '08:00' } }, /customers\.quietTimes.*nobody is quiet all day/],
    [
      'a time zone that is none',
      { quietTimes: { from: '21:00', to: '08:00', timeZone: 'Mars/Olympus' } },
      /customers\.quietTimes\.timeZone.*IANA/,
    ],
    ['a day that does not exist', { greetings: [{ ...greeting, on: '02-30' }] }, /customers\.greetings\[0\]\.on/],
    ['a greeting without a language', { greetings: [{ ...greeting, text: { en: 'Hello' } }] }, /customers\.greetings\[0\]\.text/],
    ['calls more often than each month', { calls: [{ firstYearEveryMonths: 0 }] }, /customers\.calls\[0\]\.firstYearEveryMonths/],
    ['two greetings of one id', { greetings: [greeting, greeting] }, /customers\.greetings: the id "new-year" is used twice/],
  ])('names the place of %s', (_, customers, expected) => {
    expect(complaintOf(customers)).toMatch(expected);
  });
});

describe('a tier shortens deadlines and never lengthens them (R16)', () => {
  const complaintOfTiers = (tiers: unknown, deadlines: unknown) => {
    try {
      parseConfig({ ...input, recovery: { ...input.recovery, sla: { calendar: 'office', profile: 'default', tiers, deadlines } } });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return 'accepted';
  };
  const each = (duration: string) => ({ solution: { critical: duration, high: duration, normal: duration, low: duration } });

  it.each<[string, unknown, RegExp, unknown?]>([
    ['shorter', { vip: each('1wd') }, /accepted/],
    ['shorter in another unit', { vip: each('2h') }, /accepted/],
    [
      'longer',
      { new: each('300wd') },
      /recovery\.sla\.tiers\.new\.solution\.critical: expected at most .*and it is 300wd.*A tier may only be faster/,
    ],
    [
      'longer, since the house is faster for everybody than the profile is for a tier',
      {},
      /recovery\.sla\.tiers\.vip\.first-answer\.critical: .*it is 1h/,
      { 'first-answer': { critical: '0.5h' } },
    ],
    ['longer in another unit', { vip: each('100w') }, /recovery\.sla\.tiers\.vip\.solution\.low: expected at most/],
  ])('%s', (_, tiers, expected, deadlines = {}) => {
    expect(complaintOfTiers(tiers, deadlines)).toMatch(expected);
  });
});
