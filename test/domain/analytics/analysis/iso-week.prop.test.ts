import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { isoWeek } from '../../../../shared/domain/analytics/analysis/iso-week.ts';

it('names the week that ISO 8601 does, on every day from 1900 to 2200', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 109_573 }), (days) => {
      const day = Temporal.PlainDate.from('1900-01-01').add({ days });
      expect(isoWeek(day.toString())).toBe(`${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`);
    }),
    { numRuns: 2000 },
  );
});
