import { describe, expect, it } from 'vitest';
import { localClock } from '../../local/clock.ts';

const epoch = (instant: string) => Date.parse(instant);

describe("the local cloud's clock", () => {
  it("is the machine's until it is set ahead, and then by as much", () => {
    const clock = localClock();
    const before = Date.now();
    expect(epoch(clock.now())).toBeGreaterThanOrEqual(before);
    clock.advance(86_400_000);
    clock.advance(1);
    const ahead = epoch(clock.now()) - 86_400_001;
    expect(ahead).toBeGreaterThanOrEqual(before);
    expect(ahead).toBeLessThanOrEqual(Date.now());
    expect(new BigInt64Array(clock.memory)[0]).toBe(86_400_001n);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('does not go by %s', (ms) => {
    expect(() => localClock().advance(ms)).toThrow(/whole milliseconds above 0/);
  });
});
