/** Stands in the place of what was taken out; in the reader's language. */
export interface Masks {
  readonly email: string;
  readonly number: string;
}

/** Seven digits are the shortest telephone number we know of; cards, identity and account numbers are longer. */
const MIN_DIGITS = 7;

/** Invisible or able to turn the direction of what follows: of no use to a reader, of use to a forger. Joiners of emoji and of Indic scripts stay. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const SPACE = /[\s\p{Cc}]+/gu;

// Runs begin only where none runs already, or are bounded, so the time is linear in the text (promise 37). The ASCII form goes first:
// Chinese is written up to an address without a space, and the words around it should stay.
const ASCII_EMAIL = /(?<![\w.%+'-])[\w.%+'-]+@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/giu;
const EMAIL = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+[@＠][\p{L}\p{N}-]{1,63}(?:[.．。][\p{L}\p{N}-]{1,63}){1,6}/gu;
/** A calendar date is left as it is; any other run of digits, with the separators people put into numbers, is masked from `MIN_DIGITS` on. */
const DATE_OR_NUMBER = new RegExp(
  String.raw`(?<!\p{Nd})(?<date>(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01]))(?!\p{Nd})` +
    String.raw`|[+＋]?\p{Nd}(?:[\s\p{Cc}\u200C\u200D()（）.\-‐‑‒–—―－/·_]{0,3}\p{Nd}){${MIN_DIGITS - 1},}[Xx]?`,
  'gu',
);

/**
 * A customer's words with e-mail addresses and long numbers (telephone, card, identity, account) masked, control and direction characters
 * removed and white space joined: fit to be shown to managers, not to be stored. A mask hides too much rather than too little.
 */
export function redact(text: string, masks: Masks): string {
  return text
    .toWellFormed()
    .replaceAll(INVISIBLE, '')
    .replaceAll(ASCII_EMAIL, masks.email)
    .replaceAll(EMAIL, masks.email)
    .replaceAll(DATE_OR_NUMBER, (match: string, date: string | undefined) => (date === undefined ? masks.number : match))
    .replaceAll(SPACE, ' ')
    .trim();
}

/** A grapheme may carry any number of combining marks; a text that is mostly marks is cut by its length instead. */
const MAX_UNITS_PER_GRAPHEME = 8;

/** At most `maxGraphemes` of what a reader sees as characters (UAX #29), with an ellipsis where something was left out. */
export function shorten(text: string, maxGraphemes: number): string {
  const maxUnits = maxGraphemes * MAX_UNITS_PER_GRAPHEME;
  let end = 0;
  let count = 0;
  for (const { segment, index } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text.slice(0, maxUnits + 2))) {
    if (count === maxGraphemes || index + segment.length > maxUnits) return `${text.slice(0, end).trimEnd()}…`;
    end = index + segment.length;
    count += 1;
  }
  return text;
}
