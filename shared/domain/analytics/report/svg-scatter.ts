import { type Html, html } from '../../html.ts';
import type { Language } from '../../language.ts';
import { decimal } from '../number-words.ts';
import { shortened, widthOf } from './label.ts';
import type { ScatterPicture } from './report.ts';
import { round } from './svg-bars.ts';
import { inLanguage } from './text.ts';

const WIDTH = 720;
const HEIGHT = 480;
const LEFT = 56;
const BOTTOM = 48;
const EDGE = 8;
const TEXT = 12;
const LABEL_EMS = 13;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Points in four quadrants, each with its name beside it where it hides least. */
export function scatterSvg(picture: ScatterPicture, language: Language): Html {
  const { x: across, y: up, points, quadrants } = picture;
  const x = (value: number) => LEFT + ((WIDTH - LEFT - EDGE) * (value - across.min)) / (across.max - across.min);
  const y = (value: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - EDGE) * (value - up.min)) / (up.max - up.min);
  const dots = points.map((point) => ({ label: shortened(inLanguage(point.label, language), LABEL_EMS), x: x(point.x), y: y(point.y) }));
  const corners = [
    { x: LEFT + 10, y: EDGE + 18, anchor: 'start' },
    { x: WIDTH - EDGE - 10, y: EDGE + 18, anchor: 'end' },
    { x: LEFT + 10, y: HEIGHT - BOTTOM - 10, anchor: 'start' },
    { x: WIDTH - EDGE - 10, y: HEIGHT - BOTTOM - 10, anchor: 'end' },
  ];
  const names = corners.map(
    ({ x: at, y: of, anchor }, i) =>
      html`<text class="quadrant" x="${at}" y="${of}" text-anchor="${anchor}">${quadrants[i]?.[language] ?? ''}</text>`,
  );
  const taken = corners.map(({ x: at, y: of, anchor }, i): Box => {
    const width = widthOf(quadrants[i]?.[language] ?? '') * (TEXT + 1);
    return { x: anchor === 'start' ? at : at - width, y: of - TEXT, width, height: TEXT + 4 };
  });
  const placed = placeLabels(dots, taken);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${picture.label[language]}"><rect class="frame" x="${LEFT}" y="${EDGE}" width="${WIDTH - LEFT - EDGE}" height="${HEIGHT - BOTTOM - EDGE}"/><path class="axis" d="M${round(x(across.line))} ${EDGE}V${HEIGHT - BOTTOM}M${LEFT} ${round(y(up.line))}H${WIDTH - EDGE}"/>${names}${dots.map((dot) => html`<circle class="point" cx="${round(dot.x)}" cy="${round(dot.y)}" r="4.5"/>`)}${placed.map(({ label, x: at, y: of }) => html`<text class="name" x="${round(at)}" y="${round(of)}">${label}</text>`)}${axisWords(picture, language)}</svg>`;
}

function axisWords({ x, y }: ScatterPicture, language: Language): Html {
  const bottom = HEIGHT - BOTTOM + 18;
  return html`<text class="tick" x="${LEFT}" y="${bottom}">${decimal(x.min, 1)}</text><text class="tick" x="${WIDTH - EDGE}" y="${bottom}" text-anchor="end">${decimal(x.max, 1)}</text><text x="${(LEFT + WIDTH) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${x.label[language]} →</text><text class="tick" x="${LEFT - 6}" y="${EDGE + 10}" text-anchor="end">${decimal(y.max, 1)}</text><text class="tick" x="${LEFT - 6}" y="${HEIGHT - BOTTOM}" text-anchor="end">${decimal(y.min, 1)}</text><text transform="translate(16 ${(HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${y.label[language]} →</text>`;
}

interface Named {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/** Where a name may stand beside its point, best first: right, left, above, below, and the four between. */
const PLACES: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];

/** Each name is put where it covers least of the names of quadrants, the names before it and all points; the best place wins where several cover nothing. */
function placeLabels(dots: readonly Named[], before: readonly Box[]): Named[] {
  const taken: Box[] = [...before, ...dots.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }))];
  return dots.map(({ label, x, y }) => {
    const width = widthOf(label) * TEXT;
    const boxes = PLACES.map(([right, down]) => ({
      x: right === 0 ? x - width / 2 : right > 0 ? x + 8 : x - 8 - width,
      y: y - TEXT / 2 + down * TEXT * 1.2,
      width,
      height: TEXT * 1.1,
    }));
    const [best] = boxes
      .map((box) => ({ box, cost: taken.reduce((sum, other) => sum + overlap(box, other), 0) + outside(box) }))
      .sort((a, b) => a.cost - b.cost);
    const box = best?.box ?? { x, y, width, height: TEXT };
    taken.push(box);
    return { label, x: box.x, y: box.y + TEXT * 0.85 };
  });
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Outside of the frame a name cannot be read at all. */
const outside = ({ x, y, width, height }: Box): number =>
  x < LEFT || x + width > WIDTH || y < 0 || y + height > HEIGHT - BOTTOM ? 10_000 : 0;
