import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn } from '../../../functions/study/campaigns/day-in.ts';
import { localDay } from '../../../shared/domain/metrics/contributions.ts';

describe('the day on which a campaign is started (R10)', () => {
  it.each([
    ['2026-11-23T15:59:59.999Z', 'Asia/Shanghai', '2026-11-23'],
    ['2026-11-23T16:00:00.000Z', 'Asia/Shanghai', '2026-11-24'],
    ['2026-03-29T00:59:59.999Z', 'Europe/London', '2026-03-29'],
    ['2026-01-01T04:59:59.999Z', 'America/New_York', '2025-12-31'],
  ])('at %s in %s is %s', (instant, zone, day) => {
    expect(dayIn(instant, zone)).toBe(day);
  });

  it('is the day that figures are counted by', () => {
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC');
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        expect(dayIn(instant.toISOString(), zone)).toBe(localDay(instant.toISOString(), zone));
      }),
    );
  });
});
