import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERIOD_KINDS } from '../../../shared/domain/metrics/period.ts';
import { spansOf, tallyOfSpan } from '../../../shared/domain/metrics/series.ts';
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
