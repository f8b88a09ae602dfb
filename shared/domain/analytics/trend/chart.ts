import { normalPoint, studentPoint } from '../distributions.ts';

/** A period as a point of the chart. */
export interface Point {
  readonly value: number;
  /** Of `value` by sampling, if nothing but chance is at work; absent where it is not known. */
  readonly variance?: number;
}

/** What periods before tell of the next. */
export interface Usual {
  readonly centre: number;
  /** How much more, or less, periods scatter than their sampling alone would make them; of a chart without variances, their scatter itself. */
  readonly sigma: number;
  /** Half the width of normal variation of a period with this sampling variance. */
  margin(variance: number | undefined): number;
}

/** E|X − Y| of two standard normal variables: what a mean moving range of two is divided by. */
const D2 = 2 / Math.sqrt(Math.PI);

/** Degrees of freedom that a mean moving range of k points is worth, for each of its k − 1 ranges; by its variance, 0.826/(k − 1) (Nelson 1980). */
const FREEDOM_PER_RANGE = 0.6;

/**
 * Centre and limits of normal variation from earlier periods, for a period that is not among them.
 *
 * Without variances it is the XmR chart (Shewhart 1931; Wheeler 1992). With them it is Laney's chart for shares with varying n (2002, Quality Engineering
 * 14:531–537), which serves for means and rates as well: periods are standardised by their own sampling error, and limits widen by the scatter of
 * those, read from moving ranges, so that a house whose weeks vary by more than sampling is not alarmed each week. It is never taken to
 * scatter less than sampling does.
 *
 * A few periods give uncertain limits. So the factor is not Shewhart's 3, which supposes that they are known, but the point of Student's t for the
 * moving range's degrees of freedom, and the centre's own error is added (as for a prediction).
 * @param level chance that an unchanged period falls outside
 */
export function usualOf(points: readonly Point[], level: number): Usual {
  const isKnown = points.every(({ variance }) => variance !== undefined && variance > 0);
  const weights = points.map(({ variance }) => (isKnown ? 1 / (variance ?? 1) : 1));
  const weight = weights.reduce((sum, of) => sum + of, 0);
  const centre = points.reduce((sum, { value }, i) => sum + value * (weights[i] ?? 0), 0) / weight;
  const standardised = points.map(({ value }, i) => (value - centre) * Math.sqrt(weights[i] ?? 0));
  const ranges = standardised.slice(1).map((z, i) => Math.abs(z - (standardised[i] ?? z)));
  const sigma = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / D2;
  const factor = studentPoint(level, Math.max(1, FREEDOM_PER_RANGE * ranges.length)) * sigma;
  const widened = isKnown ? Math.max(normalPoint(level), factor) : factor;
  // A period whose own variance is not known is taken to be like those before.
  const margin = (variance: number | undefined) => widened * Math.sqrt((isKnown ? (variance ?? points.length / weight) : 1) + 1 / weight);
  return { centre, sigma, margin };
}
