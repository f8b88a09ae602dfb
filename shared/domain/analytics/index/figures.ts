import { at } from '../linear.ts';
import { answersForWeakPaths, itemsWhere, type LeftOut, leastAnswers } from './answers.ts';
import type { Estimates } from './estimate.ts';
import type { Plan } from './model.ts';
import { ownLoadings } from './pls.ts';
import { adjustedRSquared, blockQuality, goodnessOfFit, heterotraitMonotrait } from './quality.ts';
import type { ConstructFigures, EffectFigures, IndexMethod, IndexReport, ItemFigures } from './report.ts';
import type { Resampled } from './resample.ts';

/** The weakest path that a survey of the advised size shows; Kock & Hadaya (2018) work an example with about this. */
const WEAK_PATH = 0.2;

/** All that was computed. */
export interface Found {
  readonly plan: Plan;
  readonly estimates: Estimates;
  readonly resampled: Resampled;
  readonly n: number;
  readonly leftOut: LeftOut;
  readonly method: Pick<IndexMethod, 'scheme' | 'missing' | 'samples' | 'seed' | 'level'>;
}

export function reportOf(found: Found): IndexReport {
  const { plan, estimates, resampled, n, leftOut, method } = found;
  const { measurement, structure } = estimates;
  const effects = effectsOf(found);
  return {
    constructs: constructsOf(found),
    items: itemsOf(found),
    paths: plan.constructs.flatMap(({ effects: to }, from) => to.map((effect) => pathOf(found, from, effect))),
    effects,
    gof: goodnessOfFit(plan, measurement, structure),
    htmt: plan.constructs.flatMap(({ name }, b) =>
      plan.constructs.slice(0, b).map((earlier, a) => {
        const value = heterotraitMonotrait(plan, measurement.items, a, b);
        return { constructs: [earlier.name, name] as const, ...(value !== undefined && { value }) };
      }),
    ),
    n,
    leftOut: {
      people: leftOut.people,
      items: leftOut.items.filter(({ replaced, offScale }) => replaced > 0 || offScale > 0),
      negativeWeights: itemsWhere(plan, (place) => at(measurement.weights, place) < 0),
    },
    method: {
      ...method,
      iterations: measurement.iterations,
      intervals: resampled.intervals ? 'percentile' : method.samples > 0 ? 'withheld' : 'not-asked',
      failedSamples: resampled.failed,
      answers: { needed: leastAnswers(plan), advised: Math.max(leastAnswers(plan), answersForWeakPaths(WEAK_PATH)) },
    },
  };
}

function constructsOf({ plan, estimates, resampled, n }: Found): ConstructFigures[] {
  const { measurement, structure, points } = estimates;
  return plan.constructs.map(({ name, causes }, place) => {
    const interval = resampled.intervals?.index[place];
    const quality = blockQuality(plan, measurement, place);
    const rSquared = at(structure.rSquared, place);
    const explained = {
      rSquared,
      adjustedRSquared: adjustedRSquared(rSquared, n, causes.length),
      redundancy: quality.communality * rSquared,
    };
    return { name, index: at(points.index, place), ...(interval && { interval }), ...quality, ...(causes.length > 0 && explained) };
  });
}

function itemsOf({ plan, estimates, resampled }: Found): ItemFigures[] {
  const { measurement, structure, points } = estimates;
  const loadings = ownLoadings(plan, measurement.loadings);
  return itemsWhere(plan, () => true).map((item, place) => {
    const owner = plan.owner[place] ?? -1;
    const communality = at(loadings, place) ** 2;
    const [weight, loading] = [resampled.intervals?.weights[place], resampled.intervals?.loadings[place]];
    return {
      ...item,
      weight: at(measurement.weights, place),
      loading: at(loadings, place),
      communality,
      ...(plan.constructs[owner]?.causes.length !== 0 && { redundancy: communality * at(structure.rSquared, owner) }),
      share: at(points.shares, place),
      ...(weight && loading && { intervals: { weight, loading } }),
    };
  });
}

function pathOf({ plan, estimates, resampled }: Found, from: number, to: number) {
  const cell = from * plan.constructs.length + to;
  const interval = resampled.intervals?.paths[cell];
  return {
    from: plan.constructs[from]?.name ?? '',
    to: plan.constructs[to]?.name ?? '',
    coefficient: at(estimates.structure.paths, cell),
    ...(interval && { interval }),
    totalEffect: at(estimates.structure.totals, cell),
  };
}

/** Of every pair between which there is a way, in the order of the model. */
function effectsOf({ plan, estimates, resampled }: Found): EffectFigures[] {
  const { structure, points } = estimates;
  const count = plan.constructs.length;
  return plan.constructs.flatMap(({ name: from }, cause) =>
    [...reachable(plan, cause)]
      .sort((a, b) => a - b)
      .map((effect) => {
        const cell = cause * count + effect;
        const [direct, total] = [at(structure.paths, cell), at(structure.totals, cell)];
        const [interval, pointsInterval] = [resampled.intervals?.totals[cell], resampled.intervals?.points[cell]];
        return {
          from,
          to: plan.constructs[effect]?.name ?? '',
          direct,
          indirect: total - direct,
          total,
          ...(interval && { interval }),
          points: at(points.structure.totals, cell),
          ...(pointsInterval && { pointsInterval }),
        };
      }),
  );
}

function reachable({ constructs }: Plan, start: number): Set<number> {
  const found = new Set<number>();
  // A set that grows while it is walked is walked to its end.
  for (const next of constructs[start]?.effects ?? []) found.add(next);
  for (const one of found) for (const next of constructs[one]?.effects ?? []) found.add(next);
  return found;
}
