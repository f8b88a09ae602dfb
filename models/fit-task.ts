import { fingerprintOf, setOf, WAYS } from '../shared/domain/understand/linear-model.ts';
import { MEASURES } from '../shared/domain/understand/measures.ts';
import { type FitSettings, fitLogistic, type Rows, type Targets } from './logistic.ts';
import { PieceCounts, type ReadExample } from './table.ts';
import type { TaskPlan } from './tasks.ts';

/** A fitted task before it is written: the pieces that are kept and their weights, in logits. */
export interface FittedTask {
  readonly pieces: Int32Array;
  /** `outputs` numbers per piece. */
  readonly weights: Float64Array;
  readonly measureWeights: readonly (readonly number[])[];
  readonly biases: readonly number[];
}

export type Progress = (message: string) => void;

/** Iterations of the first fit, which chooses pieces, and of the second, which weighs those that are kept. */
const FIRST = 25;
const SECOND = 60;
/** Commoner pieces are trusted less: the root of their inverse frequency, so that the penalty bears on them more. */
const scaleOf = (texts: number, count: number): number => Math.sqrt(Math.log(1 + texts / count) / 3);

/** Fits all pieces, keeps the weightiest that the table has room for, and fits these again. */
export function fitTask(plan: TaskPlan, slots: number, texts: readonly ReadExample[], progress: Progress): FittedTask {
  const counted = new PieceCounts();
  for (const { pieces } of texts) counted.addText(pieces);
  const { pieces, counts } = counted.list(plan.leastTexts);
  const scales = Float64Array.from(counts, (count) => scaleOf(texts.length, count));
  const targets = targetsOf(plan, texts);
  progress(`${pieces.length} pieces in ${texts.length} texts`);
  const all = fitRows(plan, rowsOf(texts, pieces), targets, scales, FIRST, progress);
  const kept = fitting(pieces, counts, scales, all, plan.outputs.length, slots);
  const [keptPieces, keptScales] = [Int32Array.from(kept, (at) => pieces[at] ?? 0), Float64Array.from(kept, (at) => scales[at] ?? 0)];
  progress(`${kept.length} pieces kept`);
  const start = startFrom(all, kept, pieces.length, plan.outputs.length);
  const parameters = fitRows(plan, rowsOf(texts, keptPieces), targets, keptScales, SECOND, progress, start);
  return taskFrom(plan, keptPieces, keptScales, parameters);
}

function fitRows(
  plan: TaskPlan,
  rows: Rows,
  targets: Targets,
  columnScales: Float64Array,
  iterations: number,
  progress: Progress,
  start?: Float64Array,
): Float64Array {
  const settings: FitSettings = {
    penalty: plan.penalty,
    measurePenalty: plan.measurePenalty,
    iterations,
    columnScales,
    onProgress: (iteration, loss) => {
      if (iteration % 10 === 0) progress(`iteration ${iteration} of ${iterations}, loss ${loss.toFixed(1)}`);
    },
  };
  return fitLogistic(rows, targets, settings, start).parameters;
}

function targetsOf(plan: TaskPlan, texts: readonly ReadExample[]): Targets {
  const labels = texts.flatMap(({ example }) => [...(plan.labelsOf(example) ?? [])]);
  const weights = Float64Array.from(texts, ({ example }) => plan.weightOf(example));
  return { kind: plan.kind, outputs: plan.outputs.length, labels: Int8Array.from(labels), weights };
}

/** The rows of texts over these pieces, which are sorted. */
function rowsOf(texts: readonly ReadExample[], pieces: Int32Array): Rows {
  const columnOf = new Map<number, number>();
  for (const [column, piece] of pieces.entries()) columnOf.set(piece, column);
  const starts = new Int32Array(texts.length + 1);
  let columns = new Int32Array(1 << 20);
  let length = 0;
  const measures = new Float64Array(texts.length * MEASURES.length);
  for (const [row, text] of texts.entries()) {
    for (const piece of text.pieces) {
      const column = columnOf.get(piece);
      if (column === undefined) continue;
      if (length === columns.length) {
        const wider = new Int32Array(length * 2);
        wider.set(columns);
        columns = wider;
      }
      columns[length++] = column;
    }
    starts[row + 1] = length;
    measures.set(text.measures, row * MEASURES.length);
  }
  return { starts, columns: columns.subarray(0, length), width: pieces.length, measures, measureCount: MEASURES.length };
}

/** Of the pieces that share a set of slots, the weightiest; of two with one fingerprint, the weightier. Weight counts by how often it is felt. */
function fitting(
  pieces: Int32Array,
  counts: Int32Array,
  scales: Float64Array,
  parameters: Float64Array,
  outputs: number,
  slots: number,
): number[] {
  const worth = Float64Array.from(pieces, (_, column) => {
    let most = 0;
    for (let k = 0; k < outputs; k++) most = Math.max(most, Math.abs(parameters[column * outputs + k] ?? 0));
    return most * (scales[column] ?? 0) * Math.sqrt(counts[column] ?? 0);
  });
  const order = Int32Array.from(pieces, (_, column) => column).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  const sets = new Map<number, number[]>();
  const kept: number[] = [];
  for (const column of order) {
    const piece = pieces[column] ?? 0;
    const set = setOf(piece, slots);
    const there = sets.get(set) ?? [];
    if ((worth[column] ?? 0) === 0 || there.length === WAYS || there.includes(fingerprintOf(piece))) continue;
    there.push(fingerprintOf(piece));
    sets.set(set, there);
    kept.push(column);
  }
  return kept.sort((a, b) => a - b);
}

function startFrom(parameters: Float64Array, kept: readonly number[], width: number, outputs: number): Float64Array {
  const rest = parameters.subarray(width * outputs);
  const start = new Float64Array(kept.length * outputs + rest.length);
  for (const [to, from] of kept.entries()) for (let k = 0; k < outputs; k++) start[to * outputs + k] = parameters[from * outputs + k] ?? 0;
  start.set(rest, kept.length * outputs);
  return start;
}

function taskFrom(plan: TaskPlan, pieces: Int32Array, scales: Float64Array, parameters: Float64Array): FittedTask {
  const outputs = plan.outputs.length;
  const weights = parameters.slice(0, pieces.length * outputs);
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) * (scales[Math.floor(i / outputs)] ?? 0);
  const measuresAt = pieces.length * outputs;
  const biasesAt = measuresAt + MEASURES.length * outputs;
  const perOutput = <T>(make: (k: number) => T): T[] => plan.outputs.map((_, k) => make(k));
  return {
    pieces,
    weights,
    measureWeights: perOutput((k) => MEASURES.map((_, m) => parameters[measuresAt + m * outputs + k] ?? 0)),
    biases: perOutput((k) => parameters[biasesAt + k] ?? 0),
  };
}
