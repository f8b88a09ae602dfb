import { at, correlations, type Factor, factor, type Moments, solve } from '../linear.ts';
import { itemsWhere } from './answers.ts';
import { type DependentCause, innerWeights, type Scheme } from './inner.ts';
import type { Plan } from './model.ts';
import type { IndexRefusal } from './refusal.ts';

/** Rounds have ended when no weight moves by more than this. plspm stops at 10⁻⁶, seminr at 10⁻⁷: both are the same fixed point, less exactly. */
const TOLERANCE = 1e-10;
const MAX_ITERATIONS = 1000;

/** Weights, or variances of scores, below this are rounding of 0. Items vary by 1. */
const NOTHING = 1e-12;

/** An item has no variance when its answers deviate by less than this many hundredths of its scale. */
const CONSTANT = 1e-7;

export interface Refused {
  readonly refusal: IndexRefusal;
}

/** The measurement model, on standardised items. */
export interface Measurement {
  /** Correlations of the items. */
  readonly items: Float64Array;
  /** By item: the weights of the standardised score, which has variance 1. */
  readonly weights: Float64Array;
  /** By item and construct, row by row: correlations of the items with the scores. */
  readonly loadings: Float64Array;
  /** Correlations of the scores. */
  readonly constructs: Float64Array;
  readonly iterations: number;
}

/**
 * Weights by Lohmöller's algorithm (see `Scheme` for the sources), modes A and B. It needs the items' correlations and no rows: scores are
 * sums of items, so whatever it asks of them follows from 24 × 24 numbers, ten thousand answers or ten. Weights start equal, and go on
 * until none moves by more than 10⁻¹⁰, at most 1,000 rounds. The sign of a score is free: each is turned so that most of its items load
 * on it positively, and where as many do not, so that its loadings sum to more than 0 (dominant orientation).
 * @param reference loadings of the items on their own construct that scores are turned to agree with instead
 */
export function measure(plan: Plan, { covariance }: Moments, scheme: Scheme, reference?: Float64Array): Measurement | Refused {
  const size = plan.items.length;
  const constant = itemsWhere(plan, (place) => !(Math.sqrt(at(covariance, place * size + place)) > CONSTANT));
  if (constant.length > 0) return { refusal: { kind: 'constant-items', items: constant } };
  const items = correlations(covariance, size);
  const blocks = factorBlocks(plan, items);
  if ('refusal' in blocks) return blocks;

  const start = normalised(plan, items, alignedStart(plan, items));
  if ('refusal' in start) return start;
  let { weights } = start;
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const scored = scores(plan, items, weights);
    const inner = innerWeights(plan, scored.constructs, scheme);
    if (!(inner instanceof Float64Array)) return refuseCause(plan, inner);
    const next = normalised(plan, items, outerWeights(plan, blocks.factors, scored.loadings, inner));
    if ('refusal' in next) return next;
    const moved = next.weights.reduce((most, weight, i) => Math.max(most, Math.abs(Math.abs(weight) - Math.abs(at(weights, i)))), 0);
    weights = next.weights;
    if (moved <= TOLERANCE) {
      const oriented = orient(plan, weights, ownLoadings(plan, scores(plan, items, weights).loadings), reference);
      return { items, weights: oriented, ...scores(plan, items, oriented), iterations };
    }
  }
  return { refusal: { kind: 'not-converged', iterations: MAX_ITERATIONS } };
}

export function refuseCause({ constructs }: Plan, { cause, effect }: DependentCause): Refused {
  return { refusal: { kind: 'dependent-cause', cause: constructs[cause]?.name ?? '', effect: constructs[effect]?.name ?? '' } };
}

/** The correlations within each construct of mode B, ready to be solved; nothing for mode A. */
function factorBlocks(
  { constructs, items: names }: Plan,
  items: Float64Array,
): Refused | { readonly factors: readonly (Factor | undefined)[] } {
  const factors: (Factor | undefined)[] = [];
  for (const { name, mode, places } of constructs) {
    const factored = mode === 'B' ? factor(items, names.length, places) : undefined;
    if (factored !== undefined && 'dependent' in factored) {
      return { refusal: { kind: 'dependent-item', construct: name, item: names[factored.dependent] ?? '' } };
    }
    factors.push(factored);
  }
  return { factors };
}

/**
 * Equal weights, each with the sign of the item's correlation with the first one of its construct. A start of plain ones lets an item that is
 * turned round cancel another one out, and from such a score of noise the centroid scheme was seen to settle at a second, degenerate solution.
 * Aligned, the sum varies at least as much as its first item, and turning an item round changes nothing but its sign.
 */
function alignedStart({ items: names, constructs }: Plan, items: Float64Array): Float64Array {
  const weights = new Float64Array(names.length);
  for (const { places } of constructs) {
    for (const place of places) weights[place] = at(items, (places[0] ?? 0) * names.length + place) < 0 ? -1 : 1;
  }
  return weights;
}

/** Scores of variance 1. */
function normalised(
  { items: names, constructs }: Plan,
  items: Float64Array,
  raw: Float64Array,
): Refused | { readonly weights: Float64Array } {
  const size = names.length;
  const weights = new Float64Array(size);
  for (const { name, places } of constructs) {
    const largest = places.reduce((most, place) => Math.max(most, Math.abs(at(raw, place))), 0);
    if (!(largest > NOTHING)) return { refusal: { kind: 'unrelated', construct: name } };
    let variance = 0;
    for (const i of places) {
      for (const j of places) variance += ((at(raw, i) / largest) * at(items, i * size + j) * at(raw, j)) / largest;
    }
    if (!(variance > NOTHING)) return { refusal: { kind: 'weights-cancel', construct: name } };
    for (const i of places) weights[i] = at(raw, i) / largest / Math.sqrt(variance);
  }
  return { weights };
}

/** Correlations of items with scores, and of scores with each other. */
function scores({ items: names, constructs, owner }: Plan, items: Float64Array, weights: Float64Array) {
  const [size, count] = [names.length, constructs.length];
  const loadings = new Float64Array(size * count);
  const related = new Float64Array(count * count);
  for (let i = 0; i < size; i++) {
    for (const [j, { places }] of constructs.entries()) {
      let loading = 0;
      for (const place of places) loading += at(items, i * size + place) * at(weights, place);
      loadings[i * count + j] = loading;
      const cell = (owner[i] ?? 0) * count + j;
      related[cell] = at(related, cell) + at(weights, i) * loading;
    }
  }
  return { loadings, constructs: related };
}

/** Mode A: covariances of the items with the construct's environment; mode B: their regression on it. */
function outerWeights(
  { items: names, constructs }: Plan,
  factors: readonly (Factor | undefined)[],
  loadings: Float64Array,
  inner: Float64Array,
) {
  const count = constructs.length;
  const weights = new Float64Array(names.length);
  for (const [j, { places, causes, effects }] of constructs.entries()) {
    const shared = Float64Array.from(places, (place) =>
      [...causes, ...effects].reduce((sum, one) => sum + at(loadings, place * count + one) * at(inner, one * count + j), 0),
    );
    const factored = factors[j];
    const solved = factored === undefined ? shared : solve(factored, shared);
    for (const [i, place] of places.entries()) weights[place] = at(solved, i);
  }
  return weights;
}

/** By item: its loading on its own construct. */
export const ownLoadings = ({ owner, constructs }: Plan, loadings: Float64Array): Float64Array =>
  Float64Array.from(owner, (construct, place) => at(loadings, place * constructs.length + construct));

function orient({ constructs }: Plan, weights: Float64Array, own: Float64Array, reference: Float64Array | undefined): Float64Array {
  const oriented = Float64Array.from(weights);
  for (const { places } of constructs) {
    const sumOf = (term: (place: number) => number) => places.reduce((sum, place) => sum + term(place), 0);
    const agreement =
      reference === undefined
        ? sumOf((place) => Math.sign(at(own, place))) || sumOf((place) => at(own, place))
        : sumOf((place) => at(own, place) * at(reference, place));
    if (agreement < 0) for (const place of places) oriented[place] = -at(weights, place);
  }
  return oriented;
}
