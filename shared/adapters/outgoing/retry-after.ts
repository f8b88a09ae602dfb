/**
 * What a `Retry-After` asks for, in milliseconds: seconds or an HTTP date (RFC 9110 §10.2.3). Undefined where it says neither, or a time that has passed.
 * @param nowMs Unix time in milliseconds.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  // Only the date that all must send: Date.parse reads much else.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header)) return undefined;
  const ms = Date.parse(header) - nowMs;
  return ms > 0 ? ms : undefined;
}
