import { share } from '../analytics/sample.ts';
import { trendOf } from '../analytics/trend/trend.ts';
import { figuresOf } from '../metrics/figures.ts';
import type { Estimate } from '../metrics/interval.ts';
import type { Period } from '../metrics/period.ts';
import { emptyTally } from '../metrics/tally.ts';
import type { PeriodFigures } from './input.ts';

export interface TrendPoint {
  readonly period: Period;
  /** CSAT answers. */
  readonly n: number;
  /** Of them satisfied; absent where too few answers stand behind it. */
  readonly satisfied?: Estimate | undefined;
}

/** Satisfaction of each period, oldest first. */
export const pointsOf = (periods: readonly PeriodFigures[]): TrendPoint[] =>
  periods.map(({ period, tallies }) => {
    const { csat } = figuresOf(tallies.get('all') ?? emptyTally);
    return { period, n: csat.n, satisfied: csat.topTwoBox };
  });

/** Whether the last period is as the ones before it go, and what of it can be told. */
export type TrendVerdict =
  | { readonly kind: 'normal' | 'drop' | 'rise' }
  /** Too few periods with answers: so many there are, so many it takes. */
  | { readonly kind: 'too-little'; readonly have: number; readonly needed: number };

const KINDS = { 'within-normal-variation': 'normal', 'real-drop': 'drop', 'real-rise': 'rise' } as const;

/** See `trendOf`: the last period against limits from those before it. */
export function trendVerdict(periods: readonly PeriodFigures[]): TrendVerdict {
  const series = periods.map(({ period, tallies }) => {
    const tally = tallies.get('all') ?? emptyTally;
    return { period: period.from, sample: share(tally.csatTop2, figuresOf(tally).csat.n) };
  });
  const trend = trendOf(series, { kind: 'share' });
  if (trend.kind === 'measured') return { kind: KINDS[trend.verdict] };
  // The last period itself may be the one that is missing.
  return { kind: 'too-little', have: trend.n, needed: trend.needed };
}
