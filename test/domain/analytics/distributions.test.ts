import { describe, expect, it } from 'vitest';
import {
  betaPoint,
  chiSquareUpper,
  fUpper,
  logGamma,
  normalPoint,
  normalTwoSided,
  studentPoint,
  studentTwoSided,
} from '../../../shared/domain/analytics/distributions.ts';
import { holm } from '../../../shared/domain/analytics/several-tests.ts';

describe('distributions (R23)', () => {
  it('have the points of the printed tables', () => {
    expect(studentPoint(0.05, 10)).toBeCloseTo(2.2281, 4);
    expect(studentTwoSided(-3.1693, 10)).toBeCloseTo(0.01, 5);
    expect(chiSquareUpper(3.8415, 1)).toBeCloseTo(0.05, 5);
    expect(chiSquareUpper(18.307, 10)).toBeCloseTo(0.05, 5);
    expect(fUpper(4.1028, 2, 10)).toBeCloseTo(0.05, 5);
    expect(normalPoint(0.05)).toBeCloseTo(1.959964, 6);
    expect(normalTwoSided(2.575829)).toBeCloseTo(0.01, 6);
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 10);
    // Uniform, and the triangle of Beta(2, 1), whose chance below x is x².
    expect(betaPoint(0.3, 1, 1)).toBeCloseTo(0.3, 10);
    expect(betaPoint(0.25, 2, 1)).toBeCloseTo(0.5, 10);
  });

  it('hold at their ends', () => {
    expect(studentTwoSided(Number.POSITIVE_INFINITY, 5)).toBe(0);
    expect(fUpper(Number.POSITIVE_INFINITY, 2, 5)).toBe(0);
    expect(studentTwoSided(0, 5)).toBeCloseTo(1, 12);
    expect(chiSquareUpper(-1e-18, 3)).toBe(1);
    // jstat's own search ends in NaN here.
    expect(betaPoint(0.975, 0.000035598705501618125, 5.000964401294499)).toBeLessThan(1e-9);
  });

  it('throw rather than answer NaN, and say what was asked', () => {
    expect(() => studentPoint(0.05, Number.NaN)).toThrow('Student’s t point is not defined for 0.05, NaN');
    expect(() => chiSquareUpper(Number.NaN, 1)).toThrow(RangeError);
  });
});

describe('Holm’s adjustment (R23)', () => {
  it('multiplies by what is left, and never falls: by hand', () => {
    expect(holm([0.04, 0.01, 0.03, 0.005])).toEqual([0.06, 0.03, 0.06, 0.02]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});
