import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JITTER, MAX_ATTEMPTS, MAX_RETRY_AFTER_MS, RETRY_PAUSES_MS, verdictOf } from '../../../shared/domain/outgoing/retry.ts';

const DAY = 86_400_000;
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
/** Everything that is neither 2xx nor 410. */
const failure = fc.oneof(
  fc
    .integer({ min: 100, max: 599 })
    .filter((status) => !(status >= 200 && status < 300) && status !== 410)
    .map((status) => ({ status })),
  fc
    .constantFrom('timeout', 'tls', 'connection', 'refused-address', 'host-not-found', 'not-set-up')
    .map((code) => ({ failure: code }) as const),
);

describe('the schedule of retries (P39)', () => {
  it('is ten attempts over about three days', () => {
    expect(MAX_ATTEMPTS).toBe(10);
    const total = RETRY_PAUSES_MS.reduce<number>((sum, pause) => sum + pause, 0);
    expect(total / DAY).toBeGreaterThan(3);
    expect(total / DAY).toBeLessThan(3.5);
    expect([...RETRY_PAUSES_MS]).toEqual(RETRY_PAUSES_MS.toSorted((a, b) => a - b));
  });

  it('keeps each pause within a quarter of its place, whatever the dice say, and ends after the tenth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), failure, random, (attempts, outcome, dice) => {
        const verdict = verdictOf(attempts, outcome, dice);
        const planned = RETRY_PAUSES_MS[attempts - 1];
        if (planned === undefined) {
          expect(verdict).toEqual({ kind: 'exhausted' });
          return;
        }
        if (verdict.kind !== 'retry') throw new Error(`expected a retry, came ${verdict.kind}`);
        expect(Number.isInteger(verdict.pauseMs)).toBe(true);
        expect(verdict.pauseMs).toBeGreaterThanOrEqual(Math.floor(planned * (1 - JITTER)));
        expect(verdict.pauseMs).toBeLessThanOrEqual(Math.ceil(planned * (1 + JITTER)));
      }),
    );
  });

  it('waits as long as 429 and 503 ask, but never more than a day and never less than planned', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(429, 503),
        fc.integer({ min: 0, max: 30 * DAY }),
        fc.integer({ min: 1, max: 8 }),
        random,
        (status, asked, attempts, dice) => {
          const plain = verdictOf(attempts, { status }, dice);
          const verdict = verdictOf(attempts, { status, retryAfterMs: asked }, dice);
          if (verdict.kind !== 'retry' || plain.kind !== 'retry') throw new Error('expected retries');
          expect(verdict.pauseMs).toBe(Math.max(plain.pauseMs, Math.min(asked, MAX_RETRY_AFTER_MS)));
        },
      ),
    );
  });

  it('lets no other status ask for anything', () => {
    expect(verdictOf(1, { status: 500, retryAfterMs: DAY }, 0.5)).toEqual({ kind: 'retry', pauseMs: 5000 });
  });

  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [299, 'delivered'],
    [410, 'gone'],
    [301, 'retry'],
    [307, 'retry'],
    [400, 'retry'],
    [404, 'retry'],
    [500, 'retry'],
  ])('%i is %s', (status, kind) => {
    expect(verdictOf(1, { status }, 0.5).kind).toBe(kind);
  });

  it('spreads deliveries that failed together over half the pause', () => {
    const pauses = Array.from({ length: 1000 }, (_, i) => verdictOf(4, { status: 500 }, i / 1000)).map((verdict) =>
      verdict.kind === 'retry' ? verdict.pauseMs : 0,
    );
    expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(0.49 * 7_200_000);
  });
});
