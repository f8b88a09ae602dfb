import { type Html, html } from '../../html.ts';
import type { Language } from '../../language.ts';
import { decimal } from '../number-words.ts';
import { shortened } from './label.ts';
import type { FunnelPicture } from './report.ts';
import { round } from './svg-bars.ts';
import { inLanguage } from './text.ts';

const WIDTH = 720;
const HEIGHT = 380;
const LEFT = 56;
const BOTTOM = 48;
const EDGE = 12;

/** Groups over the number of answers behind them; between the curves they differ as chance lets them. Those outside are named. */
export function funnelSvg(picture: FunnelPicture, language: Language): Html {
  const { x: across, y: up, limits, points } = picture;
  const x = (n: number) => round(LEFT + ((WIDTH - LEFT - EDGE) * n) / across.max);
  const y = (value: number) => round(HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - EDGE) * (clamp(value, up) - up.min)) / (up.max - up.min));
  const curve = (end: 'low' | 'high') => limits.map((limit, i) => `${i === 0 ? 'M' : 'L'}${x(limit.n)} ${y(limit[end])}`).join('');
  const dots = points.map(
    ({ label, n, value, tone }) =>
      html`<circle class="${tone}" cx="${x(n)}" cy="${y(value)}" r="5"/>${tone !== 'plain' && html`<text class="name" x="${x(n) + (n > across.max / 2 ? -8 : 8)}" y="${y(value) + 4}" text-anchor="${n > across.max / 2 ? 'end' : 'start'}">${shortened(inLanguage(label, language), 14)}</text>`}`,
  );
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${picture.label[language]}"><rect class="frame" x="${LEFT}" y="${EDGE}" width="${WIDTH - LEFT - EDGE}" height="${HEIGHT - BOTTOM - EDGE}"/><path class="limit" d="${curve('low')}${curve('high')}"/><path class="axis" d="M${LEFT} ${y(up.line)}H${WIDTH - EDGE}"/>${dots}<text class="tick" x="${LEFT}" y="${HEIGHT - BOTTOM + 18}">0</text><text class="tick" x="${WIDTH - EDGE}" y="${HEIGHT - BOTTOM + 18}" text-anchor="end">${Math.round(across.max)}</text><text x="${(LEFT + WIDTH) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${across.label[language]} →</text><text class="tick" x="${LEFT - 6}" y="${EDGE + 10}" text-anchor="end">${decimal(up.max, 2)}</text><text class="tick" x="${LEFT - 6}" y="${HEIGHT - BOTTOM}" text-anchor="end">${decimal(up.min, 2)}</text><text transform="translate(16 ${(HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${up.label[language]} →</text></svg>`;
}

const clamp = (value: number, { min, max }: { readonly min: number; readonly max: number }) => Math.min(max, Math.max(min, value));
