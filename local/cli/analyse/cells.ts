import type { Ends } from '../../../shared/domain/analytics/pivot.ts';

/** What a cell of a file of answers says. */
export type ReadCell =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'cannot-say' }
  /** Neither a number nor one of the ways to leave it out; `came` is what it is, never what it says. */
  | { readonly kind: 'fault'; readonly came: string };

const MISSING = new Set([
  '',
  '.',
  '-',
  '–',
  '—',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'none',
  'missing',
  '缺失',
  '空',
  '未答',
  '未作答',
  '未填',
]);
const CANNOT_SAY = new Set(
  ['cannot say', "can't say", 'can not say', "don't know", 'do not know', 'dk', 'not applicable', 'not sure', 'no opinion'].concat([
    '无法回答',
    '不知道',
    '不清楚',
    '说不清',
    '不适用',
    '无法评价',
    '没有意见',
  ]),
);

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a cell. Full-width digits are digits.
 * @param hasDecimalCommas where the separator is a semicolon, `3,5` is a number.
 */
export function readCell(cell: string, hasDecimalCommas: boolean): ReadCell {
  const text = cell.normalize('NFKC').trim();
  const plain = text.toLowerCase().replaceAll('’', "'");
  if (MISSING.has(plain)) return { kind: 'missing' };
  if (CANNOT_SAY.has(plain)) return { kind: 'cannot-say' };
  const written = (hasDecimalCommas ? text.replace(/^([+-]?\d+),(\d+)$/, '$1.$2') : text).replace('−', '-');
  if (NUMBER.test(written) && Number.isFinite(Number(written))) return { kind: 'number', value: Number(written) };
  return { kind: 'fault', came: /\d/.test(text) ? 'something else' : 'words' };
}

export const isOnScale = (value: number, { min, max }: Ends) => value >= min && value <= max;
