import type { AnalysisDocument, AnalysisRequest } from '../../shared/domain/analytics/analysis/request.ts';
import { monthsBetween } from '../../shared/domain/analytics/columns.ts';
import { type InputIssue, invalidInput, notFound } from '../../shared/domain/errors.ts';
import type { StudyPorts } from './study.ts';

/** Beyond it an analysis would not end within a function's time and memory. */
const MOST_MONTHS = 36;

/** Keeps the request and puts it on the way to `analyse`. Sent again it is computed again, under the same id. */
export async function requestAnalysis(request: AnalysisRequest, ports: StudyPorts): Promise<AnalysisDocument> {
  const issues = issuesOf(request, ports.config);
  if (issues.length > 0) throw invalidInput('The analysis cannot be computed.', issues);
  const document: AnalysisDocument = { id: ports.idOf(request), request, state: 'waiting', requestedAt: ports.clock() };
  await ports.analyses.put(document);
  await ports.queue.send(request);
  return document;
}

function issuesOf(request: AnalysisRequest, { surveys, branches }: StudyPorts['config']): InputIssue[] {
  const issues: InputIssue[] = [];
  const named = { survey: request.survey, ...(request.kind === 'gaps5' ? { managers: request.managers, staff: request.staff } : {}) };
  const known = surveys.map(({ id }) => id).join(', ');
  for (const [field, survey] of Object.entries(named)) {
    if (!surveys.some(({ id }) => id === survey)) issues.push({ field, reason: `expected a survey of the config: ${known}` });
  }
  if (request.branch !== undefined && !branches.some(({ id }) => id === request.branch)) {
    issues.push({ field: 'branch', reason: `expected a branch of the config: ${branches.map(({ id }) => id).join(', ')}` });
  }
  if (request.to < request.from) issues.push({ field: 'to', reason: 'expected a day not before `from`' });
  else if (monthsBetween(request.from, request.to).length > MOST_MONTHS)
    issues.push({ field: 'from', reason: `expected days of at most ${MOST_MONTHS} months` });
  return issues;
}

export async function readAnalysis(id: string, { analyses }: StudyPorts): Promise<AnalysisDocument> {
  const document = await analyses.get(id);
  if (document === undefined)
    throw notFound(`There is no analysis ${id}. Ask for it by POST /api/analyses; results are kept for 400 days.`);
  return document;
}

export async function listAnalyses(limit: number, { analyses }: StudyPorts) {
  const found = await analyses.newest(limit);
  return { items: found.map(({ result: _result, report: _report, ...listed }) => listed) };
}
