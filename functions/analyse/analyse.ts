import { analyse as compute } from '../../shared/domain/analytics/analysis/analyse.ts';
import type { Names } from '../../shared/domain/analytics/analysis/names.ts';
import type { AnalysisDocument, AnalysisRequest } from '../../shared/domain/analytics/analysis/request.ts';
import { gatherAnswers } from '../../shared/domain/analytics/gather-answers.ts';
import { pivot } from '../../shared/domain/analytics/pivot.ts';
import type { AnalysisStore, ColumnFilesReader } from '../../shared/ports.ts';

export interface AnalysePorts {
  readonly files: Pick<ColumnFilesReader, 'list' | 'pivotedRows'>;
  readonly store: AnalysisStore;
  readonly idOf: (request: AnalysisRequest) => string;
  readonly now: () => string;
  /** What questions and branches are called. */
  readonly namesOf: (survey: string) => Names;
}

/** Computes what was asked over the answers as they stand, and keeps the result under the id of the question. Done twice it comes to the same. */
export async function analyse(request: AnalysisRequest, { files, store, idOf, now, namesOf }: AnalysePorts): Promise<void> {
  const tableOf = async (survey: string) => pivot(await gatherAnswers({ ...request, survey }, files));
  const { basis, result, report } = await compute(request, tableOf, namesOf(request.survey));
  const id = idOf(request);
  const requestedAt = (await store.get(id))?.requestedAt ?? now();
  const done: AnalysisDocument = { id, request, state: 'done', requestedAt, computedAt: now(), basis, result: { ...result }, report };
  await store.put(done);
}
