const DAY_MS = 86_400_000;
/** So long typed words are kept on a device. */
export const KEPT_DAYS = 7;

/**
 * Our time, in milliseconds, by which ages of kept words are measured: the page's start token says when it was served, and how long ago that is, the
 * browser counts without the device's clock, which may be wrong by years. Tokens are `subject.expiry.signature`, all for the same length of time, which
 * is left in: it is the same on both sides of every comparison. Undefined for what is no token.
 */
export function serverTime(startToken: string, sinceServedMs: number): number | undefined {
  const [, expiry = ''] = /^.+\.([0-9a-z]{1,9})\.[^.]+$/.exec(startToken) ?? [];
  return expiry === '' ? undefined : Number.parseInt(expiry, 36) + Math.round(sinceServedMs);
}

export const isTooOld = (keptAt: number, now: number): boolean => now - keptAt > KEPT_DAYS * DAY_MS;
