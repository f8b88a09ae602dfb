import { type Cell, csv } from '../../csv.ts';
import type { Language } from '../../language.ts';
import { minorDigits } from '../money.ts';
import type { Names } from './names.ts';
import type { CaseFigures, CaseRow, CaseStatistics } from './report.ts';
import { type CsvColumn, statisticsWordsOf } from './words.ts';

/** The figures as one table: a line for the whole and for each department, cause, product, owner and team; a column of money for each currency. */
export function figuresCsv(statistics: CaseStatistics, names: Names, language: Language): string {
  const { columns, lists } = statisticsWordsOf(language);
  const currencies = statistics.total.compensation.map(({ currency }) => currency);
  const overdue = new Map(statistics.overdue.map((row) => [row.department, row]));
  const line = (list: keyof typeof lists, figures: CaseFigures, id: string | undefined, name: string, share: number): Cell[] => {
    const late = list === 'department' ? overdue.get(id) : undefined;
    return [
      ...[statistics.month, lists[list], id, name, figures.closed, rounded(share, 4)],
      ...[figures.founded, figures.partlyFounded, figures.unfounded, figures.undecided],
      ...currencies.map((currency) => sumOf(figures, currency)),
      ...[figures.deadlinesMet, figures.deadlinesBreached, figures.reopened],
      ...[figures.hoursToSolve.n, figures.hoursToSolve.median, figures.hoursToSolve.p90],
      ...[figures.satisfaction.n, rounded(figures.satisfaction.before, 1), rounded(figures.satisfaction.after, 1)],
      ...[late?.cases, late?.longestDays],
    ];
  };
  const lines = (list: keyof Names, rows: readonly CaseRow[]) => rows.map((row) => line(list, row, row.id, names[list](row.id), row.share));
  const onlyOverdue = statistics.overdue
    .filter(({ department }) => statistics.departments.every(({ id }) => id !== department))
    .map(({ department }): CaseRow => ({ ...NOTHING_CLOSED, id: department }));
  return csv(
    [...headings(columns, BEFORE_MONEY), ...currencies.map((one) => `${columns.compensation} ${one}`), ...headings(columns, AFTER_MONEY)],
    [
      line('total' as const, statistics.total, undefined, '', statistics.total.closed === 0 ? 0 : 1),
      ...lines('department', [...statistics.departments, ...onlyOverdue]),
      ...lines('cause', statistics.causes),
      ...lines('product', statistics.products),
      ...lines('owner', statistics.owners),
      ...lines('team', statistics.teams),
    ],
  );
}

/** Corrective actions and what became of cases of their cause. */
export function measuresCsv({ month, measures }: CaseStatistics, names: Names, language: Language): string {
  const words = statisticsWordsOf(language);
  return csv(
    headings(words.columns, MEASURES),
    measures.map(({ caseNumber, what, cause, department, owner, dueOn, state, doneAt, effect }) => [
      ...[month, caseNumber, what, names.cause(cause), names.department(department), names.owner(owner), dueOn, words.state(state), doneAt],
      ...[effect?.before, effect?.daysBefore, effect?.after, effect?.daysAfter, effect?.undecidedAfter],
      ...[rounded(effect?.ratio?.value, 3), rounded(effect?.ratio?.low, 3), rounded(effect?.ratio?.high, 3)],
      effect?.verdict,
    ]),
  );
}

const BEFORE_MONEY = ['month', 'list', 'id', 'name', 'closed', 'share', 'founded', 'partlyFounded', 'unfounded', 'undecided'] as const;
const AFTER_MONEY = [
  ...(['deadlinesMet', 'deadlinesBreached', 'reopened', 'solved', 'medianHours', 'p90Hours'] as const),
  ...(['satisfactionN', 'before', 'after', 'overdue', 'longestDays'] as const),
];
const MEASURES = [
  ...(['month', 'case', 'measure', 'cause', 'department', 'owner', 'dueOn', 'state', 'doneAt'] as const),
  ...(['countBefore', 'daysBefore', 'countAfter', 'daysAfter', 'undecidedAfter', 'ratio', 'ratioLow', 'ratioHigh', 'effect'] as const),
];

const headings = (columns: Readonly<Record<CsvColumn, string>>, wanted: readonly CsvColumn[]) => wanted.map((one) => columns[one]);

const NOTHING_CLOSED: CaseRow = {
  share: 0,
  closed: 0,
  founded: 0,
  partlyFounded: 0,
  unfounded: 0,
  undecided: 0,
  compensation: [],
  deadlinesMet: 0,
  deadlinesBreached: 0,
  reopened: 0,
  hoursToSolve: { n: 0 },
  satisfaction: { n: 0 },
};

/** In the currency's major unit, with its digits: a spreadsheet adds it up. */
function sumOf({ compensation }: CaseFigures, currency: string): number {
  const minor = compensation.find((sum) => sum.currency === currency)?.amount ?? 0;
  return rounded(minor / 10 ** minorDigits(currency), minorDigits(currency)) ?? 0;
}

const rounded = (value: number | undefined, digits: number) => (value === undefined ? undefined : Number(value.toFixed(digits)));
