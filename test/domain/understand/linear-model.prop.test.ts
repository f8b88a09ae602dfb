import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FittedTask } from '../../../models/fit-task.ts';
import { type HeadWords, writeModel } from '../../../models/write-model.ts';
import { fingerprintOf, LinearModel, lengthOf, setOf, WAYS } from '../../../shared/domain/understand/linear-model.ts';

const SLOTS = 64;
const words = (outputs: number): HeadWords => ({
  task: 'test',
  language: 'en',
  outputs: Array.from({ length: outputs }, (_, k) => `output ${k}`),
  measures: ['one', 'two'],
  slots: SLOTS,
  temperature: 1.5,
  thresholds: Array.from({ length: outputs }, () => 0.25),
});

/** Pieces that all find room: no two of one fingerprint in a set, at most four a set. */
function fitting(pieces: readonly number[]): number[] {
  const sets = new Map<number, Set<number>>();
  return [...new Set(pieces)].filter((piece) => {
    const there = sets.get(setOf(piece, SLOTS)) ?? new Set();
    sets.set(setOf(piece, SLOTS), there);
    if (there.size === WAYS || there.has(fingerprintOf(piece))) return false;
    there.add(fingerprintOf(piece));
    return true;
  });
}

const task = (pieces: readonly number[], outputs: number, weightAt: (i: number) => number): FittedTask => ({
  pieces: Int32Array.from(pieces),
  weights: Float64Array.from({ length: pieces.length * outputs }, (_, i) => weightAt(i)),
  measureWeights: Array.from({ length: outputs }, () => [0.5, -1]),
  biases: Array.from({ length: outputs }, () => 0.125),
});

const anyTask = fc
  .tuple(
    fc.array(fc.integer(), { minLength: 1, maxLength: 40 }),
    fc.integer({ min: 1, max: 14 }),
    fc.infiniteStream(fc.double({ min: -3, max: 3, noNaN: true })),
  )
  .map(([pieces, outputs, stream]) => {
    const kept = fitting(pieces);
    const weights = Array.from({ length: kept.length * outputs }, () => stream.next().value ?? 0);
    return { fitted: task(kept, outputs, (i) => weights[i] ?? 0), outputs };
  });

describe('a model written and read again', () => {
  it('has every piece with its weights to within half a step, and gives their sum over the root of their number', () => {
    fc.assert(
      fc.property(anyTask, ({ fitted, outputs }) => {
        const model = LinearModel.read(writeModel(fitted, words(outputs)), 'test');
        const { scales, biases } = model.head;
        const sums = new Float64Array(outputs);
        for (const [at, piece] of fitted.pieces.entries()) {
          const place = model.find(piece);
          expect(place).toBeGreaterThanOrEqual(0);
          for (let k = 0; k < outputs; k++) {
            expect(Math.abs(model.weightAt(place, k) - (fitted.weights[at * outputs + k] ?? 0))).toBeLessThanOrEqual(
              (scales[k] ?? 0) / 2 + 1e-5,
            );
            sums[k] = (sums[k] ?? 0) + model.weightAt(place, k);
          }
        }
        const logits = model.logits(fitted.pieces, [2, 1]);
        for (let k = 0; k < outputs; k++) {
          const expected = (biases[k] ?? 0) + (sums[k] ?? 0) / Math.sqrt(fitted.pieces.length) + 2 * 0.5 - 1;
          expect(logits[k]).toBeCloseTo(expected, 5);
        }
      }),
    );
  });

  it('is the same bytes each time', () => {
    fc.assert(
      fc.property(anyTask, ({ fitted, outputs }) => {
        expect(writeModel(fitted, words(outputs))).toEqual(writeModel(fitted, words(outputs)));
      }),
    );
  });

  it('says no to a file that was cut anywhere or in which any byte was changed, naming it', () => {
    const bytes = writeModel(
      task(fitting(Array.from({ length: 50 }, (_, i) => Math.imul(i + 1, 0x9e3779b1))), 2, (i) => Math.sin(i)),
      words(2),
    );
    expect(lengthOf(bytes, 'x')).toBe(bytes.length);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(() => LinearModel.read(bytes.subarray(0, at), 'sentiment.en.bin')).toThrow(/^sentiment\.en\.bin: /);
        const spoilt = bytes.slice();
        spoilt[at] = (spoilt[at] ?? 0) ^ change;
        expect(() => LinearModel.read(spoilt, 'sentiment.en.bin')).toThrow(/^sentiment\.en\.bin: /);
      }),
      { numRuns: 500 },
    );
  });

  it('finds hardly any piece that was never put in', () => {
    const model = LinearModel.read(
      writeModel(
        task(fitting(Array.from({ length: 60 }, (_, i) => Math.imul(i + 1, 0x85ebca6b))), 1, () => 1),
        words(1),
      ),
      'x',
    );
    const strangers = Array.from({ length: 20_000 }, (_, i) => Math.imul(i + 1_000, 0xc2b2ae35));
    expect(strangers.filter((piece) => model.find(piece) >= 0).length / strangers.length).toBeLessThan(0.03);
  });
});
