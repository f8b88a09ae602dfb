import { describe, expect, it } from 'vitest';
import type { IndexData } from '../../../../shared/domain/analytics/index/answers.ts';
import { answersForWeakPaths, leastAnswers } from '../../../../shared/domain/analytics/index/answers.ts';
import { estimate } from '../../../../shared/domain/analytics/index/estimate.ts';
import { planOf } from '../../../../shared/domain/analytics/index/model.ts';
import { ECSI } from '../../../../shared/domain/analytics/index/models.ts';
import { indexRefusalWords } from '../../../../shared/domain/analytics/index/refusal.ts';
import { seededRandom } from '../../../../shared/domain/analytics/random.ts';
import { aModel, CHAIN, chainOf, columnsOf, PAIR, refusalOf, reportOf } from './simulated.ts';

const people = (count: number) => chainOf(count, seededRandom(5));

/** The data with some cells changed. */
function withCells(data: IndexData, cells: Readonly<Record<string, Readonly<Record<number, number>>>>): IndexData {
  return new Map(
    [...data].map(([item, column]) => {
      const changed = Float64Array.from(column);
      for (const [row, value] of Object.entries(cells[item] ?? {})) changed[Number(row)] = value;
      return [item, changed];
    }),
  );
}
const { NaN: MISSING } = Number;

describe('missing answers (R14)', () => {
  it('are replaced by the mean of their item, and the report says how many', () => {
    const data = withCells(people(50), { q1: { 3: MISSING, 7: MISSING }, l2: { 3: 12, 9: MISSING } });
    const report = reportOf(withCells(data, { l2: { 3: 5 } }), CHAIN, { samples: 0 });
    expect(report.n).toBe(50);
    expect(report.leftOut).toEqual({
      people: 0,
      items: [
        { construct: 'Quality', item: 'q1', replaced: 2, offScale: 0 },
        { construct: 'Loyalty', item: 'l2', replaced: 1, offScale: 0 },
      ],
      negativeWeights: [],
    });
    const others = [...(data.get('q1') ?? [])].filter((value) => !Number.isNaN(value));
    const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
    const replaced = withCells(data, { q1: { 3: mean, 7: mean }, l2: { 3: 5 } });
    const index = (of: IndexData) => reportOf(of, CHAIN, { samples: 0 }).constructs[0]?.index;
    expect(index(replaced)).toBeCloseTo(report.constructs[0]?.index ?? 0, 9);
  });

  it('leave out people who lack more than one answer and more than 15 % of them', () => {
    const report = reportOf(withCells(people(50), { q1: { 3: MISSING, 7: MISSING }, v1: { 7: MISSING } }), CHAIN, { samples: 0 });
    expect(report.n).toBe(49);
    expect(report.leftOut.people).toBe(1);
    expect(report.leftOut.items).toEqual([{ construct: 'Quality', item: 'q1', replaced: 1, offScale: 0 }]);
    expect(report.method.missing).toBe('mean');
  });

  it('leave out everybody who lacks one, listwise: the same as if they had not been asked', () => {
    const data = people(50);
    const holed = withCells(data, { q1: { 0: MISSING }, l3: { 1: MISSING } });
    const without = new Map([...data].map(([item, column]) => [item, column.slice(2)]));
    const [report, other] = [holed, without].map((one) => reportOf(one, CHAIN, { samples: 40, missing: 'listwise' }));
    expect(report?.leftOut).toEqual({ people: 2, items: [], negativeWeights: [] });
    expect(report?.n).toBe(48);
    expect(report?.constructs).toEqual(other?.constructs);
  });

  it('are also those off the scale, whatever they are, and these are counted apart', () => {
    const off = { q1: { 0: 0, 1: 10.01, 2: Number.POSITIVE_INFINITY, 3: -5 } };
    const { leftOut, n } = reportOf(withCells(people(50), off), CHAIN, { samples: 0 });
    expect(n).toBe(50);
    expect(leftOut.items).toEqual([{ construct: 'Quality', item: 'q1', replaced: 4, offScale: 4 }]);
  });

  it('are replaced anew in each resample, so that intervals stay where they were', () => {
    const data = people(200);
    const holes = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [i * 17, MISSING]));
    const [whole, holed] = [data, withCells(data, { q2: holes })].map((one) => reportOf(one, CHAIN).constructs[0]?.interval);
    expect(Math.abs((whole?.low ?? 0) - (holed?.low ?? 9))).toBeLessThan(0.5);
    expect(Math.abs((whole?.high ?? 0) - (holed?.high ?? 9))).toBeLessThan(0.5);
  });
});

describe('how many answers an index needs (R14)', () => {
  it('is ten for each cause of the construct with the most, or each item of mode B', () => {
    expect(leastAnswers(planOf(PAIR))).toBe(10);
    expect(leastAnswers(planOf(CHAIN))).toBe(20);
    expect(leastAnswers(planOf(ECSI))).toBe(40);
    const formed = { ...CHAIN, constructs: CHAIN.constructs.map((one) => ({ ...one, mode: 'B' as const })) };
    expect(leastAnswers(planOf(formed))).toBe(30);
  });

  it('for weak paths to show goes by the inverse square root: 160 for 0.197, as Kock & Hadaya print it', () => {
    expect(answersForWeakPaths(0.197)).toBe(160);
    expect(answersForWeakPaths(0.2)).toBe(155);
  });

  it('is told instead of a figure', () => {
    expect(refusalOf(people(19), CHAIN)).toEqual({ kind: 'too-few-answers', n: 19, needed: 20 });
    expect(reportOf(people(20), CHAIN).n).toBe(20);
    expect(refusalOf(people(1), CHAIN)).toEqual({ kind: 'too-few-answers', n: 1, needed: 20 });
    expect(refusalOf(people(0), CHAIN)).toEqual({ kind: 'too-few-answers', n: 0, needed: 20 });
    const holed = withCells(people(20), { q1: { 0: MISSING } });
    expect(refusalOf(holed, CHAIN, { missing: 'listwise' })).toEqual({ kind: 'too-few-answers', n: 19, needed: 20 });
    expect(indexRefusalWords({ kind: 'too-few-answers', n: 19, needed: 40 }, 'en')).toContain('at least 40');
    expect(indexRefusalWords({ kind: 'too-few-answers', n: 19, needed: 40 }, 'zh-Hans')).toContain('至少需要 40 份');
  });
});

describe('answers that carry no index (R14)', () => {
  const constant = (value: number, rows = 30) => new Float64Array(rows).fill(value);

  it('lack a column', () => {
    const data = new Map([...people(30)].filter(([item]) => item !== 'v2'));
    expect(refusalOf(data, CHAIN)).toEqual({ kind: 'items-missing', items: [{ construct: 'Value', item: 'v2' }] });
    expect(refusalOf(new Map(), PAIR)).toMatchObject({
      kind: 'items-missing',
      items: [{ item: 'x1' }, { item: 'x2' }, { item: 'y1' }, { item: 'y2' }],
    });
  });

  it('have columns of different length', () => {
    const data = new Map([...people(30)]).set('l1', constant(5, 29));
    expect(refusalOf(data, CHAIN)).toEqual({ kind: 'rows-differ', item: 'l1', rows: 29, expected: 30 });
  });

  it('have an item that nobody answered on the scale', () => {
    for (const value of [MISSING, 11]) {
      const data = new Map([...people(30)]).set('q3', constant(value));
      for (const missing of ['mean', 'listwise'] as const) {
        expect(refusalOf(data, CHAIN, { missing })).toEqual({ kind: 'not-answered', items: [{ construct: 'Quality', item: 'q3' }] });
      }
    }
  });

  it('have an item that all answered alike', () => {
    // 5.1 has no exact form, so its mean over 30 people need not be 5.1.
    const data = new Map([...people(30)]).set('q3', constant(5.1)).set('l1', constant(1));
    const items = [
      { construct: 'Quality', item: 'q3' },
      { construct: 'Loyalty', item: 'l1' },
    ];
    expect(refusalOf(data, CHAIN)).toEqual({ kind: 'constant-items', items });
  });

  it('have an item that follows from others, in mode B', () => {
    const data = people(60);
    const formed = { ...CHAIN, constructs: CHAIN.constructs.map((one) => ({ ...one, mode: 'B' as const })) };
    const copy = new Map([...data]).set(
      'v2',
      (data.get('v1') ?? constant(0)).map((value) => 11 - value),
    );
    expect(refusalOf(copy, formed)).toEqual({ kind: 'dependent-item', construct: 'Value', item: 'v2' });
    expect(reportOf(new Map([...data]).set('v2', data.get('v1') ?? constant(0)), CHAIN, { samples: 0 }).n).toBe(60);
    const [a, b] = ['q1', 'q2'].map((item) => data.get(item) ?? constant(0));
    const sum = new Map([...data]).set(
      'q3',
      (a ?? constant(0)).map((value, row) => (value + (b?.[row] ?? 0)) / 2),
    );
    expect(refusalOf(sum, formed)).toEqual({ kind: 'dependent-item', construct: 'Quality', item: 'q3' });
  });

  it('have a cause that follows from the others', () => {
    const model = aModel({ A: ['a'], B: ['b'], C: ['c'] }, [
      ['A', 'C'],
      ['B', 'C'],
    ]);
    const rows = Array.from({ length: 30 }, (_, i) => [i % 10, 10 - (i % 10), (i * 7) % 11]);
    for (const scheme of ['centroid', 'factorial', 'path'] as const) {
      expect(refusalOf(columnsOf(['a', 'b', 'c'], rows), model, { scheme })).toEqual({ kind: 'dependent-cause', cause: 'B', effect: 'C' });
    }
  });

  it('have a construct that has nothing in common with the other', () => {
    // Every combination once: correlations are exactly 0.
    const rows = Array.from({ length: 16 }, (_, i) => [8, 4, 2, 1].map((bit) => ((i & bit) > 0 ? 9 : 1)));
    expect(refusalOf(columnsOf(['x1', 'x2', 'y1', 'y2'], rows), PAIR)).toEqual({ kind: 'unrelated', construct: 'X' });
  });

  it('have items that contradict each other, so that no weight is left above 0', () => {
    const model = aModel({ X: ['x1', 'x2', 'x3'], Y: ['y'] }, [['X', 'Y']]);
    // x1 goes with Y, x2 and x3 go against x1 and hardly with Y: the score is turned to the two, and all weights are negative.
    const rows = [
      [1, -0.5, -0.5, 0.5],
      [-0.5, 1, 0.5, 0.05],
      [-0.5, 0.5, 1, 0.05],
      [0.5, 0.05, 0.05, 1],
    ];
    const moments = { n: 100, means: new Float64Array(4).fill(50), covariance: Float64Array.from(rows.flat()) };
    expect(estimate(planOf(model), moments, 'path')).toEqual({ refusal: { kind: 'weights-cancel', construct: 'X' } });
  });
});

describe('an item against its construct (R14)', () => {
  it('has no share in the index, which stays on the scale, and is listed', () => {
    const data = new Map([...people(100)]);
    const q3 = data.get('q3') ?? new Float64Array();
    data.set(
      'q3',
      q3.map((value) => 11 - value),
    );
    const { items, leftOut, constructs } = reportOf(data, CHAIN);
    expect(leftOut.negativeWeights).toEqual([{ construct: 'Quality', item: 'q3' }]);
    const one = items.find(({ item }) => item === 'q3');
    expect(one?.weight).toBeLessThan(0);
    expect(one?.loading).toBeLessThan(0);
    expect(one?.share).toBe(0);
    expect(constructs[0]?.index).toBeGreaterThan(50);
  });
});
