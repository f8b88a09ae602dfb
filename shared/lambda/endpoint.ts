import type { Operation } from '../api/operations.ts';
import { parseInput } from '../api/parse-input.ts';
import type { Role } from '../api/routes.ts';
import { type Viewer, viewerOf } from '../api/viewer.ts';
import { notFound, unsupportedMediaType } from '../domain/errors.ts';
import { parseJson } from '../domain/intake/json.ts';
import type { Agent } from '../domain/recovery/policy.ts';
import { type HttpRequest, type HttpResponse, json } from './on-http.ts';

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

/** A route of staff: who may call it. */
interface StaffRoute<Route extends string> {
  readonly route: Route;
  readonly role: Role;
}

/** What is known of the house where staff call. */
interface Staffed {
  readonly agents: readonly Agent[];
  readonly clock: () => string;
}

/**
 * The HTTP API of a function for staff: finds the route, checks the role, and hands on to the work behind the route (promise 30).
 * @throws AmendsError 404 where there is no such route; 403 naming the role that is needed.
 */
export const serveStaff =
  <Route extends string>(
    routes: readonly StaffRoute<Route>[],
    endpoints: Readonly<Record<Route, Endpoint>>,
    { agents, clock }: Staffed,
  ): ((request: HttpRequest) => Promise<HttpResponse>) =>
  async (request) => {
    const known = routes.find(({ route }) => route === request.route);
    if (known === undefined) throw notFound('There is no such route. GET /docs lists those that are.');
    return endpoints[known.route](request, viewerOf(request.claims, known.role, agents), clock());
  };

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
