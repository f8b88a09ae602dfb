import { forbidden } from '../domain/errors.ts';
import { ROLES, type Role } from './routes.ts';

/**
 * The highest role that the verified claims of a token give.
 * @throws AmendsError 403 naming the role that is needed, where it is a lower one.
 */
export function roleOf(claims: Readonly<Record<string, unknown>>, needed: Role): Role {
  const role = ROLES.findLast((one) => groupsOf(claims['cognito:groups']).includes(one));
  if (role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(needed)) return role;
  throw forbidden(`This needs the role "${needed}"; the token has ${role === undefined ? 'none' : `"${role}"`}.`);
}

/** API Gateway flattens arrays of claims to `[a b]`; the local cloud and tests may hand on the array. */
function groupsOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.filter((group) => typeof group === 'string');
  return typeof claim === 'string' ? claim.split(/[[\],\s]+/).filter((group) => group !== '') : [];
}
