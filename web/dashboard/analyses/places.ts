import { placeOf } from '../charts/place.ts';

interface Scale {
  readonly min: number;
  readonly max: number;
}

/** Where a bar that begins at `from` lies on its track, in percent: to either side, and never too thin to be seen. */
export function endsOf(
  { min, max, from }: Scale & { readonly from: number },
  value: number,
): { readonly start: number; readonly width: number } {
  const [zero, end] = [placeOf(from, min, max), placeOf(value, min, max)];
  return { start: Math.min(zero, end), width: Math.max(0.5, Math.abs(end - zero)) };
}

/** Side of the square that points are drawn in; none comes nearer to its edge than `EDGE`. */
export const SIZE = 320;
export const EDGE = 14;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a point lies in the drawing: more is to the right and upwards. */
export function pointAt(axes: { readonly x: Scale; readonly y: Scale }, { x, y }: Point): Point {
  const within = (percent: number) => Math.round((EDGE + ((SIZE - 2 * EDGE) * percent) / 100) * 10) / 10;
  return { x: within(placeOf(x, axes.x.min, axes.x.max)), y: within(100 - placeOf(y, axes.y.min, axes.y.max)) };
}
