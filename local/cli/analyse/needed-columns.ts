import type { SurveyAnalysisRequest } from '../../../shared/domain/analytics/analysis/request.ts';
import { INDEX_MODELS } from '../../../shared/domain/analytics/index/models.ts';
import { NAMED } from './file-table.ts';

const lastPart = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Columns that are judged by one scale, stated or told from their answers; an index has the scale of its model. */
export function columnsOnScale(request: SurveyAnalysisRequest, needed: readonly string[], isStated: boolean): readonly string[] | 'all' {
  switch (request.kind) {
    case 'loyalty':
      return [request.attitude];
    case 'drivers':
    case 'ratings':
      return isStated && request.items === undefined ? 'all' : request.items === undefined ? [] : needed;
    case 'crosstab':
      return isStated ? 'all' : [];
    case 'gaps5':
      return 'all';
    default:
      return needed;
  }
}

/** Aspects of the five gaps, by who is asked for them. */
const ASPECTS = { customers: ['expectation', 'perception'], managers: ['belief', 'standard'], staff: ['delivery', 'told'] } as const;
export type Asked = keyof typeof ASPECTS;

/** What a file lacks that is not read as numbers, in words; nothing where it has all. */
export function lackOf(request: SurveyAnalysisRequest, columns: readonly string[], asked: Asked): string | undefined {
  const has = (name: string) => columns.includes(name) || (name === 'branch' && hasNamed(columns, 'branch'));
  switch (request.kind) {
    case 'branches':
      return hasNamed(columns, 'branch') ? undefined : `a column that names the branch: ${NAMED.branch.join(', ')}`;
    case 'trend':
      return hasNamed(columns, 'day') ? undefined : `a column that tells the day, such as 2026-03-14: ${NAMED.day.join(', ')}`;
    case 'crosstab': {
      const lacking = [request.rows, request.columns].filter((name) => !has(name));
      return lacking.length === 0 ? undefined : `the columns ${lacking.join(', ')}`;
    }
    case 'gaps5': {
      const [first, second] = ASPECTS[asked];
      const isThere = columns.some((column) => column.endsWith(`.${first}`) || column.endsWith(`.${second}`));
      return isThere ? undefined : `columns of ${asked}, such as reliability.${first} and reliability.${second}`;
    }
    default:
      return undefined;
  }
}

const hasNamed = (columns: readonly string[], what: keyof typeof NAMED) =>
  columns.some((column) => NAMED[what].some((name) => name === column.toLowerCase()));

/** Columns that a file needs for an analysis; of pairs, those it has halves of. An item of a model may be named by its last part alone, `CUSA1`. */
export function neededColumns(request: SurveyAnalysisRequest, columns: readonly string[]): string[] {
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
