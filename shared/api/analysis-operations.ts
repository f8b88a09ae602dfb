import { AnalysisDocument, AnalysisRequest } from '../domain/analytics/analysis/request.ts';
import { AnalysesQuery, AnalysisList, AnalysisPath, AnswerPage, AnswersQuery } from './analysis-schemas.ts';
import { Nothing } from './schemas.ts';

const get = { path: Nothing, query: Nothing, reads: 'nothing', body: Nothing } as const;

/** Routes about analyses and the answers that they rest on. */
export const analysisOperations = {
  'GET /api/analyses': { ...get, query: AnalysesQuery, result: AnalysisList },
  'POST /api/analyses': { path: Nothing, query: Nothing, reads: 'body', body: AnalysisRequest, result: AnalysisDocument },
  'GET /api/analyses/{id}': { ...get, path: AnalysisPath, result: AnalysisDocument },
  'GET /api/answers': { ...get, query: AnswersQuery, result: AnswerPage },
} as const;
