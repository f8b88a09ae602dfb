import type { Tokens } from '../tokens.ts';
import type { JwtAuthorizer } from './routes.ts';

/** What the function learns of the token, or the status to refuse with. */
export type Authorized = { readonly claims: Readonly<Record<string, string>> } | { readonly refusedWith: 401 | 403 };

/** API Gateway's JWT authorizer: signature and times, issuer, audience (`aud`, or `client_id`), scopes. */
export async function authorize(tokens: Tokens, authorizer: JwtAuthorizer, header: string | undefined): Promise<Authorized> {
  const token = header?.replace(/^Bearer /i, '') ?? '';
  const claims = await tokens.verify(token);
  if (claims === undefined || claims['iss'] !== authorizer.Issuer) return { refusedWith: 401 };
  const audience = claims['aud'] ?? claims['client_id'];
  const audiences: readonly unknown[] = Array.isArray(audience) ? audience : [audience];
  if (!authorizer.Audience.some((accepted) => audiences.includes(accepted))) return { refusedWith: 401 };
  const scopes = String(claims['scope'] ?? claims['scp'] ?? '').split(' ');
  if (authorizer.scopes.length > 0 && !authorizer.scopes.some((scope) => scopes.includes(scope))) return { refusedWith: 403 };
  return { claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimText(value)])) };
}

/** Claims arrive as text: a list as `[a b]`. */
const claimText = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(String).join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value);
