import { createHash, randomBytes } from 'node:crypto';
import type { Account } from './accounts.ts';

/** Cognito's code is good for so long. */
const CODE_MS = 5 * 60_000;
/** As infra/staff.ts has it. */
const REFRESH_MS = 12 * 60 * 60_000;

/** What a code was given out for; whoever redeems it must name the same, and hold the verifier behind the challenge (RFC 7636). */
export interface CodeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
}

export interface Redeemed {
  readonly account: Account;
  readonly refreshToken: string;
}

/** Codes and refresh tokens that were given out. In memory: after a restart people sign in again. */
export interface Grants {
  newCode(request: CodeRequest, account: Account): string;
  /** Once. A code that comes a second time was stolen on one of its ways, so what the first brought ends too (RFC 6749 §4.1.2). */
  redeem(code: string, request: Omit<CodeRequest, 'challenge'>, verifier: string): Redeemed | undefined;
  refresh(token: string, clientId: string): Account | undefined;
  revoke(token: string): void;
}

const newToken = () => randomBytes(32).toString('base64url');
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

/** @param now milliseconds since the epoch. */
export function openGrants(now: () => number): Grants {
  const codes = new Map<
    string,
    CodeRequest & { readonly account: Account; readonly until: number; readonly refreshToken: string; isUsed: boolean }
  >();
  const refreshTokens = new Map<string, { readonly account: Account; readonly clientId: string; readonly until: number }>();
  return {
    newCode: (request, account) => {
      const code = newToken();
      codes.set(code, { ...request, account, until: now() + CODE_MS, refreshToken: newToken(), isUsed: false });
      return code;
    },
    redeem: (code, { clientId, redirectUri }, verifier) => {
      const known = codes.get(code);
      if (known === undefined) return undefined;
      if (known.isUsed) refreshTokens.delete(known.refreshToken);
      const isRight = !known.isUsed && known.until > now() && known.clientId === clientId && known.redirectUri === redirectUri;
      known.isUsed = true;
      if (!isRight || challengeOf(verifier) !== known.challenge) return undefined;
      refreshTokens.set(known.refreshToken, { account: known.account, clientId, until: now() + REFRESH_MS });
      return { account: known.account, refreshToken: known.refreshToken };
    },
    refresh: (token, clientId) => {
      const known = refreshTokens.get(token);
      return known !== undefined && known.clientId === clientId && known.until > now() ? known.account : undefined;
    },
    revoke: (token) => {
      refreshTokens.delete(token);
    },
  };
}
