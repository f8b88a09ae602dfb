/** An estimate with the ends of its 95 % confidence interval; `low ≤ value ≤ high`. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % point of the standard normal distribution. */
const Z95 = 1.959963984540054;

/**
 * A proportion 0 … 1 with its Wilson score interval.
 * Wilson (1927), J. Am. Stat. Assoc. 22:209–212; recommended for any n by Brown, Cai & DasGupta (2001), Statistical Science 16:101–133.
 * @param n at least 1
 */
export function proportion(successes: number, n: number): Estimate {
  const p = successes / n;
  const z2 = Z95 * Z95;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const margin = (Z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return within(p, centre - margin, centre + margin, 0, 1);
}

/**
 * The Net Promoter Score −100 … 100 with its adjusted Wald interval: three answers are added to the sample, ¾ promoter, 1½ passive, ¾ detractor,
 * and the Wald interval is taken of that. Rocks (2016), "Interval Estimation for the Net Promoter Score", The American Statistician 70:365–372,
 * found it the best of those tried; it carries Agresti & Min (2005) over from matched pairs. The score itself is not adjusted.
 * @param n promoters, passives and detractors together; at least 1
 */
export function netPromoterScore(promoters: number, detractors: number, n: number): Estimate {
  const pro = (promoters + 0.75) / (n + 3);
  const con = (detractors + 0.75) / (n + 3);
  const centre = pro - con;
  const margin = Z95 * Math.sqrt((pro + con - centre * centre) / (n + 3));
  return within((100 * (promoters - detractors)) / n, 100 * (centre - margin), 100 * (centre + margin), -100, 100);
}

/**
 * A mean with its interval by Student's t, clipped to the scale. Gosset (1908). Where all answers are equal it has no width:
 * a sample without spread tells nothing about spread.
 * @param sum of the values, `squareSum` of their squares
 * @param n at least 2
 */
export function mean(sum: number, squareSum: number, n: number, min: number, max: number): Estimate {
  const value = sum / n;
  // n Σx² − (Σx)² is exact for whole numbers as long as it is small, and never below 0 but for rounding.
  const variance = Math.max(0, (squareSum - sum * value) / (n - 1));
  const margin = studentT95(n - 1) * Math.sqrt(variance / n);
  return within(value, value - margin, value + margin, min, max);
}

/**
 * Two-sided 95 % point of Student's t, by the Cornish–Fisher expansion in Abramowitz & Stegun (1964), 26.7.5.
 * Off by less than 0.0001 from 9 degrees of freedom on, which is as few as we report.
 */
export function studentT95(degreesOfFreedom: number): number {
  const z = Z95;
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160;
  const v = degreesOfFreedom;
  return z + g1 / v + g2 / v ** 2 + g3 / v ** 3 + g4 / v ** 4;
}

/**
 * How much higher `now` is than `before`, both estimated from independent samples, by the square-and-add rule (MOVER): each end takes the distances
 * from the estimates to the ends of their own intervals. With Wilson intervals it is method 10 of Newcombe (1998), Statistics in Medicine 17:873–890;
 * for other estimates see Zou & Donner (2008), Statistics in Medicine 27:1693–1702. For symmetric intervals it is the root of the summed variances.
 */
export function difference(now: Estimate, before: Estimate): Estimate {
  const value = now.value - before.value;
  return {
    value,
    low: value - Math.hypot(now.value - now.low, before.high - before.value),
    high: value + Math.hypot(now.high - now.value, before.value - before.low),
  };
}

/** Keeps an interval on its scale and around its estimate: rounding must not push an end past it. */
const within = (value: number, low: number, high: number, min: number, max: number): Estimate => ({
  value,
  low: Math.max(min, Math.min(low, value)),
  high: Math.min(max, Math.max(high, value)),
});
