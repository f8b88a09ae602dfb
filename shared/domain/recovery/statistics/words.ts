import { Temporal } from 'temporal-polyfill';
import type { Language } from '../../language.ts';
import type { DeadlineKind } from '../policy.ts';
import type { MeasureEffect, MeasureRow } from './report.ts';
import { english } from './words-en.ts';
import { chinese } from './words-zh.ts';

/** Every sentence of the monthly case statistics in one language. Numbers come formatted where they carry a sign or a unit. */
export interface StatisticsWords {
  readonly lang: string;
  readonly name: string;
  headline(closed: number, inTime: string | undefined): string;
  subject(closed: number, month: string): string;
  verdicts(founded: number, partly: number, unfounded: number, undecided: number): string;
  reopened(count: number): string;
  overdueNow(count: number): string;
  readonly isCut: string;

  readonly figures: string;
  readonly foundedRatio: string;
  readonly inTime: string;
  readonly timeToSolve: string;
  readonly compensation: string;
  readonly satisfaction: string;
  readonly reopenedLabel: string;
  interval(low: string, high: string): string;
  hours(median: number, p90: number, n: number): string;
  /** `interval` in words, of the change. */
  beforeAfter(before: string, after: string, change: string, interval: string, n: number): string;
  tooFew(n: number): string;
  share(percent: string): string;
  of(part: number, whole: number): string;

  readonly byDepartment: string;
  readonly byCause: string;
  readonly byProduct: string;
  readonly byOwner: string;
  readonly byTeam: string;
  readonly byDeadline: string;
  deadline(kind: DeadlineKind): string;
  closedCases(count: number): string;
  foundedOf(count: number, decided: number): string;
  kept(met: number, of: number): string;
  satisfiedAfter(points: string, n: number): string;
  moreRows(count: number): string;

  readonly overdueTitle: string;
  readonly noneOverdue: string;
  overdue(cases: number): string;
  longest(days: number): string;

  readonly measuresTitle: string;
  readonly noMeasures: string;
  withoutMeasure(count: number, exempt: number): string;
  state(state: MeasureRow['state']): string;
  due(day: string): string;
  /** `ratio` of the rates with its interval; absent where nothing came before. */
  effect(effect: MeasureEffect, ratio: string | undefined): string;
  ratio(value: string, interval: string): string;
  caseLabel(number: string): string;

  readonly separator: string;
  readonly sentenceSpace: string;
  readonly methodTitle: string;
  method(timeZone: string, at: string): readonly string[];
  /** Headings of the CSV. */
  readonly columns: Readonly<Record<CsvColumn, string>>;
  readonly lists: Readonly<Record<'total' | 'department' | 'cause' | 'product' | 'owner' | 'team', string>>;
}

export type CsvColumn =
  | 'month'
  | 'list'
  | 'id'
  | 'name'
  | 'closed'
  | 'share'
  | 'founded'
  | 'partlyFounded'
  | 'unfounded'
  | 'undecided'
  | 'compensation'
  | 'deadlinesMet'
  | 'deadlinesBreached'
  | 'reopened'
  | 'solved'
  | 'medianHours'
  | 'p90Hours'
  | 'satisfactionN'
  | 'before'
  | 'after'
  | 'overdue'
  | 'longestDays'
  | 'case'
  | 'measure'
  | 'cause'
  | 'department'
  | 'owner'
  | 'dueOn'
  | 'state'
  | 'doneAt'
  | 'countBefore'
  | 'daysBefore'
  | 'countAfter'
  | 'daysAfter'
  | 'undecidedAfter'
  | 'ratio'
  | 'ratioLow'
  | 'ratioHigh'
  | 'effect';

const WORDS: Readonly<Record<Language, StatisticsWords>> = { en: english, 'zh-Hans': chinese };

export const statisticsWordsOf = (language: Language): StatisticsWords => WORDS[language];

const LOCALES = { en: 'en-GB', 'zh-Hans': 'zh-CN' } as const;

/** `October 2026`, `2026年10月`. */
export const monthInWords = (month: string, language: Language): string =>
  Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }).toLocaleString(LOCALES[language], { year: 'numeric', month: 'long' });
