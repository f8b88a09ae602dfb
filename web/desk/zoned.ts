const pad = (n: number) => String(n).padStart(2, '0');

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
function aheadMs(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(atMs);
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(atMs / 1000) * 1000;
}

/**
 * The instant at which a clock of the zone shows this, as `<input type=datetime-local>` writes it: `2026-11-27T18:00`.
 * A time that the zone skips is the one an hour later, one that it has twice is the first.
 * @returns undefined where it is no time.
 */
export function instantIn(timeZone: string, wallTime: string): string | undefined {
  const wall = Date.parse(`${wallTime}Z`);
  // A day that does not exist is taken for another one by Date.
  if (!Number.isFinite(wall) || wallTimeIn('UTC', wall) !== wallTime) return undefined;
  const before = aheadMs(wall - 86_400_000, timeZone);
  const after = aheadMs(wall + 86_400_000, timeZone);
  const fits = [before, after].map((ahead) => wall - ahead).filter((at) => at + aheadMs(at, timeZone) === wall);
  return new Date(Math.min(...(fits.length === 0 ? [wall - before] : fits))).toISOString();
}

/** What a clock of the zone shows, as `<input type=datetime-local>` takes it. */
export function wallTimeIn(timeZone: string, atMs: number): string {
  const wall = new Date(atMs + aheadMs(atMs, timeZone));
  return `${wall.getUTCFullYear()}-${pad(wall.getUTCMonth() + 1)}-${pad(wall.getUTCDate())}T${pad(wall.getUTCHours())}:${pad(wall.getUTCMinutes())}`;
}
