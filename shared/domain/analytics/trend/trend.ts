import type { Estimate } from '../../metrics/interval.ts';
import { estimate, isScale, isSound, type Measure, plus, type Sample, SMALL_GROUP, variance } from '../sample.ts';
import { type Point, usualOf } from './chart.ts';

/** A period of a series, in the order of time. */
export interface TrendPeriod {
  /** `2026-W40`, `2026-10`; as it is to be shown. */
  readonly period: string;
  readonly sample: Sample;
}

/** `beyond-limits`: the latest period is outside normal variation. `run`: it ends a run of 8 on the same side of the centre. */
export type TrendRule = 'beyond-limits' | 'run';

export type TrendVerdict = 'within-normal-variation' | 'real-drop' | 'real-rise';

/** Periods left out: `small`, fewer than 5 answers; `unsound`, sums that such a scale cannot give. */
export interface LeftOutPeriod {
  readonly period: string;
  readonly reason: 'small' | 'unsound';
}

export interface TrendPoint extends Estimate {
  readonly period: string;
  readonly n: number;
  /** Ends of normal variation, on the scale. */
  readonly lower: number;
  readonly upper: number;
}

export interface Trend {
  readonly kind: 'measured';
  /** Answers in all periods. */
  readonly n: number;
  readonly unit: Measure['kind'];
  readonly verdict: TrendVerdict;
  /** Those that speak for the verdict; none where it is normal variation. */
  readonly rules: readonly TrendRule[];
  readonly latest: TrendPoint;
  /** What is usual: the mean of the periods before. */
  readonly centre: number;
  /** How many times as much periods scatter as sampling alone would make them. */
  readonly scatter: number;
  readonly points: readonly TrendPoint[];
  /** Stated chance that an unchanged series gets a verdict of change at one look. */
  readonly falseAlarmRate: number;
  readonly leftOut: readonly LeftOutPeriod[];
}

export interface TrendRefusal {
  readonly kind: 'refused';
  readonly reason: 'too-few-periods' | 'latest-too-small' | 'latest-unsound' | 'unfit-scale';
  /** Usable periods. */
  readonly n: number;
  readonly needed: number;
  readonly leftOut: readonly LeftOutPeriod[];
}

/** Limits from fewer periods would be so wide that nothing ever passed them. */
const MIN_BEFORE = 8;

/** Nelson's and the Western Electric's run, 8 in a row: 1 in 128 for a centre that is known. It needs enough periods outside the run for a centre. */
const RUN = 8;

const LIMIT_LEVEL = 0.02;
const RUN_LEVEL = 0.005;

/** A period of any figure that has an interval: an index, a Net Promoter Score, a gap. */
export interface EstimatedPeriod {
  readonly period: string;
  readonly n: number;
  readonly estimate: Estimate;
}

/** What is charted of a period. */
interface Charted extends Point, Estimate {
  readonly period: string;
  readonly n: number;
}

/** The usable periods, and whether the last of all is among them. */
interface Usable<T> {
  readonly usable: readonly T[];
  readonly leftOut: readonly LeftOutPeriod[];
  readonly latestFault: LeftOutPeriod['reason'] | undefined;
}

/**
 * Has the latest period changed, or is it the ups and downs that every series has (R23)? Limits come from the periods before it; see `usualOf`. Two
 * rules: the latest is outside limits that an unchanged series passes at most 1 time in 50, or it ends a run of 8 on the same side of the mean of
 * all periods (Western Electric 1956; Nelson 1984, J. Quality Technology 16:237–239), which such a series does less than 1 time in 200, as the
 * mean goes along with the run (simulated in test/domain/analytics/trend).
 * @param periods oldest first; 13 are a good number
 */
export function trendOf(periods: readonly TrendPeriod[], measure: Measure): Trend | TrendRefusal {
  const range = measure.kind === 'share' ? { min: 0, max: 1 } : measure;
  const sorted = usableOf(periods, ({ sample }) => (isSound(sample, measure) ? sample.n : undefined));
  return judge(sorted, measure.kind, range, (usable) => {
    // Sampling variance is that of all periods together: a period in which all answered alike would seem to have none.
    const single = variance(usable.map(({ sample }) => sample).reduce(plus), measure);
    return usable.map(({ period, sample }) => {
      const { n } = sample;
      return { period, n, ...estimate(sample, measure), ...(single > 0 ? { variance: single / n } : {}) };
    });
  });
}

/** Width of a 95 % interval in standard errors. */
const WIDTH = 2 * 1.959964;

/**
 * The same for any figure with an interval, whose width tells its sampling error. Where one has no width, limits come from the scatter of periods
 * alone (XmR chart).
 */
export function trendOfEstimates(
  periods: readonly EstimatedPeriod[],
  range: { readonly min: number; readonly max: number },
): Trend | TrendRefusal {
  const isWithin = (value: number) => value >= range.min && value <= range.max;
  const sorted = usableOf(periods, ({ n, estimate: { value, low, high } }) =>
    [low, value, high].every(isWithin) && low <= value && value <= high && Number.isSafeInteger(n) && n >= 0 ? n : undefined,
  );
  return judge(sorted, 'mean', range, (usable) =>
    usable.map(({ period, n, estimate: of }) => {
      const error = (of.high - of.low) / WIDTH;
      return { period, n, ...of, ...(error > ROUNDING * (range.max - range.min) ? { variance: error * error } : {}) };
    }),
  );
}

/** @param answers of a period; `undefined` where it cannot be */
function usableOf<T extends { readonly period: string }>(periods: readonly T[], answers: (period: T) => number | undefined): Usable<T> {
  const faultOf = (period: T): LeftOutPeriod['reason'] | undefined => {
    const n = answers(period);
    if (n === undefined) return 'unsound';
    return n < SMALL_GROUP ? 'small' : undefined;
  };
  const latest = periods.at(-1);
  return {
    usable: periods.filter((period) => faultOf(period) === undefined),
    leftOut: periods.flatMap((period) => {
      const reason = faultOf(period);
      return reason === undefined ? [] : [{ period: period.period, reason }];
    }),
    latestFault: latest === undefined ? undefined : faultOf(latest),
  };
}

function judge<T>(
  { usable, leftOut, latestFault }: Usable<T>,
  unit: Measure['kind'],
  range: { readonly min: number; readonly max: number },
  chart: (usable: readonly T[]) => readonly Charted[],
): Trend | TrendRefusal {
  const refused = (reason: TrendRefusal['reason']): TrendRefusal => ({
    ...{ kind: 'refused', reason, n: usable.length, needed: MIN_BEFORE + 1, leftOut },
  });
  if (!isScale(range)) return refused('unfit-scale');
  if (usable.length <= MIN_BEFORE) return refused('too-few-periods');
  if (latestFault !== undefined) return refused(latestFault === 'small' ? 'latest-too-small' : 'latest-unsound');
  const charted = chart(usable);
  const usual = usualOf(charted.slice(0, -1), LIMIT_LEVEL);
  const points = charted.map(({ variance: of, ...point }): TrendPoint => {
    const margin = usual.margin(of);
    return { ...point, lower: Math.max(range.min, usual.centre - margin), upper: Math.min(range.max, usual.centre + margin) };
  });
  const latest = points.at(-1);
  if (latest === undefined) return refused('too-few-periods');
  return {
    ...{ kind: 'measured', n: points.reduce((sum, { n }) => sum + n, 0), unit },
    ...verdictOf(charted, latest),
    ...{ latest, centre: usual.centre, scatter: usual.sigma, points, falseAlarmRate: LIMIT_LEVEL + RUN_LEVEL, leftOut },
  };
}

/** Values are compared with limits but for rounding: a series that never moves is never beyond them. */
const ROUNDING = 1e-9;

function verdictOf(points: readonly Point[], last: TrendPoint): Pick<Trend, 'verdict' | 'rules'> {
  const rules: { readonly rule: TrendRule; readonly side: number }[] = [];
  if (last.value < last.lower - ROUNDING) rules.push({ rule: 'beyond-limits', side: -1 });
  if (last.value > last.upper + ROUNDING) rules.push({ rule: 'beyond-limits', side: 1 });
  const run = runSide(points);
  if (run !== 0) rules.push({ rule: 'run', side: run });
  // Where they disagree, the latest period is a break in the run: it decides.
  const side = rules[0]?.side ?? 0;
  const speaking = rules.filter((rule) => rule.side === side).map(({ rule }) => rule);
  if (side === 0) return { verdict: 'within-normal-variation', rules: [] };
  return { verdict: side < 0 ? 'real-drop' : 'real-rise', rules: speaking };
}

/** −1 or 1 where the last 8 are all below or above the mean of all, and there are enough others. */
function runSide(points: readonly Point[]): number {
  if (points.length < RUN + Math.ceil(RUN / 2)) return 0;
  const weight = points.reduce((sum, { variance: of = 1 }) => sum + 1 / of, 0);
  const centre = points.reduce((sum, { value, variance: of = 1 }) => sum + value / of, 0) / weight;
  const sides = points.slice(-RUN).map(({ value }) => (Math.abs(value - centre) <= ROUNDING ? 0 : Math.sign(value - centre)));
  const [first = 0] = sides;
  return sides.every((side) => side === first) ? first : 0;
}
