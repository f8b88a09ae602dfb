import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Template } from './template/template.ts';
import { REGION } from './world.ts';

export interface Tokens {
  /** An id token as the template's user pool would give a member of these groups. Valid for an hour. */
  issue(groups: readonly string[], claims?: Readonly<Record<string, string>>): Promise<string>;
  /** An access token of the same: without the address, which Cognito puts into id tokens only. */
  issueAccess(groups: readonly string[], claims: Readonly<Record<string, string>>, scopes: readonly string[]): Promise<string>;
  /** The claims, if it is signed by us and in its time; undefined otherwise. Issuer and audience are the authorizer's to check. */
  verify(token: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}

const Key = z.looseObject({ kty: z.string(), n: z.string(), e: z.string(), kid: z.string() });
const ALGORITHM = 'RS256';

/** Stands in for Cognito: signs with a key of its own, kept in `file` so that tokens outlive a restart. */
export async function openTokens(template: Template, file: string | undefined): Promise<Tokens> {
  const jwk = await keyOf(file);
  const privateKey = await importJWK(jwk, ALGORITHM);
  const publicKey = await importJWK({ kty: jwk.kty, n: jwk.n, e: jwk.e }, ALGORITHM);
  const [pool] = template.ofType('AWS::Cognito::UserPool');
  const [client] = template.ofType('AWS::Cognito::UserPoolClient');
  const issuer = pool?.attribute('ProviderURL') ?? `https://cognito-idp.${REGION}.amazonaws.com/local`;
  const clientId = client?.ref ?? 'local';
  const signed = (token: SignJWT, subject: string) =>
    token
      .setProtectedHeader({ alg: ALGORITHM, kid: jwk.kid })
      .setSubject(subject)
      .setIssuer(issuer)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  return {
    issue: (groups, claims = {}) => {
      const username = usernameOf(groups);
      const token = new SignJWT({
        'cognito:groups': groups,
        'cognito:username': username,
        email: `${username}@example.com`,
        email_verified: true,
        token_use: 'id',
        ...claims,
      });
      return signed(token.setAudience(clientId), claims['sub'] ?? username);
    },
    issueAccess: (groups, claims, scopes) => {
      const username = claims['cognito:username'] ?? usernameOf(groups);
      const token = new SignJWT({ 'cognito:groups': groups, username, client_id: clientId, scope: scopes.join(' '), token_use: 'access' });
      return signed(token, claims['sub'] ?? username);
    },
    verify: async (token) => {
      try {
        return (await jwtVerify(token, publicKey, { algorithms: [ALGORITHM] })).payload;
      } catch {
        return undefined;
      }
    },
  };
}

const usernameOf = (groups: readonly string[]) => `local-${groups.join('-') || 'nobody'}`;

async function keyOf(file: string | undefined): Promise<z.infer<typeof Key>> {
  if (file !== undefined && existsSync(file)) return Key.parse(JSON.parse(await readFile(file, 'utf8')));
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = Key.parse({ ...(await exportJWK(privateKey)), kid: 'local' });
  if (file !== undefined) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(jwk), { mode: 0o600 });
    await chmod(file, 0o600);
  }
  return jwk;
}
