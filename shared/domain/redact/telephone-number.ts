/** E.164: at most fifteen digits with the country's code; a nought in brackets, `+44 (0)20`, comes on top. */
const MAX_INTERNATIONAL = 16;
const MIN_DIGITS = 7;
/** An extension after the number, `010-12345678-8012`. */
const MAX_EXTENSION = 5;

const NATIONAL = new RegExp(
  [
    // China (MIIT numbering plan): mobiles, with 86 before them or not; business lines; area code and number behind 86.
    String.raw`(?:0086|86)?1[3-9]\d{9}`,
    String.raw`[48]00\d{7}`,
    String.raw`86(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}`,
    // From abroad, and with the trunk prefix of China, the United Kingdom and most of Europe.
    String.raw`00[1-9]\d{6,13}`,
    String.raw`0[1-9]\d{6,10}`,
  ]
    .map((form) => `^${form}$`)
    .join('|'),
);

/** Where a number has no prefix, how it is written tells: 212 555 0123, 1-212-555-0123, 612 345 678, 612 34 56 78, 91 123 45 67, 12 34 56 78, 6234 5678, 555-0123. */
const GROUPED: ReadonlySet<string> = new Set(['3-3-4', '1-3-3-4', '3-3-3', '3-2-2-2', '2-3-2-2', '2-2-2-2', '4-4', '3-4']);

/** Is it a telephone number, by its prefix or by how it is grouped? `digits` in ASCII; `text` as it is written, with its separators. */
export function isTelephoneNumber(digits: string, text: string): boolean {
  if (text.includes('+')) return digits.length >= MIN_DIGITS && digits.length <= MAX_INTERNATIONAL;
  if (NATIONAL.test(digits)) return true;
  if (digits.length === text.length) return false;
  const groups = text.split(/\D+/).filter((group) => group !== '');
  if (GROUPED.has(groups.map(({ length }) => length).join('-')) && /^1?[2-9]/.test(digits)) return true;
  return (groups.at(-1)?.length ?? 0) <= MAX_EXTENSION && NATIONAL.test(groups.slice(0, -1).join(''));
}
