import type { Tokens } from '../tokens.ts';
import type { Account } from './accounts.ts';
import type { SignInClient } from './client.ts';
import type { Grants } from './grants.ts';

export interface TokenAnswer {
  readonly status: 200 | 400;
  readonly body: Readonly<Record<string, string | number>>;
}

/** An id token is good for so long, as infra/staff.ts has it. */
const EXPIRES_IN_SECONDS = 3600;

const refused = (error: string): TokenAnswer => ({ status: 400, body: { error } });

/** The token endpoint (RFC 6749 §4.1.3, §6); what was sent is form-encoded. Errors as in §5.2. */
export async function exchange(client: SignInClient, grants: Grants, tokens: Tokens, form: URLSearchParams): Promise<TokenAnswer> {
  const clientId = form.get('client_id') ?? '';
  if (clientId !== client.id) return refused('invalid_client');
  switch (form.get('grant_type')) {
    case 'authorization_code': {
      const [code, redirectUri, verifier] = ['code', 'redirect_uri', 'code_verifier'].map((name) => form.get(name));
      if (!code || !redirectUri || !verifier) return refused('invalid_request');
      const redeemed = grants.redeem(code, { clientId, redirectUri }, verifier);
      return redeemed === undefined
        ? refused('invalid_grant')
        : { status: 200, body: { ...(await tokensOf(tokens, client, redeemed.account)), refresh_token: redeemed.refreshToken } };
    }
    case 'refresh_token': {
      const account = grants.refresh(form.get('refresh_token') ?? '', clientId);
      // As Cognito without rotation: the refresh token stays, and is not told again.
      return account === undefined ? refused('invalid_grant') : { status: 200, body: await tokensOf(tokens, client, account) };
    }
    case null:
      return refused('invalid_request');
    default:
      return refused('unsupported_grant_type');
  }
}

async function tokensOf(tokens: Tokens, { scopes }: SignInClient, { role, claims }: Account) {
  return {
    id_token: await tokens.issue([role], claims),
    access_token: await tokens.issueAccess([role], claims, scopes),
    token_type: 'Bearer',
    expires_in: EXPIRES_IN_SECONDS,
  };
}
