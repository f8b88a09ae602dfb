import { COLOURS } from './layout.ts';
import type { TrendPoint } from './trend.ts';

/** Of the picture in the mail, in CSS pixels; it is drawn twice as fine. */
export const PICTURE = { width: 536, height: 150 } as const;

const LEFT = 12;
const TOP = 10;
const BOTTOM = 16;
const STEP = 0.1;
/** A scale that spans less would make chance look like change. */
const LEAST_SPAN = 0.2;

export interface Scale {
  /** Shares, 0 … 1. */
  readonly from: number;
  readonly to: number;
}

/** What the picture's height stands for: all intervals fit, in tenths; undefined where there are not two shares to draw. */
export function scaleOf(points: readonly TrendPoint[]): Scale | undefined {
  const shares = points.flatMap(({ satisfied }) => satisfied ?? []);
  if (shares.length < 2) return undefined;
  const tenth = (value: number, round: (x: number) => number) => round(Number((value / STEP).toFixed(6))) * STEP;
  const from = tenth(Math.min(...shares.map(({ low }) => low)), Math.floor);
  const to = tenth(Math.max(...shares.map(({ high }) => high)), Math.ceil);
  const missing = Math.max(0, LEAST_SPAN - (to - from));
  return missing === 0 ? { from, to } : { from: Math.max(0, from - missing), to: Math.min(1, to + Math.max(0, missing - from)) };
}

/**
 * The trend as SVG without any text, so that no font is needed to draw it: for each period a dot with its interval, joined where they follow each other,
 * and a small mark at the foot where there were too few answers. The last one is the digest's own.
 */
export function trendSvg(points: readonly TrendPoint[]): string | undefined {
  const scale = scaleOf(points);
  if (scale === undefined) return undefined;
  const { width, height } = PICTURE;
  const x = (i: number) => rounded(LEFT + (i * (width - 2 * LEFT)) / Math.max(1, points.length - 1));
  const y = (share: number) => rounded(TOP + ((scale.to - share) / (scale.to - scale.from)) * (height - TOP - BOTTOM));
  const grid = [scale.from, (scale.from + scale.to) / 2, scale.to].map(
    (share) => `<path d="M0 ${y(share)}H${width}" stroke="${COLOURS.line}" stroke-width="1"/>`,
  );
  const marks = points.map(({ satisfied }, i) => {
    if (satisfied === undefined) return `<path d="M${x(i)} ${height - 10}v6" stroke="${COLOURS.neutral}" stroke-width="2"/>`;
    const isLast = i === points.length - 1;
    const interval = `<path d="M${x(i)} ${y(satisfied.high)}V${y(satisfied.low)}" stroke="${COLOURS.neutral}" stroke-width="${isLast ? 4 : 2}"/>`;
    return `${interval}<circle cx="${x(i)}" cy="${y(satisfied.value)}" r="${isLast ? 6 : 4}" fill="${COLOURS.accent}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${COLOURS.tint}"/>`,
    ...grid,
    `<path d="${lineThrough(points, x, y)}" fill="none" stroke="${COLOURS.accent}" stroke-width="2"/>`,
    ...marks,
    '</svg>',
  ].join('');
}

/** Broken where a period has no share: nobody knows where it went. */
function lineThrough(points: readonly TrendPoint[], x: (i: number) => number, y: (share: number) => number): string {
  return points
    .flatMap(({ satisfied }, i) => {
      if (satisfied === undefined) return [];
      const goesOn = points[i - 1]?.satisfied !== undefined;
      return [`${goesOn ? 'L' : 'M'}${x(i)} ${y(satisfied.value)}`];
    })
    .join('');
}

const rounded = (pixels: number) => Math.round(pixels * 10) / 10;
