import { isReportable } from '../../metrics/figures.ts';
import { mean, proportion } from '../../metrics/interval.ts';
import type { Case, Deadline } from '../case.ts';
import type { Money } from '../money.ts';
import type { CaseFigures, CaseRow } from './report.ts';

const HOUR_MS = 3_600_000;

/** What became of these closed cases. */
export function figuresOfCases(cases: readonly Case[]): CaseFigures {
  const verdicts = (verdict: string) => cases.filter(({ decision }) => decision?.verdict === verdict).length;
  const [founded, partlyFounded, unfounded] = [verdicts('founded'), verdicts('partly-founded'), verdicts('unfounded')];
  const decided = founded + partlyFounded + unfounded;
  const deadlines = cases.flatMap((one) => one.deadlines);
  const [met, breached] = [outcomes(deadlines, 'met'), outcomes(deadlines, 'breached')];
  return {
    closed: cases.length,
    founded,
    partlyFounded,
    unfounded,
    undecided: cases.length - decided,
    foundedRatio: ratio(founded + partlyFounded, decided),
    compensation: compensationOf(cases),
    deadlinesMet: met,
    deadlinesBreached: breached,
    inTimeRatio: ratio(met, met + breached),
    reopened: cases.filter(({ round }) => round > 1).length,
    hoursToSolve: hoursToSolve(cases),
    satisfaction: satisfactionOf(cases),
  };
}

/** A row for each value, the greatest first; those without one come last. */
export function rowsBy(cases: readonly Case[], groupOf: (item: Case) => string | undefined): CaseRow[] {
  const groups = Map.groupBy(cases, groupOf);
  return [...groups]
    .map(([id, group]) => ({ id, share: group.length / cases.length, ...figuresOfCases(group) }))
    .sort(
      (a, b) => Number(a.id === undefined) - Number(b.id === undefined) || b.closed - a.closed || ((a.id ?? '') < (b.id ?? '') ? -1 : 1),
    );
}

export const outcomes = (deadlines: readonly Deadline[], outcome: 'met' | 'breached') =>
  deadlines.filter((deadline) => deadline.outcome === outcome).length;

const ratio = (part: number, of: number) => (isReportable(of) ? proportion(part, of) : undefined);

/** Sums of money of what customers got, by currency. Remedies without an amount cost nothing here. */
function compensationOf(cases: readonly Case[]): Money[] {
  const sums = new Map<string, number>();
  for (const { money, state } of cases.flatMap(({ offers }) => offers)) {
    if (money === undefined || state !== 'accepted') continue;
    sums.set(money.currency, (sums.get(money.currency) ?? 0) + money.amount);
  }
  return [...sums].map(([currency, amount]) => ({ amount, currency })).sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/**
 * What the clock of the last solution had run when it ended: reopening keeps what ran, pauses are not in it. Only business time: calendar days of
 * statutes are another measure.
 */
function solvedAfterMs({ deadlines, solvedAt }: Case): number | undefined {
  const last = deadlines.findLast(({ kind, endedAt }) => kind === 'solution' && endedAt !== undefined);
  if (solvedAt === undefined || last === undefined || last.counts !== 'business' || last.outcome === 'dropped') return undefined;
  return last.ranMs;
}

function hoursToSolve(cases: readonly Case[]): CaseFigures['hoursToSolve'] {
  const hours = cases.flatMap((one) => solvedAfterMs(one) ?? []).map((ms) => Math.round((ms / HOUR_MS) * 10) / 10);
  const sorted = hours.sort((a, b) => a - b);
  return { n: sorted.length, median: percentile(sorted, 0.5), p90: percentile(sorted, 0.9) };
}

/** Nearest rank: the least value that at least this part of all do not exceed (Hyndman & Fan 1996, The American Statistician 50:361–365, type 1). */
const percentile = (sorted: readonly number[], part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];

/** Of customers who told both, so that the same people are compared; the interval is that of paired differences. */
function satisfactionOf(cases: readonly Case[]): CaseFigures['satisfaction'] {
  const pairs = cases.flatMap(({ satisfactionBefore: before, satisfactionAfter: after }) =>
    before === undefined || after === undefined ? [] : [{ before, after }],
  );
  const n = pairs.length;
  if (!isReportable(n)) return { n };
  const sum = (of: (pair: (typeof pairs)[number]) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
  const difference = ({ before, after }: (typeof pairs)[number]) => after - before;
  return {
    n,
    before: sum(({ before }) => before) / n,
    after: sum(({ after }) => after) / n,
    change: mean(
      sum(difference),
      sum((pair) => difference(pair) ** 2),
      n,
      -100,
      100,
    ),
  };
}
