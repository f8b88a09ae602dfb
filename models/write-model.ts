import { checksumOf, fingerprintOf, HEAD_AT, type ModelHead, setOf, WAYS } from '../shared/domain/understand/linear-model.ts';
import { MEASURES } from '../shared/domain/understand/measures.ts';
import type { Modelled } from '../shared/domain/understand/models.ts';
import type { FittedTask } from './fit-task.ts';
import type { TaskPlan } from './tasks.ts';

/** Share of weights that keep their size; the few beyond are cut to the largest that a byte holds. */
const KEPT_SHARE = 0.9998;
const MOST = 127;
/** Digits of the numbers in the head. */
const DIGITS = 6;
/** Measured values are rough themselves. */
const MEASURE_DIGITS = 3;

export interface HeadWords extends Pick<ModelHead, 'task' | 'language' | 'slots' | 'temperature'> {
  readonly outputs: readonly string[];
  readonly measures: readonly string[];
  readonly thresholds: readonly number[];
}

/** What the head of a model says before it is calibrated. */
export const uncalibrated = (plan: TaskPlan, language: Modelled): HeadWords => ({
  task: plan.task,
  language,
  outputs: plan.outputs,
  measures: MEASURES,
  slots: plan.slots[language],
  temperature: 1,
  thresholds: plan.outputs.map(() => 0),
});

/** A model as the bytes that `LinearModel.read` reads: same model, same bytes. */
export function writeModel(task: FittedTask, words: HeadWords): Uint8Array {
  const outputs = words.outputs.length;
  const scales = words.outputs.map((_, k) => scaleOf(task.weights, k, outputs));
  const head: ModelHead = {
    ...words,
    outputs: [...words.outputs],
    measures: [...words.measures],
    scales: scales.map(round),
    biases: task.biases.map(round),
    measureWeights: task.measureWeights.map((list) => list.map((weight) => Number(weight.toPrecision(MEASURE_DIGITS)))),
    thresholds: words.thresholds.map(round),
    temperature: round(words.temperature),
  };
  const setSize = WAYS * (1 + outputs);
  const body = new Uint8Array((words.slots / WAYS) * setSize);
  const filled = new Uint8Array(words.slots / WAYS);
  for (const [at, piece] of task.pieces.entries()) {
    const set = setOf(piece, words.slots);
    const way = filled[set] ?? 0;
    if (way === WAYS) throw new Error(`set ${set} of ${words.task} holds more than ${WAYS} pieces`);
    filled[set] = way + 1;
    const from = set * setSize;
    body[from + way] = fingerprintOf(piece);
    for (let k = 0; k < outputs; k++) {
      const steps = Math.round((task.weights[at * outputs + k] ?? 0) / (head.scales[k] ?? 1));
      body[from + WAYS + way * outputs + k] = Math.max(-MOST, Math.min(MOST, steps)) & 0xff;
    }
  }
  return join(head, body);
}

const round = (value: number): number => Number(value.toPrecision(DIGITS));

function scaleOf(weights: Float64Array, output: number, outputs: number): number {
  const sizes = new Float64Array(weights.length / outputs);
  for (let i = 0; i < sizes.length; i++) sizes[i] = Math.abs(weights[i * outputs + output] ?? 0);
  sizes.sort();
  const most = sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * KEPT_SHARE))] ?? 0;
  return round((most || 1) / MOST);
}

function join(head: ModelHead, body: Uint8Array): Uint8Array {
  const text = JSON.stringify(head);
  const headBytes = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 4) * 4));
  const bytes = new Uint8Array(HEAD_AT + headBytes.length + body.length);
  bytes.set(new TextEncoder().encode('AML1'));
  bytes.set(headBytes, HEAD_AT);
  bytes.set(body, HEAD_AT + headBytes.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, headBytes.length, true);
  view.setUint32(8, checksumOf(bytes.subarray(HEAD_AT)), true);
  return bytes;
}
