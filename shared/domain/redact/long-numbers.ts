import { isCardNumber } from './card-number.ts';
import { type DigitRun, longRuns, MIN_DIGITS } from './digit-runs.ts';
import { COVER, type Finder, type Found, findEach, type Kind } from './finding.ts';
import { isIdentityNumber } from './identity-number.ts';
import { isTelephoneNumber } from './telephone-number.ts';

/** With more digits it is none of the forms we know; nor with more marks on them than anybody's handwriting has. */
const MAX_DIGITS = 19;
const MAX_LENGTH = 1000;
/** A mobile number, which is known wherever it stands. */
const MIN_APART = 11;

/** Marks and joiners, which tell nothing of how a number is grouped. */
const MARKS = /[^\d ()+\-./·_•・*Xx]/g;

const APART = new RegExp(String.raw`\d{${MIN_APART},}[Xx]?`, 'g');

const EXTENSION = /(?: ?(?:转|轉|分机|ext\.?|extension|x) ?:?\d{1,6}(?!\d))/iy;

/** Written out in Chinese, to get past people like us, or a little of it: 一三八零零一三八零零零. What is all digits is gone before. */
const CHINESE_DIGIT = '[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]';
const HAS_CHINESE_DIGIT = new RegExp(CHINESE_DIGIT);
const CHINESE_NUMBER = new RegExp(String.raw`(?:\d|${CHINESE_DIGIT}){${MIN_DIGITS},}`, 'g');

/**
 * Every run of seven digits and more, by the most specific form that it has: identity number, telephone, card, or any number. Where a run as a
 * whole has none but one stands apart within it (`2 13800138000`), that is found, and what is around it judged by itself.
 */
export const findLongNumbers: Finder = (copy, found) => {
  for (const run of longRuns(copy)) judge(copy, run, found);
};

export const findChineseNumbers: Finder = (copy, found) => {
  if (HAS_CHINESE_DIGIT.test(copy)) findEach('number', CHINESE_NUMBER, copy, found);
};

function judge(copy: string, { start, end }: DigitRun, found: Found): void {
  // Seven digits and nothing else: no form is that short.
  const text = end - start > MIN_DIGITS ? copy.slice(start, end) : '';
  const kind = kindOf(text);
  const foundInside: Found = (inside, from, to) => found(inside, start + from, start + to);
  const rest = kind !== undefined || text.length < MIN_APART ? text : withoutNumbersApart(text, foundInside);
  if (kind !== undefined) found(kind, start, kind === 'telephone' ? withExtension(copy, end) : end);
  else if (rest === text) found('number', start, end);
  else findLongNumbers(rest, foundInside);
}

/** Tells of numbers of known form whose digits stand together, eleven at least, and covers them. */
const withoutNumbersApart = (text: string, found: Found): string =>
  text.replaceAll(APART, (digits: string, at: number) => {
    const kind = kindOf(digits);
    if (kind === undefined) return digits;
    found(kind, at, at + digits.length);
    return String.fromCharCode(COVER).repeat(digits.length);
  });

/** What form a number has as a whole, if any. */
function kindOf(written: string): Exclude<Kind, 'kept'> | undefined {
  if (written.length > MAX_LENGTH) return undefined;
  const isPlain = /^\d+$/.test(written);
  const text = isPlain ? written : written.replaceAll(MARKS, '');
  const digits = isPlain ? written : text.replaceAll(/[^\dXx]/g, '').toUpperCase();
  if (digits.length > MAX_DIGITS) return undefined;
  if (isIdentityNumber(digits)) return 'identity';
  if (isTelephoneNumber(digits, text)) return 'telephone';
  return isCardNumber(digits, text) ? 'card' : undefined;
}

function withExtension(copy: string, end: number): number {
  EXTENSION.lastIndex = end;
  return EXTENSION.test(copy) ? EXTENSION.lastIndex : end;
}
