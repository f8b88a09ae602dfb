import type * as z from 'zod/mini';
import { analysisOperations as operations } from '../../shared/api/analysis-operations.ts';
import type { AnalysesQuery } from '../../shared/api/analysis-schemas.ts';
import {
  type AnalysisDocument,
  type AnalysisRequest,
  branchOf,
  type FiguresRequest,
  surveyOf,
} from '../../shared/domain/analytics/analysis/request.ts';
import { monthsBetween } from '../../shared/domain/analytics/columns.ts';
import { type InputIssue, invalidInput, notFound } from '../../shared/domain/errors.ts';
import { MAX_PERIODS, spansOf } from '../../shared/domain/metrics/spans.ts';
import { callOf, type Endpoint, endpoint } from '../../shared/lambda/endpoint.ts';
import { json } from '../../shared/lambda/on-http.ts';
import { pageOfAnswers } from './answers.ts';
import type { StudyPorts } from './ports.ts';

/** Beyond it an analysis would not end within a function's time and memory. */
const MOST_MONTHS = 36;

/** Analyses, and the answers that they rest on (R14). */
export const analysisEndpoints = (ports: StudyPorts) => ({
  'GET /api/analyses': endpoint(operations['GET /api/analyses'], ({ query }) => listAnalyses(query, ports)),
  'POST /api/analyses': requested(ports),
  'GET /api/analyses/{id}': endpoint(operations['GET /api/analyses/{id}'], ({ path }) => readAnalysis(path.id, ports)),
  'GET /api/answers': endpoint(operations['GET /api/answers'], ({ query }) => pageOfAnswers(query, ports)),
});

const requested =
  (ports: StudyPorts): Endpoint =>
  async (request, viewer, now) => {
    const { body } = callOf(operations['POST /api/analyses'], request, viewer, now);
    return json(202, await requestAnalysis(body, ports));
  };

/** Keeps the request and puts it on the way to `analyse`. Sent again it is computed again, under the same id. */
export async function requestAnalysis(request: AnalysisRequest, ports: StudyPorts): Promise<AnalysisDocument> {
  const issues = issuesOf(request, ports.config);
  if (issues.length > 0) throw invalidInput('The analysis cannot be computed.', issues);
  const document: AnalysisDocument = { id: ports.idOf(request), request, state: 'waiting', requestedAt: ports.clock() };
  await ports.analyses.put(document);
  try {
    await ports.queue.send(request);
  } catch (error) {
    // Nobody would ever compute it: it must not be seen waiting.
    await ports.analyses.put({ ...document, state: 'failed', failure: 'not-queued' });
    throw error;
  }
  return document;
}

function issuesOf(request: AnalysisRequest, { surveys, branches }: StudyPorts['config']): InputIssue[] {
  const issues: InputIssue[] = [];
  const [survey, branch] = [surveyOf(request), branchOf(request)];
  const within = request.kind === 'figures' ? 'where.' : '';
  const named = {
    ...(survey === undefined ? {} : { [`${within}survey`]: survey }),
    ...(request.kind === 'gaps5' ? { managers: request.managers, staff: request.staff } : {}),
  };
  const known = surveys.map(({ id }) => id).join(', ');
  for (const [field, wanted] of Object.entries(named)) {
    if (!surveys.some(({ id }) => id === wanted)) issues.push({ field, reason: `expected a survey of the config: ${known}` });
  }
  if (branch !== undefined && !branches.some(({ id }) => id === branch)) {
    issues.push({ field: `${within}branch`, reason: `expected a branch of the config: ${branches.map(({ id }) => id).join(', ')}` });
  }
  if (request.to < request.from) issues.push({ field: 'to', reason: 'expected a day not before `from`' });
  else if (monthsBetween(request.from, request.to).length > MOST_MONTHS)
    issues.push({ field: 'from', reason: `expected days of at most ${MOST_MONTHS} months` });
  else if (request.kind === 'figures') issues.push(...seriesIssues(request));
  return issues;
}

function seriesIssues({ per, from, to }: FiguresRequest): InputIssue[] {
  if (per === undefined || spansOf(per, { from, to }).length <= MAX_PERIODS[per]) return [];
  return [{ field: 'per', reason: `expected days that touch at most ${MAX_PERIODS[per]} ${per}s` }];
}

async function readAnalysis(id: string, { analyses }: StudyPorts): Promise<AnalysisDocument> {
  const document = await analyses.get(id);
  if (document === undefined)
    throw notFound(`There is no analysis ${id}. Ask for it by POST /api/analyses; results are kept for 400 days.`);
  return document;
}

async function listAnalyses({ limit, kind, survey }: z.output<typeof AnalysesQuery>, { analyses }: StudyPorts) {
  if (survey !== undefined && kind === undefined) {
    throw invalidInput('Analyses of a survey are found by their kind.', [{ field: 'kind', reason: 'expected with `survey`' }]);
  }
  const found = await analyses.newest(limit, kind === undefined ? undefined : { kind, survey });
  return { items: found.map(({ result: _result, report: _report, ...listed }) => listed) };
}
