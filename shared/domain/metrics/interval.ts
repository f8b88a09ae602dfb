import { normalTailPoint, studentT } from './points.ts';

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
export const proportion = (successes: number, n: number): Estimate => wilson(successes, n, Z95);

/**
 * The share of one of several classes that every answer falls into, with an interval such that those of all classes hold at once at 95 %:
 * Wilson's, at the level 1 − 0.05/k. Goodman (1965), Technometrics 7:247–254.
 * @param n answers in all classes, at least 1
 * @param classes number k of classes, at least 2
 */
export const simultaneousProportion = (count: number, n: number, classes: number): Estimate =>
  wilson(count, n, normalTailPoint(0.025 / classes));

function wilson(successes: number, n: number, z: number): Estimate {
  const p = successes / n;
  const z2 = z * z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const margin = (z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
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

/** Two-sided 95 % point of Student's t, from 3 degrees of freedom on. */
export const studentT95 = (degreesOfFreedom: number) => studentT(degreesOfFreedom, 0.05);

/** All that is to be known of a sample to tell and to compare its mean. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Of single values, with n − 1 below. */
  readonly variance: number;
}

/** Mean and variance of values. They are added up in their order of size, so that shuffling them changes no digit. @param values at least 2, finite */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  const sorted = Float64Array.from(values).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, variance: squares / (n - 1) };
}

/**
 * The mean of a sample with its interval by Student's t, clipped to the scale; of differences within pairs it is the paired interval. Gosset (1908).
 * @param alpha chance of missing the true mean; 0.05 / k for k means at once (Bonferroni)
 */
export function meanOf(sample: Moments, min: number, max: number, alpha = 0.05): Estimate {
  const margin = studentT(sample.n - 1, alpha) * Math.sqrt(sample.variance / sample.n);
  return within(sample.mean, sample.mean - margin, sample.mean + margin, min, max);
}

/**
 * How much higher the mean of `a` is than that of `b`, two independent samples of unlike variance. Welch (1947), Biometrika 34:28–35, with the
 * degrees of freedom of Satterthwaite (1946), Biometrics Bulletin 2:110–114.
 * @param min least difference there can be, `max` greatest
 */
export function welchDifference(a: Moments, b: Moments, min: number, max: number): Estimate {
  const [va, vb] = [a.variance / a.n, b.variance / b.n];
  const value = a.mean - b.mean;
  // By the part of one in the sum, since squares of tiny variances vanish. Where neither sample scatters, the margin is 0 with any degrees of freedom.
  const part = va + vb === 0 ? 0 : va / (va + vb);
  const degrees = 1 / (part ** 2 / (a.n - 1) + (1 - part) ** 2 / (b.n - 1));
  const margin = studentT(degrees, 0.05) * Math.sqrt(va + vb);
  return within(value, value - margin, value + margin, min, max);
}

/**
 * Events per unit of `base`, e.g. complaints per order, where one unit may have several: a Poisson rate with Byar's approximation of the exact
 * interval, whose ends it meets to 0.03 events. Breslow & Day (1987), "Statistical Methods in Cancer Research" II, 2.12.
 * @param base above 0
 */
export function eventRate(events: number, base: number): Estimate {
  const end = (count: number, sign: number) => count * (1 - 1 / (9 * count) + (sign * Z95) / (3 * Math.sqrt(count))) ** 3;
  const low = events === 0 ? 0 : end(events, -1);
  return within(events / base, low / base, end(events + 1, 1) / base, 0, Number.MAX_VALUE);
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
