import { logGamma } from '../distributions.ts';

/** Tables as likely as the one seen, but for rounding, count as at most as likely. R's fisher.test takes the same. */
const RELATIVE_ERROR = 1e-7;

/** Terms smaller than this part of the sum change no digit that anybody reads. */
const NEGLIGIBLE = 1e-16;

/**
 * Fisher's exact test of a 2 × 2 table, two-sided: the chance, its margins given, of all tables that are at most as likely as the one seen.
 * Fisher (1935), "The Logic of Inductive Inference", J. R. Stat. Soc. 98:39–82; two-sided after Freeman & Halton (1951), Biometrika 38:141–149.
 * @param a with b, the first row; c and d are the second. Whole numbers from 0.
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  const table = { row: a + b, column: a + c, n: a + b + c + d };
  const { row, column, n } = table;
  const least = Math.max(0, row + column - n);
  const most = Math.min(row, column);
  if (least === most) return 1;
  const mode = Math.min(most, Math.max(least, Math.floor(((row + 1) * (column + 1)) / (n + 2))));
  // Chances as parts of the greatest one: every term is a ratio of its neighbour, and no absolute one is needed.
  const limit = Math.exp(logOf(a, table) - logOf(mode, table)) * (1 + RELATIVE_ERROR);
  const up = tail(most - mode, limit, (step) => oneMore(mode + step, table));
  const down = tail(mode - least, limit, (step) => 1 / oneMore(mode - step - 1, table));
  const top = 1;
  const rare = up.rare + down.rare + (top <= limit ? top : 0);
  return Math.min(1, rare / (up.all + down.all + top));
}

interface Table {
  readonly row: number;
  readonly column: number;
  readonly n: number;
}

/** Sums of the chances after the mode in one direction: of all tables, and of those at most as likely as the limit. */
function tail(steps: number, limit: number, ratio: (step: number) => number) {
  let all = 0;
  let rare = 0;
  let relative = 1;
  for (let step = 0; step < steps; step += 1) {
    relative *= ratio(step);
    all += relative;
    if (relative <= limit) rare += relative;
    if (relative <= limit && relative <= NEGLIGIBLE * rare) break;
  }
  return { all, rare };
}

/** How much likelier `x + 1` hits are than `x`. */
const oneMore = (x: number, { row, column, n }: Table) => ((row - x) * (column - x)) / ((x + 1) * (n - row - column + x + 1));

/** ln of the hypergeometric chance of `x` hits. */
const logOf = (x: number, { row, column, n }: Table) => logChoose(column, x) + logChoose(n - column, row - x) - logChoose(n, row);

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
