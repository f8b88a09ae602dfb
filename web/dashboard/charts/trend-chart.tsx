import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { instantOf } from '../days.ts';
import { LOCALES } from '../speech.ts';
import { language } from '../words.ts';
import type { TrendPoint } from './trend-points.ts';

interface TrendChartProps {
  readonly points: readonly TrendPoint[];
  readonly axis: readonly [number, number];
  /** Says in words what it shows; the table beside it says all. */
  readonly label: string;
  readonly onPick: (point: TrendPoint) => void;
}

const HEIGHT = 260;
/** What the colours of the house depend on: a canvas does not follow the style by itself. */
const APPEARANCES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'];

/** The trend with its interval as a band. Whole periods are full dots, those that still run or are cut are hollow ones. */
export function TrendChart({ points, axis, label, onPick }: TrendChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const key = JSON.stringify([points, axis]);
  useEffect(() => {
    const { current: element } = place;
    if (element === null) return;
    return drawn(element, (width) => plotOf({ points, axis, width, pick: (point) => pick.current(point) }, element));
  }, [key]);
  return <div class="trend" ref={place} role="img" aria-label={label} />;
}

/** Draws, and draws anew when the width or the colours change. @returns takes it away */
function drawn(element: HTMLElement, make: (width: number) => uPlot): () => void {
  let plot = make(element.clientWidth);
  const again = () => {
    plot.destroy();
    plot = make(element.clientWidth);
  };
  const watched = new ResizeObserver(() => {
    if (plot.width !== element.clientWidth && element.clientWidth > 0) plot.setSize({ width: element.clientWidth, height: HEIGHT });
  });
  watched.observe(element);
  const appearances = APPEARANCES.map((query) => matchMedia(query));
  for (const appearance of appearances) appearance.addEventListener('change', again);
  return () => {
    watched.disconnect();
    for (const appearance of appearances) appearance.removeEventListener('change', again);
    plot.destroy();
  };
}

interface Drawing {
  readonly points: readonly TrendPoint[];
  readonly axis: readonly [number, number];
  readonly width: number;
  readonly pick: (point: TrendPoint) => void;
}

function plotOf({ points, axis, width, pick }: Drawing, element: HTMLElement): uPlot {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const font = `12px ${colour('--font')}`;
  const axisStyle = { stroke: colour('--soft'), font, grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } };
  const plot = new uPlot(
    {
      ...{ width, height: HEIGHT, legend: { show: false }, padding: [8, 12, 0, 0] },
      // Days have no zone: UTC's midnights stand for them.
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      cursor: { drag: { x: false, y: false }, points: { show: false } },
      scales: { x: { time: true, range: paddedRange(points) }, y: { range: [axis[0], axis[1]] } },
      axes: [
        { ...axisStyle, values: dayLabels, grid: { show: false }, size: 28 },
        { ...axisStyle, size: 44 },
      ],
      series: seriesIn(colour),
      bands: [{ series: [2, 3], fill: colour('--band') }],
    },
    columnsOf(points),
    element,
  );
  plot.over.addEventListener('click', () => {
    const point = points[plot.cursor.idx ?? -1];
    if (point !== undefined) pick(point);
  });
  return plot;
}

function seriesIn(colour: (name: string) => string): uPlot.Series[] {
  const accent = colour('--accent');
  const end = { stroke: 'transparent', points: { show: false } };
  return [
    {},
    { stroke: accent, width: 2, points: { show: false } },
    end,
    end,
    { stroke: 'transparent', points: { show: true, size: 8, width: 2, stroke: accent, fill: accent } },
    { stroke: 'transparent', points: { show: true, size: 9, width: 2, stroke: accent, fill: colour('--sheet') } },
  ];
}

/** Time; value; the ends of the interval, upper first; whole periods; partial ones. */
function columnsOf(points: readonly TrendPoint[]): uPlot.AlignedData {
  const values = (of: (point: TrendPoint) => number | undefined) => points.map((point) => of(point) ?? null);
  return [
    points.map(({ from }) => secondsOf(from)),
    values(({ value }) => value),
    values(({ high }) => high),
    values(({ low }) => low),
    values(({ value, isPartial }) => (isPartial ? undefined : value)),
    values(({ value, isPartial }) => (isPartial ? value : undefined)),
  ];
}

const secondsOf = (day: string) => instantOf(day).getTime() / 1000;

/** A single period has no length of its own: half a day around it. */
function paddedRange(points: readonly TrendPoint[]): uPlot.Range.MinMax {
  const [first, last] = [points[0], points.at(-1)].map((point) => (point ? secondsOf(point.from) : 0));
  const edge = first === last ? 43_200 : ((last ?? 0) - (first ?? 0)) * 0.02;
  return [(first ?? 0) - edge, (last ?? 0) + edge];
}

const dayFormat = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', month: 'short', day: 'numeric' });
const dayLabels = (_plot: uPlot, splits: number[]) => splits.map((seconds) => dayFormat.format(seconds * 1000));
