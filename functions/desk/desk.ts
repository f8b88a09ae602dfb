import { pageHeaders } from '../../shared/adapters/page-headers.ts';
import { deskRoutes } from '../../shared/api/routes.ts';
import type { SignIn } from '../../shared/api/schemas.ts';
import { type Endpoint, serveStaff } from '../../shared/lambda/endpoint.ts';
import { type HttpRequest, type HttpResponse, json } from '../../shared/lambda/on-http.ts';
import { DOCS_STYLE } from '../../web/docs/style.ts';
import { listAlarms } from './alarms.ts';
import { listCalls, markCalled } from './calls.ts';
import { readCase } from './case-details.ts';
import { listCases } from './cases.ts';
import { commandOnCase } from './commands.ts';
import { customerEndpoints } from './customers.ts';
import { correct, listFeedback, readFeedback } from './feedback.ts';
import { readMe } from './me.ts';
import { readMetrics } from './metrics.ts';
import type { DeskPorts } from './ports.ts';
import { listReplies } from './replies.ts';
import { listStaff, setAbsence } from './staff.ts';
import { readCaseStatistics } from './statistics.ts';

/** What is public, made when it is asked for. */
export interface DeskDocuments {
  readonly openapi: () => string;
  readonly page: () => string;
  readonly signIn: () => SignIn;
}

const publicRoutes = deskRoutes.filter((one) => one.access === 'public');
const protectedRoutes = deskRoutes.filter((one) => one.access === 'protected');
type Public = (typeof publicRoutes)[number]['route'];
type Protected = (typeof protectedRoutes)[number]['route'];

/** The HTTP API of the desk: finds the route, checks the role, and hands on to the work behind the route. */
export function desk(ports: DeskPorts, documents: DeskDocuments): (request: HttpRequest) => Promise<HttpResponse> {
  const endpoints: Readonly<Record<Protected, Endpoint>> = {
    'GET /api/me': readMe(),
    'GET /api/feedback': listFeedback(ports),
    'GET /api/feedback/{id}': readFeedback(ports),
    'POST /api/feedback/{id}/correct': correct(ports),
    'GET /api/cases': listCases(ports),
    'GET /api/cases/{number}': readCase(ports),
    'POST /api/cases/{number}/commands': commandOnCase(ports),
    'GET /api/staff': listStaff(ports),
    'POST /api/staff/{id}/absence': setAbsence(ports),
    ...customerEndpoints(ports),
    'GET /api/calls': listCalls(ports),
    'POST /api/customers/{key}/called': markCalled(ports),
    'GET /api/replies': listReplies(ports),
    'GET /api/metrics': readMetrics(ports),
    'GET /api/statistics/cases': readCaseStatistics(ports),
    'GET /api/alarms': listAlarms(ports),
  };
  const serve = serveStaff(protectedRoutes, endpoints, { agents: ports.config.recovery.agents, clock: ports.clock });
  return async (request) => {
    const document = publicRoutes.find(({ route }) => route === request.route);
    return document === undefined ? serve(request) : documentOf(document.route, documents);
  };
}

function documentOf(route: Public, { openapi, page, signIn }: DeskDocuments): HttpResponse {
  switch (route) {
    case 'GET /api/sign-in':
      return json(200, signIn());
    case 'GET /openapi.json':
      return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: openapi() };
    case 'GET /docs':
      return { status: 200, headers: pageHeaders(DOCS_STYLE), body: page() };
  }
}
