import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantIn, wallTimeIn } from '../../../web/desk/zoned.ts';

const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'] as const;
const anyZone = fc.constantFrom(...ZONES);
/** Whole minutes of 2020 to 2040. */
const anyMinute = fc.integer({ min: 26_297_280, max: 36_817_920 }).map((minutes) => minutes * 60_000);

describe('times of the house', () => {
  it('are those of Temporal, also where clocks go forward or back (R2)', () => {
    fc.assert(
      fc.property(anyZone, anyMinute, (zone, ms) => {
        const wall = wallTimeIn(zone, ms);
        const shown = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
        expect(wall).toBe(shown.toPlainDateTime().toString({ smallestUnit: 'minute' }));
        const first = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' });
        expect(instantIn(zone, wall)).toBe(first.toInstant().toString({ fractionalSecondDigits: 3 }));
      }),
    );
  });

  it('that a zone skips are the ones after, as in Temporal', () => {
    for (const [zone, wall] of [
      ['Europe/Berlin', '2026-03-29T02:30'],
      ['Australia/Lord_Howe', '2026-10-04T02:15'],
    ] as const) {
      const expected = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' });
      expect(instantIn(zone, wall)).toBe(expected.toInstant().toString({ fractionalSecondDigits: 3 }));
    }
  });

  it('that are no times are none', () => {
    expect(instantIn('Asia/Shanghai', '')).toBeUndefined();
    expect(instantIn('Asia/Shanghai', '2026-02-30T10:00')).toBeUndefined();
    expect(instantIn('Asia/Shanghai', 'soon')).toBeUndefined();
  });
});
