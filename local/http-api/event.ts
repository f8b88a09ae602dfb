import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ACCOUNT } from '../world.ts';
import type { RouteMatch } from './routes.ts';

/**
 * Content types that API Gateway hands on as text. All else comes as base64, also forms, `…+json`, and a body without a type. AWS's documents
 * do not list them; ministackorg/ministack#766 found these by trying.
 */
const TEXT_TYPE = /^\s*(text\/[\w.+-]+|application\/(json|javascript|xml))\s*(;|$)/i;

/** The event of payload format 2.0 for a request. */
export function httpEvent(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  { route, parameters }: RouteMatch,
  claims: Readonly<Record<string, string>> | undefined,
) {
  const now = new Date();
  const host = request.headers.host ?? 'localhost';
  const { cookie, ...headers } = joinedHeaders(request);
  const cookies = cookie?.split(/;\s*/);
  const isText = isTextBody(headers['content-type'], body);
  const query = joinedQuery(url.searchParams);
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: decodePath(url.pathname),
    rawQueryString: url.search.slice(1),
    ...(cookies === undefined ? {} : { cookies }),
    headers: {
      ...headers,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-port': String(request.socket.localPort ?? 80),
      'x-forwarded-proto': 'http',
      'x-amzn-trace-id': `Root=1-${Math.floor(now.getTime() / 1000).toString(16)}-${randomUUID().replaceAll('-', '').slice(0, 24)}`,
    },
    ...(Object.keys(query).length === 0 ? {} : { queryStringParameters: query }),
    ...(Object.keys(parameters).length === 0 ? {} : { pathParameters: parameters }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      domainName: host,
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: decodePath(url.pathname),
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      ...(claims === undefined ? {} : { authorizer: { jwt: { claims, scopes: null } } }),
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Values of a header that came several times are joined with a comma. */
function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (name !== 'connection' && name !== 'keep-alive' && values !== undefined) headers[name] = values.join(name === 'cookie' ? '; ' : ',');
  }
  return headers;
}

function joinedQuery(parameters: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  for (const name of new Set(parameters.keys())) query[name] = parameters.getAll(name).join(',');
  return query;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes that are no UTF-8 would be lost as text. */
function isTextBody(contentType: string | undefined, body: Buffer): boolean {
  if (contentType === undefined || !TEXT_TYPE.test(contentType)) return false;
  try {
    utf8.decode(body);
    return true;
  } catch {
    return false;
  }
}

export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
