import { chiSquareUpper, logGamma, normalUpper } from '../distributions.ts';

const HALF_LEVEL = 0.025;

/** The noncentrality is found to this part of itself: finer than anything that is shown. */
const PRECISION = 1e-6;

/**
 * The 95 % interval of the noncentrality of a χ²: the least and the greatest with which the one seen is not in the outer 2.5 %. Steiger & Fouladi
 * (1997), in Harlow et al., "What if there were no significance tests?", ch. 9.
 */
export function noncentrality(chiSquare: number, degreesOfFreedom: number): { readonly low: number; readonly high: number } {
  const upper = (lambda: number) => upperTail(chiSquare, degreesOfFreedom, lambda);
  const low = upper(0) >= HALF_LEVEL ? 0 : crossing(upper, HALF_LEVEL, chiSquare);
  const high = upper(0) >= 1 - HALF_LEVEL ? 0 : crossing(upper, 1 - HALF_LEVEL, chiSquare);
  return { low, high };
}

/** Where the rising `upper` reaches `level`. */
function crossing(upper: (lambda: number) => number, level: number, start: number): number {
  let [from, to] = [0, Math.max(1, start)];
  while (upper(to) < level && to < Number.MAX_SAFE_INTEGER) to *= 2;
  while (to - from > PRECISION * to) {
    const middle = (from + to) / 2;
    if (upper(middle) < level) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** Terms this many standard deviations of the Poisson weights from their mean no longer count. */
const REACH = 8;

/**
 * P(X ≥ x) of a noncentral χ²: a mixture of central ones with Poisson weights (Johnson, Kotz & Balakrishnan 1995, "Continuous Univariate Distributions",
 * 29.3); where the noncentrality is large, Sankaran's normal approximation (ib. 29.8), as the mixture would take too many terms.
 */
function upperTail(x: number, freedom: number, lambda: number): number {
  if (lambda === 0) return chiSquareUpper(x, freedom);
  const mean = lambda / 2;
  if (mean > MIXTURE_LIMIT) return sankaran(x, freedom, lambda);
  const reach = REACH * Math.sqrt(mean) + REACH;
  let sum = 0;
  for (let j = Math.max(0, Math.floor(mean - reach)); j <= mean + reach; j += 1) {
    const weight = Math.exp(j * Math.log(mean) - mean - logGamma(j + 1));
    sum += weight * chiSquareUpper(x, freedom + 2 * j);
  }
  return Math.min(1, sum);
}

const MIXTURE_LIMIT = 500;

function sankaran(x: number, k: number, lambda: number): number {
  const h = 1 - (2 * (k + lambda) * (k + 3 * lambda)) / (3 * (k + 2 * lambda) ** 2);
  const p = (k + 2 * lambda) / (k + lambda) ** 2;
  const m = (h - 1) * (1 - 3 * h);
  const z = ((x / (k + lambda)) ** h - (1 + h * p * (h - 1 - 0.5 * (2 - h) * m * p))) / (h * Math.sqrt(2 * p) * (1 + 0.5 * m * p));
  return normalUpper(z);
}
