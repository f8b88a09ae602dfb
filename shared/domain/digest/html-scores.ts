import { type Fragment, type Html, html } from '../html.ts';
import type { Change } from '../metrics/figures.ts';
import type { DigestModel, DigestRow } from './digest.ts';
import { changeText, countText, npsBand, percent, signed } from './formats.ts';
import { COLOURS, type Colour, type Layout } from './layout.ts';
import type { DigestWords } from './words.ts';

const SYMBOLS = { 'clearly-up': '▲', 'clearly-down': '▼', 'no-clear-change': '' } as const;
const VERDICT_COLOURS = { 'clearly-up': 'good', 'clearly-down': 'bad', 'no-clear-change': 'muted' } as const;
const BAND_COLOURS = { low: ['bad', 'white'], fair: ['fair', 'ink'], good: ['good', 'white'] } as const;

interface Section {
  readonly model: DigestModel;
  readonly words: DigestWords;
  readonly layout: Layout;
}

/** The two scores side by side: each with n, interval and change, or that it has too few answers. */
export function scoreCards({ model, words, layout }: Section): Html {
  const { csat, nps } = model.figures;
  const satisfaction = csat.topTwoBox && [
    bigScore(layout, percent(csat.topTwoBox.value)),
    detail(layout, [words.basedOn(csat.n), words.interval(words.range(percent(csat.topTwoBox.low), percent(csat.topTwoBox.high)))]),
    csat.mean && detail(layout, [words.mean(String(Math.round(csat.mean.value)))]),
    changeLine(layout, model.satisfiedChange, changeText(model.satisfiedChange, 'share', model, words)),
  ];
  const recommendation = model.nps && [
    bigScore(layout, signed(model.nps.value), bandChip(layout, model.nps.value, words)),
    detail(layout, [words.basedOn(nps.n), words.interval(words.range(signed(model.nps.low), signed(model.nps.high)))]),
    changeLine(layout, model.npsChange, changeText(model.npsChange, 'score', model, words)),
  ];
  const { frame, row, cell } = layout;
  const card = (label: string, lines: Fragment, n: number) =>
    cell(
      { width: '49%', background: 'tint', padding: '16px' },
      frame([row(cell({ background: 'tint', colour: 'muted', size: 13 }, label)), lines ?? tooFew(layout, words.tooFew(n))]),
    );
  return frame(
    row(card(words.satisfied, satisfaction, csat.n), cell({ width: '2%', size: 1 }, html`&nbsp;`), card(words.nps, recommendation, nps.n)),
  );
}

const bigScore = ({ frame, row, cell }: Layout, score: string, chip?: Html) =>
  row(
    cell(
      { background: 'tint', padding: '2px 0 4px' },
      frame(row(cell({ background: 'tint', size: 34, isBold: true, isNoWrap: true }, score), chip ?? ''), 'auto'),
    ),
  );

function bandChip({ cell, frame, row }: Layout, score: number, words: DigestWords): Html {
  const band = npsBand(score);
  const [background, colour] = BAND_COLOURS[band];
  const chip = frame(row(cell({ background, colour, size: 12, isBold: true, padding: '2px 8px' }, words.npsBand(band))), 'auto');
  return cell({ background: 'tint', padding: '17px 0 0 12px' }, chip);
}

const detail = ({ row, cell }: Layout, parts: readonly string[]) => parts.map((part) => row(cell({ background: 'tint', size: 13 }, part)));

const tooFew = ({ row, cell }: Layout, text: string) =>
  row(cell({ background: 'tint', colour: 'muted', size: 16, padding: '10px 0' }, text));

function changeLine({ row, cell }: Layout, change: Change | undefined, text: string | undefined): Html | undefined {
  if (text === undefined) return undefined;
  const verdict = change?.verdict ?? 'no-clear-change';
  const isClear = verdict !== 'no-clear-change';
  const symbol = isClear && html`<span aria-hidden="true">${SYMBOLS[verdict]}</span> `;
  return row(cell({ background: 'tint', size: 13, colour: VERDICT_COLOURS[verdict], isBold: isClear, padding: '4px 0' }, symbol, text));
}

const CSAT_COLOURS = ['good', 'good', 'neutral', 'bad', 'bad'] as const;

/** Bars for the five answers, best first, each with its number and share. */
export function satisfactionBars({ model, words, layout }: Section): Html | undefined {
  const { n, histogram } = model.figures.csat;
  if (n === 0) return undefined;
  const best = [...histogram].reverse();
  return layout.dataTable(words.distribution, [
    hiddenHeads(layout, words.distribution, words.answersHeading),
    ...best.map((count, i) => barRow(layout, words.csatAnswers[i] ?? '', count, n, CSAT_COLOURS[i] ?? 'neutral')),
  ]);
}

/** Bars for promoters, passives and detractors. */
export function recommendationBars({ model, words, layout }: Section): Html | undefined {
  const { n, promoters, passives, detractors } = model.figures.nps;
  if (n === 0) return undefined;
  const { npsGroups } = words;
  return layout.dataTable(words.nps, [
    hiddenHeads(layout, words.nps, words.answersHeading),
    barRow(layout, `${npsGroups.promoters} (9–10)`, promoters, n, 'good'),
    barRow(layout, `${npsGroups.passives} (7–8)`, passives, n, 'neutral'),
    barRow(layout, `${npsGroups.detractors} (0–6)`, detractors, n, 'bad'),
  ]);
}

/** Heads for those who listen to the table; those who see it need none. The bars between only repeat the numbers. */
function hiddenHeads({ row }: Layout, label: string, number: string): Html {
  const head = (text: string) => html`<th scope="col" style="padding:0;font-size:1px;line-height:1px;color:${COLOURS.card}">${text}</th>`;
  return row(head(label), html`<td style="padding:0;font-size:1px;line-height:1px"></td>`, head(number));
}

const barRow = ({ row, rowHead, cell, bar }: Layout, label: string, count: number, n: number, colour: Colour) =>
  row(
    rowHead({ width: '30%', size: 13, padding: '4px 12px 4px 0' }, label),
    cell({ width: '50%', padding: '7px 0' }, bar(count / n, colour)),
    cell({ width: '20%', size: 13, padding: '4px 0 4px 12px', align: 'right', isNoWrap: true }, countText(count, n)),
  );

const MAX_ROWS = 12;

/** Branches or topics: satisfied with interval, n, change; the worst first. */
export function breakdown({ words, layout }: Section, heading: string, rows: readonly DigestRow[]): Html | undefined {
  if (rows.length === 0) return undefined;
  const { dataTable, row, rowHead, columnHead, cell } = layout;
  const head = { colour: 'muted', size: 12, padding: '0 8px 4px 0' } as const;
  return dataTable(heading, [
    row(
      columnHead({ ...head, width: '34%' }, heading),
      columnHead({ ...head, width: '36%' }, words.satisfied),
      columnHead({ ...head, width: '30%', padding: '0 0 4px' }, words.changeHeading),
    ),
    ...rows.slice(0, MAX_ROWS).map(({ name, n, satisfied, change }) => {
      const line = { size: 13, hasLine: true, padding: '7px 8px 7px 0' } as const;
      if (satisfied === undefined) {
        return row(rowHead(line, name), cell({ ...line, colour: 'muted', columns: 2 }, words.tooFew(n)));
      }
      const range = words.range(percent(satisfied.low), percent(satisfied.high));
      return row(
        rowHead({ ...line, isBold: true }, name),
        cell(
          line,
          html`<b>${percent(satisfied.value)}</b> <span style="color:${COLOURS.muted}">${range}${words.separator}${words.basedOn(n)}</span>`,
        ),
        verdictCell(layout, change, words),
      );
    }),
    rows.length > MAX_ROWS && row(cell({ size: 13, colour: 'muted', hasLine: true, columns: 3 }, words.moreRows(rows.length - MAX_ROWS))),
  ]);
}

function verdictCell({ cell }: Layout, change: Change | undefined, words: DigestWords): Html {
  const style = { size: 13, hasLine: true, padding: '7px 0' } as const;
  if (change === undefined) return cell({ ...style, colour: 'muted' }, '–');
  const text = `${signed(change.value * 100)} ${words.verdict(change.verdict)}`;
  return cell(
    { ...style, colour: VERDICT_COLOURS[change.verdict], isBold: change.verdict !== 'no-clear-change' },
    SYMBOLS[change.verdict],
    ' ',
    text,
  );
}
