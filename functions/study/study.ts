import type { Clock } from '../../shared/adapters/clock.ts';
import { analysisOperations as operations } from '../../shared/api/analysis-operations.ts';
import type { Operation } from '../../shared/api/operations.ts';
import { parseInput } from '../../shared/api/parse-input.ts';
import { roleOf } from '../../shared/api/role.ts';
import { type StudyRoute, studyRoutes } from '../../shared/api/routes.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { AnalysisRequest } from '../../shared/domain/analytics/analysis/request.ts';
import { notFound, unsupportedMediaType } from '../../shared/domain/errors.ts';
import { parseJson } from '../../shared/domain/intake/json.ts';
import { type HttpRequest, type HttpResponse, json } from '../../shared/lambda/on-http.ts';
import type { AnalysisQueue, AnalysisStore, ColumnFilesReader } from '../../shared/ports.ts';
import { listAnalyses, readAnalysis, requestAnalysis } from './analyses.ts';
import { pageOfAnswers } from './answers.ts';

/** What `study` works with. */
export interface StudyPorts {
  readonly files: Pick<ColumnFilesReader, 'list' | 'rows'>;
  readonly analyses: AnalysisStore;
  readonly queue: AnalysisQueue;
  readonly idOf: (request: AnalysisRequest) => string;
  readonly clock: Clock;
  readonly config: Pick<AmendsConfig, 'surveys' | 'branches'>;
}

/** The HTTP API of analyses: finds the route, checks the role, and hands on to the work behind it. */
export function study(ports: StudyPorts): (request: HttpRequest) => Promise<HttpResponse> {
  const endpoints: Readonly<Record<StudyRoute, (request: HttpRequest) => Promise<HttpResponse>>> = {
    'GET /api/analyses': answering(operations['GET /api/analyses'], ({ query }) => listAnalyses(query.limit, ports)),
    'POST /api/analyses': answering(operations['POST /api/analyses'], ({ body }) => requestAnalysis(body, ports), 202),
    'GET /api/analyses/{id}': answering(operations['GET /api/analyses/{id}'], ({ path }) => readAnalysis(path.id, ports)),
    'GET /api/answers': answering(operations['GET /api/answers'], ({ query }) => pageOfAnswers(query, ports)),
  };
  return async (request) => {
    const known = studyRoutes.find(({ route }) => route === request.route);
    if (known === undefined) throw notFound('There is no such route. GET /docs lists those that are.');
    roleOf(request.claims, known.role);
    return endpoints[known.route](request);
  };
}

/** Ties an operation to the work behind it: what comes in is checked by its schemas, and what goes out has its type. */
const answering =
  <Path, Query, Body, Result>(
    operation: Operation<Path, Query, Body, Result>,
    work: (call: { readonly path: Path; readonly query: Query; readonly body: Body }) => Promise<Result>,
    status = 200,
  ) =>
  async (request: HttpRequest): Promise<HttpResponse> =>
    json(
      status,
      await work({
        path: parseInput(operation.path, request.path, 'path'),
        query: parseInput(operation.query, request.query, 'query'),
        body: parseInput(operation.body, operation.reads === 'body' ? bodyOf(request) : {}, 'body'),
      }),
    );

function bodyOf({ headers, body }: HttpRequest): unknown {
  if (!/^application\/json(\s*;|$)/i.test(headers['content-type'] ?? '')) {
    throw unsupportedMediaType('The body must be JSON, sent as content-type: application/json.');
  }
  return parseJson(body.toString('utf8'));
}
