import { type CaseFigures, caseFigures } from './case-figures.ts';
import { difference, type Estimate, mean, netPromoterScore, proportion } from './interval.ts';
import { CES_COUNTERS, NPS_COUNTERS } from './rating.ts';
import { isReportable } from './reportable.ts';
import type { Tally } from './tally.ts';

export { isReportable } from './reportable.ts';

/** What a tally says of answers. Counts are always there; a score is absent where fewer than `MIN_REPORTABLE` answers stand behind it. */
export interface AnswerFigures {
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
  /** Effort (CES), the top of both scales being the least. */
  readonly ces: {
    readonly n: number;
    /** Share that found it easy, 0 … 1: 4 and 5 of 1–5, 5 … 7 of 1–7; Wilson interval. */
    readonly easy?: Estimate | undefined;
    /** Mean score over both scales, 0 … 100 points; t interval. */
    readonly mean?: Estimate | undefined;
    /** Answers 1 … 5 and 1 … 7. */
    readonly five: readonly number[];
    readonly seven: readonly number[];
  };
  readonly rating: {
    /** Persons who rated anything that is not CSAT, NPS or effort. */
    readonly n: number;
    /** Mean of the persons' means, 0 … 100 points; t interval. */
    readonly mean?: Estimate | undefined;
  };
  readonly fcr: {
    readonly n: number;
    /** Share solved at the first contact, 0 … 1; Wilson interval. */
    readonly share?: Estimate | undefined;
  };
}

/** All that a tally says. */
export interface Figures extends AnswerFigures, CaseFigures {
  /** By the time of the invitation (R10). */
  readonly invitations: {
    readonly invited: number;
    readonly withheld: number;
    readonly notReached: number;
    readonly sent: number;
    readonly begun: number;
    readonly answered: number;
    /** Answered of those sent, 0 … 1; Wilson interval. */
    readonly responseRate?: Estimate | undefined;
  };
}

/** Everything that may be said of a tally. Pure arithmetic on exact counts; see `interval.ts` for the sources of the formulas. */
export const figuresOf = (tally: Tally): Figures => ({
  ...answerFiguresOf(tally),
  invitations: invitationsOf(tally),
  ...caseFigures(tally),
});

/** What may be said of the answers in it. */
export function answerFiguresOf(tally: Tally): AnswerFigures {
  return {
    n: tally.n,
    csat: csatOf(tally),
    nps: npsOf(tally),
    ces: cesOf(tally),
    rating: ratingOf(tally),
    fcr: fcrOf(tally),
    sentiment: sentimentOf(tally),
  };
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
  const histogram = NPS_COUNTERS.map((counter) => t[counter]);
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

function cesOf(t: Tally): Figures['ces'] {
  const five = CES_COUNTERS.five.map((counter) => t[counter]);
  const seven = CES_COUNTERS.seven.map((counter) => t[counter]);
  const n = total(five) + total(seven);
  if (!isReportable(n)) return { n, five, seven };
  const easy = total(five.slice(3)) + total(seven.slice(4));
  // 12 is the least common multiple of the steps of both scales, 4 and 6: in twelfths every score is whole, and the sums exact.
  const twelfths = [...five.map((count, i) => [count, 3 * i] as const), ...seven.map((count, i) => [count, 2 * i] as const)];
  const sum = total(twelfths.map(([count, score]) => count * score));
  const squareSum = total(twelfths.map(([count, score]) => count * score * score));
  const point = 100 / 12;
  return { n, easy: proportion(easy, n), mean: mean(sum * point, squareSum * point * point, n, 0, 100), five, seven };
}

const ratingOf = ({ rated: n, ratingScoreSum, ratingScoreSquareSum }: Tally): Figures['rating'] =>
  isReportable(n) ? { n, mean: mean(ratingScoreSum / 100, ratingScoreSquareSum / 10_000, n, 0, 100) } : { n };

function fcrOf({ fcrYes, fcrNo }: Tally): Figures['fcr'] {
  const n = fcrYes + fcrNo;
  return isReportable(n) ? { n, share: proportion(fcrYes, n) } : { n };
}

const invitationsOf = (t: Tally): Figures['invitations'] => ({
  invited: t.invited,
  withheld: t.invitationsWithheld,
  notReached: t.invitationsNotReached,
  sent: t.invitationsSent,
  begun: t.invitationsBegun,
  answered: t.invitationsAnswered,
  ...(isReportable(t.invitationsSent) ? { responseRate: proportion(t.invitationsAnswered, t.invitationsSent) } : {}),
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

export function verdictOf({ low, high }: Estimate): Verdict {
  if (low > 0) return 'clearly-up';
  return high < 0 ? 'clearly-down' : 'no-clear-change';
}
