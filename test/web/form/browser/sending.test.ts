import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf, type Reply, retryAfterMs } from '../../../../web/form/browser/outcome.ts';
import { pauseMs } from '../../../../web/form/browser/pauses.ts';
import { isTooOld, serverTime } from '../../../../web/form/browser/server-clock.ts';

const whole: Reply = { status: 202, isWhole: true, hasForm: false, hasReceipt: true, retryAfter: null };

describe('an answer', () => {
  it.each<[Partial<Reply>, string]>([
    [{}, 'sent'],
    [{ isWhole: false }, 'later'],
    [{ hasReceipt: false }, 'later'],
    [{ status: 200 }, 'later'],
    [{ status: 200, hasForm: true }, 'page'],
    [{ status: 422, hasForm: true }, 'page'],
    [{ status: 422, hasForm: true, isWhole: false }, 'refused'],
    [{ status: 204 }, 'later'],
    [{ status: 408 }, 'later'],
    [{ status: 429 }, 'later'],
    [{ status: 500 }, 'later'],
    [{ status: 503, hasForm: true }, 'later'],
    [{ status: 400 }, 'refused'],
    [{ status: 404 }, 'refused'],
    [{ status: 413 }, 'refused'],
  ])('%j is %s', (reply, kind) => {
    expect(outcomeOf({ ...whole, ...reply }).kind).toBe(kind);
  });

  it('counts as sent only with a receipt that came whole (P12)', () => {
    const replies = fc.record({
      status: fc.integer({ min: 200, max: 599 }),
      isWhole: fc.boolean(),
      hasForm: fc.boolean(),
      hasReceipt: fc.boolean(),
      retryAfter: fc.option(fc.string()),
    });
    fc.assert(
      fc.property(replies, (reply) => {
        if (outcomeOf(reply).kind === 'sent') expect(reply).toMatchObject({ status: 202, isWhole: true, hasReceipt: true });
      }),
    );
  });

  it.each([
    ['30', 30_000],
    ['0', 0],
    ['999999', 3_600_000],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['-1', undefined],
    [null, undefined],
  ])('says %j: wait %j ms', (header, ms) => {
    expect(retryAfterMs(header)).toBe(ms);
  });
});

it('pauses grow, never beyond what is bearable, and never below what was asked for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(3_600_000),
      (failures, chance, asked) => {
        const pause = pauseMs(failures, chance, asked);
        expect(pause).toBeGreaterThanOrEqual(Math.max(asked, 3_000));
        expect(pause).toBeLessThanOrEqual(Math.ceil(Math.max(asked, 300_000) * 1.5));
        expect(pauseMs(failures + 1, chance, asked)).toBeGreaterThanOrEqual(pause);
      },
    ),
  );
});

describe('our time', () => {
  const token = (expiry: number) => `service.0193a1b2-c3d4.${expiry.toString(36)}.signature_-x`;

  it('is read from the start token, and runs by the browser’s own count', () => {
    expect(serverTime(token(1_764_000_000_000), 1_500.4)).toBe(1_764_000_001_500);
  });

  it.each(['', 'service', 'a.b', 'service.id.!!.sig', 'service.id.0123456789abc.sig'])('is not read from %j', (none) => {
    expect(serverTime(none, 0)).toBeUndefined();
  });

  it('ends the keeping after seven days', () => {
    expect(isTooOld(0, 7 * 86_400_000)).toBe(false);
    expect(isTooOld(0, 7 * 86_400_000 + 1)).toBe(true);
  });
});
