import { at, correlations, factor, moments, solve } from '../linear.ts';

/** An item (values as answered) or a topic (see `topicPredictors`) that may drive satisfaction. */
export interface Predictor {
  readonly name: string;
  /** One per person, in the order of the outcome; `null` where there is none. */
  readonly values: readonly (number | null)[];
}

export interface DriverData {
  /** Overall satisfaction, one per person. */
  readonly outcome: readonly (number | null)[];
  readonly predictors: readonly Predictor[];
}

/** Why a predictor is not in the regression. */
export type LeftOutPredictor =
  /** Its column is not as long as the outcome's: rows would mix people. */
  | { readonly name: string; readonly reason: 'rows-differ' }
  /** Answered by fewer than half of those who gave an outcome: asking for it would throw the others away. */
  | { readonly name: string; readonly reason: 'seldom-answered' }
  /** Fewer than `MIN_DIFFERENT` people differ from what most answered; none: it is constant. */
  | { readonly name: string; readonly reason: 'hardly-varies' }
  /** A linear function of these, which are in: their effects cannot be told apart. */
  | { readonly name: string; readonly reason: 'collinear'; readonly with: readonly string[] };

/** What stands behind the regression. */
export interface Prepared {
  readonly names: readonly string[];
  /** Complete rows, the outcome last in each, in an order that depends on the values only. */
  readonly table: Float64Array;
  readonly n: number;
  readonly predictorsLeftOut: readonly LeftOutPredictor[];
  readonly rowsLeftOut: { readonly withoutOutcome: number; readonly incomplete: number };
}

/** A predictor that fewer people answered differently would stand for single persons. */
const MIN_DIFFERENT = 10;

/** A predictor with a smaller part of its variance to itself is named collinear: a variance inflation of 10⁶. */
const MIN_TOLERANCE = 1e-6;

/** Coefficients below this, between standardised columns, are rounding: the column is not part of the dependence. */
const TAKES_PART = 1e-3;

/** Larger numbers are no answers, and their squares leave what a number can hold. */
const LARGEST = 1e9;

const isGiven = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= LARGEST;

/** Takes complete rows only (listwise), after those predictors are gone that would cost too many; each that goes is named. */
export function prepare({ outcome, predictors }: DriverData): Prepared {
  const withOutcome = outcome.flatMap((value, row) => (isGiven(value) ? [row] : []));
  const predictorsLeftOut: LeftOutPredictor[] = [];
  const keep = (list: readonly Predictor[], fault: (predictor: Predictor) => LeftOutPredictor | undefined) =>
    list.filter((predictor) => {
      const why = fault(predictor);
      if (why !== undefined) predictorsLeftOut.push(why);
      return why === undefined;
    });
  const answered = keep(predictors, ({ name, values }) => {
    if (values.length !== outcome.length) return { name, reason: 'rows-differ' };
    const answers = withOutcome.filter((row) => isGiven(values[row])).length;
    return 2 * answers < withOutcome.length ? { name, reason: 'seldom-answered' } : undefined;
  });
  const complete = withOutcome.filter((row) => answered.every(({ values }) => isGiven(values[row])));
  const varying = keep(answered, ({ name, values }) => (varies(complete, values) ? undefined : { name, reason: 'hardly-varies' }));
  const independent = keep(varying, collinearity(complete, varying));
  return {
    names: independent.map(({ name }) => name),
    table: tableOf(complete, [...independent.map(({ values }) => values), outcome]),
    n: complete.length,
    predictorsLeftOut,
    rowsLeftOut: { withoutOutcome: outcome.length - withOutcome.length, incomplete: withOutcome.length - complete.length },
  };
}

function varies(rows: readonly number[], values: Predictor['values']): boolean {
  const seen = new Map<unknown, number>();
  for (const row of rows) seen.set(values[row], (seen.get(values[row]) ?? 0) + 1);
  return rows.length - Math.max(0, ...seen.values()) >= MIN_DIFFERENT;
}

/** Tells for each predictor, in order, whether those before it that are in explain it wholly, and which. */
function collinearity(rows: readonly number[], predictors: readonly Predictor[]) {
  const size = predictors.length;
  const { covariance } = moments(
    tableOf(
      rows,
      predictors.map(({ values }) => values),
    ),
    size,
  );
  const matrix = correlations(covariance, size);
  const taken: number[] = [];
  return (predictor: Predictor): LeftOutPredictor | undefined => {
    const place = predictors.indexOf(predictor);
    const before = factor(matrix, size, taken);
    if ('dependent' in before) return undefined;
    const shared = Float64Array.from(taken, (other) => at(matrix, other * size + place));
    const slopes = solve(before, shared);
    const explained = slopes.reduce((sum, slope, i) => sum + slope * at(shared, i), 0);
    if (1 - explained >= MIN_TOLERANCE) {
      taken.push(place);
      return undefined;
    }
    const others = taken.filter((_, i) => Math.abs(at(slopes, i)) > TAKES_PART);
    return { name: predictor.name, reason: 'collinear', with: others.flatMap((other) => predictors[other]?.name ?? []) };
  };
}

/** Sorted by its values, so that the same people in another order are the same table, and resampling draws the same from it. */
function tableOf(rows: readonly number[], columns: readonly (readonly (number | null)[])[]): Float64Array {
  const values = rows.map((row) => columns.map((column) => column[row] ?? 0));
  values.sort((a, b) => {
    const place = a.findIndex((value, i) => value !== b[i]);
    return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
  });
  return Float64Array.from(values.flat());
}
