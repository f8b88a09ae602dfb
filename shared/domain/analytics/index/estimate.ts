import type { Moments } from '../linear.ts';
import { type Scheme, type Structure, structure } from './inner.ts';
import type { Plan } from './model.ts';
import { type Measurement, measure, type Refused, refuseCause } from './pls.ts';
import { inPoints, type Points } from './points.ts';

/** All that follows from one set of answers, resampled or not. */
export interface Estimates {
  readonly measurement: Measurement;
  /** Standardised. */
  readonly structure: Structure;
  readonly points: Points;
}

/**
 * @param moments of answers on 0–100
 * @param reference loadings that the scores are turned to agree with; see `measure`
 */
export function estimate(plan: Plan, moments: Moments, scheme: Scheme, reference?: Float64Array): Estimates | Refused {
  const measurement = measure(plan, moments, scheme, reference);
  if ('refusal' in measurement) return measurement;
  const standardised = structure(plan, measurement.constructs);
  if ('cause' in standardised) return refuseCause(plan, standardised);
  const points = inPoints(plan, moments, measurement.weights);
  if ('kind' in points) return { refusal: points };
  if ('cause' in points) return refuseCause(plan, points);
  return { measurement, structure: standardised, points };
}
