import * as z from 'zod/mini';
import { ApiFault } from './api/fault.ts';
import { keep, kept } from './kept.ts';

/**
 * Who is signed in on this tab. Tokens live in the tab's session storage: they end with it, no other tab or site reads them, and no cookie is set.
 * OAuth 2.0 authorization code with PKCE (RFC 6749, RFC 7636); the session is renewed by its refresh token.
 */
const KEPT_AS = 'amends.session';
const PENDING_AS = 'amends.sign-in';
/** Renewed so long before its end, in milliseconds. */
const EARLY_MS = 60_000;
const SCOPES = 'openid email profile';

const SignIn = z.object({ url: z.string(), clientId: z.string() });
const Pending = z.object({ state: z.string(), verifier: z.string(), returnTo: z.string() });
const Session = z.object({ idToken: z.string(), refreshToken: z.optional(z.string()), endsAt: z.number() });
const Tokens = z.object({ id_token: z.string(), refresh_token: z.optional(z.string()), expires_in: z.number() });
type Session = z.infer<typeof Session>;

const callback = () => `${location.origin}/signed-in/`;

async function settings(): Promise<z.infer<typeof SignIn>> {
  const response = await fetch('/api/sign-in').catch((cause: unknown) => {
    throw new ApiFault('offline', { cause });
  });
  if (!response.ok) throw new ApiFault('broken', { status: response.status });
  return SignIn.parse(await response.json());
}

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
const challengeOf = async (verifier: string) =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));

/** Leaves this page for the one where people sign in; it leads back to `returnTo`, a path of this site. */
export async function signIn(returnTo = location.pathname + location.search): Promise<void> {
  const { url, clientId } = await settings();
  const pending = { state: random(), verifier: random(), returnTo };
  keep(PENDING_AS, pending);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback(),
    scope: SCOPES,
    state: pending.state,
    code_challenge_method: 'S256',
    code_challenge: await challengeOf(pending.verifier),
  });
  location.assign(`${url}/oauth2/authorize?${query}`);
}

/**
 * The page that the sign-in led back to: changes its code for tokens.
 * @returns the path to go on to.
 * @throws ApiFault `session` where the address is not an answer to what this tab asked: an old link, the back button, or somebody else's.
 */
export async function finishSignIn(address: URLSearchParams): Promise<string> {
  const pending = kept(PENDING_AS, Pending);
  const code = address.get('code');
  if (pending === undefined || code === null || address.get('state') !== pending.state) throw new ApiFault('session');
  sessionStorage.removeItem(PENDING_AS);
  await exchange({ grant_type: 'authorization_code', code, redirect_uri: callback(), code_verifier: pending.verifier });
  // Never to another site, whatever was kept.
  return /^\/(?!\/)/.test(pending.returnTo) ? pending.returnTo : '/desk/';
}

async function exchange(grant: Readonly<Record<string, string>>, before?: Session): Promise<Session> {
  const { url, clientId } = await settings();
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...grant, client_id: clientId }),
  }).catch((cause: unknown) => {
    throw new ApiFault('offline', { cause });
  });
  if (response.status >= 500) throw new ApiFault('broken', { status: response.status });
  if (!response.ok) {
    sessionStorage.removeItem(KEPT_AS);
    throw new ApiFault('session', { status: response.status });
  }
  const { id_token, refresh_token, expires_in } = Tokens.parse(await response.json());
  const session = { idToken: id_token, refreshToken: refresh_token ?? before?.refreshToken, endsAt: Date.now() + expires_in * 1000 };
  keep(KEPT_AS, session);
  return session;
}

let renewal: Promise<Session> | undefined;

/** Requests that come at once share one renewal. */
function renew(session: Session): Promise<Session> {
  const { refreshToken } = session;
  if (refreshToken === undefined) return Promise.reject(new ApiFault('session'));
  renewal ??= exchange({ grant_type: 'refresh_token', refresh_token: refreshToken }, session).finally(() => {
    renewal = undefined;
  });
  return renewal;
}

export const isSignedIn = () => kept(KEPT_AS, Session) !== undefined;

/**
 * A token that is good now.
 * @param refused a token that the API has just refused, whatever this device's clock says of it.
 * @throws ApiFault `session` where people have to sign in again.
 */
export async function token(refused?: string): Promise<string> {
  const session = kept(KEPT_AS, Session);
  if (session === undefined) throw new ApiFault('session');
  const isGood = session.idToken !== refused && session.endsAt - Date.now() > EARLY_MS;
  return (isGood ? session : await renew(session)).idToken;
}

/** Ends the session here and where it was begun. */
export async function signOut(): Promise<void> {
  sessionStorage.clear();
  const { url, clientId } = await settings();
  location.assign(`${url}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: `${location.origin}/desk/` })}`);
}
