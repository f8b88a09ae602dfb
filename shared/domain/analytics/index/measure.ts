import { moments } from '../linear.ts';
import { seededRandom } from '../random.ts';
import { type IndexData, type MissingRule, prepareAnswers } from './answers.ts';
import { estimate } from './estimate.ts';
import { reportOf } from './figures.ts';
import type { Scheme } from './inner.ts';
import { type IndexModel, planOf } from './model.ts';
import type { IndexRefusal } from './refusal.ts';
import type { IndexReport } from './report.ts';
import { resample } from './resample.ts';

export interface IndexOptions {
  /** Default `path`: the only one that looks at the direction of the paths. */
  readonly scheme?: Scheme;
  /** Resamples for the intervals; default 200. 0: no intervals, and below 40 there are none at 95 % either. */
  readonly samples?: number;
  /** Of the resampling, a finite number; default 1. The report repeats it. */
  readonly seed?: number;
  /** Of the intervals, between 0 and 1; default 0.95. */
  readonly level?: number;
  /** Default `mean`. */
  readonly missing?: MissingRule;
}

/**
 * Measures the index of a structural model of satisfaction (R14) by PLS path modelling: standardised items, Lohmöller's algorithm (`measure`), paths
 * by least squares (`structure`), index 0–100 from unstandardised weights (`inPoints`), bootstrap intervals (`resample`). The order of
 * the people does not matter, for the intervals neither.
 *
 * @param model as `readIndexModel` lets it through
 * @returns a report, or why there is none: never a figure that the answers do not carry
 * @throws RangeError for options that are off their ranges
 */
export function measureIndex(
  data: IndexData,
  model: IndexModel,
  { scheme = 'path', samples = 200, seed = 1, level = 0.95, missing = 'mean' }: IndexOptions = {},
): { readonly report: IndexReport } | { readonly refusal: IndexRefusal } {
  if (!Number.isSafeInteger(samples) || samples < 0) throw new RangeError(`samples: expected a whole number from 0 on, got ${samples}`);
  if (!Number.isFinite(seed)) throw new RangeError(`seed: expected a finite number, got ${seed}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level: expected a number between 0 and 1, e.g. 0.95, got ${level}`);
  const plan = planOf(model);
  const prepared = prepareAnswers(data, plan, model.scale, missing);
  if ('refusal' in prepared) return prepared;
  const { table, n, leftOut } = prepared;
  const estimates = estimate(plan, moments(table, plan.items.length), scheme);
  if ('refusal' in estimates) return estimates;
  const resampled = resample(plan, table, estimates, { scheme, samples, level, random: seededRandom(seed) });
  return { report: reportOf({ plan, estimates, resampled, n, leftOut, method: { scheme, missing, samples, seed, level } }) };
}

/** A construct on the importance–performance map of another one. */
export interface MapPoint {
  readonly construct: string;
  /** Points of the target's index for one point of this construct's index, by all ways. */
  readonly importance: number;
  /** The construct's index, 0–100. */
  readonly performance: number;
}

/**
 * The importance–performance map: what acts on `target`, how much, and how well it does. Important and low is where to begin.
 * Ringle & Sarstedt (2016), Industrial Management & Data Systems 116:1865–1886. Empty where nothing acts on it.
 */
export function importancePerformance({ constructs, effects }: IndexReport, target: string): MapPoint[] {
  return constructs.flatMap(({ name, index }) => {
    const effect = effects.find(({ from, to }) => from === name && to === target);
    return effect === undefined ? [] : [{ construct: name, importance: effect.points, performance: index }];
  });
}
