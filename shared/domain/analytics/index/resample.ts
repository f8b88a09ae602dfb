import { at, moments } from '../linear.ts';
import type { Random } from '../random.ts';
import { type Estimates, estimate } from './estimate.ts';
import type { Scheme } from './inner.ts';
import type { Plan } from './model.ts';
import { ownLoadings } from './pls.ts';
import type { IndexRefusal } from './refusal.ts';

/** Where an estimate would lie in other samples of the same size: `low` and `high` at the level of the report. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** By item, construct, or cause × effect, as in the estimates. */
export interface Intervals {
  readonly weights: readonly Interval[];
  readonly loadings: readonly Interval[];
  readonly index: readonly Interval[];
  readonly paths: readonly Interval[];
  readonly totals: readonly Interval[];
  /** Total effects in index points. */
  readonly points: readonly Interval[];
}

export interface Resampled {
  /** Absent where too few samples could be computed. */
  readonly intervals?: Intervals;
  /** Samples that could not be computed, by reason: an item that happened to be constant, for instance. */
  readonly failed: readonly { readonly reason: IndexRefusal['kind']; readonly samples: number }[];
}

/** Where more samples than this share fail, the others are a choice of the tamer ones, and their spread would be too small. */
const MOST_FAILED = 0.1;

/**
 * Percentile intervals by bootstrap (Efron & Tibshirani 1993, "An Introduction to the Bootstrap", ch. 13). A sample is a count for each row,
 * and one pass over the rows gives its 24 × 24 covariances; all else is done on these, so a sample costs milliseconds.
 * Missing answers are replaced anew in each sample. The sign of a score is free, so each construct of a sample is turned to agree with its
 * loadings in the full data ("construct level changes", Tenenhaus et al. 2005, 3.5).
 * @param level e.g. 0.95
 */
export function resample(
  plan: Plan,
  table: Float64Array,
  full: Estimates,
  {
    scheme,
    samples,
    level,
    random,
  }: { readonly scheme: Scheme; readonly samples: number; readonly level: number; readonly random: Random },
): Resampled {
  const size = plan.items.length;
  const rows = table.length / size;
  const drawn: Vectors[] = [];
  const failures = new Map<IndexRefusal['kind'], number>();
  const reference = ownLoadings(plan, full.measurement.loadings);
  const counts = new Uint32Array(rows);
  for (let sample = 0; sample < samples; sample++) {
    counts.fill(0);
    for (let draw = 0; draw < rows; draw++) {
      const row = Math.floor(random() * rows);
      counts[row] = (counts[row] ?? 0) + 1;
    }
    const estimates = estimate(plan, moments(table, size, counts), scheme, reference);
    if ('refusal' in estimates) failures.set(estimates.refusal.kind, (failures.get(estimates.refusal.kind) ?? 0) + 1);
    else drawn.push(vectorsOf(plan, estimates));
  }
  const failed = [...failures].map(([reason, count]) => ({ reason, samples: count }));
  // Percentiles beyond the outermost samples would be invented.
  const enough = drawn.length >= fewestSamples(level) && drawn.length >= (1 - MOST_FAILED) * samples;
  return enough ? { intervals: intervalsOf(drawn, level), failed } : { failed };
}

/** Samples that an interval needs: one beyond each of its ends. */
export const fewestSamples = (level: number): number => Math.ceil(2 / (1 - level) - 1e-9);

type Vectors = Readonly<Record<keyof Intervals, Float64Array>>;

function vectorsOf(plan: Plan, { measurement, structure, points }: Estimates): Vectors {
  return {
    weights: measurement.weights,
    loadings: ownLoadings(plan, measurement.loadings),
    index: points.index,
    paths: structure.paths,
    totals: structure.totals,
    points: points.structure.totals,
  };
}

function intervalsOf(drawn: readonly Vectors[], level: number): Intervals {
  const of = (name: keyof Vectors): Interval[] =>
    Array.from({ length: drawn[0]?.[name].length ?? 0 }, (_, i) => {
      const sorted = Float64Array.from(drawn, (vectors) => at(vectors[name], i)).sort();
      return { low: quantile(sorted, (1 - level) / 2), high: quantile(sorted, (1 + level) / 2) };
    });
  return {
    weights: of('weights'),
    loadings: of('loadings'),
    index: of('index'),
    paths: of('paths'),
    totals: of('totals'),
    points: of('points'),
  };
}

/** Linear between the two nearest samples: definition 7 of Hyndman & Fan (1996), The American Statistician 50:361–365. */
function quantile(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = at(sorted, below);
  const high = at(sorted, Math.min(below + 1, sorted.length - 1));
  return low + (place - below) * (high - low);
}
