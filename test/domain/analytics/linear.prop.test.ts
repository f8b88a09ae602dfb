import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlations, factor, moments, regress, solve } from '../../../shared/domain/analytics/linear.ts';

const number = fc.integer({ min: -50, max: 50 });
const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 8, max: 30 }))
  .chain(([size, rows]) => fc.tuple(fc.constant(size), fc.array(number, { minLength: size * rows, maxLength: size * rows })));
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('moments', () => {
  it('counts a row twice as if it stood there twice, and one counted 0 times not at all', () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.nat(3)), ([size, values], stream) => {
        const rows = values.length / size;
        const counts = Uint32Array.from(range(rows), () => stream.next().value);
        counts[0] = 2;
        const written = range(rows).flatMap((row) => range(counts[row] ?? 0).flatMap(() => values.slice(row * size, (row + 1) * size)));
        const [counted, plain] = [moments(Float64Array.from(values), size, counts), moments(Float64Array.from(written), size)];
        expect(counted.n).toBe(plain.n);
        expect([...counted.means]).toEqual([...plain.means].map((value) => expect.closeTo(value, 9)));
        expect([...counted.covariance]).toEqual([...plain.covariance].map((value) => expect.closeTo(value, 9)));
      }),
    );
  });

  it('stands a missing answer at the mean of its column', () => {
    const { n, means, covariance } = moments(Float64Array.of(1, 10, 3, Number.NaN, 5, 20), 2);
    expect(n).toBe(3);
    expect([...means]).toEqual([3, 15]);
    expect([...covariance]).toEqual([4, 10, 10, 25]);
  });
});

describe('least squares on covariances', () => {
  it('leaves residuals that have nothing to do with any predictor, and explains a share of 0 … 1', () => {
    fc.assert(
      fc.property(tables, ([size, values]) => {
        const { covariance } = moments(Float64Array.from(values), size);
        const predictors = range(size - 1);
        const regression = regress(covariance, size, predictors, size - 1);
        if ('dependent' in regression) return;
        for (const one of predictors) {
          const explained = predictors.reduce(
            (sum, other, i) => sum + (regression.coefficients[i] ?? 0) * (covariance[one * size + other] ?? 0),
            0,
          );
          expect(explained).toBeCloseTo(covariance[one * size + size - 1] ?? Number.NaN, 5);
        }
        expect(regression.rSquared >= 0 && regression.rSquared <= 1).toBe(true);
      }),
    );
  });

  it('names the variable that follows from those before it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 10, maxLength: 40 }), number, number, number, (pairs, a, b, c) => {
        fc.pre(a !== 0 || b !== 0);
        const { covariance } = moments(Float64Array.from(pairs.flatMap(([x, y]) => [x, y, a * x + b * y + c])), 3);
        const alone = factor(covariance, 3, [0, 1]);
        fc.pre(!('dependent' in alone));
        expect(factor(covariance, 3, [0, 1, 2])).toEqual({ dependent: 2 });
      }),
    );
  });

  it('finds the one straight line through points on it, and explains it all', () => {
    const { covariance } = moments(Float64Array.of(1, 5, 2, 7, 4, 11), 2);
    expect(regress(covariance, 2, [0], 1)).toEqual({ coefficients: Float64Array.of(2), rSquared: expect.closeTo(1, 12) });
    expect(regress(covariance, 2, [], 1)).toEqual({ coefficients: new Float64Array(0), rSquared: 0 });
  });

  it('solves what it factored, in the order asked for', () => {
    const matrix = Float64Array.of(4, 2, 0.6, 2, 5, 1, 0.6, 1, 3);
    const factored = factor(matrix, 3, [2, 0]);
    if ('dependent' in factored) throw new Error('expected a factor');
    // 3 x + 0.6 y = 4.2 and 0.6 x + 4 y = 8.6
    expect([...solve(factored, Float64Array.of(4.2, 8.6))]).toEqual([expect.closeTo(1, 10), expect.closeTo(2, 10)]);
  });
});

describe('correlations', () => {
  it('lie between −1 and 1, and do not care for units', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 1000 }), ([size, values], unit) => {
        const of = (factor: number) =>
          moments(
            Float64Array.from(values, (value) => factor * value),
            size,
          ).covariance;
        fc.pre(range(size).every((i) => (of(1)[i * size + i] ?? 0) > 0));
        const [plain, scaled] = [correlations(of(1), size), correlations(of(unit), size)];
        expect([...scaled]).toEqual([...plain].map((value) => expect.closeTo(value, 9)));
        expect(plain.every((value) => Math.abs(value) <= 1)).toBe(true);
      }),
    );
  });
});
