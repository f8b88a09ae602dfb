import { createHash } from 'node:crypto';
import type { AnalysisRequest } from '../domain/analytics/analysis/request.ts';
import { base32 } from './ids.ts';

/** The identity of an analysis: 130 bits of SHA-256 over what was asked, whatever the order of its fields. The same question has one result, for ever. */
export function analysisId(request: AnalysisRequest): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(sorted(request)))
    .digest();
  return base32(digest.subarray(0, 17)).slice(0, 26);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
