import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodePath } from '../http-api/event.ts';
import type { RequestHandler } from '../http-api/server.ts';
import type { SiteBehaviour } from './distribution.ts';
import type { EdgeRequest, EdgeResult } from './edge-function.ts';
import { readFiles, type SiteFile } from './files.ts';

/** The distribution: files of its bucket, and the API for all else. Without behaviours everything is the API's. */
export function siteHandler(behaviours: readonly SiteBehaviour[], serveApi: RequestHandler): RequestHandler {
  const folders = new Set(behaviours.flatMap(({ folder }) => folder ?? []));
  const files = new Map([...folders].map((folder) => [folder, readFiles(folder)] as const));
  return async (request, response) => {
    const path = pathOf(request);
    const behaviour = behaviours.find(({ matches }) => matches(path));
    if (behaviour === undefined) return serveApi(request, response);
    if (!behaviour.methods.has(request.method ?? 'GET'))
      return refuse(response, 403, 'This distribution is not configured to allow this method.');
    const onwards = behaviour.atEdge?.(edgeRequest(request, path)) ?? { uri: path, headers: {} };
    if ('statusCode' in onwards) return answerAtEdge(response, onwards);
    if (behaviour.folder === undefined) return serveApi(changed(request, path, onwards), response);
    const file = files.get(behaviour.folder)?.get(decodePath(onwards.uri.slice(1)));
    if (file === undefined) return refuse(response, 404, 'NoSuchKey', behaviour.headers);
    sendFile(request, response, file, behaviour);
  };
}

const pathOf = (request: IncomingMessage) => (request.url ?? '/').replace(/^\/+/, '/').replace(/\?.*$/s, '');

function edgeRequest(request: IncomingMessage, uri: string): EdgeRequest {
  const headers = Object.entries(request.headersDistinct).flatMap(([name, values]) =>
    values === undefined || name === 'cookie' ? [] : [[name, { value: values.join(',') }] as const],
  );
  const query = new URL(`http://local${request.url?.replace(/^\/+/, '/') ?? '/'}`).searchParams;
  const querystring = [...query].map(([name, value]) => [name, { value }] as const);
  return { method: request.method ?? 'GET', uri, querystring: Object.fromEntries(querystring), headers: Object.fromEntries(headers) };
}

/** What the function at the edge made of the request goes to the origin. */
function changed(
  request: IncomingMessage,
  path: string,
  { uri, headers }: { uri: string; headers: EdgeRequest['headers'] },
): IncomingMessage {
  if (uri !== path) request.url = `${uri}${(request.url ?? '').replace(/^[^?]*/, '')}`;
  for (const [name, { value }] of Object.entries(headers)) {
    request.headers[name] = value;
    request.headersDistinct[name] = [value];
  }
  return request;
}

function answerAtEdge(response: ServerResponse, { statusCode, headers = {} }: Extract<EdgeResult, { statusCode: number }>): void {
  response.writeHead(statusCode, Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value])));
  response.end();
}

function refuse(response: ServerResponse, status: number, reason: string, headers: SiteBehaviour['headers'] = {}): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${reason}</Code></Error>\n`;
  response.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body), ...headers }).end(body);
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: SiteFile, { headers, isCompressed }: SiteBehaviour): void {
  const accepts = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const gzipped = isCompressed && accepts ? file.gzipped : undefined;
  // What was compressed on the way is the same to those who read it, and no more the same bytes.
  const etag = gzipped === undefined ? file.etag : `W/${file.etag}`;
  const shared = { etag, ...(file.gzipped === undefined ? {} : { vary: 'accept-encoding' }), ...headers };
  const seen = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
  if (seen.some((one) => one === '*' || one.replace(/^W\//, '') === file.etag)) {
    response.writeHead(304, shared).end();
    return;
  }
  const body = gzipped ?? file.body;
  const encoding = gzipped === undefined ? {} : { 'content-encoding': 'gzip' };
  response.writeHead(200, { 'content-type': file.type, 'content-length': body.length, ...encoding, ...shared });
  response.end(request.method === 'HEAD' ? undefined : body);
}
