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
  return {
    issue: (groups, claims = {}) => {
      const username = `local-${groups.join('-') || 'nobody'}`;
      return new SignJWT({
        'cognito:groups': groups,
        'cognito:username': username,
        email: `${username}@example.com`,
        email_verified: true,
        token_use: 'id',
        ...claims,
      })
        .setProtectedHeader({ alg: ALGORITHM, kid: jwk.kid })
        .setSubject(claims['sub'] ?? username)
        .setIssuer(issuer)
        .setAudience(client?.ref ?? 'local')
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey);
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
