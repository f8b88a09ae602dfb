import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import { chooseLanguage, type Language } from '../../shared/domain/language.ts';
import type { RequestHandler } from '../http-api/server.ts';
import { SIGN_IN_PATH } from '../template/stand-ins.ts';
import type { Template } from '../template/template.ts';
import type { Tokens } from '../tokens.ts';
import { accountsOf } from './accounts.ts';
import { judge, letIn } from './authorize.ts';
import { readSignInClient, type SignInClient } from './client.ts';
import { openGrants } from './grants.ts';
import { PAGE_HEADERS, refusalPage, signInPage } from './page.ts';
import { exchange } from './token.ts';

const MAX_BODY_BYTES = 16_384;
const FORM = /^application\/x-www-form-urlencoded\b/i;

/**
 * Stands in for Cognito's sign-in page: the same endpoints and errors, and instead of a password the choice of whom one wants to be.
 * @returns undefined where the template has no such page.
 */
export function signInHandler(
  template: Template,
  tokens: Tokens,
  config: Pick<AmendsConfig, 'recovery' | 'brand'>,
): RequestHandler | undefined {
  const client = readSignInClient(template);
  if (client === undefined) return undefined;
  const accounts = accountsOf(config);
  const grants = openGrants(Date.now);

  const authorize = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const query = request.method === 'POST' ? await readForm(request) : url.searchParams;
    const language = languageOf(request, query, config.brand.defaultLanguage);
    if (query === undefined) return sendPage(response, 400, refusalPage(language, 'Expected a form.'));
    const verdict = judge(client, query);
    if (verdict.is === 'untrusted') return sendPage(response, 400, refusalPage(language, verdict.reason));
    if (verdict.is === 'refused') return redirect(response, verdict.location);
    const account = request.method === 'POST' ? accounts.find(({ id }) => id === query.get('account')) : undefined;
    if (account !== undefined) return redirect(response, letIn(client, grants, query, account));
    const fields = new URLSearchParams([...query].filter(([name]) => name !== 'account'));
    sendPage(response, 200, signInPage(language, accounts, fields));
  };

  const endpoints: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void>> = {
    'GET /oauth2/authorize': authorize,
    'POST /oauth2/authorize': authorize,
    'POST /oauth2/token': async (request, response) => {
      const form = await readForm(request);
      const { status, body } = form === undefined ? INVALID : await exchange(client, grants, tokens, form);
      sendJson(response, status, body);
    },
    'POST /oauth2/revoke': async (request, response) => {
      const form = await readForm(request);
      grants.revoke(form?.get('token') ?? '');
      sendJson(response, 200, {});
    },
    'GET /logout': (request, response, url) => leave(client, request, response, url.searchParams, config.brand.defaultLanguage),
  };
  return async (request, response) => {
    const url = new URL(`http://local${request.url ?? '/'}`);
    const endpoint = endpoints[`${request.method} ${url.pathname.slice(SIGN_IN_PATH.length)}`];
    if (endpoint === undefined) return sendJson(response, 404, { error: 'not_found' });
    await endpoint(request, response, url);
  };
}

const INVALID = { status: 400, body: { error: 'invalid_request' } } as const;

/** There is no session to end: the choice is made anew each time. Cognito too leads to known addresses only. */
function leave(client: SignInClient, request: IncomingMessage, response: ServerResponse, query: URLSearchParams, fallback: Language): void {
  const target = query.get('logout_uri') ?? '';
  const reason = `logout_uri: expected ${client.logouts.join(' or ')} with the client_id of the template.`;
  if (query.get('client_id') === client.id && client.logouts.includes(target)) redirect(response, target);
  else sendPage(response, 400, refusalPage(languageOf(request, query, fallback), reason));
}

/** `lang`, as Cognito takes it, then what the browser asks for. */
const languageOf = (request: IncomingMessage, query: URLSearchParams | undefined, fallback: Language) =>
  chooseLanguage(query?.get('lang') ?? request.headers['accept-language'], fallback);

/** Undefined where it is no form, or too large for one. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= MAX_BODY_BYTES) chunks.push(bytes);
  }
  const isForm = FORM.test(request.headers['content-type'] ?? '') && size <= MAX_BODY_BYTES;
  return isForm ? new URLSearchParams(Buffer.concat(chunks).toString()) : undefined;
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).end();
}

const sendPage = (response: ServerResponse, status: number, page: string) => send(response, status, page, PAGE_HEADERS);

const sendJson = (response: ServerResponse, status: number, body: unknown) =>
  send(response, status, JSON.stringify(body), { 'content-type': 'application/json;charset=UTF-8' });

function send(response: ServerResponse, status: number, body: string, headers: Readonly<Record<string, string>>): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' }).end(body);
}
