import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { quietUntil } from '../../../shared/domain/customer/quiet-times.ts';

const MINUTE = 60_000;
const iso = (ms: number) => new Date(ms).toISOString();
const wallTime = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const quietTimes = fc.record({ from: wallTime, to: wallTime }).filter(({ from, to }) => from !== to);
const zone = fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
const moment = fc
  .oneof(
    fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }),
    // Around the changes of the clock in 2026.
    fc
      .constantFrom('2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2026-04-04')
      .chain((day) => fc.integer({ min: Date.parse(day), max: Date.parse(day) + 86_400_000 })),
  )
  .map((ms) => Math.floor(ms / MINUTE) * MINUTE);

/** Minute by minute on the wall clock. */
function isQuiet({ from, to }: { from: string; to: string }, ms: number, timeZone: string): boolean {
  const time = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5);
  return from < to ? time >= from && time < to : time >= from || time < to;
}

describe('quiet times (R16)', () => {
  it('ends after now, in no quiet time, and a minute before it is quiet still', () => {
    fc.assert(
      fc.property(quietTimes, zone, moment, (times, timeZone, now) => {
        const until = quietUntil(times, iso(now), timeZone);
        expect(until !== undefined).toBe(isQuiet(times, now, timeZone));
        if (until === undefined) return;
        const end = Date.parse(until);
        expect(end).toBeGreaterThan(now);
        expect(end - now).toBeLessThanOrEqual(50 * 60 * MINUTE);
        expect(isQuiet(times, end, timeZone)).toBe(false);
        expect(isQuiet(times, end - MINUTE, timeZone)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['over midnight, before it', { from: '21:00', to: '08:00' }, '2026-11-23T14:00:00.000Z', 'Asia/Shanghai', '2026-11-24T00:00:00.000Z'],
    ['over midnight, after it', { from: '21:00', to: '08:00' }, '2026-11-23T20:00:00.000Z', 'Asia/Shanghai', '2026-11-24T00:00:00.000Z'],
    [
      'in the customer’s own zone',
      { from: '21:00', to: '08:00', timeZone: 'Europe/London' },
      '2026-11-23T22:00:00.000Z',
      'Asia/Shanghai',
      '2026-11-24T08:00:00.000Z',
    ],
    [
      'that would end in the hour that spring skips',
      { from: '22:00', to: '01:30' },
      '2026-03-29T00:30:00.000Z',
      'Europe/London',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'of all day but a minute that spring skips',
      { from: '01:01', to: '01:00' },
      '2026-03-29T00:00:00.000Z',
      'Europe/London',
      '2026-03-30T00:00:00.000Z',
    ],
    [
      'that ends in the hour that comes twice, in its second half',
      { from: '01:00', to: '01:30' },
      '2026-10-25T01:10:00.000Z',
      'Europe/London',
      '2026-10-25T01:30:00.000Z',
    ],
  ])('%s', (_, times, now, timeZone, until) => {
    expect(quietUntil(times, now, timeZone)).toBe(until);
  });

  it('ends with the minute, the second before is quiet', () => {
    expect(quietUntil({ from: '09:00', to: '10:00' }, '2026-11-23T09:59:59.999Z', 'UTC')).toBe('2026-11-23T10:00:00.000Z');
    expect(quietUntil({ from: '09:00', to: '10:00' }, '2026-11-23T10:00:00.000Z', 'UTC')).toBeUndefined();
  });
});
