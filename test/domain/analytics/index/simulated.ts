import type { IndexData } from '../../../../shared/domain/analytics/index/answers.ts';
import { type IndexOptions, measureIndex } from '../../../../shared/domain/analytics/index/measure.ts';
import type { IndexModel } from '../../../../shared/domain/analytics/index/model.ts';
import type { IndexRefusal } from '../../../../shared/domain/analytics/index/refusal.ts';
import type { IndexReport } from '../../../../shared/domain/analytics/index/report.ts';
import { correlations } from '../../../../shared/domain/analytics/linear.ts';
import type { Random } from '../../../../shared/domain/analytics/random.ts';

/** Box & Muller (1958). */
export const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export const aModel = (
  constructs: Record<string, string[]>,
  paths: [string, string][],
  overrides: Partial<IndexModel> = {},
): IndexModel => ({
  constructs: Object.entries(constructs).map(([name, items]) => ({ name, items, mode: 'A' })),
  paths,
  scale: { min: 0, max: 10 },
  ...overrides,
});

export const columnsOf = (names: readonly string[], rows: readonly (readonly number[])[]): IndexData =>
  new Map(names.map((name, i) => [name, Float64Array.from(rows, (row) => row[i] ?? Number.NaN)]));

/** The least that there is to tell by hand: two constructs of two items on 0–10. */
export const PAIR = aModel({ X: ['x1', 'x2'], Y: ['y1', 'y2'] }, [['X', 'Y']]);

export function reportOf(data: IndexData, model: IndexModel, options?: IndexOptions): IndexReport {
  const measured = measureIndex(data, model, options);
  if ('refusal' in measured) throw new Error(`expected a report, got the refusal ${JSON.stringify(measured.refusal)}`);
  return measured.report;
}

export function refusalOf(data: IndexData, model: IndexModel, options?: IndexOptions): IndexRefusal {
  const measured = measureIndex(data, model, options);
  if ('report' in measured) throw new Error('expected a refusal, got a report');
  return measured.refusal;
}

/** Cause → mediator → effect, with the short way from cause to effect: three items each, or two. */
export const CHAIN = aModel(
  { Quality: ['q1', 'q2', 'q3'], Value: ['v1', 'v2'], Loyalty: ['l1', 'l2', 'l3'] },
  [
    ['Quality', 'Value'],
    ['Quality', 'Loyalty'],
    ['Value', 'Loyalty'],
  ],
  { scale: { min: 1, max: 10 } },
);

/** What the chain is simulated with: factors of variance 1, standardised items. */
export const TRUTH = {
  loadings: { Quality: [0.9, 0.8, 0.7], Value: [0.85, 0.75], Loyalty: [0.8, 0.8, 0.6] },
  qualityToValue: 0.6,
  qualityToLoyalty: 0.3,
  valueToLoyalty: 0.4,
  mean: 6,
  deviation: 1,
} as const;

/** Correlations of the three factors. */
const factorCorrelations = (() => {
  const { qualityToValue: a, qualityToLoyalty: b, valueToLoyalty: c } = TRUTH;
  return { qv: a, ql: b + a * c, vl: c + a * b };
})();

/**
 * What PLS with mode A finds in the whole population of a factor model: weights proportional to the loadings, and correlations that are lower by
 * √(Q₁Q₂), the reliabilities of the scores (Dijkstra & Henseler 2015, MIS Quarterly 39:297–316). So its answer is known without sampling error.
 */
export function populationAnswer() {
  const reliability = (loadings: readonly number[]) => {
    const squares = loadings.reduce((sum, loading) => sum + loading ** 2, 0);
    const variance = squares ** 2 + loadings.reduce((sum, loading) => sum + loading ** 2 * (1 - loading ** 2), 0);
    return { reliability: squares ** 2 / variance, weights: loadings.map((loading) => loading / Math.sqrt(variance)) };
  };
  const { Quality, Value, Loyalty } = TRUTH.loadings;
  const [q, v, l] = [reliability(Quality), reliability(Value), reliability(Loyalty)];
  const { qv, ql, vl } = factorCorrelations;
  const [rqv, rql, rvl] = [
    qv * Math.sqrt(q.reliability * v.reliability),
    ql * Math.sqrt(q.reliability * l.reliability),
    vl * Math.sqrt(v.reliability * l.reliability),
  ];
  return {
    weights: [...q.weights, ...v.weights, ...l.weights],
    qualityToValue: rqv,
    qualityToLoyalty: (rql - rqv * rvl) / (1 - rqv ** 2),
    valueToLoyalty: (rvl - rqv * rql) / (1 - rqv ** 2),
    totalQualityToLoyalty: rql,
  };
}

const ITEMS = Object.entries(TRUTH.loadings).flatMap(([construct, loadings]) => loadings.map((loading) => ({ construct, loading })));

/** The correlations of the chain's items in its population. */
export function populationCorrelations(): Float64Array {
  const { qv, ql, vl } = factorCorrelations;
  const between: Record<string, number> = { QualityValue: qv, QualityLoyalty: ql, ValueLoyalty: vl };
  const factors = (a: string, b: string) => (a === b ? 1 : (between[a + b] ?? between[b + a] ?? Number.NaN));
  const cells = ITEMS.flatMap((a) => ITEMS.map((b) => (a === b ? 1 : a.loading * b.loading * factors(a.construct, b.construct))));
  return correlations(Float64Array.from(cells), ITEMS.length);
}

/** Answers of people of that population: as fine as they come, so that nothing is lost to rounding; 1 … 10 but once in 10,000. */
export function chainOf(people: number, random: Random): IndexData {
  const { qualityToValue: a, qualityToLoyalty: b, valueToLoyalty: c, loadings, mean, deviation } = TRUTH;
  const rows = Array.from({ length: people }, () => {
    const quality = normal(random);
    const value = a * quality + Math.sqrt(1 - a ** 2) * normal(random);
    const loyalty = b * quality + c * value + Math.sqrt(1 - b ** 2 - c ** 2 - 2 * a * b * c) * normal(random);
    const itemsOf = (factor: number, of: readonly number[]) =>
      of.map((loading) => mean + deviation * (loading * factor + Math.sqrt(1 - loading ** 2) * normal(random)));
    return [...itemsOf(quality, loadings.Quality), ...itemsOf(value, loadings.Value), ...itemsOf(loyalty, loadings.Loyalty)];
  });
  return columnsOf(
    CHAIN.constructs.flatMap(({ items }) => items),
    rows,
  );
}

/** Every number in a value of JSON. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}
