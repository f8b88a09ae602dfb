/**
 * Least squares on covariance or correlation matrices: small, symmetric, square, row by row in one Float64Array. Own lines instead of
 * a matrix library: they say which variable depends on the others, which a library's solver does not, and the domain stays free of packages.
 */

/** An item, or construct, whose variance is explained by others up to this share of it is called dependent on them: a variance inflation of 10¹⁰. */
const DEPENDENT = 1e-10;

/**
 * What stands at a place that is known to exist. The compiler wants every read of an array answered; a wrong place would become NaN, which the
 * tests look for, and not a plausible 0.
 */
export const at = (values: Float64Array, index: number): number => values[index] ?? Number.NaN;

/** A variable that is a linear function of those before it, by its place in the matrix. */
export interface Dependent {
  readonly dependent: number;
}

/** A factored part of a matrix: `lower` is its Cholesky factor, row by row, in the order of `places`. */
export interface Factor {
  readonly lower: Float64Array;
  readonly places: readonly number[];
}

/**
 * Cholesky factor of the rows and columns `places` of a covariance or correlation matrix. Rank deficiency shows at the pivots: the pivot of a
 * variable is the part of its variance that those before it in `places` do not explain (1 − R² times the variance), and where no more than
 * 10⁻¹⁰ of it is left, that variable is named. Golub & Van Loan (2013), "Matrix Computations", 4.2.
 */
export function factor(matrix: Float64Array, size: number, places: readonly number[]): Factor | Dependent {
  const count = places.length;
  const lower = new Float64Array(count * count);
  for (const [i, place] of places.entries()) {
    for (const [j, earlier] of places.slice(0, i + 1).entries()) {
      let rest = at(matrix, place * size + earlier);
      for (let h = 0; h < j; h++) rest -= at(lower, i * count + h) * at(lower, j * count + h);
      if (j < i) lower[i * count + j] = rest / at(lower, j * count + j);
      else if (rest <= DEPENDENT * at(matrix, place * size + place)) return { dependent: place };
      else lower[i * count + i] = Math.sqrt(rest);
    }
  }
  return { lower, places };
}

/** Solves `factored matrix × x = right` by forward and backward substitution. */
export function solve({ lower, places }: Factor, right: Float64Array): Float64Array {
  const count = places.length;
  const x = Float64Array.from(right);
  for (let i = 0; i < count; i++) {
    for (let h = 0; h < i; h++) x[i] = at(x, i) - at(lower, i * count + h) * at(x, h);
    x[i] = at(x, i) / at(lower, i * count + i);
  }
  for (let i = count - 1; i >= 0; i--) {
    for (let h = i + 1; h < count; h++) x[i] = at(x, i) - at(lower, h * count + i) * at(x, h);
    x[i] = at(x, i) / at(lower, i * count + i);
  }
  return x;
}

/** Slopes in the order of the predictors, and the share of the target's variance that they explain, 0 … 1. */
export interface Regression {
  readonly coefficients: Float64Array;
  readonly rSquared: number;
}

/**
 * Ordinary least squares of one variable on others, from their covariances alone: β = S⁻¹s. On correlations the slopes are standardised.
 * @param places of the predictors; none gives R² 0
 */
export function regress(matrix: Float64Array, size: number, places: readonly number[], target: number): Regression | Dependent {
  const factored = factor(matrix, size, places);
  if ('dependent' in factored) return factored;
  const shared = Float64Array.from(places, (place) => at(matrix, place * size + target));
  const coefficients = solve(factored, shared);
  const variance = at(matrix, target * size + target);
  const explained = coefficients.reduce((sum, slope, i) => sum + slope * at(shared, i), 0);
  // A target that does not vary has nothing to explain; rounding must not push a share past its ends.
  return { coefficients, rSquared: variance > 0 ? Math.min(1, Math.max(0, explained / variance)) : 0 };
}

/** The correlations behind covariances. Each variance must be above 0. */
export function correlations(covariance: Float64Array, size: number): Float64Array {
  const deviations = Float64Array.from({ length: size }, (_, i) => Math.sqrt(at(covariance, i * size + i)));
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    result[i * size + i] = 1;
    for (let j = 0; j < i; j++) {
      const value = at(covariance, i * size + j) / (at(deviations, i) * at(deviations, j));
      result[i * size + j] = Math.min(1, Math.max(-1, value));
      result[j * size + i] = at(result, i * size + j);
    }
  }
  return result;
}

/** Means and covariances of answers. */
export interface Moments {
  /** Rows, repeated ones counted as often as they were drawn. */
  readonly n: number;
  readonly means: Float64Array;
  /** Divided by n − 1. */
  readonly covariance: Float64Array;
}

/**
 * Means and covariances of a table, each row counted `counts` times. NaN is a missing answer: it stands at the mean of what was answered in its
 * column, so it adds nothing to sums of deviations (mean replacement). A column without any answer has mean NaN.
 * One pass for the means and one for the products: a thousand resamples of ten thousand rows need no copy of the rows.
 * @param table row by row, `size` numbers each
 */
export function moments(table: Float64Array, size: number, counts?: Uint32Array): Moments {
  const rows = table.length / size;
  const means = weightedMeans(table, size, counts);
  const products = new Float64Array(size * size);
  const deviation = new Float64Array(size);
  let n = 0;
  for (let row = 0; row < rows; row++) {
    const count = counts === undefined ? 1 : (counts[row] ?? 0);
    if (count === 0) continue;
    n += count;
    for (let i = 0; i < size; i++) {
      const value = at(table, row * size + i) - at(means, i);
      deviation[i] = Number.isNaN(value) ? 0 : value;
    }
    for (let i = 0; i < size; i++) {
      const scaled = count * at(deviation, i);
      if (scaled === 0) continue;
      for (let j = 0; j <= i; j++) products[i * size + j] = at(products, i * size + j) + scaled * at(deviation, j);
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = at(products, i * size + j) / Math.max(1, n - 1);
      products[i * size + j] = value;
      products[j * size + i] = value;
    }
  }
  return { n, means, covariance: products };
}

function weightedMeans(table: Float64Array, size: number, counts: Uint32Array | undefined): Float64Array {
  const sums = new Float64Array(size);
  const answered = new Float64Array(size);
  for (let place = 0, row = 0; place < table.length; row++) {
    const count = counts === undefined ? 1 : (counts[row] ?? 0);
    for (let i = 0; i < size; i++, place++) {
      const value = at(table, place);
      if (Number.isNaN(value)) continue;
      sums[i] = at(sums, i) + count * value;
      answered[i] = at(answered, i) + count;
    }
  }
  return sums.map((sum, i) => (at(answered, i) > 0 ? sum / at(answered, i) : Number.NaN));
}
