import { at } from '../linear.ts';
import type { Random } from '../random.ts';

/** Up to this many predictors every subset is looked at: 2¹⁴ of them. With more, orderings are drawn. */
export const MAX_EXACT = 14;

/** A predictor that those before it leave no more of adds nothing: in a resample, columns can be equal by chance. */
const NOTHING_LEFT = 1e-9;

/** Splits the R² of a regression among its predictors. Takes correlations, the outcome in the last row and column. */
export type Split = (correlation: Float64Array, size: number) => Float64Array;

/**
 * Relative importance by LMG: the mean of what a predictor adds to R² over all orders in which predictors can be brought in. It is the Shapley
 * value of R², so the parts sum to R² and none is below 0. Lindeman, Merenda & Gold (1980), "Introduction to Bivariate and Multivariate Analysis",
 * p. 119 ff.; Grömping (2007), The American Statistician 61:139–147.
 */
export const exactSplit: Split = (correlation, size) => {
  const count = size - 1;
  const explained = subsets(correlation, size);
  const weights = subsetWeights(count);
  const parts = new Float64Array(count);
  const sizes = new Uint8Array(explained.length);
  for (let set = 1; set < explained.length; set += 1) sizes[set] = (sizes[set >> 1] ?? 0) + (set & 1);
  for (let j = 0; j < count; j += 1) {
    const bit = 1 << j;
    let sum = 0;
    for (let set = 0; set < explained.length; set += 1) {
      if ((set & bit) === 0) sum += (weights[sizes[set] ?? 0] ?? 0) * (at(explained, set | bit) - at(explained, set));
    }
    parts[j] = sum;
  }
  return parts;
};

/** |S|! (p − |S| − 1)! / p! for each size of S. */
function subsetWeights(count: number): number[] {
  const weights = [1 / count];
  for (let size = 1; size < count; size += 1) weights.push(((weights[size - 1] ?? 0) * size) / (count - size));
  return weights;
}

/**
 * R² of every subset, by its bits. Each is reached from the one without its last predictor by one step of elimination on what remains, so that all
 * together take about 2ᵖ small steps (Furnival & Wilson 1974, Technometrics 16:499–511).
 */
function subsets(correlation: Float64Array, size: number): Float64Array {
  const count = size - 1;
  const explained = new Float64Array(2 ** count);
  const levels = Array.from({ length: size }, () => new Float64Array(size * size));
  const visit = (from: number, set: number, matrix: Float64Array, fit: number) => {
    if (from === count) {
      explained[set] = fit;
      return;
    }
    visit(from + 1, set, matrix, fit);
    const left = levels[from + 1] ?? new Float64Array(size * size);
    const gain = eliminate(matrix, size, from, left);
    visit(from + 1, set | (1 << from), gain === undefined ? matrix : left, fit + (gain ?? 0));
  };
  visit(0, 0, correlation, 0);
  return explained;
}

/** Writes what predictor `j` leaves of those after it into `left`, and answers what it adds to R²; nothing where there is nothing of it left. */
function eliminate(matrix: Float64Array, size: number, j: number, left: Float64Array): number | undefined {
  const pivot = at(matrix, j * size + j);
  if (!(pivot > NOTHING_LEFT)) return undefined;
  for (let row = j + 1; row < size; row += 1) {
    const slope = at(matrix, row * size + j) / pivot;
    for (let column = j + 1; column <= row; column += 1) {
      const value = at(matrix, row * size + column) - slope * at(matrix, column * size + j);
      left[row * size + column] = value;
      left[column * size + row] = value;
    }
  }
  const shared = at(matrix, (size - 1) * size + j);
  return (shared * shared) / pivot;
}

/**
 * LMG from orders drawn at random, each with its reverse, which halves the error at least where predictors overlap (Castro, Gómez & Tejada 2009,
 * Computers & Operations Research 36:1726–1730; antithetic pairs after Mitchell et al. 2022, J. Machine Learning Research 23(43)).
 * The same orders are used at each call, so that resamples differ by their rows only. Parts still sum to R².
 */
export function sampledSplit(count: number, pairs: number, random: Random): { readonly split: Split; readonly error: Split } {
  const orders = Array.from({ length: pairs }, () => {
    const order = shuffled(count, random);
    return [Uint8Array.from([...order, count]), Uint8Array.from([...order.reverse(), count])] as const;
  });
  const lower = new Float64Array((count + 1) ** 2);
  const each = (matrix: Float64Array, take: (part: Float64Array) => void) => {
    const part = new Float64Array(count);
    for (const pair of orders) {
      part.fill(0);
      for (const order of pair) addAdditions(matrix, order, lower, part);
      take(part);
    }
  };
  const split: Split = (matrix) => {
    const sum = new Float64Array(count);
    each(matrix, (part) => {
      for (let j = 0; j < count; j += 1) sum[j] = at(sum, j) + at(part, j) / 2;
    });
    return sum.map((value) => value / pairs);
  };
  const error: Split = (matrix, size) => {
    const mean = split(matrix, size);
    const squares = new Float64Array(count);
    each(matrix, (part) => {
      for (let j = 0; j < count; j += 1) squares[j] = at(squares, j) + (at(part, j) / 2 - at(mean, j)) ** 2;
    });
    return squares.map((square) => Math.sqrt(square / (pairs - 1) / pairs));
  };
  return { split, error };
}

/** Adds to `parts` what each predictor adds when they come in this order, the outcome last: a Cholesky factorisation, written into `lower`. */
function addAdditions(matrix: Float64Array, order: Uint8Array, lower: Float64Array, parts: Float64Array): void {
  const size = order.length;
  for (let i = 0; i < size; i += 1) {
    const from = (order[i] ?? 0) * size;
    for (let j = 0; j <= i; j += 1) {
      let rest = at(matrix, from + (order[j] ?? 0));
      for (let h = 0; h < j; h += 1) rest -= at(lower, i * size + h) * at(lower, j * size + h);
      if (j === i) {
        lower[i * size + i] = rest > NOTHING_LEFT ? Math.sqrt(rest) : 0;
        continue;
      }
      const pivot = at(lower, j * size + j);
      const slope = pivot === 0 ? 0 : rest / pivot;
      lower[i * size + j] = slope;
      if (i === size - 1) parts[order[j] ?? 0] = at(parts, order[j] ?? 0) + slope * slope;
    }
  }
}

/** Fisher–Yates. */
function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}
