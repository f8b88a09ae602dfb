import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../models/evaluate.ts';
import { accuracy, calibrationError, macroF1, microF1 } from '../../models/metrics.ts';

const CLASSES = ['a', 'b', 'c'];
const items = (pairs: readonly (readonly [truth: string, said: string])[]) =>
  pairs.map(([truth, said]) => outcomesOf(CLASSES, truth, said));

describe('the figures of npm run eval', () => {
  it('accuracy with its interval (Wilson): 8 of 10 is 0.8 (0.490–0.943)', () => {
    const figure = accuracy([...Array.from({ length: 8 }, () => true), false, false]);
    expect(figure).toMatchObject({ value: 0.8, n: 10 });
    expect(figure.low).toBeCloseTo(0.4902, 3);
    expect(figure.high).toBeCloseTo(0.9433, 3);
  });

  it('macro-F1 by hand: classes count alike, however rare', () => {
    // a: 2 hits, said 3, true 2 → 4/5; b: 1 hit, said 1, true 2 → 2/3; c: 1 hit, said 1, true 1 → 1.
    const figure = macroF1(
      items([
        ['a', 'a'],
        ['a', 'a'],
        ['b', 'b'],
        ['b', 'a'],
        ['c', 'c'],
      ]),
    );
    expect(figure.value).toBeCloseTo((4 / 5 + 2 / 3 + 1) / 3, 10);
    expect(figure.low).toBeLessThanOrEqual(figure.value);
    expect(figure.high).toBeGreaterThanOrEqual(figure.value);
  });

  it('micro-F1 by hand: texts of several classes count by their classes', () => {
    const said = [
      { class: 'a', truth: true, said: true },
      { class: 'b', truth: true, said: false },
      { class: 'c', truth: false, said: true },
    ];
    expect(microF1([said, [{ class: 'a', truth: true, said: true }]]).value).toBeCloseTo((2 * 2) / (3 + 3), 10);
  });

  it('calibration error by hand: 0.9 sure and right in two of four is off by 0.4', () => {
    const told = [true, true, false, false].map((isRight) => ({ confidence: 0.9, isRight }));
    expect(calibrationError(told).value).toBeCloseTo(0.4, 10);
    expect(calibrationError([{ confidence: 1, isRight: true }]).value).toBe(0);
  });
});
