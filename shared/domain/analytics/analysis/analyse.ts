import type { AnswerTable, PivotedRow } from '../pivot.ts';
import type { Report } from '../report/report.ts';
import type { Analysed } from './analysed.ts';
import { branches } from './kinds/branches.ts';
import { crosstab } from './kinds/crosstab.ts';
import { drivers } from './kinds/drivers.ts';
import { figures } from './kinds/figures.ts';
import { ipa } from './kinds/importance-performance.ts';
import { index } from './kinds/index-model.ts';
import { loyalty } from './kinds/loyalty.ts';
import { gaps5 } from './kinds/organisation.ts';
import { trend } from './kinds/over-time.ts';
import { ratings } from './kinds/ratings.ts';
import { servqual } from './kinds/servqual.ts';
import { coefficient, dual } from './kinds/weighted.ts';
import type { Names } from './names.ts';
import type { AnalysisBasis, FiguresRequest, SurveyAnalysisRequest } from './request.ts';
import { onSeveralScales } from './table.ts';
import { text } from './words.ts';

/** An analysis with what it rests on. */
export interface Analysis extends Analysed {
  readonly basis: AnalysisBasis;
}

/**
 * Computes an analysis over answers.
 * @param tableOf the answers to a survey, in the days and the branch of the request.
 * @param names what questions and items are called.
 */
export async function analyse(
  request: SurveyAnalysisRequest,
  tableOf: (survey: string) => Promise<AnswerTable>,
  names: Names = new Map(),
): Promise<Analysis> {
  const table = await tableOf(request.survey);
  const analysed = await byKind(request, table, tableOf, names);
  const basis = basisOf(table);
  return { ...analysed, basis, report: withMethod(analysed.report, request, table) };
}

/**
 * Figures of a combination of filters.
 * @param rows as they hold, of the days and filters of the request
 * @param today of the brand's zone
 */
export function analyseFigures(rows: readonly PivotedRow[], request: FiguresRequest, today: string): Analysis {
  const { result, report } = figures(rows, request, today);
  const days = [...new Set(rows.map(({ day }) => day))].sort();
  // The days of a group that is too small tell of it as well.
  const basis = result.isSuppressed ? { responses: 0 } : basisOf({ rows: result.n ?? 0, days });
  const filters = Object.entries(request.where ?? {}).map(([name, value]) => `${name} ${value}`);
  const said = filters.length === 0 ? text('All responses', '全部答卷') : text(filters.join(', '), filters.join('、'));
  const { from, to } = request;
  const sample = text(`Sample: ${said.en}. Period: ${from} to ${to}.`, `样本：${said['zh-Hans']}。期间：${from} 至 ${to}。`);
  return { result, basis, report: { ...report, method: [sample, ...report.method] } };
}

function byKind(request: SurveyAnalysisRequest, table: AnswerTable, tableOf: (survey: string) => Promise<AnswerTable>, names: Names) {
  switch (request.kind) {
    case 'ratings':
      return ratings(table, request, names);
    case 'servqual':
      return servqual(table);
    case 'gaps5':
      return threeGroups(table, request, tableOf);
    case 'coefficient':
      return coefficient(table, request, names);
    case 'index':
      return index(table, request);
    case 'drivers':
      return drivers(table, request, names);
    case 'ipa':
      return ipa(table, request, names);
    case 'dual':
      return dual(table, request);
    case 'loyalty':
      return loyalty(table, request);
    case 'branches':
      return branches(table, request, names);
    case 'trend':
      return trend(table, request, names);
    case 'crosstab':
      return crosstab(table, request, names);
  }
}

async function threeGroups(
  customers: AnswerTable,
  { managers, staff }: Extract<SurveyAnalysisRequest, { kind: 'gaps5' }>,
  tableOf: (survey: string) => Promise<AnswerTable>,
): Promise<Analysed> {
  return gaps5({ customers, managers: await tableOf(managers), staff: await tableOf(staff) });
}

function basisOf({ rows, days }: Pick<AnswerTable, 'rows' | 'days'>): AnalysisBasis {
  const known = days.filter((day) => day !== undefined).sort();
  const [firstDay, lastDay] = [known[0], known.at(-1)];
  return { responses: rows, ...(firstDay !== undefined && { firstDay }), ...(lastDay !== undefined && { lastDay }) };
}

/** Sample and period first, as ISO 10004 asks; a file may not tell its days. A scale that was changed meanwhile is told. */
function withMethod(report: Report, { survey, from, to, branch, where = {} }: SurveyAnalysisRequest, table: AnswerTable): Report {
  const hasDays = table.days.some((day) => day !== undefined);
  const period = hasDays ? text(` Period: ${from} to ${to}.`, `期间：${from} 至 ${to}。`) : text('', '');
  const changed = onSeveralScales(table, [...table.numbers.keys()]);
  const filters = Object.entries(where).map(([name, value]) => `${name} ${value}`);
  const named = filters.map((filter) => `, ${filter}`).join('');
  const place = branch === undefined ? text(named, named) : text(`, branch ${branch}${named}`, `，网点 ${branch}${named}`);
  return {
    ...report,
    method: [
      text(
        `Sample: ${table.rows} ${table.rows === 1 ? 'response' : 'responses'}, “${survey}”${place.en}.${period.en}`,
        `样本：“${survey}”，共 ${table.rows} 份答卷${place['zh-Hans']}。${period['zh-Hans']}`,
      ),
      ...report.method,
      ...(changed.length === 0
        ? []
        : [
            text(
              `The scale of ${changed.join(', ')} was changed meanwhile: answers stand on different scales and should be analysed apart.`,
              `期间 ${changed.join('、')} 的量表有变动：各答卷的量表不同，应分开分析。`,
            ),
          ]),
    ],
  };
}
