import { type Analysis, analyseFigures, analyse as compute } from '../../shared/domain/analytics/analysis/analyse.ts';
import type { Names } from '../../shared/domain/analytics/analysis/names.ts';
import {
  type AnalysisDocument,
  type AnalysisFailure,
  type AnalysisRequest,
  branchOf,
  surveyOf,
} from '../../shared/domain/analytics/analysis/request.ts';
import { gatherAnswers } from '../../shared/domain/analytics/gather-answers.ts';
import { type AnswerTable, type PivotedRow, pivot } from '../../shared/domain/analytics/pivot.ts';
import type { AnalysisStore, ColumnFilesReader } from '../../shared/ports.ts';

export interface AnalysePorts {
  readonly files: Pick<ColumnFilesReader, 'list' | 'pivotedRows'>;
  readonly store: AnalysisStore;
  readonly idOf: (request: AnalysisRequest) => string;
  readonly now: () => string;
  /** The day that runs in the brand's zone, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** What questions and branches are called. */
  readonly namesOf: (survey: string) => Names;
  /** The queue brings it no more after this. */
  readonly isLastTry?: boolean | undefined;
}

/**
 * Computes what was asked over the answers as they stand, and keeps the result under the id of the question. Done twice it comes to the same. Whoever waits
 * for it is told where it has failed for good.
 * @throws what made it fail, so that it is tried again or put aside where somebody looks.
 */
export async function analyse(request: AnalysisRequest, ports: AnalysePorts): Promise<void> {
  // Before the last try: one that dies for want of time or memory cannot say so afterwards.
  if (ports.isLastTry === true) await keepFailure(request, 'gave-up', ports);
  const { basis, result, report } = await computed(request, ports);
  const done = {
    ...(await standing(request, ports)),
    state: 'done',
    computedAt: ports.now(),
    basis,
    result: { ...result },
    report,
  } as const;
  await ports.store.put(done);
}

async function computed(request: AnalysisRequest, ports: AnalysePorts): Promise<Analysis> {
  let hasRead = true;
  const rowsOf = async (survey: string | undefined): Promise<PivotedRow[]> => {
    hasRead = false;
    const { from, to, where } = request;
    const rows = await gatherAnswers({ survey, branch: branchOf(request), from, to, where }, ports.files);
    hasRead = true;
    return rows;
  };
  const tableOf = async (survey: string): Promise<AnswerTable> => pivot(await rowsOf(survey));
  try {
    if (request.kind === 'figures') {
      return analyseFigures(await rowsOf(surveyOf(request)), request, ports.today());
    }
    return await compute(request, tableOf, ports.namesOf(request.survey));
  } catch (error) {
    // To read may go well another time; to compute comes to the same.
    if (hasRead) await keepFailure(request, 'not-computable', ports);
    throw error;
  }
}

const keepFailure = async (request: AnalysisRequest, failure: AnalysisFailure, ports: AnalysePorts): Promise<void> =>
  ports.store.put({ ...(await standing(request, ports)), state: 'failed', failure });

async function standing(
  request: AnalysisRequest,
  { store, idOf, now }: AnalysePorts,
): Promise<Pick<AnalysisDocument, 'id' | 'request' | 'requestedAt'>> {
  const id = idOf(request);
  return { id, request, requestedAt: (await store.get(id))?.requestedAt ?? now() };
}
