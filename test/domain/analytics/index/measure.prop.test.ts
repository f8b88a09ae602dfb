import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexData } from '../../../../shared/domain/analytics/index/answers.ts';
import { SCHEMES } from '../../../../shared/domain/analytics/index/inner.ts';
import { importancePerformance, measureIndex } from '../../../../shared/domain/analytics/index/measure.ts';
import type { IndexModel } from '../../../../shared/domain/analytics/index/model.ts';
import { indexRefusalWords } from '../../../../shared/domain/analytics/index/refusal.ts';
import { seededRandom } from '../../../../shared/domain/analytics/random.ts';
import { CHAIN, chainOf, numbersIn, reportOf } from './simulated.ts';

const ITEMS = CHAIN.constructs.flatMap(({ items }) => items);
const schemes = fc.constantFrom(...SCHEMES);
const seeds = fc.integer();
const mapped = (data: IndexData, change: (value: number, item: string) => number): IndexData =>
  new Map([...data].map(([item, column]) => [item, column.map((value) => change(value, item))]));

/** All but the rounding of the last digits. */
const near = (value: unknown): unknown => {
  if (typeof value === 'number') return expect.closeTo(value, 6);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(near);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, near(one)]));
};

describe('an index (R14)', () => {
  it('does not depend on the order of the people, not even in the last digit or in an interval', () => {
    fc.assert(
      fc.property(seeds, seeds, schemes, (seed, shuffle, scheme) => {
        const data = chainOf(40, seededRandom(seed));
        const random = seededRandom(shuffle);
        const order = Array.from({ length: 40 }, (_, row) => ({ row, at: random() })).sort((a, b) => a.at - b.at);
        const shuffled = new Map([...data].map(([item, column]) => [item, Float64Array.from(order, ({ row }) => column[row] ?? 0)]));
        expect(measureIndex(shuffled, CHAIN, { scheme, samples: 40 })).toEqual(measureIndex(data, CHAIN, { scheme, samples: 40 }));
      }),
      { numRuns: 25 },
    );
  });

  it('does not depend on what the ends of the scale are called', () => {
    fc.assert(
      fc.property(seeds, schemes, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 30 }), (seed, scheme, shift, stretch) => {
        const data = chainOf(60, seededRandom(seed));
        const scale = { min: stretch * CHAIN.scale.min + shift, max: stretch * CHAIN.scale.max + shift };
        const renamed = mapped(data, (value) => stretch * value + shift);
        const [before, after] = [
          measureIndex(data, CHAIN, { scheme, samples: 0 }),
          measureIndex(renamed, { ...CHAIN, scale }, { scheme, samples: 0 }),
        ];
        expect(after).toEqual(near(before));
      }),
      { numRuns: 50 },
    );
  });

  it('rises by 100 c / (max − min) when everybody answers everything c higher, and nothing else changes', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: -20, max: 20, noNaN: true }), (seed, c) => {
        const model = { ...CHAIN, scale: { min: -40, max: 60 } };
        const data = chainOf(60, seededRandom(seed));
        const before = reportOf(data, model, { samples: 0 });
        const after = reportOf(
          mapped(data, (value) => value + c),
          model,
          { samples: 0 },
        );
        const constructs = before.constructs.map((one) => ({ ...one, index: one.index + (100 * c) / 100 }));
        expect(after).toEqual(near({ ...before, constructs }));
      }),
      { numRuns: 50 },
    );
  });

  it('weights standardised items: stretching one leaves weights, loadings and paths, turning it round turns its loading round', () => {
    fc.assert(
      fc.property(seeds, schemes, fc.constantFrom(...ITEMS), (seed, scheme, stretched) => {
        const model = { ...CHAIN, scale: { min: -100, max: 100 } };
        const data = chainOf(200, seededRandom(seed));
        const times = (factor: number) =>
          reportOf(
            mapped(data, (value, item) => (item === stretched ? factor * value : value)),
            model,
            { scheme, samples: 0 },
          );
        const [plain, wide] = [times(1), times(7)];
        const standardised = ({ items, paths }: typeof plain) => [items.map(({ weight, loading }) => [weight, loading]), paths];
        expect(standardised(wide)).toEqual(near(standardised(plain)));
        const loadings = new Map(plain.items.map(({ item, loading }) => [item, loading]));
        for (const { item, construct, loading } of times(-1).items) {
          // With two items, it is a draw which of them is the one turned round.
          if (construct === 'Value' && stretched.startsWith('v')) continue;
          expect(loading).toBeCloseTo((loadings.get(item) ?? 0) * (item === stretched ? -1 : 1), 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says the same twice for the same seed, and gives other intervals for another one', () => {
    const data = chainOf(60, seededRandom(1));
    const [first, again, other] = [7, 7, 8].map((seed) => reportOf(data, CHAIN, { samples: 50, seed }));
    expect(again).toEqual(first);
    expect(other?.constructs[0]?.index).toBe(first?.constructs[0]?.index);
    expect(other?.constructs[0]?.interval).not.toEqual(first?.constructs[0]?.interval);
  });
});

/** Columns nobody would wish to meet: few values, constants, copies, opposites, holes, numbers off the scale or off all scales. */
const hostileColumn = (rows: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: rows, maxLength: rows }) },
    { weight: 2, arbitrary: fc.array(fc.constantFrom(1, 10), { minLength: rows, maxLength: rows }) },
    {
      weight: 2,
      arbitrary: fc.array(
        fc.oneof(
          { weight: 6, arbitrary: fc.integer({ min: 1, max: 10 }) },
          fc.constantFrom(Number.NaN, 11, -1, 1e308, Number.POSITIVE_INFINITY, -0),
        ),
        {
          minLength: rows,
          maxLength: rows,
        },
      ),
    },
    { weight: 1, arbitrary: fc.array(fc.double({ min: 5, max: 5.000001, noNaN: true }), { minLength: rows, maxLength: rows }) },
    fc.constantFrom(1, 5, Number.NaN, Number.NEGATIVE_INFINITY).map((value) => new Array<number>(rows).fill(value)),
  );

/** What is done to a column with another one: nothing, mostly. */
const deeds = ['own', 'own', 'own', 'own', 'copy', 'opposite', 'sum'] as const;

const hostile = fc.oneof({ weight: 1, arbitrary: fc.nat(19) }, { weight: 6, arbitrary: fc.integer({ min: 20, max: 60 }) }).chain((rows) =>
  fc.record({
    columns: fc.array(fc.tuple(hostileColumn(rows), fc.constantFrom(...deeds)), { minLength: ITEMS.length, maxLength: ITEMS.length }),
    modes: fc.array(fc.constantFrom('A' as const, 'B' as const), { minLength: 3, maxLength: 3 }),
    scheme: schemes,
    missing: fc.constantFrom('mean' as const, 'listwise' as const),
    seed: seeds,
    hasSingleItem: fc.boolean(),
  }),
);

function dataOf(columns: readonly (readonly [readonly number[], (typeof deeds)[number]])[]): IndexData {
  const made: number[][] = [];
  for (const [own, deed] of columns) {
    const before = made.at(-1) ?? own;
    const earlier = made.at(-2) ?? own;
    if (deed === 'own') made.push([...own]);
    else if (deed === 'copy') made.push([...before]);
    else if (deed === 'opposite') made.push(before.map((value) => 11 - value));
    else made.push(before.map((value, row) => (value + (earlier[row] ?? 0)) / 2));
  }
  return new Map(ITEMS.map((item, i) => [item, Float64Array.from(made[i] ?? [])]));
}

describe('hostile answers (R14)', () => {
  it('give a report of finite numbers with indices from 0 to 100, or a refusal in both languages', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(hostile, ({ columns, modes, hasSingleItem, ...options }) => {
        const model: IndexModel = {
          ...CHAIN,
          constructs: CHAIN.constructs.map(({ name, items }, i) => ({
            name,
            items: hasSingleItem && name === 'Value' ? items.slice(0, 1) : items,
            mode: modes[i] ?? 'A',
          })),
        };
        const measured = measureIndex(dataOf(columns), model, { ...options, samples: 40 });
        seen.add('refusal' in measured ? measured.refusal.kind : 'report');
        if ('refusal' in measured) {
          expect(indexRefusalWords(measured.refusal, 'en')).toMatch(/^[^{}]{20,}\.$/);
          expect(indexRefusalWords(measured.refusal, 'zh-Hans')).toMatch(/^[^{}]{15,}。$/);
          return;
        }
        const { report } = measured;
        expect(numbersIn(report).filter((value) => !Number.isFinite(value))).toEqual([]);
        expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
        for (const { index, interval, ave, rSquared = 0 } of report.constructs) {
          for (const points of [index, interval?.low ?? 0, interval?.high ?? 0]) {
            expect(points).toBeGreaterThanOrEqual(0);
            expect(points).toBeLessThanOrEqual(100);
          }
          for (const share of [ave, rSquared, report.gof]) expect(share >= 0 && share <= 1 + 1e-9).toBe(true);
        }
        for (const { name } of CHAIN.constructs) {
          const shares = report.items.filter(({ construct }) => construct === name).map(({ share }) => share);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(importancePerformance(report, name).flatMap(numbersIn).every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 250 },
    );
    // A property that only ever met refusals would hold nothing.
    expect([...seen]).toEqual(expect.arrayContaining(['report', 'too-few-answers', 'not-answered', 'constant-items', 'dependent-item']));
  });
});
