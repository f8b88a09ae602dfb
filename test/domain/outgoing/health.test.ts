import { describe, expect, it } from 'vitest';
import { healthy, isUnharmed, noticePauseMs, reasonToDisable } from '../../../shared/domain/outgoing/health.ts';

const limit = '2026-11-18T00:00:00.000Z';

describe('disabling an endpoint (P39)', () => {
  it.each([
    ['at once where it says 410', { failures: 1 }, true, 'gone'],
    ['where nothing got through for five days', { failures: 40, failingSince: '2026-11-17T23:59:00.000Z' }, false, 'failing'],
    [
      'where five deliveries in a row used up their attempts',
      { failures: 50, exhausted: 5, failingSince: '2026-11-20T00:00:00.000Z' },
      false,
      'exhausted',
    ],
    ['not before', { failures: 49, exhausted: 4, failingSince: '2026-11-18T00:01:00.000Z' }, false, undefined],
  ])('%s', (_, health, isGone, reason) => {
    expect(reasonToDisable({ ...healthy('crm'), ...health }, isGone, limit)).toBe(reason);
  });

  it('one that has never failed is unharmed', () => {
    expect(isUnharmed(healthy('crm'))).toBe(true);
    expect(isUnharmed({ ...healthy('crm'), failures: 1 })).toBe(false);
  });

  it('leaves a chat room alone for longer and longer, an hour at most', () => {
    expect([1, 2, 3, 7, 8, 100, 5000].map((failures) => noticePauseMs(failures) / 60_000)).toEqual([1, 2, 4, 60, 60, 60, 60]);
    expect(noticePauseMs(1, 600_000)).toBe(600_000);
    expect(noticePauseMs(1, 86_400_000)).toBe(3_600_000);
  });
});
