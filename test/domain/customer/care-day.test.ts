import { describe, expect, it } from 'vitest';
import { stepsOfDay } from '../../../shared/domain/customer/care-day.ts';
import { Greeting } from '../../../shared/domain/customer/greetings.ts';

const words = { en: 'Thank you', 'zh-Hans': '谢谢您' };
const greeting = (on: string) => Greeting.parse({ id: 'thanks', on, occasion: words, text: words });
const since = greeting('customer-since');

describe('the lists of a day (R26, R7)', () => {
  it('are none where the house has planned nothing, or nothing for today', () => {
    expect(stepsOfDay([], false, '2026-11-23')).toEqual([]);
    expect(stepsOfDay([greeting('01-01')], false, '2026-11-23')).toEqual([]);
  });

  it('are everybody on a day that is for all, and the days around an anniversary otherwise', () => {
    expect(stepsOfDay([greeting('01-01'), since], true, '2027-01-01')).toEqual([{ list: 'greetings' }, { list: 'calls' }]);
    expect(stepsOfDay([greeting('01-01'), since], true, '2026-11-23')).toEqual([
      { list: 'greetings', days: { from: '11-22', to: '11-24' } },
      { list: 'calls' },
    ]);
  });

  it('go over the end of the year in two parts', () => {
    expect(stepsOfDay([since], false, '2026-12-31')).toEqual([
      { list: 'greetings', days: { from: '12-30', to: '12-31' } },
      { list: 'greetings', days: { from: '01-01', to: '01-01' } },
    ]);
  });
});
