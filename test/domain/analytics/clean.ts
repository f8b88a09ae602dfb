/** Whether every number in a JSON-like value is finite, and nothing in it would be lost in JSON. */
export function isClean(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value !== 'object') return false;
  return Object.values(value).every(isClean);
}
