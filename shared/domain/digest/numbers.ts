import { type Change, changeOf, type Figures, isReportable, npsEstimate } from '../metrics/figures.ts';
import { type Estimate, proportion } from '../metrics/interval.ts';
import type { Period } from '../metrics/period.ts';
import { type Case, deadlineOf } from '../recovery/case.ts';

/** The four numbers at the top, in their order. */
export const NUMBER_KEYS = ['satisfied', 'nps', 'takenUp', 'complaints'] as const;
export type NumberKey = (typeof NUMBER_KEYS)[number];

export interface DigestNumber {
  readonly key: NumberKey;
  /** What stands behind it: answers, cases that were due, responses. */
  readonly n: number;
  /** Of these, where it is a count: taken up in time, complaints. */
  readonly count?: number | undefined;
  /** A share, a score −100 … 100, or complaints per response; absent where too little stands behind it. */
  readonly estimate?: Estimate | undefined;
  readonly change?: Change | undefined;
}

interface NumbersOf {
  readonly now: Figures;
  readonly before: Figures;
  readonly openCases: readonly Case[];
  readonly period: Period;
  readonly periodBefore: Period | undefined;
  readonly at: string;
}

export function numbersOf({ now, before, openCases, period, periodBefore, at }: NumbersOf): DigestNumber[] {
  const taken = takenUp(now, openCases, period, at);
  const takenBefore = periodBefore === undefined ? { inTime: 0, of: 0 } : takenUp(before, openCases, periodBefore, at);
  const of = (key: NumberKey, n: number, estimate: Estimate | undefined, earlier: Estimate | undefined, count?: number): DigestNumber => ({
    key,
    n,
    count,
    estimate,
    change: changeOf(estimate, earlier),
  });
  return [
    of('satisfied', now.csat.n, now.csat.topTwoBox, before.csat.topTwoBox),
    of('nps', now.nps.n, npsEstimate(now.nps), npsEstimate(before.nps)),
    of('takenUp', taken.of, shareOf(taken), shareOf(takenBefore), taken.inTime),
    of('complaints', now.n, now.cases.complaintRate, before.cases.complaintRate, now.cases.complaints),
  ];
}

interface TakenUp {
  readonly inTime: number;
  readonly of: number;
}

const shareOf = ({ inTime, of }: TakenUp) => (isReportable(of) ? proportion(inTime, of) : undefined);

/**
 * Of the cases opened in the period whose first deadline is known to be kept or missed: how many were taken up in time. Cases nobody has taken up count
 * as missed from their deadline on, not only when somebody takes them up late.
 */
function takenUp({ cases }: Figures, openCases: readonly Case[], { startsAt, endsAt }: Period, at: string): TakenUp {
  const missed = openCases.filter((item) => {
    const dueAt = deadlineOf(item, 'acknowledge')?.dueAt;
    const isOfPeriod = item.openedAt >= startsAt && item.openedAt < endsAt;
    return isOfPeriod && item.acknowledgedAt === undefined && dueAt !== undefined && dueAt < at;
  }).length;
  return { inTime: cases.acknowledgedInTime, of: cases.acknowledgedInTime + cases.acknowledgedLate + missed };
}
