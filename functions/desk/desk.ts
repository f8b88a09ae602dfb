import { pageHeaders } from '../../shared/adapters/page-headers.ts';
import { type DeskRoute, deskRoutes } from '../../shared/api/routes.ts';
import { notFound } from '../../shared/domain/errors.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { DOCS_STYLE } from '../../web/docs/style.ts';
import { acknowledgeCase, assignCase, listCases, noteOnCase, readCase, resolveCase } from './cases.ts';
import type { Endpoint } from './endpoint.ts';
import { correct, listFeedback, readFeedback } from './feedback.ts';
import { readMe } from './me.ts';
import { readMetrics } from './metrics.ts';
import type { DeskPorts } from './ports.ts';
import { listQuarantine } from './quarantine.ts';
import { viewerOf } from './viewer.ts';

/** The two public documents, written out when they are asked for. */
export interface DeskDocuments {
  readonly openapi: () => string;
  readonly page: () => string;
}

type Protected = Exclude<DeskRoute, 'GET /openapi.json' | 'GET /docs'>;

/** The HTTP API of the desk: finds the route, checks the role, and hands on to the work behind the route. */
export function desk(ports: DeskPorts, documents: DeskDocuments): (request: HttpRequest) => Promise<HttpResponse> {
  const endpoints: Readonly<Record<Protected, Endpoint>> = {
    'GET /api/me': readMe(),
    'GET /api/feedback': listFeedback(ports),
    'GET /api/feedback/{id}': readFeedback(ports),
    'POST /api/feedback/{id}/correct': correct(ports),
    'GET /api/cases': listCases(ports),
    'GET /api/cases/{number}': readCase(ports),
    'POST /api/cases/{number}/acknowledge': acknowledgeCase(ports),
    'POST /api/cases/{number}/assign': assignCase(ports),
    'POST /api/cases/{number}/note': noteOnCase(ports),
    'POST /api/cases/{number}/resolve': resolveCase(ports),
    'GET /api/metrics': readMetrics(ports),
    'GET /api/quarantine': listQuarantine(ports),
  };
  return async (request) => {
    const known = deskRoutes.find(({ route }) => route === request.route);
    if (known === undefined) throw notFound('There is no such route. GET /docs lists those that are.');
    if (known.access === 'public') return documentOf(known.route, documents);
    const viewer = viewerOf(request.claims, known.role, ports.config.recovery.agents);
    return endpoints[known.route](request, viewer, ports.clock());
  };
}

const documentOf = (route: Exclude<DeskRoute, Protected>, { openapi, page }: DeskDocuments): HttpResponse =>
  route === 'GET /openapi.json'
    ? { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: openapi() }
    : { status: 200, headers: pageHeaders(DOCS_STYLE), body: page() };
