import type { Estimate } from '../../metrics/interval.ts';
import { betaPoint, normalPoint } from '../distributions.ts';
import { type Measure, plus, type Sample, variance } from '../sample.ts';
import { LEVEL } from '../several-tests.ts';

/** What branches have in common: where they lie and how much they differ beyond chance. */
export interface Common {
  /** Mean of branches. */
  readonly centre: number;
  /** Variance of the true figures of branches, ≥ 0: what is left of the seen one when chance is taken off. */
  readonly between: number;
}

/**
 * Between-branch variance by the method of moments, never below 0: DerSimonian & Laird (1986), Controlled Clinical Trials 7:177–188, formula 8; for
 * shares the weights are Kleinman's (1973), J. Am. Stat. Assoc. 68:46–54, first step: the answers.
 */
export function commonOf(samples: readonly Sample[], measure: Measure): Common {
  const all = samples.reduce(plus);
  const single = pooledVariance(samples, measure);
  const centre = all.sum / all.n;
  const spread = samples.reduce((sum, { n, sum: total }) => sum + n * (total / n - centre) ** 2, 0);
  const effective = all.n - samples.reduce((sum, { n }) => sum + n * n, 0) / all.n;
  const between = effective > 0 ? Math.max(0, (spread - (samples.length - 1) * single) / effective) : 0;
  return { centre, between };
}

/** Of single answers within branches. */
export function pooledVariance(samples: readonly Sample[], measure: Measure): number {
  const all = samples.reduce(plus);
  if (measure.kind === 'share') return variance(all, measure);
  const within = samples.reduce((sum, sample) => sum + variance(sample, measure) * (sample.n - 1), 0);
  return within / Math.max(1, all.n - samples.length);
}

/**
 * The figure of a branch drawn towards the mean of branches, the more the fewer answers it has, with its 95 % interval. Shares: beta–binomial, the
 * posterior of a beta prior with the branches' mean and variance (Griffin & Krutchkoff 1971; Casella 1985, The American Statistician 39:83–87). Means:
 * normal–normal (Efron & Morris 1975, J. Am. Stat. Assoc. 70:311–319). As the prior is estimated from the branches, intervals are somewhat too
 * narrow with few of them (Morris 1983, ib. 78:47–55); verdicts do not rest on them.
 */
export function shrunk(sample: Sample, common: Common, single: number, measure: Measure): Estimate {
  const { centre, between } = common;
  const value = sample.sum / sample.n;
  // No difference beyond chance was found: all are taken to be alike.
  if (!(between > single * NONE)) return { value: centre, low: centre, high: centre };
  if (measure.kind === 'share') {
    const strength = Math.max(LEAST_STRENGTH, (centre * (1 - centre)) / between - 1);
    const [alpha, beta] = [centre * strength + sample.sum, (1 - centre) * strength + sample.n - sample.sum];
    const mean = alpha / (alpha + beta);
    return {
      value: mean,
      low: Math.min(mean, betaPoint(LEVEL / 2, alpha, beta)),
      high: Math.max(mean, betaPoint(1 - LEVEL / 2, alpha, beta)),
    };
  }
  const error = single / sample.n;
  const trust = between / (between + error);
  const mean = centre + trust * (value - centre);
  const margin = normalPoint(LEVEL) * Math.sqrt(trust * error);
  return { value: mean, low: Math.max(measure.min, mean - margin), high: Math.min(measure.max, mean + margin) };
}

/** Between-branch variance below this part of the variance of answers is none, but for rounding. */
const NONE = 1e-9;

/** Branches that differ as much as shares can leave a prior worth no answers; one answer keeps the beta distribution defined. */
const LEAST_STRENGTH = 1;
