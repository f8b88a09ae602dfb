import type { Operation } from '../../shared/api/operations.ts';
import { parseInput } from '../../shared/api/parse-input.ts';
import { unsupportedMediaType } from '../../shared/domain/errors.ts';
import { parseJson } from '../../shared/domain/intake/json.ts';
import { type HttpRequest, type HttpResponse, json } from '../../shared/lambda/on-http.ts';
import type { Viewer } from './viewer.ts';

/** A request that has been checked. */
export interface Call<Path, Query, Body> {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly viewer: Viewer;
  readonly now: string;
  /** The version that the caller has seen, as `If-Match` states it. */
  readonly ifMatch: string | undefined;
  /** The client's name for this very request, as `Idempotency-Key` states it: sent again, it is done once. Unchecked. */
  readonly idempotencyKey: string | undefined;
}

export type Endpoint = (request: HttpRequest, viewer: Viewer, now: string) => Promise<HttpResponse>;

/** Ties an operation to the work behind it: what comes in is checked by its schemas, and what goes out has its type. */
export function endpoint<Path, Query, Body, Result>(
  operation: Operation<Path, Query, Body, Result>,
  work: (call: Call<Path, Query, Body>) => Promise<Result>,
  tagOf?: (result: Result) => number | string,
): Endpoint {
  return async (request, viewer, now) => {
    const result = await work(callOf(operation, request, viewer, now));
    return json(200, result, tagOf === undefined ? {} : { etag: `"${tagOf(result)}"` });
  };
}

/** The request as its operation knows it, for endpoints that answer with more than a result. */
export const callOf = <Path, Query, Body>(
  operation: Pick<Operation<Path, Query, Body, unknown>, 'path' | 'query' | 'body' | 'reads'>,
  request: HttpRequest,
  viewer: Viewer,
  now: string,
): Call<Path, Query, Body> => ({
  path: parseInput(operation.path, request.path, 'path'),
  query: parseInput(operation.query, request.query, 'query'),
  body: parseInput(operation.body, operation.reads === 'body' ? jsonOf(request) : {}, 'body'),
  viewer,
  now,
  ifMatch: request.headers['if-match'],
  idempotencyKey: request.headers['idempotency-key'],
});

/** No body at all is the empty object. */
function jsonOf({ headers, body }: HttpRequest): unknown {
  if (body.length === 0) return {};
  if (!/^application\/json(\s*;|$)/i.test(headers['content-type'] ?? '')) {
    throw unsupportedMediaType('The body must be JSON, sent as content-type: application/json.');
  }
  return parseJson(body.toString('utf8'));
}
