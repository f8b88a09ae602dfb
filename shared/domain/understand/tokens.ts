import { matchedAs } from './characters.zh.ts';

/** Text beyond the limit is read at both ends, where people put what matters; UTF-16 units. Keeps hostile input linear and small (promise 37). */
const MAX_HEAD = 24_000;
const MAX_TAIL = 6_000;

/** `word` in letters, `han` one Chinese character, `end` of a sentence, `pause` within one, `mark` any other sign (emoji, currency, quotes). */
export type TokenKind = 'word' | 'han' | 'number' | 'end' | 'pause' | 'mark';

export interface Token {
  /** Lower case, half width, simplified. */
  readonly text: string;
  readonly kind: TokenKind;
  /** Where it stands in the text as read (see `Tokens.source`). */
  readonly start: number;
  readonly end: number;
  readonly isCapitalised: boolean;
  /** LIKE THIS. */
  readonly isShouted: boolean;
  /** A letter is drawn out: "sooo". */
  readonly isDrawnOut: boolean;
}

export interface Tokens {
  /** The text as written, cut to what is read. */
  readonly source: string;
  readonly list: readonly Token[];
}

/** The part of a text that is read. */
const readablePart = (text: string): string =>
  text.length <= MAX_HEAD + MAX_TAIL ? text : `${text.slice(0, MAX_HEAD)}\n${text.slice(-MAX_TAIL)}`;

interface Normalised {
  readonly text: string;
  /** For each unit of `text`, its place in the source. */
  readonly origins: readonly number[];
}

/** Bidirectional marks, zero-width signs, marks on letters, variation selectors and soft hyphens change how a text looks, not what it says. */
const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x483 && code <= 0x489) ||
  (code >= 0x1ab0 && code <= 0x1aff) ||
  (code >= 0x1dc0 && code <= 0x1dff) ||
  (code >= 0x20d0 && code <= 0x20ff) ||
  code === 0xfeff ||
  (code >= 0x1f3fb && code <= 0x1f3ff);

const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0x20000 && code <= 0x323af);

/** NFKC, simplified characters, plain quotes; each unit remembers where it came from, so evidence can be quoted as written. */
function normalise(source: string): Normalised {
  let text = '';
  const origins: number[] = [];
  for (let i = 0; i < source.length; ) {
    const code = source.codePointAt(i) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const piece = code < 0x80 ? source.charAt(i) : normalisedPiece(source.slice(i, i + width), code);
    text += piece;
    for (let k = 0; k < piece.length; k++) origins.push(i);
    i += width;
  }
  origins.push(source.length);
  return { text, origins };
}

function normalisedPiece(character: string, code: number): string {
  if (isHan(code)) return matchedAs(code) ?? character;
  if (isInvisible(code)) return '';
  if (code === 0x2019 || code === 0x2018) return "'";
  if (code === 0x201c || code === 0x201d || (code >= 0x300c && code <= 0x300f)) return '"';
  return character.normalize('NFKC');
}

const SPACE = 0x20;
const SENTENCE_ENDS = '.!?。;\n\r';
const PAUSES = ',、:—–()[]~…|';

export function tokenise(text: string): Tokens {
  const source = readablePart(text);
  const { text: plain, origins } = normalise(source);
  const list: Token[] = [];
  let i = 0;
  while (i < plain.length) {
    if (plain.charCodeAt(i) === SPACE) {
      i++;
      continue;
    }
    const end = tokenEnd(plain, i);
    const token = toToken(plain, i, end, origins);
    if (token !== undefined) list.push(token);
    i = end;
  }
  return { source, list };
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isAsciiLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isLetter = (plain: string, at: number, code: number): boolean =>
  code < 0x80 ? isAsciiLetter(code) : !isHan(code) && /^\p{L}/u.test(plain.slice(at, at + 2));

/** Where the token that starts here ends: words keep inner apostrophes, numbers keep inner points and commas, all else is one sign. */
function tokenEnd(plain: string, start: number): number {
  const first = plain.codePointAt(start) ?? 0;
  const width = first > 0xffff ? 2 : 1;
  let i = start + width;
  if (isDigit(first)) {
    while (i < plain.length) {
      const code = plain.charCodeAt(i);
      const isInner = (code === 0x2e || code === 0x2c) && isDigit(plain.charCodeAt(i + 1));
      if (!isDigit(code) && !isInner) break;
      i++;
    }
    return i;
  }
  if (!isLetter(plain, start, first)) return faceEnd(plain, start) ?? i;
  while (i < plain.length) {
    const code = plain.codePointAt(i) ?? 0;
    const isInner = code === 0x27 && i + 1 < plain.length && isLetter(plain, i + 1, plain.codePointAt(i + 1) ?? 0);
    if (!isInner && !isLetter(plain, i, code)) break;
    i += code > 0xffff ? 2 : 1;
  }
  return i;
}

/** `:)`, `:-(`, `;D` and their like, if one starts here. */
function faceEnd(plain: string, start: number): number | undefined {
  const eyes = plain.charCodeAt(start);
  if (eyes !== 0x3a && eyes !== 0x3b && eyes !== 0x3d) return undefined;
  const mouthAt = plain.charAt(start + 1) === '-' ? start + 2 : start + 1;
  const mouth = plain.charAt(mouthAt);
  const isAlone = !/^[\p{L}\d]/u.test(plain.slice(mouthAt + 1, mouthAt + 3));
  return mouth !== '' && '()DP/'.includes(mouth) && isAlone ? mouthAt + 1 : undefined;
}

/** A letter three times in a row. */
function isDrawnOut(word: string): boolean {
  for (let i = 2; i < word.length; i++)
    if (word.charCodeAt(i) === word.charCodeAt(i - 1) && word.charCodeAt(i) === word.charCodeAt(i - 2)) return true;
  return false;
}

function toToken(plain: string, from: number, to: number, origins: readonly number[]): Token | undefined {
  const raw = plain.slice(from, to);
  const start = origins[from] ?? 0;
  const end = origins[to] ?? start;
  const code = raw.codePointAt(0) ?? 0;
  if (code < 0x80 ? isAsciiLetter(code) : !isHan(code) && isLetter(plain, from, code)) {
    const text = raw.toLowerCase();
    const isCapitalised = raw.charCodeAt(0) !== text.charCodeAt(0);
    const isShouted = isCapitalised && raw.length > 1 && raw === raw.toUpperCase();
    return { text, kind: 'word', start, end, isCapitalised, isShouted, isDrawnOut: isDrawnOut(text) };
  }
  const kind = isHan(code) ? 'han' : isDigit(code) ? 'number' : signKind(raw, code);
  if (kind === undefined) return undefined;
  const text = raw.length > 1 && code < 0x80 && kind === 'mark' ? (raw.includes('(') || raw.includes('/') ? '☹' : '☺') : raw;
  return { text, kind, start, end, isCapitalised: false, isShouted: false, isDrawnOut: false };
}

function signKind(raw: string, code: number): TokenKind | undefined {
  // A face: see `faceEnd`. `:-(` has three signs.
  if (raw.length > 1 && code < 0x80) return 'mark';
  if (SENTENCE_ENDS.includes(raw)) return 'end';
  if (PAUSES.includes(raw)) return 'pause';
  return code === 0x20 || code === 0x2d || /^\s/.test(raw) ? undefined : 'mark';
}

/** "sooo baaad" → "so bad", where the shorter form is a word we know: letters three times or more become two, or else one. */
export function shortenDrawnOut(list: readonly Token[], isKnown: (word: string) => boolean): readonly Token[] {
  if (!list.some((token) => token.isDrawnOut)) return list;
  return list.map((token) => {
    if (!token.isDrawnOut || isKnown(token.text)) return token;
    const twice = token.text.replace(/(\p{L})\1{2,}/gu, '$1$1');
    const once = token.text.replace(/(\p{L})\1{2,}/gu, '$1');
    const short = [twice, once].find(isKnown);
    return short === undefined ? token : { ...token, text: short };
  });
}
