import { type Html, html } from '../../html.ts';
import type { Language } from '../../language.ts';
import { decimal } from '../number-words.ts';
import { shortened } from './label.ts';
import type { BarsPicture } from './report.ts';
import { inLanguage } from './text.ts';

const WIDTH = 720;
const LABELS = 230;
const FIGURES = 60;
const ROW = 28;
const AXIS = 26;
const LABEL_EMS = 16;

/** Bars with whiskers: one line for each figure, its interval drawn over it. */
export function barsSvg(picture: BarsPicture, language: Language): Html {
  const { min, max, from, bars } = picture;
  const width = WIDTH - LABELS - FIGURES;
  const x = (value: number) => round(LABELS + (width * (Math.min(max, Math.max(min, value)) - min)) / (max - min));
  const height = bars.length * ROW + AXIS;
  const rows = bars.map((bar, i) => {
    const middle = i * ROW + ROW / 2;
    const [left, right] = [Math.min(x(from), x(bar.value)), Math.max(x(from), x(bar.value))];
    const label = inLanguage(bar.label, language);
    const whisker =
      bar.low === undefined || bar.high === undefined
        ? ''
        : html`<path class="whisker" d="M${x(bar.low)} ${middle}H${x(bar.high)}M${x(bar.low)} ${middle - 5}v10M${x(bar.high)} ${middle - 5}v10"/>`;
    return html`<text x="${LABELS - 10}" y="${middle + 4}" text-anchor="end">${shortened(label, LABEL_EMS)}</text><rect class="${bar.tone}" x="${left}" y="${middle - 8}" width="${round(Math.max(1, right - left))}" height="16"/>${whisker}<text x="${WIDTH - 4}" y="${middle + 4}" text-anchor="end">${decimal(bar.value, digitsOf(max - min))}</text>`;
  });
  const ticks = [min, (min + max) / 2, max].map(
    (value) =>
      html`<path class="grid" d="M${x(value)} 0V${height - AXIS}"/><text class="tick" x="${x(value)}" y="${height - 8}" text-anchor="middle">${decimal(value, digitsOf(max - min) - 1)}</text>`,
  );
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${picture.label[language]}">${ticks}<path class="axis" d="M${x(from)} 0V${height - AXIS}"/>${rows}</svg>`;
}

const digitsOf = (range: number) => (range > 20 ? 1 : 2);
export const round = (value: number) => Math.round(value * 10) / 10;
