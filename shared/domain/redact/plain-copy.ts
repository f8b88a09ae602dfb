import { stringOf, unitsOf } from './utf16.ts';

const ZERO = 0x30;
const HYPHEN = 0x2d;
const BEYOND_BMP = /[\p{Nd}&&[\u{10000}-\u{10FFFF}]]/gv;

/**
 * A copy for patterns to read, unit for unit as long as the text: full-width signs and the digits of every script as in ASCII, dashes as `-`.
 * So no pattern has to know how else a number may be written, and where it finds something, that stands in the text.
 * Digits of two units have no copy of that length: see `plainDigits`.
 */
export function plainCopy(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  if (/^[\u0000-\u007F]*$/.test(text)) return text;
  const units = unitsOf(text);
  const known = new Map<number, number>();
  for (let i = 0; i < units.length; i += 1) {
    const unit = units[i] ?? 0;
    if (unit < 0x80 || isIdeograph(unit)) continue;
    let plain = known.get(unit);
    if (plain === undefined) {
      plain = plainOf(unit);
      known.set(unit, plain);
    }
    units[i] = plain;
  }
  return stringOf(units);
}

/** A text with digits of two UTF-16 units in ASCII: those styled for mathematics (𝟏𝟑𝟖), which get past people like us, and those of rare scripts. */
export function plainDigits(text: string): string {
  const known = new Map<string, string>();
  return text.replaceAll(BEYOND_BMP, (digit) => {
    let plain = known.get(digit);
    if (plain === undefined) {
      plain = String.fromCharCode(plainOf(digit.codePointAt(0) ?? ZERO));
      known.set(digit, plain);
    }
    return plain;
  });
}

/** CJK Unified Ideographs, most of what is not ASCII: none of them has a plainer form. */
const isIdeograph = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff;

function plainOf(codePoint: number): number {
  if (codePoint >= 0xff01 && codePoint <= 0xff5e) return codePoint - 0xfee0;
  if ((codePoint >= 0x2010 && codePoint <= 0x2015) || codePoint === 0x2212) return HYPHEN;
  return isDecimalDigit(codePoint) ? ZERO + digitValue(codePoint) : codePoint;
}

/** Decimal digits stand in the code charts in tens, zero first (The Unicode Standard §4.6), some tens right after others. */
function digitValue(digit: number): number {
  let zero = digit;
  while (isDecimalDigit(zero - 1)) zero -= 1;
  return (digit - zero) % 10;
}

const isDecimalDigit = (codePoint: number) => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));
