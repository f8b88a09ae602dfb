import * as z from 'zod';
import type { Template } from '../template/template.ts';
import { LocalCloudError } from '../world.ts';

const Client = z.object({
  AllowedOAuthFlows: z.tuple([z.literal('code')], 'the local sign-in knows the authorization code flow only'),
  AllowedOAuthScopes: z.array(z.string()),
  CallbackURLs: z.array(z.string()),
  LogoutURLs: z.array(z.string()),
  GenerateSecret: z.optional(z.literal(false, 'the local sign-in knows clients without a secret only')),
});

/** The client of the template's user pool, as far as the sign-in page goes by it. */
export interface SignInClient {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly callbacks: readonly string[];
  readonly logouts: readonly string[];
}

/** @returns undefined where the template has no sign-in page. @throws LocalCloudError where it has one that nobody can use. */
export function readSignInClient(template: Template): SignInClient | undefined {
  const [domain] = template.ofType('AWS::Cognito::UserPoolDomain');
  if (domain === undefined) return undefined;
  const [client] = template.ofType('AWS::Cognito::UserPoolClient');
  if (client === undefined) throw new LocalCloudError(`${domain.stack}/${domain.logicalId}: the sign-in page has no client.`);
  const { AllowedOAuthScopes, CallbackURLs, LogoutURLs } = client.read(Client);
  return { id: client.ref, scopes: AllowedOAuthScopes, callbacks: CallbackURLs, logouts: LogoutURLs };
}
