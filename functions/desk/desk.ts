import { pageHeaders } from '../../shared/adapters/page-headers.ts';
import { type DeskRoute, deskRoutes } from '../../shared/api/routes.ts';
import { notFound } from '../../shared/domain/errors.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { DOCS_STYLE } from '../../web/docs/style.ts';
import { listAlarms } from './alarms.ts';
import { listCalls, markCalled } from './calls.ts';
import { campaignEndpoints } from './campaigns.ts';
import { readCase } from './case-details.ts';
import { listCases } from './cases.ts';
import { commandOnCase } from './commands.ts';
import { customerEndpoints } from './customers.ts';
import { outgoingEndpoints } from './deliveries.ts';
import type { Endpoint } from './endpoint.ts';
import { enterFeedback } from './enter-feedback.ts';
import { correct, listFeedback, readFeedback } from './feedback.ts';
import { importAnswers } from './import-answers.ts';
import { readMe } from './me.ts';
import { readMetrics } from './metrics.ts';
import type { DeskPorts } from './ports.ts';
import { listQuarantine } from './quarantine.ts';
import { listReplies } from './replies.ts';
import { listStaff, setAbsence } from './staff.ts';
import { readCaseStatistics } from './statistics.ts';
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
    'POST /api/feedback': enterFeedback(ports),
    'POST /api/answers': importAnswers(ports),
    'GET /api/feedback/{id}': readFeedback(ports),
    'POST /api/feedback/{id}/correct': correct(ports),
    'GET /api/cases': listCases(ports),
    'GET /api/cases/{number}': readCase(ports),
    'POST /api/cases/{number}/commands': commandOnCase(ports),
    'GET /api/staff': listStaff(ports),
    'POST /api/staff/{id}/absence': setAbsence(ports),
    ...customerEndpoints(ports),
    ...campaignEndpoints(ports),
    'GET /api/calls': listCalls(ports),
    'POST /api/customers/{key}/called': markCalled(ports),
    'GET /api/replies': listReplies(ports),
    'GET /api/metrics': readMetrics(ports),
    'GET /api/statistics/cases': readCaseStatistics(ports),
    'GET /api/alarms': listAlarms(ports),
    'GET /api/quarantine': listQuarantine(ports),
    ...outgoingEndpoints(ports),
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
