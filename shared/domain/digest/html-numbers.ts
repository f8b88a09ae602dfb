import { type Fragment, type Html, html } from '../html.ts';
import type { Change } from '../metrics/figures.ts';
import type { DigestModel } from './digest.ts';
import { changeText, isGood, npsBand } from './formats.ts';
import type { Layout } from './layout.ts';
import type { DigestNumber } from './numbers.ts';
import { basisOf, type Said, shownValue, whyNoValue } from './sayings.ts';

const BAND_COLOURS = { low: ['bad', 'white'], fair: ['fair', 'ink'], good: ['good', 'white'] } as const;

interface Section extends Said {
  readonly model: DigestModel;
  readonly layout: Layout;
}

/** The four numbers two by two: each with what stands behind it, its interval and its change, or that it has too few answers. */
export function numberCards(section: Section): Html {
  const { frame, row, cell } = section.layout;
  const cards = section.model.numbers.map((number) => card(number, section));
  const gap = cell({ width: '2%', size: 1 }, html`&nbsp;`);
  const between = row(cell({ size: 1, padding: '6px 0', columns: 3 }, html`&nbsp;`));
  return frame([row(cards[0], gap, cards[1]), between, row(cards[2], gap, cards[3])]);
}

function card(number: DigestNumber, section: Section): Html {
  const { layout, report } = section;
  const { frame, row, cell } = layout;
  const value = shownValue(number);
  const lines: Fragment = value === undefined ? tooFew(layout, whyNoValue(number, section)) : figures(number, value, section);
  return cell(
    { width: '49%', background: 'tint', padding: '16px' },
    frame([row(cell({ background: 'tint', colour: 'muted', size: 13 }, report.numbers[number.key])), lines]),
  );
}

function figures(number: DigestNumber, value: string, section: Section): Fragment {
  const { layout, words, model } = section;
  const { row, cell } = layout;
  const chip =
    number.key === 'nps' &&
    number.estimate &&
    row(cell({ background: 'tint', padding: '0 0 4px' }, bandChip(number.estimate.value, section)));
  return [
    row(cell({ background: 'tint', size: 34, isBold: true, isNoWrap: true, padding: '2px 0 4px' }, value)),
    chip,
    basisOf(number, section).map((part) => row(cell({ background: 'tint', size: 13 }, part))),
    changeLine(number, changeText(number, model, words), layout),
  ];
}

function bandChip(score: number, { layout: { cell, frame, row }, words }: Section): Html {
  const band = npsBand(score);
  const [background, colour] = BAND_COLOURS[band];
  return frame(row(cell({ background, colour, size: 12, isBold: true, padding: '2px 8px' }, words.npsBand(band))), 'auto');
}

const tooFew = ({ row, cell }: Layout, text: string) =>
  row(cell({ background: 'tint', colour: 'muted', size: 16, padding: '10px 0' }, text));

const ARROWS = { 'clearly-up': '▲', 'clearly-down': '▼' } as const;

function changeLine({ key, change }: DigestNumber, text: string | undefined, { row, cell }: Layout): Html | undefined {
  if (text === undefined) return undefined;
  const isClear = change !== undefined && change.verdict !== 'no-clear-change';
  const arrow = isClear && html`<span aria-hidden="true">${arrowOf(change)}</span> `;
  const colour = isClear ? (isGood(key, change) ? 'good' : 'bad') : 'muted';
  return row(cell({ background: 'tint', size: 13, colour, isBold: isClear, padding: '4px 0' }, arrow, text));
}

/** The colour and the arrow repeat what stands in words. */
export const arrowOf = ({ verdict }: Change): string => (verdict === 'no-clear-change' ? '' : ARROWS[verdict]);
