/** A function to be made small: its value and slope at a point. */
export type Slope = (x: Float64Array) => { readonly loss: number; readonly gradient: Float64Array };

const MEMORY = 7;
const MAX_HALVINGS = 25;
const SUFFICIENT = 1e-4;
const TOLERANCE = 1e-5;

/**
 * Minimises by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.4) with a backtracking line search. No randomness, one thread, sums in a
 * fixed order: the same function gives the same point. Ends where a step gains next to nothing, or after `iterations`.
 */
export function minimise(
  slopeAt: Slope,
  start: Float64Array,
  iterations: number,
  onProgress?: (iteration: number, loss: number) => void,
): Float64Array {
  let x = start;
  let { loss, gradient } = slopeAt(x);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let iteration = 1; iteration <= iterations; iteration++) {
    const next = step(slopeAt, x, loss, gradient, descend(gradient, steps, changes), steps.length === 0);
    if (next === undefined) break;
    remember(steps, difference(next.x, x));
    remember(changes, difference(next.gradient, gradient));
    const gain = (loss - next.loss) / Math.max(1, Math.abs(loss));
    ({ x, loss, gradient } = next);
    onProgress?.(iteration, loss);
    if (gain < TOLERANCE) break;
  }
  return x;
}

/** The longest of ever shorter steps that makes enough of the slope (Armijo's condition); none where there is no such step. */
function step(slopeAt: Slope, x: Float64Array, loss: number, gradient: Float64Array, direction: Float64Array, isFirst: boolean) {
  const slope = dot(direction, gradient);
  let rate = isFirst ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
  for (let halving = 0; halving < MAX_HALVINGS; halving++, rate /= 2) {
    const moved = x.slice();
    addScaled(moved, direction, rate);
    const next = slopeAt(moved);
    if (next.loss <= loss + SUFFICIENT * rate * slope) return { x: moved, ...next };
  }
  return undefined;
}

function remember(list: Float64Array[], one: Float64Array): void {
  list.push(one);
  if (list.length > MEMORY) list.shift();
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = (a[i] ?? 0) - (b[i] ?? 0);
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addScaled(to: Float64Array, from: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + factor * (from[i] ?? 0);
}

/** The two-loop recursion. */
function descend(gradient: Float64Array, steps: readonly Float64Array[], changes: readonly Float64Array[]): Float64Array {
  const q = gradient.slice();
  const alphas: number[] = [];
  for (let i = steps.length - 1; i >= 0; i--) {
    const [s, y] = [steps[i], changes[i]];
    if (s === undefined || y === undefined) continue;
    const alpha = dot(s, q) / dot(y, s);
    alphas[i] = alpha;
    addScaled(q, y, -alpha);
  }
  const [s, y] = [steps.at(-1), changes.at(-1)];
  if (s !== undefined && y !== undefined) {
    const scale = dot(s, y) / dot(y, y);
    for (let i = 0; i < q.length; i++) q[i] = (q[i] ?? 0) * scale;
  }
  for (let i = 0; i < steps.length; i++) {
    const [si, yi] = [steps[i], changes[i]];
    if (si === undefined || yi === undefined) continue;
    const beta = dot(yi, q) / dot(yi, si);
    addScaled(q, si, (alphas[i] ?? 0) - beta);
  }
  for (let i = 0; i < q.length; i++) q[i] = -(q[i] ?? 0);
  return q;
}
