import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic, logitsOf, type Rows, type Targets } from '../../models/logistic.ts';

/** Rows over `width` pieces. */
const rowsOf = (lists: readonly (readonly number[])[], width: number): Rows => {
  const starts = [0];
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length);
  return {
    starts: Int32Array.from(starts),
    columns: Int32Array.from(lists.flat()),
    width,
    measures: new Float64Array(lists.length),
    measureCount: 1,
  };
};
const settings = (width: number, penalty = 0.01) => ({
  penalty,
  measurePenalty: 1,
  iterations: 200,
  columnScales: new Float64Array(width).fill(1),
});
const oneOf = (labels: readonly number[], outputs: number): Targets => ({
  kind: 'one-of',
  outputs,
  labels: Int8Array.from(labels),
  weights: new Float64Array(labels.length).fill(1),
});

const said = (rows: Rows, parameters: Float64Array, outputs: number, row: number): number => {
  const logits = new Float64Array(outputs);
  logitsOf(rows, new Float64Array(rows.width).fill(1), parameters, row, logits);
  const all = [...logits, 0];
  return all.indexOf(Math.max(...all));
};

describe('fitting', () => {
  it('learns what can be told apart: each class by a piece of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 30 }), (labels) => {
        const rows = rowsOf(
          labels.map((label) => [label, 3]),
          4,
        );
        const { parameters } = fitLogistic(rows, oneOf(labels, 2), settings(4));
        for (const [row, label] of labels.entries()) expect(said(rows, parameters, 2, row)).toBe(label);
      }),
      { numRuns: 50 },
    );
  });

  it('ends where the slope of loss and penalty is nothing: no small step in any direction is better', () => {
    const lists = [[0, 1], [1, 2], [0, 2], [2], [0], [1, 1]];
    const labels = [0, 1, 0, 1, 1, 0];
    const rows = rowsOf(lists, 3);
    const loss = (parameters: Float64Array): number => {
      let sum = 0;
      for (const [row, label] of labels.entries()) {
        const logits = new Float64Array(1);
        logitsOf(rows, new Float64Array(3).fill(1), parameters, row, logits);
        const logit = logits[0] ?? 0;
        sum += Math.log(1 + Math.exp(logit)) - (label === 0 ? logit : 0);
      }
      return sum + parameters.slice(0, 4).reduce((total, value, i) => total + 0.5 * (i < 3 ? 0.3 : 1) * value * value, 0);
    };
    const { parameters } = fitLogistic(rows, oneOf(labels, 1), settings(3, 0.3));
    const least = loss(parameters);
    for (let i = 0; i < parameters.length; i++)
      for (const step of [0.05, -0.05]) {
        const moved = parameters.slice();
        moved[i] = (moved[i] ?? 0) + step;
        expect(loss(moved)).toBeGreaterThan(least - 1e-4);
      }
  });

  it('gives the same numbers each time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(9), { maxLength: 6 }), { minLength: 2, maxLength: 20 }),
        fc.infiniteStream(fc.nat(2)),
        (lists, stream) => {
          const labels = lists.map(() => stream.next().value ?? 0);
          const fitted = () => fitLogistic(rowsOf(lists, 10), oneOf(labels, 2), settings(10)).parameters;
          expect(fitted()).toEqual(fitted());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves alone what nobody labelled', () => {
    const rows = rowsOf([[0], [1], [0], [1]], 2);
    const targets: Targets = {
      kind: 'each',
      outputs: 2,
      labels: Int8Array.from([1, -1, 0, -1, 1, -1, 0, -1]),
      weights: new Float64Array(4).fill(1),
    };
    const { parameters } = fitLogistic(rows, targets, settings(2));
    expect(parameters[0]).toBeGreaterThan(0.5);
    expect(parameters[1]).toBe(0);
    expect(parameters[3]).toBe(0);
  });
});
