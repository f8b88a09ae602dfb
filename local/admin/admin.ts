import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalCloud, StaffRole } from '../cloud.ts';
import type { RequestHandler } from '../http-api/server.ts';
import { Verdicts } from '../mail/receive.ts';
import { SIGN_IN_PATH } from '../template/stand-ins.ts';
import type { Template } from '../template/template.ts';
import { LocalCloudError } from '../world.ts';
import { startPage } from './start-page.ts';

export interface AdminSettings {
  readonly template: Template;
  /** What is behind the one origin of the pages and the API. */
  readonly serveSite: RequestHandler;
  /** Absent where the template has no sign-in page. */
  readonly signIn: RequestHandler | undefined;
}

/** Pages of the local cloud itself: they exist in no deployed Amends. The rest is the template's. */
export function adminHandler(cloud: LocalCloud, { template, serveSite, signIn }: AdminSettings): RequestHandler {
  return async (request, response) => {
    const url = new URL(`http://local${request.url?.replace(/^\/+/, '/') ?? '/'}`);
    if (url.pathname === '/' && request.method === 'GET')
      return send(response, 200, startPage(cloud, template), 'text/html; charset=utf-8');
    if (signIn !== undefined && url.pathname.startsWith(`${SIGN_IN_PATH}/`)) return signIn(request, response);
    if (!url.pathname.startsWith('/_local/')) return serveSite(request, response);
    if (!isLetIn(cloud.adminToken, request))
      return sendJson(response, 401, { message: 'Expected the token of .amends/local.json as Bearer.' });
    try {
      sendJson(response, 200, await answer(cloud, request, url));
    } catch (error) {
      const isOurs = error instanceof LocalCloudError;
      sendJson(response, isOurs ? 400 : 500, { message: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** Browsers of other sites can reach 127.0.0.1 too, so every page wants the token. */
function isLetIn(token: string, request: IncomingMessage): boolean {
  const given = Buffer.from(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
  const expected = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function answer(cloud: LocalCloud, request: IncomingMessage, url: URL): Promise<unknown> {
  const [, , page = '', argument = ''] = url.pathname.split('/').map(decodeURIComponent);
  const query = url.searchParams;
  switch (`${request.method} ${page}`) {
    case 'POST mail': {
      const verdicts = Verdicts.parse(
        Object.fromEntries(
          ['spam', 'virus', 'spf', 'dkim', 'dmarc'].flatMap((name) => (query.has(name) ? [[name, query.get(name)?.toUpperCase()]] : [])),
        ),
      );
      const to = query.getAll('to').filter((address) => address !== '');
      const from = query.get('from') ?? undefined;
      return cloud.receiveMail(await readBody(request), { verdicts, from, ...(to.length === 0 ? {} : { to }) });
    }
    case 'POST token':
      return { token: await cloud.token(...query.getAll('role').map(roleOf)) };
    case 'GET usage':
      return cloud.usage();
    case 'GET sent-mail':
      return cloud.sentMail().map(({ raw, ...mail }) => ({ ...mail, raw: raw.toString('base64') }));
    case 'GET events':
      return cloud.events();
    case 'GET queues':
      return cloud.queues();
    case 'GET denials':
      return cloud.denials();
    case 'GET logs':
      return cloud.logs(argument);
    case 'POST invoke':
      return { result: await cloud.invoke(argument, parse(await readBody(request))) };
    case 'POST idle':
      await cloud.idle(Number(query.get('timeoutMs') ?? 60_000));
      return { idle: true };
    default:
      throw new LocalCloudError(`the local cloud has no page ${request.method} ${url.pathname}.`);
  }
}

function roleOf(role: string): StaffRole {
  if (role === 'agent' || role === 'manager' || role === 'admin') return role;
  throw new LocalCloudError(`role: expected agent, manager or admin, found "${role}".`);
}

function parse(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString());
  } catch {
    throw new LocalCloudError('the body is no JSON.');
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const sendJson = (response: ServerResponse, status: number, body: unknown) =>
  send(response, status, `${JSON.stringify(body)}\n`, 'application/json');

function send(response: ServerResponse, status: number, body: string, type: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' });
  response.end(body);
}
