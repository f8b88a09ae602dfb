import { describe, expect, it } from 'vitest';
import { normalTailPoint, studentT } from '../../../shared/domain/metrics/points.ts';

describe('points of distributions', () => {
  // Printed in every table of the normal distribution.
  it.each([
    [0.5, 0],
    [0.1, 1.2815516],
    [0.025, 1.959964],
    [0.005, 2.5758293],
    [0.0005, 3.2905267],
  ])('a standard normal variable exceeds its %f point %f', (tail, point) => {
    expect(normalTailPoint(tail)).toBeCloseTo(point, 6);
  });

  // Printed in every table of the t distribution, two-sided.
  it.each([
    [3, 0.05, 3.182446],
    [4, 0.05, 2.776445],
    [5, 0.01, 4.032143],
    [9, 0.05, 2.262157],
    [9, 0.01, 3.249836],
    [30, 0.05, 2.042272],
    [120, 0.001, 3.373454],
  ])('t of %f degrees of freedom at %f is %f', (degrees, alpha, point) => {
    expect(Math.abs(studentT(degrees, alpha) / point - 1)).toBeLessThan(0.00002);
  });

  it('of t fall towards the normal ones as degrees of freedom grow, whole or not', () => {
    for (const alpha of [0.05, 0.05 / 5, 0.05 / 22]) {
      const points = [3, 3.5, 4, 4.9, 5, 5.1, 7.25, 10, 30, 100, 1e4, 1e6].map((degrees) => studentT(degrees, alpha));
      expect(points).toEqual([...points].sort((a, b) => b - a));
      expect(points.at(-1)).toBeCloseTo(normalTailPoint(alpha / 2), 4);
    }
  });
});
