const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * How long to wait before trying again, in milliseconds: twice as long each time, at most five minutes, and never shorter than they asked for.
 * Spread by half, so that all who were cut off at once do not come back at once.
 * @param failures how often it has failed so far, 1 the first time.
 * @param chance in 0 to 1.
 */
export function pauseMs(failures: number, chance: number, askedForMs = 0): number {
  const growing = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  return Math.round(Math.max(growing, askedForMs) * (1 + chance / 2));
}
