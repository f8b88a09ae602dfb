import type { Localized } from '../../language.ts';
import type { Estimate } from '../../metrics/interval.ts';
import type { LeftOut, Measured, Refusal } from '../measures/figure.ts';
import { leftOutSentence, refusalSentence } from '../measures/words.ts';
import { decimal } from '../number-words.ts';
import type { Cell } from '../report/report.ts';

export const text = (en: string, zh: string): Localized => ({ en, 'zh-Hans': zh });

/** A sentence in both languages from one function of the language. */
export const inBoth = (sentence: (language: keyof Localized) => string): Localized => text(sentence('en'), sentence('zh-Hans'));

export const INTERVAL = text('95% interval', '95% 置信区间');
export const N = text('n', '样本量');
export const ITEM = text('Item', '项目');

export const intervalCell = ({ low, high }: Pick<Estimate, 'low' | 'high'>, digits = 2): string =>
  `${decimal(low, digits)} … ${decimal(high, digits)}`;

export const refusalCell = (refusal: Pick<Refusal, 'reason' | 'n' | 'needed'>): Localized =>
  inBoth((language) => refusalSentence(refusal, language));

/** The cells of a measured figure, or why there is none in the first of them and nothing in the others. */
export function cellsOf<T>(
  result: Measured<T>,
  width: number,
  cells: (figure: Extract<Measured<T>, { kind: 'measured' }>) => Cell[],
): Cell[] {
  if (result.kind === 'measured') return cells(result);
  return [refusalCell(result), ...Array.from({ length: width - 1 }, () => '')];
}

/** What was left out, once for several figures: the most that any of them left out, for its reasons. */
export function leftOutNotes(label: string | undefined, leftOut: LeftOut): Localized[] {
  const [en, zh] = [leftOutSentence(leftOut, 'en'), leftOutSentence(leftOut, 'zh-Hans')];
  if (en === undefined || zh === undefined) return [];
  return [label === undefined ? text(en, zh) : text(`${label}: ${en}`, `${label}：${zh}`)];
}
