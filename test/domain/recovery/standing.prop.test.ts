import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranBy } from '../../../shared/domain/recovery/clock.ts';
import { isOverdue, nextDue } from '../../../shared/domain/recovery/next-due.ts';
import { STANDINGS, standingOf } from '../../../shared/domain/recovery/standing.ts';
import { aCase, aDeadline } from '../../samples.ts';
import { house, later, MONDAY } from './a-house.ts';

const HOUR = 3_600_000;
const { calendar } = house;
const hours = fc.integer({ min: 1, max: 400 });

/** A case with one deadline of so many business hours, and perhaps a promise of our own. */
const cases = fc.record({
  total: fc.integer({ min: 1, max: 60 }),
  elapsed: hours,
  promisedIn: fc.option(hours, { nil: undefined }),
  isPaused: fc.boolean(),
});

describe('how a case stands (R6)', () => {
  it('is breached exactly where it is overdue, at risk only where three quarters of something have run, and never gets better by itself', () => {
    fc.assert(
      fc.property(cases, ({ total, elapsed, promisedIn, isPaused }) => {
        const now = later(MONDAY, elapsed * HOUR);
        const deadline = aDeadline('solution', later(MONDAY, total * 8 * HOUR), { totalMs: total * HOUR, counts: 'calendar' });
        const promise =
          promisedIn === undefined
            ? []
            : [{ id: 'p9', what: 'a call', dueAt: later(MONDAY, promisedIn * HOUR), at: MONDAY, by: 'agent:lin', state: 'open' as const }];
        const value = aCase({
          deadlines: [{ ...deadline, dueAt: later(MONDAY, total * HOUR) }],
          commitments: promise,
          ...(isPaused ? { pause: { since: MONDAY } } : {}),
        });
        const standing = standingOf(value, now, calendar);
        const share = Math.max(elapsed / total, promisedIn === undefined ? 0 : elapsed / promisedIn);
        expect(standing === 'breached').toBe(isOverdue(value, now));
        expect(standing === 'breached').toBe(share > 1);
        expect(standing === 'at-risk').toBe(share >= 0.75 && share <= 1);
        if (share < 0.75) expect(standing).toBe(isPaused ? 'waiting' : 'on-track');
        const after = standingOf(value, later(now, HOUR), calendar);
        expect(STANDINGS.indexOf(after ?? 'on-track')).toBeLessThanOrEqual(STANDINGS.indexOf(standing ?? 'on-track'));
      }),
    );
  });

  it('counts business time as the deadline does: a weekend brings nothing nearer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), hours, (total, elapsed) => {
        const now = later(MONDAY, elapsed * HOUR);
        const deadline = aDeadline('solution', later(MONDAY, 10_000 * HOUR), { totalMs: total * HOUR });
        const isNear = ranBy(deadline, now, calendar) >= total * HOUR * 0.75;
        expect(standingOf(aCase({ deadlines: [deadline], commitments: [] }), now, calendar)).toBe(isNear ? 'at-risk' : 'on-track');
      }),
    );
  });

  it('waits where only the customer is awaited, and has none once it has ended', () => {
    const { since: _, ...still } = aDeadline('solution', later(MONDAY, HOUR));
    const paused = aCase({ deadlines: [still], pause: { since: MONDAY } });
    expect(standingOf(paused, later(MONDAY, 400 * HOUR), calendar)).toBe('waiting');
    expect(nextDue(paused)).toBeUndefined();
    expect(standingOf(aCase({ state: 'closed' }), MONDAY, calendar)).toBeUndefined();
  });
});
