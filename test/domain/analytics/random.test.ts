import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../shared/domain/analytics/random.ts';

/** sfc32 as its author writes it, in whole numbers without end: no trick of 32-bit arithmetic can be wrong in both. */
function reference(b0: bigint, c0: bigint) {
  const word = (value: bigint) => BigInt.asUintN(32, value);
  let [a, b, c, counter] = [0n, b0, c0, 1n];
  return () => {
    const drawn = word(a + b + counter);
    counter = word(counter + 1n);
    a = b ^ (b >> 9n);
    b = word(c + (c << 3n));
    c = word(((c << 21n) | (c >> 11n)) + drawn);
    return Number(drawn) / 2 ** 32;
  };
}

describe('seededRandom', () => {
  // 1 is 3FF00000 00000000 in IEEE 754: 00000000 0000F03F from its last byte to its first.
  it('is sfc32 from the 64 bits of the seed, after fifteen draws', () => {
    const [ours, theirs] = [seededRandom(1), reference(0n, 0xf03fn)];
    for (let draw = 0; draw < 15; draw++) theirs();
    for (let draw = 0; draw < 1000; draw++) expect(ours()).toBe(theirs());
  });

  it('gives the same stream for the same seed, and another for any other', () => {
    const streamOf = (seed: number) => Array.from({ length: 5 }, seededRandom(seed)).join();
    expect(streamOf(7)).toBe(streamOf(7));
    const seeds = [0, 1, 2, 1.5, -1, 2 ** 53, Number.MIN_VALUE];
    expect(new Set(seeds.map(streamOf)).size).toBe(seeds.length);
  });

  it('spreads evenly over 0 ≤ x < 1, and one draw tells nothing about the next', () => {
    const random = seededRandom(2026);
    const draws = Float64Array.from({ length: 100_000 }, random);
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    // Pairs of neighbours in a hundred fields, 500 each: chi-square with 99 degrees of freedom is below 160 but once in 10,000.
    const fields = new Array<number>(100).fill(0);
    for (let i = 0; i < draws.length; i += 2) {
      const field = Math.floor(10 * (draws[i] ?? 0)) * 10 + Math.floor(10 * (draws[i + 1] ?? 0));
      fields[field] = (fields[field] ?? 0) + 1;
    }
    expect(fields.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0)).toBeLessThan(160);
  });
});
