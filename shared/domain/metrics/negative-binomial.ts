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
  // Factor by factor: the difference of two large ln Γ, where the counts hardly scatter, would leave eight digits.
  let log = -size * Math.log1p(mean / size);
  for (let k = 0; k < count; k += 1) log += Math.log(((k + size) / (k + 1)) * odds);
  if (log < LEAST_LOG) return 0;
  let term = Math.exp(log);
  let sum = 0;
  for (let k = count; term > NEGLIGIBLE * sum || k <= mean; k += 1) {
    sum += term;
    term *= ((k + size) / (k + 1)) * odds;
  }
  return Math.min(1, sum);
}
