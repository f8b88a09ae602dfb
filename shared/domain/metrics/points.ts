/** Coefficients of Acklam's rational approximations, highest power first. */
const CENTRE_TOP = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239];
const CENTRE_BOTTOM = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1];
const TAIL_TOP = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
const TAIL_BOTTOM = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
const TAIL_FROM = 0.02425;

const polynomial = (coefficients: readonly number[], x: number) => coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/**
 * The point that a standard normal variable exceeds with the chance `tail`: 1.96 for 0.025. Acklam (2003), "An algorithm for computing the inverse
 * normal cumulative distribution function"; relative error below 1.2 · 10⁻⁹.
 * @param tail above 0, at most 0.5
 */
export function normalTailPoint(tail: number): number {
  if (tail < TAIL_FROM) {
    const q = Math.sqrt(-2 * Math.log(tail));
    return -polynomial(TAIL_TOP, q) / polynomial(TAIL_BOTTOM, q);
  }
  const q = 0.5 - tail;
  const r = q * q;
  return (polynomial(CENTRE_TOP, r) * q) / polynomial(CENTRE_BOTTOM, r);
}

/**
 * The point that Student's t exceeds in absolute value with the chance `alpha`. Hill (1970), Algorithm 396, Communications of the ACM 13:619–620;
 * relative error below 0.0001 for the levels used here.
 * @param degreesOfFreedom at least 3; need not be whole (Welch)
 * @param alpha above 0, below 1: 0.05 for a 95 % interval, 0.05 / k for k of them at once
 */
export function studentT(degreesOfFreedom: number, alpha: number): number {
  const v = degreesOfFreedom;
  const a = 1 / (v - 0.5);
  const b = 48 / (a * a);
  const c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * v;
  const y = (d * alpha) ** (2 / v);
  const ofTail = () =>
    ((1 / (((v + 6) / (v * y) - 0.089 * d - 0.822) * (v + 2) * 3) + 0.5 / (v + 4)) * y - 1) * ((v + 1) / (v + 2)) + 1 / y;
  return Math.sqrt(v * (y > 0.05 + a ? ofCentre(v, alpha, { a, b, c, d }) : ofTail()));
}

/** Hill's asymptotic series about the normal distribution. */
function ofCentre(v: number, alpha: number, { a, b, c, d }: Readonly<Record<'a' | 'b' | 'c' | 'd', number>>): number {
  const x = -normalTailPoint(alpha / 2);
  const x2 = x * x;
  const few = v < 5 ? 0.3 * (v - 4.5) * (x + 0.6) : 0;
  const divisor = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c + few;
  const y = (((((0.4 * x2 + 6.3) * x2 + 36) * x2 + 94.5) / divisor - x2 - 3) / b + 1) * x;
  return Math.expm1(a * y * y);
}
