import { chiSquareUpper, normalPoint } from '../distributions.ts';
import type { Measure, Sample } from '../sample.ts';
import { LEVEL } from '../several-tests.ts';

/** Limits around the house's figure between which a branch of this size is expected. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

export interface Funnel {
  /** The house's figure. */
  readonly target: number;
  /** How many times their sampling variance branches scatter by; 1 where that is not more than chance. Limits are widened by its root. */
  readonly overdispersion: number;
  /** Of the test that branches scatter by no more than chance. */
  readonly pValue: number;
  limits(n: number, level: 0.05 | 0.002): Limits;
}

/** Part of the branches at each end whose scatter is cut back to that of the next, so that outliers don't hide themselves. */
const WINSORISED = 0.1;

/**
 * Funnel-plot limits, 95 % and 99.8 %, by the normal approximation, widened where branches scatter by more than sampling: the multiplicative
 * overdispersion of winsorised z-scores. Spiegelhalter (2005), Statistics in Medicine 24:1185–1202, sections 3.2 and 4, formulas 5–7.
 * @param single variance of single answers
 */
export function funnelOf(samples: readonly Sample[], target: number, single: number, measure: Measure): Funnel {
  const scores = single > 0 ? samples.map(({ n, sum }) => (sum / n - target) * Math.sqrt(n / single)) : samples.map(() => 0);
  const heterogeneity = scores.reduce((sum, z) => sum + z * z, 0);
  const pValue = samples.length > 1 ? chiSquareUpper(heterogeneity, samples.length - 1) : 1;
  const cut = winsorised(scores);
  const scatter = cut.reduce((sum, z) => sum + z * z, 0) / Math.max(1, cut.length);
  const overdispersion = pValue < LEVEL ? Math.max(1, scatter) : 1;
  const [min, max] = measure.kind === 'share' ? [0, 1] : [measure.min, measure.max];
  const limits = (n: number, level: number) => {
    const margin = normalPoint(level) * Math.sqrt((overdispersion * single) / n);
    return { low: Math.max(min, target - margin), high: Math.min(max, target + margin) };
  };
  return { target, overdispersion, pValue, limits };
}

function winsorised(scores: readonly number[]): number[] {
  const sorted = [...scores].sort((a, b) => a - b);
  const cut = Math.floor(WINSORISED * sorted.length);
  const [low = 0, high = 0] = [sorted[cut], sorted[sorted.length - 1 - cut]];
  return scores.map((z) => Math.min(high, Math.max(low, z)));
}

export type Position = 'inside' | 'beyond-95' | 'beyond-99.8';

export function positionOf(value: number, n: number, funnel: Funnel): Position {
  const isOutside = ({ low, high }: Limits) => value < low - ROUNDING || value > high + ROUNDING;
  if (isOutside(funnel.limits(n, 0.002))) return 'beyond-99.8';
  return isOutside(funnel.limits(n, 0.05)) ? 'beyond-95' : 'inside';
}

const ROUNDING = 1e-9;
