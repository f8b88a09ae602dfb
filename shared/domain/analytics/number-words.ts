import type { Language } from '../language.ts';
import type { Estimate } from '../metrics/interval.ts';

/** Numbers as sentences of the analysis write them: rounded here and nowhere else, with the minus sign of typography. */

/** What a figure is in: a share of answers, or values on a scale. */
export type Unit = 'share' | 'mean';

export function decimal(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** `71%` of 0.7052; in a change, points of a percentage are not percent: see `change`. */
export const percent = (share: number, digits = 0) => `${decimal(share * 100, digits)}%`;

export const figure = (value: number, unit: Unit) => (unit === 'share' ? percent(value) : decimal(value, 2));

/** The size of a change, without its sign: `5.2 percentage points`, `0.42`. */
export function size(change: number, unit: Unit, language: Language): string {
  const amount = Math.abs(change);
  if (unit === 'mean') return decimal(amount, 2);
  const points = decimal(amount * 100, 1);
  return language === 'en' ? `${points} percentage points` : `${points} 个百分点`;
}

export const interval = ({ low, high }: Pick<Estimate, 'low' | 'high'>, show: (value: number) => string, language: Language) =>
  language === 'en' ? `95% interval ${show(low)} to ${show(high)}` : `95% 置信区间 ${show(low)} 至 ${show(high)}`;

/** The interval of a change, with signs, in points. */
export const changeInterval = (change: Estimate, unit: Unit, language: Language) =>
  interval(change, (value) => signed(unit === 'share' ? value * 100 : value, unit === 'share' ? 1 : 2), language);

export function signed(value: number, digits: number): string {
  const text = decimal(value, digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

export const chanceWords = (p: number) => (p < 0.001 ? 'p\u00A0<\u00A00.001' : `p\u00A0=\u00A0${p.toFixed(p < 0.1 ? 3 : 2)}`);

export const count = (n: number) => `n\u00A0=\u00A0${n.toLocaleString('en-US')}`;

export const names = (list: readonly string[], language: Language) =>
  language === 'en' ? list.map((name) => `“${name}”`).join(', ') : list.map((name) => `“${name}”`).join('、');
