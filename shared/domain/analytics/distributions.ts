import jstat from 'jstat';

/**
 * Tails and points of distributions, by jstat. It answers NaN where it is asked outside its domain, and it may where a series does not settle:
 * nothing of that passes here. Chances below 10⁻¹⁶ may come as 0.
 */

/** P(|T| ≥ |t|) of Student's t; infinite `t` has chance 0. */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  if (t === Number.POSITIVE_INFINITY || t === Number.NEGATIVE_INFINITY) return 0;
  return chance(2 * jstat.studentt.cdf(-Math.abs(t), degreesOfFreedom), 'Student’s t', t, degreesOfFreedom);
}

/** The point that |T| passes with chance `level`, 0 < level < 1. */
export const studentPoint = (level: number, degreesOfFreedom: number) =>
  finite(jstat.studentt.inv(1 - level / 2, degreesOfFreedom), 'Student’s t point', level, degreesOfFreedom);

/** P(|Z| ≥ |z|) of the standard normal distribution. */
export const normalTwoSided = (z: number) => chance(2 * jstat.normal.cdf(-Math.abs(z), 0, 1), 'normal', z);

/** P(Z ≥ z) of the standard normal distribution. */
export const normalUpper = (z: number) => chance(jstat.normal.cdf(-z, 0, 1), 'normal', z);

/** The point that |Z| passes with chance `level`, 0 < level < 1. */
export const normalPoint = (level: number) => finite(-jstat.normal.inv(level / 2, 0, 1), 'normal point', level);

/** P(X ≥ x) of χ². */
export const chiSquareUpper = (x: number, degreesOfFreedom: number) =>
  chance(1 - jstat.chisquare.cdf(Math.max(0, x), degreesOfFreedom), 'χ²', x, degreesOfFreedom);

/** P(X ≥ f) of Fisher's F; infinite `f` has chance 0. */
export function fUpper(f: number, numerator: number, denominator: number): number {
  if (f === Number.POSITIVE_INFINITY) return 0;
  return chance(1 - jstat.centralF.cdf(Math.max(0, f), numerator, denominator), 'F', f, numerator, denominator);
}

/**
 * The point below which a beta variable lies with chance `p`, 0 < p < 1; `alpha` and `beta` above 0. By halving: jstat's own search for it ends in NaN
 * for shapes near 0.
 */
export function betaPoint(p: number, alpha: number, beta: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (finite(jstat.beta.cdf(middle, alpha, beta), 'beta', middle, alpha, beta) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Leaves 10⁻¹² of the scale. */
const HALVINGS = 40;

/** ln Γ(x), x > 0. */
export const logGamma = (x: number) => finite(jstat.gammaln(x), 'ln Γ', x);

const chance = (value: number, name: string, ...of: readonly number[]) => Math.min(1, Math.max(0, finite(value, name, ...of)));

function finite(value: number, name: string, ...of: readonly number[]): number {
  if (Number.isFinite(value)) return value;
  throw new RangeError(
    `${name} is not defined for ${of.join(', ')}: expected finite numbers, degrees of freedom and shapes above 0. Check before asking.`,
  );
}
