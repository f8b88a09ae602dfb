/** Whether any figure came of an analysis; a result all of whose parts are refused holds none. */
export function hasFigure(result: Readonly<Record<string, unknown>>): boolean {
  if (result['kind'] === 'refused' || 'refusal' in result) return false;
  const kinds = kindsIn(result);
  if (kinds.length > 0) return kinds.includes('measured');
  return !Array.isArray(result['items']) || result['items'].length > 0;
}

/** What the innermost figures are: an analysis may call itself measured, and hold refusals alone. */
function kindsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(kindsIn);
  if (inner.length > 0) return inner;
  const own = 'kind' in value ? value.kind : undefined;
  return own === 'measured' || own === 'refused' ? [own] : [];
}
