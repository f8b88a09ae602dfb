import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays, weekdayOf } from '../../../shared/domain/metrics/plain-days.ts';
import { MAX_PERIODS, spansOf } from '../../../shared/domain/metrics/spans.ts';
import { dayIn, isDay, lengthOf } from '../../../web/dashboard/days.ts';
import { daysOf, faultOf, PERS, periodsIn, persOf, RANGES } from '../../../web/dashboard/range.ts';

const aDay = fc.integer({ min: 0, max: 4000 }).map((days) => plusDays('2020-01-01', days));
const someDays = fc.tuple(aDay, fc.integer({ min: 0, max: 420 })).map(([from, more]) => ({ from, to: plusDays(from, more) }));

describe('ranges of the dashboard (R23)', () => {
  it.each([
    ['7d', '2026-11-21', '2026-11-27'],
    ['28d', '2026-10-31', '2026-11-27'],
    ['90d', '2026-08-30', '2026-11-27'],
    ['this-month', '2026-11-01', '2026-11-27'],
    ['last-month', '2026-10-01', '2026-10-31'],
    ['this-quarter', '2026-10-01', '2026-11-27'],
    ['last-quarter', '2026-07-01', '2026-09-30'],
    ['this-year', '2026-01-01', '2026-11-27'],
  ] as const)('%s on 27 November 2026 is %s to %s', (range, from, to) => {
    expect(daysOf(range, '2026-11-27')).toEqual({ from, to });
  });

  it('across the turn of a year and in a leap year', () => {
    expect(daysOf('last-month', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(daysOf('last-quarter', '2027-01-01')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(daysOf('28d', '2028-03-01')).toEqual({ from: '2028-02-03', to: '2028-03-01' });
  });

  it('every ready range can be asked for on any day', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(...RANGES.filter((range) => range !== 'own')), (today, range) => {
        expect(faultOf(daysOf(range, today))).toBeUndefined();
      }),
    );
  });

  it('counts days, weeks and months as the API does, and offers no step that it refuses', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        for (const per of PERS) {
          const spans = spansOf(per, days).length;
          expect(periodsIn(per, days)).toBe(spans);
          expect(persOf(days).includes(per)).toBe(lengthOf(days) <= 397 && spans <= MAX_PERIODS[per]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says what is wrong with days of people’s own', () => {
    expect(faultOf({ from: '2026-11-02', to: '2026-11-01' })).toBe('order');
    expect(faultOf({ from: '2025-01-01', to: '2026-11-01' })).toBe('too-long');
    expect(faultOf({ from: '2026-11-01', to: '2026-11-01' })).toBeUndefined();
  });

  it('begins days in the zone of the house, and takes only days that exist', () => {
    expect(dayIn('Asia/Shanghai', Date.parse('2026-11-26T16:00:00Z'))).toBe('2026-11-27');
    expect(dayIn('America/New_York', Date.parse('2026-11-27T04:59:59Z'))).toBe('2026-11-26');
    expect(plusDays('2026-11-29', -weekdayOf('2026-11-29'))).toBe('2026-11-23');
    expect(['2026-02-28', '2026-02-29', '2026-2-1', '', null, 'now', '2026-13-01'].map(isDay)).toEqual([true, ...Array(6).fill(false)]);
  });
});
