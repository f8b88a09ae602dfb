import { difference, type Estimate, mean, netPromoterScore, proportion } from './interval.ts';
import type { Tally } from './tally.ts';

/** With fewer answers no score is given: its interval would span half the scale, and single persons could be told from it. */
const MIN_REPORTABLE = 10;
export const isReportable = (n: number) => n >= MIN_REPORTABLE;

/** What a tally says. Counts are always there; a score is absent where fewer than `MIN_REPORTABLE` answers stand behind it. */
export interface Figures {
  /** Feedback items. */
  readonly n: number;
  readonly csat: {
    /** CSAT answers. */
    readonly n: number;
    /** Share of answers in the top two boxes of their scale, 0 … 1; Wilson interval. */
    readonly topTwoBox?: Estimate | undefined;
    /** Mean score, 0 … 100 points; t interval. */
    readonly mean?: Estimate | undefined;
    /** Answers by fifth of the scale, worst first; on 1–5 these are the five answers. */
    readonly histogram: readonly [number, number, number, number, number];
  };
  readonly nps: {
    readonly n: number;
    /** −100 … 100, and the ends of its adjusted Wald interval. */
    readonly value?: number | undefined;
    readonly low?: number | undefined;
    readonly high?: number | undefined;
    readonly promoters: number;
    readonly passives: number;
    readonly detractors: number;
    /** Answers 0 … 10. */
    readonly histogram: readonly number[];
  };
  readonly sentiment: {
    /** Texts that could be read. */
    readonly n: number;
    readonly negative: number;
    readonly neutral: number;
    readonly positive: number;
    /** Mean, −1 … 1. */
    readonly mean?: number | undefined;
  };
  /** By the time the case was opened. */
  readonly cases: {
    readonly opened: number;
    readonly acknowledgedInTime: number;
    readonly acknowledgedLate: number;
    /** Not taken up by a person yet, in time or not. */
    readonly waiting: number;
    readonly resolved: number;
  };
}

/** Everything that may be said of a tally. Pure arithmetic on exact counts; see `interval.ts` for the sources of the formulas. */
export function figuresOf(tally: Tally): Figures {
  return { n: tally.n, csat: csatOf(tally), nps: npsOf(tally), sentiment: sentimentOf(tally), cases: casesOf(tally) };
}

function csatOf(t: Tally): Figures['csat'] {
  const histogram = [t.csat1, t.csat2, t.csat3, t.csat4, t.csat5] as const;
  const n = total(histogram);
  if (!isReportable(n)) return { n, histogram };
  return {
    n,
    topTwoBox: proportion(t.csatTop2, n),
    mean: mean(t.csatScoreSum / 100, t.csatScoreSquareSum / 10_000, n, 0, 100),
    histogram,
  };
}

function npsOf(t: Tally): Figures['nps'] {
  const histogram = [t.nps0, t.nps1, t.nps2, t.nps3, t.nps4, t.nps5, t.nps6, t.nps7, t.nps8, t.nps9, t.nps10];
  const n = total(histogram);
  const detractors = total(histogram.slice(0, 7));
  const passives = t.nps7 + t.nps8;
  const promoters = t.nps9 + t.nps10;
  return { n, ...(isReportable(n) ? netPromoterScore(promoters, detractors, n) : {}), promoters, passives, detractors, histogram };
}

function sentimentOf(t: Tally): Figures['sentiment'] {
  const n = t.sentimentNegative + t.sentimentNeutral + t.sentimentPositive;
  return {
    n,
    negative: t.sentimentNegative,
    neutral: t.sentimentNeutral,
    positive: t.sentimentPositive,
    ...(isReportable(n) ? { mean: t.sentimentScoreSum / 1000 / n } : {}),
  };
}

const casesOf = (t: Tally): Figures['cases'] => ({
  opened: t.casesOpened,
  acknowledgedInTime: t.casesAcknowledgedInTime,
  acknowledgedLate: t.casesAcknowledgedLate,
  waiting: t.casesOpened - t.casesAcknowledgedInTime - t.casesAcknowledgedLate,
  resolved: t.casesResolved,
});

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** The NPS as an estimate, where it may be reported. */
export function npsEstimate({ value, low, high }: Figures['nps']): Estimate | undefined {
  return value === undefined || low === undefined || high === undefined ? undefined : { value, low, high };
}

/** What may be said of a change without pretending: clear only where its 95 % interval leaves out "no change". */
export type Verdict = 'clearly-up' | 'clearly-down' | 'no-clear-change';

export interface Change extends Estimate {
  readonly verdict: Verdict;
}

/** The change against the previous equal period; absent where either of the two may not be reported. */
export function changeOf(now: Estimate | undefined, before: Estimate | undefined): Change | undefined {
  if (now === undefined || before === undefined) return undefined;
  const change = difference(now, before);
  return { ...change, verdict: verdictOf(change) };
}

function verdictOf({ low, high }: Estimate): Verdict {
  if (low > 0) return 'clearly-up';
  return high < 0 ? 'clearly-down' : 'no-clear-change';
}
