import { describe, expect, it } from 'vitest';
import { fewestSamples } from '../../../../shared/domain/analytics/index/resample.ts';
import { seededRandom } from '../../../../shared/domain/analytics/random.ts';
import { CHAIN, chainOf, populationAnswer, reportOf, TRUTH } from './simulated.ts';

describe('bootstrap intervals of an index (R14)', () => {
  it('cover what holds in the population about as often as they say', () => {
    const truth = populationAnswer();
    const index = (100 * (TRUTH.mean - 1)) / 9;
    const runs = 100;
    const covered = { index: 0, path: 0, total: 0, loading: 0 };
    const holds = (interval: { readonly low: number; readonly high: number } | undefined, value: number) =>
      interval !== undefined && interval.low <= value && value <= interval.high ? 1 : 0;
    // The loading of the first item: its correlation with the weighted sum of its construct's items, in the population.
    const [a, b, c] = TRUTH.loadings.Quality;
    const [wa = 0, wb = 0, wc = 0] = truth.weights;
    const loading = wa + a * b * wb + a * c * wc;
    for (let run = 0; run < runs; run++) {
      const { constructs, paths, effects, items } = reportOf(chainOf(120, seededRandom(run)), CHAIN, { samples: 80, seed: run });
      covered.index += holds(constructs[2]?.interval, index);
      covered.path += holds(paths[0]?.interval, truth.qualityToValue);
      covered.total += holds(effects[1]?.interval, truth.totalQualityToLoyalty);
      covered.loading += holds(items[0]?.intervals?.loading, loading);
    }
    // 95 % but for chance (three standard errors are 6.5 %) and for what a percentile interval falls short of at 120 people.
    for (const hits of Object.values(covered)) expect(hits / runs).toBeGreaterThan(0.86);
    // And no wider than need be: intervals that always cover tell nothing.
    for (const hits of Object.values(covered)) expect(hits / runs).toBeLessThan(1);
  });

  it('are narrower at a lower level and with more people', () => {
    const width = (people: number, level: number) => {
      const interval = reportOf(chainOf(people, seededRandom(2)), CHAIN, { level }).constructs[0]?.interval;
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    expect(width(100, 0.8)).toBeLessThan(width(100, 0.95));
    expect(width(1600, 0.95)).toBeLessThan(width(100, 0.95) / 2);
  });

  it('are there for weights, loadings, paths, effects and index, and none where no sample is asked for', () => {
    const data = chainOf(100, seededRandom(2));
    const { items, paths, effects, constructs } = reportOf(data, CHAIN);
    for (const { weight, loading, intervals } of items) {
      expect(intervals?.weight.low).toBeLessThan(weight);
      expect(intervals?.weight.high).toBeGreaterThan(weight);
      expect(intervals?.loading.low).toBeLessThan(loading);
      expect(intervals?.loading.high).toBeGreaterThan(loading);
    }
    for (const { interval } of [...paths, ...effects, ...constructs]) expect(interval?.low).toBeLessThan(interval?.high ?? 0);
    for (const { points, pointsInterval } of effects) {
      expect(pointsInterval?.low).toBeLessThan(points);
      expect(pointsInterval?.high).toBeGreaterThan(points);
    }
    const { method, ...figures } = reportOf(data, CHAIN, { samples: 0 });
    expect(method.intervals).toBe('not-asked');
    expect(JSON.stringify(figures)).not.toMatch(/interval/i);
  });

  it('need two samples beyond their ends', () => {
    expect([0.5, 0.8, 0.9, 0.95, 0.99].map(fewestSamples)).toEqual([4, 10, 20, 40, 200]);
    const data = chainOf(50, seededRandom(2));
    expect(reportOf(data, CHAIN, { samples: 39 }).constructs[0]?.interval).toBeUndefined();
    expect(reportOf(data, CHAIN, { samples: 40 }).constructs[0]?.interval).toBeDefined();
  });

  it('tell of samples in which an item happened to be constant, and are withheld where these are many', () => {
    const differing = (people: number) => {
      const data = new Map([...chainOf(80, seededRandom(2))]);
      data.set(
        'l3',
        Float64Array.from({ length: 80 }, (_, row) => (row < people ? 9 : 3)),
      );
      return reportOf(data, CHAIN, { samples: 400 });
    };
    // A sample misses one person by e⁻¹ = 37 %, and four by e⁻⁴ = 1.8 %.
    const [one, four] = [differing(1), differing(4)];
    const missed = one.method.failedSamples.find(({ reason }) => reason === 'constant-items')?.samples ?? 0;
    expect(Math.abs(missed / 400 - Math.exp(-1))).toBeLessThan(0.08);
    expect(one.constructs[0]).not.toHaveProperty('interval');
    expect(one.method.intervals).toBe('withheld');
    expect(four.method.failedSamples[0]?.samples).toBeGreaterThan(0);
    expect(four.method.failedSamples[0]?.samples).toBeLessThan(24);
    expect(four.constructs[0]).toHaveProperty('interval');
    expect(four.method.intervals).toBe('percentile');
  });

  it('turn each sample to the signs of the full data: two opposite items, of which either could lead, do not swap', () => {
    const data = new Map([...chainOf(100, seededRandom(2))]);
    data.set(
      'v1',
      Float64Array.from(data.get('v1') ?? [], (value) => 11 - value),
    );
    const items = reportOf(data, CHAIN).items.filter(({ construct }) => construct === 'Value');
    expect(items.map(({ loading }) => Math.sign(loading)).sort()).toEqual([-1, 1]);
    for (const { loading, intervals } of items) {
      expect(Math.sign(intervals?.loading.low ?? 0)).toBe(Math.sign(loading));
      expect(Math.sign(intervals?.loading.high ?? 0)).toBe(Math.sign(loading));
    }
  });

  it.each([{ samples: -1 }, { samples: 1.5 }, { seed: Number.NaN }, { level: 0 }, { level: 1 }, { level: Number.NaN }])(
    'refuse %j',
    (options) => {
      expect(() => reportOf(chainOf(30, seededRandom(1)), CHAIN, options)).toThrow(RangeError);
    },
  );
});
