import { describe, expect, it } from 'vitest';
import { type Drivers, driversOf } from '../../../../shared/domain/analytics/drivers/drivers.ts';
import { exactSplit, sampledSplit } from '../../../../shared/domain/analytics/drivers/importance.ts';
import type { DriverData } from '../../../../shared/domain/analytics/drivers/prepare.ts';
import { topicPredictors } from '../../../../shared/domain/analytics/drivers/topics.ts';
import { driverSentences } from '../../../../shared/domain/analytics/drivers/words.ts';
import { seededRandom } from '../../../../shared/domain/analytics/random.ts';
import { simulated } from './simulated.ts';

function measured(data: DriverData, resamples = 100): Drivers {
  const result = driversOf(data, { random: seededRandom(1), resamples });
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
}

describe('relative importance by LMG (R23)', () => {
  it('is the mean of both orders for two predictors, by hand', () => {
    // r₁y = 0.6, r₂y = 0.4, r₁₂ = 0.5: R² = (0.36 + 0.16 − 2·0.6·0.4·0.5) / (1 − 0.25) = 0.28 / 0.75.
    const all = 0.28 / 0.75;
    const parts = exactSplit(Float64Array.of(1, 0.5, 0.6, 0.5, 1, 0.4, 0.6, 0.4, 1), 3);
    expect(parts[0]).toBeCloseTo((0.36 + (all - 0.16)) / 2, 12);
    expect(parts[1]).toBeCloseTo((0.16 + (all - 0.36)) / 2, 12);
  });

  it('is the squared correlation where predictors do not overlap', () => {
    const parts = exactSplit(Float64Array.of(1, 0, 0, 0.5, 0, 1, 0, 0.4, 0, 0, 1, 0.3, 0.5, 0.4, 0.3, 1), 4);
    for (const [i, r] of [0.5, 0.4, 0.3].entries()) expect(parts[i]).toBeCloseTo(r * r, 12);
  });

  it('is nearly the same by drawn orders, within the error that these state', () => {
    const size = 9;
    const matrix = new Float64Array(size * size).map((_, place) => {
      const [row, column] = [Math.floor(place / size), place % size];
      if (row === column) return 1;
      return row === size - 1 || column === size - 1 ? 0.3 + 0.03 * Math.min(row, column) : 0.4;
    });
    const exact = exactSplit(matrix, size);
    const { split, error } = sampledSplit(size - 1, 400, seededRandom(3));
    const errors = error(matrix, size);
    for (const [i, part] of split(matrix, size).entries()) {
      expect(errors[i]).toBeGreaterThan(0);
      expect(Math.abs(part - (exact[i] ?? 0))).toBeLessThan(4 * (errors[i] ?? 0));
    }
  });
});

describe('drivers of satisfaction (R23)', () => {
  it('are found in their order, with their direction, and what does nothing is not clear', () => {
    const { drivers, rSquared, n } = measured(simulated([0.8, -0.5, 0, 0.25], 600, 11, 0.1));
    expect(n).toBe(600);
    expect(drivers.map(({ name }) => name).slice(0, 3)).toEqual(['item-0', 'item-1', 'item-3']);
    expect(drivers.filter(({ isClear }) => isClear).map(({ name, direction }) => [name, direction])).toEqual([
      ['item-0', 'up'],
      ['item-1', 'down'],
      ['item-3', 'up'],
    ]);
    expect(drivers.reduce((sum, { importance }) => sum + importance.value, 0)).toBeCloseTo(rSquared, 10);
    expect(drivers.reduce((sum, { share }) => sum + share.value, 0)).toBeCloseTo(1, 10);
  });

  it('agree with a regression of one predictor by hand', () => {
    // Twenty times the points (0,1) (1,2) (2,2) (3,5): slope 6/5, intercept 0.7, R² = 36/(5·9).
    const points = Array.from({ length: 20 }, () => [
      [0, 1],
      [1, 2],
      [2, 2],
      [3, 5],
    ]).flat();
    const data = { outcome: points.map(([, y]) => y ?? 0), predictors: [{ name: 'x', values: points.map(([x]) => x ?? 0) }] };
    const { drivers, rSquared } = measured(data);
    expect(rSquared).toBeCloseTo(0.8, 12);
    // se² = (1 − 0.8)·180 / 78 / 100, t₀.₉₇₅(78) = 1.990847.
    const margin = 1.990847 * Math.sqrt((0.2 * 180) / 78 / 100);
    expect(drivers[0]?.coefficient.value).toBeCloseTo(1.2, 12);
    expect(drivers[0]?.coefficient.high).toBeCloseTo(1.2 + margin, 5);
  });

  it('leave out what is constant, collinear or seldom answered, and name it', () => {
    const data = simulated([0.5, 0.5], 200, 5);
    const [first, second] = data.predictors.map(({ values }) => values);
    const sum = (first ?? []).map((value, i) => (value ?? 0) + 2 * (second?.[i] ?? 0));
    const result = measured({
      ...data,
      predictors: [
        ...data.predictors,
        { name: 'always 5', values: data.outcome.map(() => 5) },
        { name: 'sum', values: sum },
        { name: 'rare', values: data.outcome.map((_, i) => (i % 3 === 0 ? i : null)) },
        { name: 'short', values: [1] },
      ],
    });
    expect(result.predictorsLeftOut).toEqual([
      { name: 'rare', reason: 'seldom-answered' },
      { name: 'short', reason: 'rows-differ' },
      { name: 'always 5', reason: 'hardly-varies' },
      { name: 'sum', reason: 'collinear', with: ['item-0', 'item-1'] },
    ]);
    expect(result.drivers).toHaveLength(2);
    expect(driverSentences(result, 'en').join(' ')).toContain('“sum” is left out: it follows from “item-0”, “item-1”');
  });

  it('are refused with what is missing', () => {
    const settings = { random: seededRandom(1) };
    expect(driversOf(simulated([1, 1], 65, 2), settings)).toMatchObject({ kind: 'refused', reason: 'too-few-answers', n: 65, needed: 66 });
    expect(driversOf({ outcome: [], predictors: [] }, settings)).toMatchObject({ reason: 'too-few-answers', needed: 58 });
    const constant = { ...simulated([1], 100, 2), outcome: Array.from({ length: 100 }, () => 3) };
    expect(driversOf(constant, settings)).toMatchObject({ reason: 'constant-outcome' });
    expect(driversOf({ ...constant, predictors: [] }, settings)).toMatchObject({ reason: 'no-predictors' });
  });

  it('take more predictors than all orders can be tried for, and state the error', () => {
    const result = measured(simulated([1, ...Array.from({ length: 15 }, () => 0.1)], 400, 9), 100);
    expect(result.method).toBe('drawn-orders');
    expect(result.drivers[0]?.name).toBe('item-0');
    expect(result.drivers[0]?.importanceError).toBeGreaterThan(0);
    expect(result.drivers.reduce((sum, { importance }) => sum + importance.value, 0)).toBeCloseTo(result.rSquared, 10);
  });

  it('take topics: silence is 0, an unread text is missing', () => {
    const topic = (polarity: 'negative' | 'positive') => [{ topic: 'waiting' as const, polarity, evidence: [] }];
    const texts = [topic('negative'), topic('positive'), [], undefined];
    expect(topicPredictors(texts, 'polarity')).toEqual([{ name: 'waiting', values: [-1, 1, 0, null] }]);
    expect(topicPredictors(texts, 'mentioned')).toEqual([{ name: 'waiting', values: [1, 1, 0, null] }]);
  });

  it('are said in both languages', () => {
    const result = measured(simulated([0.8, 0], 300, 11));
    expect(driverSentences(result, 'en')[0]).toMatch(
      /^“item-0” carries \d+% \(95% interval \d+% to \d+%\) of what is explained; one point more/,
    );
    expect(driverSentences(result, 'zh-Hans')[0]).toMatch(
      /^“item-0”占可解释部分的 \d+%（95% 置信区间 \d+% 至 \d+%）；其每提高 1 分，满意度相应提高/,
    );
  });
});
