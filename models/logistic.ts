import { minimise } from './lbfgs.ts';

/** Texts as rows of pieces: the columns of row `i` are `columns[starts[i]] … columns[starts[i + 1] - 1]`. Values are 1/√n for n known pieces. */
export interface Rows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly width: number;
  /** `measureCount` values per row. */
  readonly measures: Float64Array;
  readonly measureCount: number;
}

export interface Targets {
  /** Outputs that exclude each other (softmax; the class `outputs` itself is "none of them", logit 0), or each for itself. */
  readonly kind: 'one-of' | 'each';
  readonly outputs: number;
  /** one-of: the class per row. each: per row and output 1, 0, or −1 where nobody said. */
  readonly labels: Int8Array;
  readonly weights: Float64Array;
}

export interface Fitted {
  /** `outputs` weights per column, then per measure, then the biases. */
  readonly parameters: Float64Array;
}

export interface FitSettings {
  /** Strength of the L2 penalty on the weights of pieces, and on those of measures. */
  readonly penalty: number;
  readonly measurePenalty: number;
  readonly iterations: number;
  /** Scale of each column, folded into its values: how much a piece is trusted. */
  readonly columnScales: Float64Array;
  readonly onProgress?: (iteration: number, loss: number) => void;
}

/** Logistic regression with an L2 penalty. The same rows give the same weights. */
export function fitLogistic(rows: Rows, targets: Targets, settings: FitSettings, start?: Float64Array): Fitted {
  const size = (rows.width + rows.measureCount + 1) * targets.outputs;
  const slopeAt = (x: Float64Array) => lossAndGradient(rows, targets, settings, x);
  return { parameters: minimise(slopeAt, start?.slice() ?? new Float64Array(size), settings.iterations, settings.onProgress) };
}

function lossAndGradient(rows: Rows, targets: Targets, settings: FitSettings, x: Float64Array): { loss: number; gradient: Float64Array } {
  const { outputs } = targets;
  const gradient = new Float64Array(x.length);
  const logits = new Float64Array(outputs);
  const errors = new Float64Array(outputs);
  const count = rows.starts.length - 1;
  let loss = 0;
  for (let row = 0; row < count; row++) {
    const weight = targets.weights[row] ?? 0;
    if (weight === 0) continue;
    logitsOf(rows, settings.columnScales, x, row, logits);
    loss += weight * (targets.kind === 'one-of' ? errorsOneOf(targets, row, logits, errors) : errorsEach(targets, row, logits, errors));
    for (let k = 0; k < outputs; k++) errors[k] = (errors[k] ?? 0) * weight;
    addRow(rows, settings.columnScales, row, errors, gradient);
  }
  return { loss: loss + penalise(rows, outputs, settings, x, gradient), gradient };
}

function penalise(rows: Rows, outputs: number, { penalty, measurePenalty }: FitSettings, x: Float64Array, gradient: Float64Array): number {
  const pieces = rows.width * outputs;
  const all = pieces + rows.measureCount * outputs;
  let loss = 0;
  for (let i = 0; i < all; i++) {
    const strength = i < pieces ? penalty : measurePenalty;
    const value = x[i] ?? 0;
    loss += 0.5 * strength * value * value;
    gradient[i] = (gradient[i] ?? 0) + strength * value;
  }
  return loss;
}

export function logitsOf(rows: Rows, scales: Float64Array, x: Float64Array, row: number, logits: Float64Array): void {
  const outputs = logits.length;
  const [from, to] = [rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0];
  const value = from === to ? 0 : 1 / Math.sqrt(to - from);
  logits.fill(0);
  for (let i = from; i < to; i++) {
    const column = rows.columns[i] ?? 0;
    const scale = scales[column] ?? 0;
    const at = column * outputs;
    for (let k = 0; k < outputs; k++) logits[k] = (logits[k] ?? 0) + scale * (x[at + k] ?? 0);
  }
  const measuresAt = rows.width * outputs;
  const biasesAt = measuresAt + rows.measureCount * outputs;
  for (let k = 0; k < outputs; k++) logits[k] = (logits[k] ?? 0) * value + (x[biasesAt + k] ?? 0);
  for (let m = 0; m < rows.measureCount; m++) {
    const measured = rows.measures[row * rows.measureCount + m] ?? 0;
    if (measured !== 0) for (let k = 0; k < outputs; k++) logits[k] = (logits[k] ?? 0) + measured * (x[measuresAt + m * outputs + k] ?? 0);
  }
}

function addRow(rows: Rows, scales: Float64Array, row: number, errors: Float64Array, gradient: Float64Array): void {
  const outputs = errors.length;
  const [from, to] = [rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0];
  const value = from === to ? 0 : 1 / Math.sqrt(to - from);
  for (let i = from; i < to; i++) {
    const column = rows.columns[i] ?? 0;
    const scaled = value * (scales[column] ?? 0);
    const at = column * outputs;
    for (let k = 0; k < outputs; k++) gradient[at + k] = (gradient[at + k] ?? 0) + scaled * (errors[k] ?? 0);
  }
  const measuresAt = rows.width * outputs;
  const biasesAt = measuresAt + rows.measureCount * outputs;
  for (let k = 0; k < outputs; k++) gradient[biasesAt + k] = (gradient[biasesAt + k] ?? 0) + (errors[k] ?? 0);
  for (let m = 0; m < rows.measureCount; m++) {
    const measured = rows.measures[row * rows.measureCount + m] ?? 0;
    const at = measuresAt + m * outputs;
    if (measured !== 0) for (let k = 0; k < outputs; k++) gradient[at + k] = (gradient[at + k] ?? 0) + measured * (errors[k] ?? 0);
  }
}

/** Softmax with a class of logit 0 behind the outputs. Fills `errors` with probability − truth. */
function errorsOneOf({ labels, outputs }: Targets, row: number, logits: Float64Array, errors: Float64Array): number {
  const truth = labels[row] ?? 0;
  let most = 0;
  for (let k = 0; k < outputs; k++) most = Math.max(most, logits[k] ?? 0);
  let sum = Math.exp(-most);
  for (let k = 0; k < outputs; k++) {
    const power = Math.exp((logits[k] ?? 0) - most);
    errors[k] = power;
    sum += power;
  }
  for (let k = 0; k < outputs; k++) errors[k] = (errors[k] ?? 0) / sum - (k === truth ? 1 : 0);
  return Math.log(sum) + most - (truth < outputs ? (logits[truth] ?? 0) : 0);
}

function errorsEach({ labels, outputs }: Targets, row: number, logits: Float64Array, errors: Float64Array): number {
  let loss = 0;
  for (let k = 0; k < outputs; k++) {
    const truth = labels[row * outputs + k] ?? -1;
    const logit = logits[k] ?? 0;
    if (truth < 0) {
      errors[k] = 0;
      continue;
    }
    errors[k] = 1 / (1 + Math.exp(-logit)) - truth;
    loss += Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(0, logit) - truth * logit;
  }
  return loss;
}
