import { analyse } from '../../../../shared/domain/analytics/analysis/analyse.ts';
import type { SurveyAnalysisRequest } from '../../../../shared/domain/analytics/analysis/request.ts';
import type { AnswerTable } from '../../../../shared/domain/analytics/pivot.ts';
import { ITEM_NAMES, indexTable, ipaTable, overallTable, servqualTable } from './simulated-tables.ts';

const asked = { survey: 'autumn', from: '2026-10-01', to: '2026-10-31' };

/** A request of each kind that has a picture, with answers for it. */
export const SAMPLES: Readonly<Record<string, { readonly request: SurveyAnalysisRequest; readonly table: () => AnswerTable }>> = {
  servqual: { request: { kind: 'servqual', ...asked }, table: servqualTable },
  index: { request: { kind: 'index', model: 'acsi', ...asked }, table: indexTable },
  ipa: { request: { kind: 'ipa', ...asked }, table: ipaTable },
  drivers: { request: { kind: 'drivers', target: 'overall', ...asked }, table: overallTable },
  branches: { request: { kind: 'branches', item: 'overall', ...asked }, table: overallTable },
};

export const reportOf = async (name: string) => {
  const { request, table } = SAMPLES[name] ?? {};
  if (request === undefined || table === undefined) throw new Error(`no sample of ${name}`);
  return analyse(request, async () => table(), ITEM_NAMES);
};
