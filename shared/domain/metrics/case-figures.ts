import { durationFigures } from '../analytics/measures/duration-buckets.ts';
import type { DurationKind } from './counters.ts';
import { type Estimate, eventRate, mean, proportion } from './interval.ts';
import { isReportable } from './reportable.ts';
import { durationsOf, type Tally } from './tally.ts';

/** A quantile of times, in seconds; see `quantileOf` for its interval and error. */
export interface TimeQuantile {
  readonly value: number;
  /** It is longer than `value` by nobody knows how much. */
  readonly isAtLeast: boolean;
  /** Ends of the 95 % interval; no `high` where too few cases stand behind it, or where it is beyond 90 days. */
  readonly low: number;
  readonly high?: number | undefined;
}

/** Times of so many cases; quantiles are absent where fewer than ten have one. */
export interface Times {
  readonly n: number;
  readonly median?: TimeQuantile | undefined;
  readonly p90?: TimeQuantile | undefined;
}

/** Cases by whether something was done by its deadline, of those of which it is known. */
export interface Kept {
  readonly inTime: number;
  readonly late: number;
  /** In time, 0 … 1; Wilson interval. */
  readonly share?: Estimate | undefined;
}

/** What came of a complaint after its opening. */
interface Outcomes {
  readonly offered: number;
  readonly accepted: number;
  readonly solved: number;
  readonly satisfied: number;
}

/** What a tally says of cases, all by the time they were opened. */
export interface CaseFigures {
  readonly cases: {
    readonly opened: number;
    readonly acknowledgedInTime: number;
    readonly acknowledgedLate: number;
    /** Not taken up by a person yet, in time or not. */
    readonly waiting: number;
    readonly resolved: number;
    readonly reopened: number;
    readonly closed: number;
    /** Opened, less those merged into another or closed as a duplicate or as no complaint. */
    readonly complaints: number;
    /** Complaints decided as founded or partly founded; as unfounded. */
    readonly valid: number;
    readonly unfounded: number;
    /** Valid of those decided, 0 … 1; Wilson interval. */
    readonly validShare?: Estimate | undefined;
    /** Complaints per item of feedback; Poisson interval. Absent where there are fewer than ten items. */
    readonly complaintRate?: Estimate | undefined;
  };
  /** Deadlines of cases (R19). */
  readonly service: { readonly acknowledged: Kept; readonly answered: Kept; readonly solved: Kept };
  /**
   * From unhappy feedback to satisfied customers: complaints that came through each step and all before it, so none is greater than the one before.
   * Feedback counts on the day it came, complaints on the day they were opened; several messages on one matter are one complaint.
   */
  readonly funnel: Outcomes & {
    readonly unhappy: number;
    readonly complaints: number;
    /** First answer in time. */
    readonly answered: number;
    /** The same steps, whatever came before them. */
    readonly anyway: Outcomes;
  };
  /** Of complaints, what customers said afterwards. */
  readonly after: {
    /** Answered a follow-up. */
    readonly told: number;
    readonly satisfied: number;
    /** Satisfied of those who told, 0 … 1; Wilson interval. */
    readonly share?: Estimate | undefined;
  };
  /** Satisfaction before and after recovery, 0 … 100 points, of customers who told both. */
  readonly recovery: {
    readonly n: number;
    readonly before?: number | undefined;
    readonly after?: number | undefined;
    /** After less before, −100 … 100; paired t interval. */
    readonly change?: Estimate | undefined;
  };
  /** First answer of substance and solution (R19), in calendar time from the opening and in business time without pauses. */
  readonly times: {
    readonly answer: { readonly calendar: Times; readonly business: Times };
    readonly solution: { readonly calendar: Times; readonly business: Times };
  };
}

/** Everything that may be said of the cases in a tally. */
export const caseFigures = (tally: Tally): CaseFigures => ({
  cases: casesOf(tally),
  service: {
    acknowledged: keptOf(tally.casesAcknowledgedInTime, tally.casesAcknowledgedLate),
    answered: keptOf(tally.casesAnsweredInTime, tally.casesAnsweredLate),
    solved: keptOf(tally.casesSolvedInTime, tally.casesSolvedLate),
  },
  funnel: funnelOf(tally),
  after: afterOf(tally),
  recovery: recoveryOf(tally),
  times: {
    answer: { calendar: timesOf(tally, 'answerTime'), business: timesOf(tally, 'answerWork') },
    solution: { calendar: timesOf(tally, 'solveTime'), business: timesOf(tally, 'solveWork') },
  },
});

function casesOf(t: Tally): CaseFigures['cases'] {
  const complaints = t.casesOpened - t.casesNotComplaints;
  const decided = t.casesValid + t.casesUnfounded;
  return {
    opened: t.casesOpened,
    acknowledgedInTime: t.casesAcknowledgedInTime,
    acknowledgedLate: t.casesAcknowledgedLate,
    waiting: t.casesOpened - t.casesAcknowledgedInTime - t.casesAcknowledgedLate,
    resolved: t.casesResolved,
    reopened: t.casesReopened,
    closed: t.casesClosed,
    complaints,
    valid: t.casesValid,
    unfounded: t.casesUnfounded,
    ...(isReportable(decided) ? { validShare: proportion(t.casesValid, decided) } : {}),
    ...(isReportable(t.n) ? { complaintRate: eventRate(complaints, t.n) } : {}),
  };
}

function keptOf(inTime: number, late: number): Kept {
  const n = inTime + late;
  return isReportable(n) ? { inTime, late, share: proportion(inTime, n) } : { inTime, late };
}

const funnelOf = (t: Tally): CaseFigures['funnel'] => ({
  unhappy: t.unhappy,
  complaints: t.casesOpened - t.casesNotComplaints,
  answered: t.funnelAnswered,
  offered: t.funnelOffered,
  accepted: t.funnelAccepted,
  solved: t.funnelSolved,
  satisfied: t.funnelSatisfied,
  anyway: {
    offered: t.complaintsOffered,
    accepted: t.complaintsAccepted,
    solved: t.complaintsSolved,
    satisfied: t.complaintsSatisfied,
  },
});

function afterOf({ complaintsFollowedUp: told, complaintsSatisfied: satisfied }: Tally): CaseFigures['after'] {
  return isReportable(told) ? { told, satisfied, share: proportion(satisfied, told) } : { told, satisfied };
}

function recoveryOf(t: Tally): CaseFigures['recovery'] {
  const n = t.recoveryPairs;
  if (!isReportable(n)) return { n };
  const [before, after] = [t.recoveryBeforeSum / 100, t.recoveryAfterSum / 100];
  return { n, before: before / n, after: after / n, change: mean(after - before, t.recoveryChangeSquareSum / 10_000, n, -100, 100) };
}

function timesOf(tally: Tally, kind: DurationKind): Times {
  const { median, p90 } = durationFigures(durationsOf(tally, kind));
  const bare = (figure: typeof median): TimeQuantile | undefined => {
    if (figure.kind === 'refused') return undefined;
    const { value, isAtLeast, low, high } = figure;
    return { value, isAtLeast, low, ...(high === undefined ? {} : { high }) };
  };
  return { n: median.n, median: bare(median), p90: bare(p90) };
}
