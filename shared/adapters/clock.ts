/** The one place where the time comes from; everything else takes it as an argument. Tests hand in another. */
export type Clock = () => string;

/**
 * Where the local cloud leaves how far its clock was set ahead: milliseconds in a `BigInt64Array` on `globalThis`. Nothing that is deployed writes
 * there, so on AWS the clock is the machine's.
 */
export const CLOCK_AHEAD: unique symbol = Symbol.for('amends.clock.ahead');

/** Now, as an `Instant`: ISO 8601 in UTC with milliseconds. */
export const systemClock: Clock = () => new Date(Date.now() + aheadMs()).toISOString();

function aheadMs(): number {
  const ahead: unknown = Reflect.get(globalThis, CLOCK_AHEAD);
  return ahead instanceof BigInt64Array ? Number(Atomics.load(ahead, 0)) : 0;
}
