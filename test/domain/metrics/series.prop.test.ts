import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/day-number.ts';
import { currentPeriod, PERIOD_KINDS } from '../../../shared/domain/metrics/period.ts';
import { dayNumber, plusDays, weekdayOf } from '../../../shared/domain/metrics/plain-days.ts';
import { tallyOfSpan } from '../../../shared/domain/metrics/series.ts';
import { isWhole, spanBefore, spansOf } from '../../../shared/domain/metrics/spans.ts';
import { addTallies, emptyTally, tallyOf } from '../../../shared/domain/metrics/tally.ts';

const dayFrom = (offset: number) => new Date(Date.UTC(2024, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);

describe('spansOf', () => {
  it('cuts weeks at Mondays and months at their first, and the ends to what was asked', () => {
    expect(spansOf('week', { from: '2026-11-18', to: '2026-11-24' })).toEqual([
      { from: '2026-11-18', to: '2026-11-22' },
      { from: '2026-11-23', to: '2026-11-24' },
    ]);
    expect(spansOf('month', { from: '2024-02-10', to: '2024-03-01' })).toEqual([
      { from: '2024-02-10', to: '2024-02-29' },
      { from: '2024-03-01', to: '2024-03-01' },
    ]);
  });

  it('covers each day once, so that a series adds up to the whole', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_KINDS), fc.nat(800), fc.nat(365), (kind, first, length) => {
        const asked = { from: dayFrom(first), to: dayFrom(first + length) };
        const days = Array.from({ length: length + 1 }, (_, i) => ({
          start: dayFrom(first + i),
          tally: tallyOf({ n: i + 1, solveTime3: 1 }),
        }));
        const series = spansOf(kind, asked).map((span) => tallyOfSpan(days, span));
        expect(series.reduce(addTallies, emptyTally)).toEqual(tallyOfSpan(days, asked));
        expect(tallyOfSpan(days, asked).n).toBe(((length + 1) * (length + 2)) / 2);
      }),
    );
  });
});

describe('spanBefore', () => {
  it.each([
    [
      { from: '2026-11-17', to: '2026-11-23' },
      { from: '2026-11-10', to: '2026-11-16' },
    ],
    [
      { from: '2026-10-01', to: '2026-10-31' },
      { from: '2026-09-01', to: '2026-09-30' },
    ],
    [
      { from: '2026-02-01', to: '2026-03-31' },
      { from: '2025-12-01', to: '2026-01-31' },
    ],
    [
      { from: '2026-10-01', to: '2026-10-30' },
      { from: '2026-09-01', to: '2026-09-30' },
    ],
  ])('of %j is %j', (asked, expected) => {
    expect(spanBefore(asked)).toEqual(expected);
  });

  it('ends the day before, and is as long: in days, or in whole months', () => {
    const days = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    fc.assert(
      fc.property(fc.nat(800), fc.nat(365), (first, length) => {
        const asked = { from: dayFrom(first), to: dayFrom(first + length) };
        const before = spanBefore(asked);
        expect(before.to).toBe(dayFrom(first - 1));
        if (before.from.endsWith('-01') && asked.from.endsWith('-01') && dayFrom(first + length + 1).endsWith('-01')) return;
        expect(days(before)).toBe(days(asked));
      }),
    );
  });
});

describe('isWhole', () => {
  it.each([
    ['week', '2026-11-16', '2026-11-22', true],
    ['week', '2026-11-17', '2026-11-22', false],
    ['month', '2026-11-01', '2026-11-22', false],
    ['day', '2026-11-22', '2026-11-22', true],
    ['day', '2026-11-23', '2026-11-23', false],
  ] as const)('a %s from %s to %s on the 23rd: %s', (kind, from, to, expected) => {
    expect(isWhole(kind, { from, to }, '2026-11-23')).toBe(expected);
  });
});

describe('plain days', () => {
  it('agree with Temporal on every day from 1900 to 2200: weeks, months, steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 84_005 }), fc.integer({ min: -800, max: 800 }), (number, step) => {
        const day = Temporal.PlainDate.from('1970-01-01').add({ days: number });
        expect(isoDate(number)).toBe(day.toString());
        expect(dayNumber(day.toString())).toBe(number);
        expect(weekdayOf(day.toString())).toBe(day.dayOfWeek - 1);
        expect(plusDays(day.toString(), step)).toBe(day.add({ days: step }).toString());
        for (const kind of PERIOD_KINDS) {
          const period = currentPeriod(kind, `${day}T00:00:00Z`, 'UTC');
          expect(spansOf(kind, period)).toEqual([{ from: period.from, to: period.to }]);
        }
      }),
    );
  });
});
