import type { AnalysisRequest } from '../../../shared/domain/analytics/analysis/request.ts';
import { INDEX_MODELS } from '../../../shared/domain/analytics/index/models.ts';

const lastPart = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Columns that a file needs for an analysis; of pairs, those it has halves of. An item of a model may be named by its last part alone, `CUSA1`. */
export function neededColumns(request: AnalysisRequest, columns: readonly string[]): string[] {
  switch (request.kind) {
    case 'index': {
      const model = typeof request.model === 'string' ? INDEX_MODELS[request.model] : request.model;
      const items = model.constructs.flatMap((construct) => construct.items);
      return items.map(
        (item) => columns.find((column) => column === item) ?? columns.find((column) => lastPart(column) === lastPart(item)) ?? item,
      );
    }
    case 'drivers':
      return [request.target, ...(request.items ?? [])];
    case 'loyalty':
      return [request.attitude, request.behaviour];
    case 'branches':
    case 'trend':
      return [request.item];
    case 'ipa':
    case 'dual':
      return pairs(columns, ['importance', 'satisfaction'], request.items);
    case 'coefficient':
      return pairs(columns, ['expectation', 'perception'], request.items);
    case 'servqual':
      return pairs(columns, ['expectation', 'perception']);
    case 'ratings':
      return request.items ?? [];
    case 'crosstab':
    case 'gaps5':
      return [];
  }
}

/** Both halves of the items named, or of every item of which there is one. */
function pairs(columns: readonly string[], halves: readonly [string, string], items?: readonly string[]): string[] {
  const found = columns.flatMap((column) =>
    halves.flatMap((half) => (column.endsWith(`.${half}`) ? [column.slice(0, -half.length - 1)] : [])),
  );
  const wanted = items ?? [...new Set(found)];
  if (wanted.length === 0) return halves.map((half) => `<item>.${half}`);
  return wanted.flatMap((item) => halves.map((half) => `${item}.${half}`));
}
