import { createHash } from 'node:crypto';
import { AmendsError } from '../../shared/domain/errors.ts';

/** Digest of what was asked and by whom: equal for the same request however its fields are ordered. */
export const digestOf = (request: unknown, actor: string): string =>
  createHash('sha256')
    .update(JSON.stringify([actor, canonical(request)]))
    .digest('base64url');

/** Fields in alphabetical order, all the way down; what is absent is left out (the idea of RFC 8785). */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, canonical(one)]),
  );
}

/** @throws AmendsError 422 `idempotency-key-reused` where a key stands for something else already. */
export function refuseReuse(doneHash: string, hash: string): void {
  if (doneHash === hash) return;
  throw new AmendsError(
    422,
    'idempotency-key-reused',
    'This Idempotency-Key was used for another command. Give each command a key of its own.',
    [{ field: 'Idempotency-Key', reason: 'expected a key that was not used before, or the very command that it was used for' }],
  );
}
