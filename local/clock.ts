import { LocalCloudError } from './world.ts';

/** The local cloud's clock: the machine's, and as far ahead of it as it was set. Functions read the same memory at every call. */
export interface LocalClock {
  /** Milliseconds ahead, as one `BigInt64Array` holds them. */
  readonly memory: SharedArrayBuffer;
  /** As an `Instant`. */
  now(): string;
  /** @throws LocalCloudError for what is no whole number of milliseconds above 0: time goes one way. */
  advance(ms: number): void;
}

export function localClock(): LocalClock {
  const memory = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const ahead = new BigInt64Array(memory);
  return {
    memory,
    now: () => new Date(Date.now() + Number(Atomics.load(ahead, 0))).toISOString(),
    advance: (ms) => {
      if (!Number.isSafeInteger(ms) || ms <= 0)
        throw new LocalCloudError(`the clock can be set ahead by whole milliseconds above 0; came ${ms}.`);
      Atomics.add(ahead, 0, BigInt(ms));
    },
  };
}
