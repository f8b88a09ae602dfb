import type { Account } from './accounts.ts';
import type { SignInClient } from './client.ts';
import type { Grants } from './grants.ts';

/** What comes of a request to the authorization endpoint (RFC 6749 §4.1.2.1). */
export type Verdict =
  | { readonly is: 'good' }
  /** Told to the client, whose address is known. */
  | { readonly is: 'refused'; readonly location: string }
  /** Told to the person: to lead them to an address that is not the client's would hand the answer to a stranger. */
  | { readonly is: 'untrusted'; readonly reason: string };

const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

export function judge(client: SignInClient, query: URLSearchParams): Verdict {
  const redirectUri = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== client.id)
    return { is: 'untrusted', reason: `client_id: expected ${client.id}, the client of the template.` };
  if (!client.callbacks.includes(redirectUri)) {
    const came = redirectUri === '' ? 'none' : redirectUri.slice(0, 200);
    return {
      is: 'untrusted',
      reason: `redirect_uri: expected ${client.callbacks.join(' or ')}, came ${came}. Open the pages at that address.`,
    };
  }
  const fault = faultOf(client, query);
  return fault === undefined
    ? { is: 'good' }
    : { is: 'refused', location: backTo(query, { error: fault[0], error_description: fault[1] }) };
}

function faultOf(client: SignInClient, query: URLSearchParams): readonly [error: string, description: string] | undefined {
  if (query.get('response_type') !== 'code') return ['unsupported_response_type', 'response_type: expected code'];
  const unknown = (query.get('scope') ?? '').split(' ').filter((scope) => scope !== '' && !client.scopes.includes(scope));
  if (unknown.length > 0) return ['invalid_scope', `scope: expected some of ${client.scopes.join(', ')}`];
  if (query.get('code_challenge_method') !== 'S256') return ['invalid_request', 'code_challenge_method: expected S256'];
  if (!CHALLENGE.test(query.get('code_challenge') ?? ''))
    return ['invalid_request', 'code_challenge: expected the SHA-256 of the verifier in base64url'];
  return undefined;
}

/** Leads back to the client as the person who was chosen. */
export function letIn(client: SignInClient, grants: Grants, query: URLSearchParams, account: Account): string {
  const redirectUri = query.get('redirect_uri') ?? '';
  return backTo(query, {
    code: grants.newCode({ clientId: client.id, redirectUri, challenge: query.get('code_challenge') ?? '' }, account),
  });
}

function backTo(query: URLSearchParams, answer: Readonly<Record<string, string>>): string {
  const target = new URL(query.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  const state = query.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return target.href;
}
