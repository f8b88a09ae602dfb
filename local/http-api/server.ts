import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { Meter } from '../gateway/usage.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Tokens } from '../tokens.ts';
import { authorize } from './authorize.ts';
import { decodePath, httpEvent } from './event.ts';
import { type ApiRoute, matchRoute } from './routes.ts';
import { tokenBucket } from './throttle.ts';

export interface HttpApiSettings {
  readonly routes: readonly ApiRoute[];
  readonly functions: Functions;
  readonly tokens: Tokens;
  readonly activity: Activity;
  readonly meter: Meter;
  readonly isThrottled: boolean;
}

const MAX_BODY_BYTES = 10 * 1024 * 1024;

const Structured = z.object({
  statusCode: z.coerce.number(),
  headers: z.optional(z.nullable(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))),
  cookies: z.optional(z.nullable(z.array(z.string()))),
  body: z.optional(z.nullable(z.string())),
  isBase64Encoded: z.optional(z.nullable(z.boolean())),
});

interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: Buffer | string;
}

const message = (status: number, text: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: text }),
});

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** API Gateway's HTTP API with the template's routes. */
export function httpApi(settings: HttpApiSettings): RequestHandler {
  const buckets = new Map(
    settings.routes.flatMap((route) =>
      route.throttle === undefined ? [] : [[route, tokenBucket(route.throttle, () => performance.now())] as const],
    ),
  );
  const maySend = (route: ApiRoute) => !settings.isThrottled || buckets.get(route)?.() !== false;
  return async (request, response) => {
    const done = settings.activity.begin();
    try {
      write(request, response, await answer(settings, maySend, request));
    } finally {
      done();
    }
  };
}

async function answer(settings: HttpApiSettings, maySend: (route: ApiRoute) => boolean, request: IncomingMessage): Promise<HttpAnswer> {
  const url = new URL(`http://local${request.url?.replace(/^\/+/, '/') ?? '/'}`);
  const match = matchRoute(settings.routes, request.method ?? 'GET', url.pathname.split('/').slice(1).map(decodePath));
  if (match === undefined) return message(404, 'Not Found');
  const { route } = match;
  if (!maySend(route)) return message(429, 'Too Many Requests');
  settings.meter.httpRequest();
  let claims: Readonly<Record<string, string>> | undefined;
  if (route.authorizer !== undefined) {
    const authorized = await authorize(settings.tokens, route.authorizer, request.headers.authorization);
    if ('refusedWith' in authorized) return message(authorized.refusedWith, authorized.refusedWith === 401 ? 'Unauthorized' : 'Forbidden');
    claims = authorized.claims;
  }
  const body = await readBody(request);
  if (body === undefined) return message(413, 'Request Entity Too Large');
  const timeUp = new AbortController();
  try {
    const result = await Promise.race([
      settings.functions.invoke(route.definition, httpEvent(request, url, body, match, claims)),
      wait(route.timeoutMs, 'time is up' as const, { signal: timeUp.signal }),
    ]);
    return result === 'time is up' ? message(503, 'Service Unavailable') : toAnswer(result);
  } catch {
    return message(500, 'Internal Server Error');
  } finally {
    timeUp.abort();
  }
}

/** Undefined where it is too large; what comes after that is let go by, so that the client can still read the answer. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else done(undefined);
    });
    request.on('end', () => done(Buffer.concat(chunks)));
    request.on('error', fail);
  });
}

/** An answer without a status code is taken as the body of a 200. */
function toAnswer(result: unknown): HttpAnswer {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: typeof result === 'string' ? result : JSON.stringify(result),
    };
  }
  const structured = Structured.safeParse(result);
  if (!structured.success) return message(500, 'Internal Server Error');
  const { statusCode, headers, cookies, body, isBase64Encoded } = structured.data;
  const lowerCase = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...lowerCase },
    cookies: cookies ?? [],
    body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

function write(request: IncomingMessage, response: ServerResponse, { status, headers = {}, cookies = [], body }: HttpAnswer): void {
  const { 'content-length': _, 'transfer-encoding': __, ...rest } = headers;
  response.writeHead(status, {
    ...rest,
    'content-length': Buffer.byteLength(body),
    ...(cookies.length === 0 ? {} : { 'set-cookie': [...cookies] }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  if (!request.complete) request.resume();
}
