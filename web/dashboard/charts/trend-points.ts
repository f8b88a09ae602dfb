import type { Step } from '../figures.ts';
import { scoreOf } from '../measures.ts';
import type { Measure } from '../settings.ts';

/** A point of the trend with the ends of its interval; without `value` too few answers stand behind it. */
export interface TrendPoint {
  readonly from: string;
  readonly to: string;
  /** The period still runs, or is cut by the days that were asked for. */
  readonly isPartial: boolean;
  /** Single persons could be told from it: not even its n is shown. */
  readonly isHidden: boolean;
  readonly n: number | undefined;
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** The trend of a measure, oldest first: shares in percent, scores in points, the number of answers as it is. */
export const trendPoints = (steps: readonly Step[], measure: Measure): TrendPoint[] =>
  steps.map(({ from, to, isPartial, figures }) => {
    const period = { from, to, isPartial, isHidden: figures === undefined };
    if (figures === undefined) return { ...period, n: undefined };
    const score = scoreOf(measure);
    if (score === undefined) return { ...period, n: figures.n, value: figures.n };
    const estimate = score.estimate(figures);
    const scale = score.unit === 'share' ? 100 : 1;
    return {
      ...{ ...period, n: score.n(figures) },
      ...(estimate && { value: estimate.value * scale, low: estimate.low * scale, high: estimate.high * scale }),
    };
  });

/** Ends of the axis: whole scales, so that a small change does not look like a large one; of counts from 0. */
export function axisOf(measure: Measure, points: readonly TrendPoint[]): readonly [number, number] {
  if (measure === 'nps') return [-100, 100];
  if (measure !== 'n') return [0, 100];
  return [0, Math.max(5, ...points.map(({ n = 0 }) => n)) * 1.1];
}
