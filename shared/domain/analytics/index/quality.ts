import { at } from '../linear.ts';
import type { Structure } from './inner.ts';
import type { Plan } from './model.ts';
import type { Measurement } from './pls.ts';

/** How well the items measure their construct. */
export interface BlockQuality {
  /** Mean squared loading: the share of the items' variance that the score holds. */
  readonly communality: number;
  /** Average variance extracted. With standardised items it is the communality; Fornell & Larcker (1981), Journal of Marketing Research 18:39–50. */
  readonly ave: number;
  /**
   * ρc of Jöreskog (Werts, Linn & Jöreskog 1974, Educ. Psychol. Meas. 34:25–33) from the model's loadings: (Σλ)² / ((Σλ)² + Σ(1 − λ²)).
   * Not the ρ that Tenenhaus et al. take from the loadings on the first principal component. 1 for a single item.
   */
  readonly compositeReliability: number;
  /** Of the standardised items (Cronbach 1951, Psychometrika 16:297–334). 1 for a single item; negative where items contradict each other. */
  readonly cronbachAlpha?: number;
}

/** Reliability asks whether items agree: it judges constructs of mode A, and says little about those of mode B, whose items need not agree. */
export function blockQuality(plan: Plan, { items, loadings }: Measurement, construct: number): BlockQuality {
  const { places } = plan.constructs[construct] ?? { places: [] };
  const own = places.map((place) => at(loadings, place * plan.constructs.length + construct));
  const communality = mean(own.map((loading) => loading ** 2));
  const sum = own.reduce((total, loading) => total + loading, 0);
  const errors = own.reduce((total, loading) => total + Math.max(0, 1 - loading ** 2), 0);
  const quality = { communality, ave: communality, compositeReliability: sum === 0 ? 0 : sum ** 2 / (sum ** 2 + errors) };
  const alpha = standardisedAlpha(items, plan.items.length, places);
  return alpha === undefined ? quality : { ...quality, cronbachAlpha: alpha };
}

/** Undefined where the items add up to nothing. */
function standardisedAlpha(items: Float64Array, size: number, places: readonly number[]): number | undefined {
  const k = places.length;
  if (k === 1) return 1;
  const total = places.reduce((sum, i) => sum + places.reduce((row, j) => row + at(items, i * size + j), 0), 0);
  return total > 1e-9 ? (k / (k - 1)) * (1 - k / total) : undefined;
}

/**
 * Heterotrait–monotrait ratio of correlations of two constructs: near 1, their items measure the same thing; below 0.85 or 0.9 they differ.
 * Henseler, Ringle & Sarstedt (2015), J. Acad. Mark. Sci. 43:115–135. Undefined for a construct of one item, which has no correlation within,
 * and for one whose items do not correlate positively.
 */
export function heterotraitMonotrait({ items: names, constructs }: Plan, items: Float64Array, a: number, b: number): number | undefined {
  const size = names.length;
  const [first, second] = [constructs[a]?.places ?? [], constructs[b]?.places ?? []];
  const within = (places: readonly number[]) =>
    mean(places.flatMap((i) => places.flatMap((j) => (j < i ? [at(items, i * size + j)] : []))));
  const product = [first, second].map((places) => (places.length < 2 ? 0 : Math.max(0, within(places)))).reduce((x, y) => x * y, 1);
  if (product < 1e-9) return undefined;
  return mean(first.flatMap((i) => second.map((j) => at(items, i * size + j)))) / Math.sqrt(product);
}

/**
 * Goodness of fit of the whole model, 0 … 1: the geometric mean of the average communality and the average R². Tenenhaus, Esposito Vinzi,
 * Chatelin & Lauro (2005), Comput. Stat. Data Anal. 48:159–205, 3.4. Communality is averaged over the items of constructs with several
 * items, as a single item holds all of its own variance; over all items where no construct has several. R² over constructs with causes.
 */
export function goodnessOfFit({ constructs }: Plan, { loadings }: Measurement, { rSquared }: Structure): number {
  const squares = constructs.map(({ places }, j) => places.map((place) => at(loadings, place * constructs.length + j) ** 2));
  const several = squares.filter(({ length }) => length > 1).flat();
  const explained = constructs.flatMap(({ causes }, j) => (causes.length > 0 ? [at(rSquared, j)] : []));
  return Math.sqrt(mean(several.length > 0 ? several : squares.flat()) * mean(explained));
}

/** R² less what chance alone gives `causes` regressors (Ezekiel 1930); below 0 where there is less than that. */
export const adjustedRSquared = (rSquared: number, n: number, causes: number): number => 1 - ((1 - rSquared) * (n - 1)) / (n - causes - 1);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
