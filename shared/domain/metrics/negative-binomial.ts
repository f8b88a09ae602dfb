/** Terms smaller than this part of the sum change no digit that anybody reads. */
const NEGLIGIBLE = 1e-12;

/** Chances below this are as good as none, and their logarithms would leave the numbers that can be written. */
const LEAST_LOG = -700;

/**
 * P(Y ≥ count) of a negative binomial Y with mean μ and variance μ + μ²·`excess`: the counts of a Poisson process whose rate itself varies from
 * day to day by the squared coefficient of variation `excess` (Greenwood & Yule 1920, J. R. Stat. Soc. 83:255–279; Johnson, Kemp & Kotz 2005,
 * "Univariate Discrete Distributions", 5.1). Summed upwards from `count`, so that small chances keep their digits.
 * @param count whole number
 * @param mean above 0
 * @param excess above 0; close to 0 it is the Poisson distribution
 */
export function chanceOfAtLeast(count: number, mean: number, excess: number): number {
  if (count <= 0) return 1;
  const size = 1 / excess;
  const odds = mean / (mean + size);
  const log = logGamma(count + size) - logGamma(size) - logGamma(count + 1) + count * Math.log(odds) - size * Math.log1p(mean / size);
  if (log < LEAST_LOG) return 0;
  let term = Math.exp(log);
  let sum = 0;
  for (let k = count; term > NEGLIGIBLE * sum || k <= mean; k += 1) {
    sum += term;
    term *= ((k + size) / (k + 1)) * odds;
  }
  return Math.min(1, sum);
}

/** Below this the series is not exact enough; the recurrence Γ(x + 1) = x Γ(x) leads up to it. */
const STIRLING_FROM = 10;

/** ln Γ(x) for x > 0, by Stirling's series (Abramowitz & Stegun 1964, 6.1.41): right to 12 digits. */
export function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < STIRLING_FROM; at += 1) shift += Math.log(at);
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
