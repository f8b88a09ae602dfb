/**
 * What can go wrong with an engine. `throttle`, `denied`, `server-error`: the service's own errors. `slow`: the answer comes late. `stall`: it
 * begins and does not end. `cut`: the connection breaks. `truncated`: half of the answer, as if it were whole. `nonsense`: an answer that is none.
 */
export const ENGINE_FAULTS = ['throttle', 'denied', 'server-error', 'slow', 'stall', 'cut', 'truncated', 'nonsense'] as const;
export type EngineFault = (typeof ENGINE_FAULTS)[number];

/** The fault of each call, counted from 1; `undefined` lets it succeed. */
export type FaultPlan = (call: number) => EngineFault | undefined;

/**
 * About `share` (0 … 1) of the calls fail, each in one of `kinds`; the same seed makes the same plan, whatever is asked in between.
 * Hash: the finalizer of MurmurHash3 (public domain, Austin Appleby).
 */
export function seededFaults(seed: number, share: number, kinds: readonly EngineFault[] = ENGINE_FAULTS): FaultPlan {
  return (call) => {
    const draw = mix(seed, call) / 2 ** 32;
    return draw < share ? kinds[Math.floor((draw / share) * kinds.length)] : undefined;
  };
}

function mix(seed: number, call: number): number {
  let hash = Math.imul(seed ^ Math.imul(call, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
