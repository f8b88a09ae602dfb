import { Temporal } from 'temporal-polyfill';
import { overdueCases } from '../../digest/overdue.ts';
import type { Case } from '../case.ts';
import { DEADLINE_KINDS } from '../policy.ts';
import { figuresOfCases, outcomes, rowsBy } from './figures.ts';
import { measureRows, owesMeasure } from './measures.ts';
import type { CaseStatistics } from './report.ts';

/** Months before the one of the report that are read, so that the effect of measures can be told. */
export const MONTHS_BEFORE = 6;

const MINUTES_OF_A_DAY = 1440;

export interface StatisticsInput {
  /** `YYYY-MM` of the business's zone. */
  readonly month: string;
  readonly timeZone: string;
  readonly at: string;
  /** Closed in the month. */
  readonly closed: readonly Case[];
  /** Closed in the `MONTHS_BEFORE` months before it, and after it: for the effect of measures. */
  readonly others: readonly Case[];
  readonly open: readonly Case[];
  readonly isCut: boolean;
}

/** The monthly case statistics (R9, R25): what was closed in a month, by department, cause, product, owner and team; what is past its date; measures. */
export function caseStatistics({ month, timeZone, at, closed: inMonth, others, open, isCut }: StatisticsInput): CaseStatistics {
  const closed = inMonth.filter(({ state }) => state === 'closed');
  const { startsAt, endsAt } = monthSpan(month, timeZone);
  const from = monthSpan(monthsBefore(month, MONTHS_BEFORE), timeZone).startsAt;
  const span = { from, to: at < endsAt ? at : endsAt, cases: [...others, ...closed, ...open] };
  const deadlines = closed.flatMap((item) => item.deadlines);
  return {
    month,
    timeZone,
    at: at < startsAt ? startsAt : at,
    total: figuresOfCases(closed),
    departments: rowsBy(closed, ({ decision }) => decision?.department),
    causes: rowsBy(closed, ({ decision }) => decision?.cause),
    products: rowsBy(closed, ({ facts }) => facts.product),
    owners: rowsBy(closed, ({ owner }) => owner),
    teams: rowsBy(closed, ({ team }) => team),
    deadlines: DEADLINE_KINDS.flatMap((kind) => {
      const of = deadlines.filter((deadline) => deadline.kind === kind);
      const [met, breached] = [outcomes(of, 'met'), outcomes(of, 'breached')];
      return met + breached === 0 ? [] : [{ kind, met, breached }];
    }),
    overdue: overdueByDepartment(open, at),
    exempt: closed.filter(({ exemption }) => exemption !== undefined).length,
    withoutMeasure: closed.filter(owesMeasure).length,
    measures: measureRows(span, new Set(closed.map(({ number }) => number)), at),
    isCut,
  };
}

function overdueByDepartment(open: readonly Case[], at: string): CaseStatistics['overdue'] {
  const departments = new Map(open.map(({ number, decision }) => [number, decision?.department]));
  const groups = Map.groupBy(overdueCases(open, at), ({ number }) => departments.get(number));
  return [...groups]
    .map(([department, cases]) => ({
      department,
      cases: cases.length,
      longestDays: Math.floor(Math.max(...cases.map(({ minutesOver }) => minutesOver)) / MINUTES_OF_A_DAY),
    }))
    .sort((a, b) => b.cases - a.cases || ((a.department ?? '~') < (b.department ?? '~') ? -1 : 1));
}

/** The first instant of a month in a zone, and the first one after it. */
export function monthSpan(month: string, timeZone: string): { readonly startsAt: string; readonly endsAt: string } {
  const first = Temporal.PlainYearMonth.from(month);
  const begins = (of: Temporal.PlainYearMonth) =>
    of.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 });
  return { startsAt: begins(first), endsAt: begins(first.add({ months: 1 })) };
}

export const monthsBefore = (month: string, months: number): string => Temporal.PlainYearMonth.from(month).subtract({ months }).toString();

/** The month of an instant in a zone, `YYYY-MM`. */
export const monthOf = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth().toString();
