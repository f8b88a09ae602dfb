import type { Estimate } from '../../metrics/interval.ts';
import { fUpper, studentPoint, studentTwoSided } from '../distributions.ts';
import { at, correlations, type Factor, factor, moments, solve } from '../linear.ts';
import type { Random } from '../random.ts';
import { holm, LEVEL } from '../several-tests.ts';
import { resampledParts } from './bootstrap.ts';
import { exactSplit, MAX_EXACT, type Split, sampledSplit } from './importance.ts';
import { type DriverData, type LeftOutPredictor, type Prepared, prepare } from './prepare.ts';

/** What one predictor does to overall satisfaction, all others held. */
export interface Driver {
  readonly name: string;
  /** Points of the outcome that go with one point more of the predictor, with its t interval. */
  readonly coefficient: Estimate;
  /** Standard deviations of the outcome that go with one of the predictor, with its t interval. */
  readonly standardised: Estimate;
  /** Part of R² by LMG: all of them sum to R². Bootstrap interval (percentiles). */
  readonly importance: Estimate;
  /** The same as a part of what is explained, 0 … 1: all of them sum to 1. Bootstrap interval. */
  readonly share: Estimate;
  /** Standard error from drawing orders instead of trying all, in the unit of `importance`; absent where it is exact. */
  readonly importanceError?: number;
  /** Correlation with the outcome alone. Where its sign differs from the coefficient's, the effect hangs on the other predictors. */
  readonly correlation: number;
  /** How much the overlap with other predictors widens the interval's square; above 10 the coefficient is shaky. */
  readonly varianceInflation: number;
  /** Of the coefficient's t test, adjusted by Holm for all predictors. */
  readonly pValue: number;
  /** Told from 0 at 5 % for all predictors together. */
  readonly isClear: boolean;
  readonly direction: 'up' | 'down';
}

interface LeftOut {
  readonly predictorsLeftOut: readonly LeftOutPredictor[];
  readonly rowsLeftOut: Prepared['rowsLeftOut'];
}

export interface Drivers extends LeftOut {
  readonly kind: 'measured';
  /** Complete answers. */
  readonly n: number;
  readonly rSquared: number;
  /** Of the F test that nothing is explained. */
  readonly pValue: number;
  readonly method: 'all-orders' | 'drawn-orders';
  /** Most important first. */
  readonly drivers: readonly Driver[];
}

export interface DriversRefusal extends LeftOut {
  readonly kind: 'refused';
  readonly reason: 'too-few-answers' | 'constant-outcome' | 'no-predictors';
  readonly n: number;
  readonly needed: number;
}

export interface DriverSettings {
  readonly random: Random;
  /** Resamples for the intervals of importance; at least 100. */
  readonly resamples?: number;
  /** Pairs of orders that are drawn beyond `MAX_EXACT` predictors. */
  readonly orderPairs?: number;
}

const RESAMPLES = 500;
const ORDER_PAIRS = 100;

/** Green (1991), Multivariate Behavioral Research 26:499–510, for a test of R² with a medium effect: 50 + 8p. */
const answersNeeded = (predictors: number) => 50 + 8 * predictors;

/**
 * Which items or topics drive overall satisfaction (R23): ordinary least squares with t intervals, relative importance by LMG, and which of them can
 * be told from 0 after Holm's adjustment. An association, not a proof of cause. The t intervals suppose errors of equal spread; those of importance
 * don't (rows are resampled, Efron 1979).
 */
export function driversOf(data: DriverData, settings: DriverSettings): Drivers | DriversRefusal {
  const prepared = prepare(data);
  const { names, table, n, predictorsLeftOut, rowsLeftOut } = prepared;
  const needed = answersNeeded(Math.max(1, names.length));
  const refused = (reason: DriversRefusal['reason']): DriversRefusal => ({
    ...{ kind: 'refused', reason, n, needed },
    ...{ predictorsLeftOut, rowsLeftOut },
  });
  if (n < answersNeeded(1)) return refused('too-few-answers');
  if (names.length === 0) return refused('no-predictors');
  if (n < needed) return refused('too-few-answers');
  const size = names.length + 1;
  const { covariance } = moments(table, size);
  if (!(at(covariance, size * size - 1) > 0)) return refused('constant-outcome');
  const fit = regression(covariance, size, n);
  if (fit === undefined) return refused('no-predictors');
  const freedom = n - size;
  const f = fit.rSquared >= 1 ? Number.POSITIVE_INFINITY : fit.rSquared / names.length / ((1 - fit.rSquared) / freedom);
  return {
    ...{ kind: 'measured', n, rSquared: fit.rSquared, pValue: fUpper(f, names.length, freedom) },
    method: names.length <= MAX_EXACT ? 'all-orders' : 'drawn-orders',
    drivers: rank(names, fit, importanceOf(prepared, fit, settings)),
    ...{ predictorsLeftOut, rowsLeftOut },
  };
}

interface Fit {
  readonly matrix: Float64Array;
  readonly size: number;
  readonly rSquared: number;
  readonly rows: readonly Pick<Driver, 'coefficient' | 'standardised' | 'correlation' | 'varianceInflation' | 'pValue' | 'direction'>[];
}

/** Residual variance below this part of the outcome's is rounding: the fit is perfect, and its intervals have no width. */
const PERFECT = 1e-12;

function regression(covariance: Float64Array, size: number, n: number): Fit | undefined {
  const matrix = correlations(covariance, size);
  const places = Array.from({ length: size - 1 }, (_, i) => i);
  const factored = factor(matrix, size, places);
  if ('dependent' in factored) return undefined;
  const shared = Float64Array.from(places, (place) => at(matrix, place * size + size - 1));
  const slopes = solve(factored, shared);
  const explained = slopes.reduce((sum, slope, i) => sum + slope * at(shared, i), 0);
  const left = 1 - explained < PERFECT ? 0 : Math.min(1, 1 - explained);
  const freedom = n - size;
  const deviation = (place: number) => Math.sqrt(at(covariance, place * size + place));
  const rows = places.map((place) => {
    const value = at(slopes, place);
    const varianceInflation = Math.max(1, inverseAt(factored, place));
    const error = Math.sqrt((left * varianceInflation) / freedom);
    const margin = studentPoint(LEVEL, freedom) * error;
    const standardised = { value, low: value - margin, high: value + margin };
    const scale = deviation(size - 1) / deviation(place);
    const coefficient = { value: value * scale, low: standardised.low * scale, high: standardised.high * scale };
    const isNone = Math.abs(value) < PERFECT;
    const pValue = isNone ? 1 : studentTwoSided(value / error, freedom);
    const direction = value < 0 ? ('down' as const) : ('up' as const);
    return { coefficient, standardised, correlation: at(shared, place), varianceInflation, pValue, direction };
  });
  return { matrix, size, rSquared: 1 - left, rows };
}

/** An element of the inverse's diagonal. */
function inverseAt(factored: Factor, place: number): number {
  const unit = new Float64Array(factored.places.length);
  unit[place] = 1;
  return at(solve(factored, unit), place);
}

interface Importance {
  readonly parts: Float64Array;
  readonly errors?: Float64Array;
  readonly intervals: ReturnType<typeof resampledParts>;
}

function importanceOf({ table, n }: Prepared, { matrix, size }: Fit, settings: DriverSettings): Importance {
  const { random, resamples = RESAMPLES, orderPairs = ORDER_PAIRS } = settings;
  const sampled = size - 1 > MAX_EXACT ? sampledSplit(size - 1, Math.max(2, orderPairs), random) : undefined;
  const split: Split = sampled?.split ?? exactSplit;
  const errors = sampled?.error(matrix, size);
  const intervals = resampledParts({ table, size, n }, split, resamples, random);
  return { parts: split(matrix, size), intervals, ...(errors === undefined ? {} : { errors }) };
}

function rank(names: readonly string[], fit: Fit, { parts, errors, intervals }: Importance): Driver[] {
  const adjusted = holm(fit.rows.map(({ pValue }) => pValue));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const drivers = fit.rows.map((row, place) => {
    const part = at(parts, place);
    const pValue = adjusted[place] ?? 1;
    const ends = intervals[place];
    return {
      ...row,
      name: names[place] ?? '',
      importance: around(part, ends?.importance),
      share: around(total > 0 ? part / total : 0, ends?.share),
      ...(errors === undefined ? {} : { importanceError: at(errors, place) }),
      pValue,
      isClear: pValue < LEVEL,
    };
  });
  return drivers.sort((a, b) => b.importance.value - a.importance.value || (a.name < b.name ? -1 : 1));
}

/** Percentiles of resamples need not hold the estimate; an interval that is shown does. */
const around = (value: number, ends: { readonly low: number; readonly high: number } | undefined): Estimate => ({
  value,
  low: Math.min(value, ends?.low ?? value),
  high: Math.max(value, ends?.high ?? value),
});
