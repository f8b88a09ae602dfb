import * as z from 'zod/mini';
import { type Finder, findEach } from './finding.ts';

const MAX_LENGTH = 32;
const MAX_PATTERNS = 20;
const MIN_OPEN = 4;
const OPEN: ReadonlyMap<string, string> = new Map([
  ['#', String.raw`\d`],
  ['@', '[a-z]'],
  ['*', String.raw`[a-z\d]`],
]);

/**
 * How a house writes its order numbers: `#` stands for a digit, `@` for a letter A–Z, `*` for either, anything else for itself, in upper or
 * lower case: `SO-########`. A notation instead of a regular expression, because nothing in it repeats: no pattern can take more than linear time.
 */
export const OrderNumberPattern = z.string().check(
  z.maxLength(MAX_LENGTH),
  z.regex(
    /^[\p{L}\d#@*\-_/.: ]*$/u,
    'letters, digits, - _ / . : and spaces; # for a digit, @ for a letter, * for either, e.g. "SO-########"',
  ),
  z.refine(
    (pattern) => isNarrow(pattern),
    `a letter or @, one # at least, and ${MIN_OPEN} of #, @ and *: anything less would be found in ordinary words and numbers`,
  ),
);

export const OrderNumberPatterns = z.array(OrderNumberPattern).check(z.maxLength(MAX_PATTERNS));

/** Without a letter it would be cut out of telephone numbers, and their rest would be too short to be masked; from seven digits on it is masked anyway. */
const isNarrow = (pattern: string) =>
  /[\p{L}@]/u.test(pattern) && pattern.includes('#') && [...pattern].filter((sign) => OPEN.has(sign)).length >= MIN_OPEN;

/** Not in the midst of a word, nor of a number; but `订单SO-12345678` and `2SO-12345678` have one. */
const BEGIN = String.raw`(?:(?<![a-z])(?=[a-z])|(?<!\d)(?=\d)|(?![a-z\d]))`;
const END = String.raw`(?:(?<=[a-z])(?![a-z])|(?<=\d)(?!\d)|(?<![a-z\d]))`;

/** Finds the order numbers that these patterns describe; see `OrderNumberPattern`. */
export function orderNumberFinder(patterns: readonly string[]): Finder {
  if (patterns.length === 0) return () => undefined;
  // The longest first: of `SO-####` and `SO-####-##` the second says more.
  const alternatives = patterns.toSorted((a, b) => b.length - a.length).map(source);
  const pattern = new RegExp(`${BEGIN}(?:${alternatives.join('|')})${END}`, 'gi');
  return (copy, found) => findEach('orderNumber', pattern, copy, found);
}

const source = (pattern: string) => [...pattern].map((sign) => OPEN.get(sign) ?? (sign === '.' ? String.raw`\.` : sign)).join('');
