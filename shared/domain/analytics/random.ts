/** A source of numbers evenly spread over 0 ≤ x < 1. */
export type Random = () => number;

/** Draws that are thrown away first, as PractRand does, so that neighbouring seeds give unrelated streams. */
const WARM_UP = 15;

/**
 * A seeded generator for resampling and permutation: sfc32 by Chris Doty-Humphrey (PractRand 0.9x, `sfc.h`), 128 bits of state
 * with a 32-bit counter, so its period is at least 2³². Same seed, same stream, on every machine. Not for secrets.
 *
 * @param seed any number. The 64 bits of its IEEE 754 form are used, so 1 and 1.5 give different streams.
 * @returns 0 ≤ x < 1 at each call, a multiple of 2⁻³²
 */
export function seededRandom(seed: number): Random {
  const words = new DataView(new ArrayBuffer(8));
  // Byte orders are named: a typed array would take the machine's.
  words.setFloat64(0, seed, true);
  let a = 0;
  let b = words.getInt32(0);
  let c = words.getInt32(4);
  let counter = 1;
  const next = (): number => {
    const drawn = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return (drawn >>> 0) / 2 ** 32;
  };
  for (let draw = 0; draw < WARM_UP; draw++) next();
  return next;
}
