import type { Token } from './tokens.ts';

const UNITS = new Map<string, number>(
  Object.entries({
    十: 10,
    百: 100,
    千: 1_000,
    hundred: 100,
    k: 1_000,
    thousand: 1_000,
    grand: 1_000,
    万: 10_000,
    m: 1_000_000,
    million: 1_000_000,
    亿: 100_000_000,
  }),
);
/** From this unit on a unit multiplies all that stands before it. */
const LIFTING = 1_000;
const HAN_LIFTING = 10_000;

const DIGITS = new Map<string, number>([
  ...[...'零一二三四五六七八九'].map((sign, digit) => [sign, digit] as const),
  ...Object.entries({ 〇: 0, 两: 2, 几: 3, 数: 3 }),
  ...'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, at) => [word, at + 1] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10] as const),
  ...Object.entries({ fifteen: 15, eighteen: 18 }),
]);

/** A number in a text. */
export interface Sum {
  readonly amount: number;
  /** Index of the first token after the number. */
  readonly next: number;
  /** 三千 and 1.5万 carry their size with them; 三 alone is no sum of money. */
  readonly isPlausible: boolean;
}

/** Reads a number in figures, in Chinese or in English words, or in a mixture: 2,300.50, 三千五百, 两万三, 1.2万, four hundred, 4k. */
export function sumAt(list: readonly Token[], at: number): Sum | undefined {
  const first = list[at];
  // 十五, 上千: a unit may lead; in 千万别 and 万一 it is none.
  const mayLead = first?.text === '十' || (list[at - 1]?.text === '上' && first?.kind === 'han' && UNITS.has(first.text));
  if (digitOf(first) === undefined && !mayLead) return undefined;
  /** What is done, what waits for 万 or 亿, the digit before its unit, and the unit that came last. */
  let [done, section, unitBefore] = [0, 0, 0];
  let digit: number | undefined;
  let isPlausible = first?.kind === 'number';
  let next = at;
  for (; next < list.length; next++) {
    const token = list[next];
    if (token === undefined) break;
    const unit = UNITS.get(token.text);
    const read = unit === undefined ? digitOf(token) : undefined;
    if (unit !== undefined) {
      isPlausible = true;
      if (unit >= (token.kind === 'han' ? HAN_LIFTING : LIFTING)) {
        const lifted = section + (digit ?? 0) + (unit > HAN_LIFTING ? done : 0);
        done = (lifted === 0 ? 1 : lifted) * unit + (unit > HAN_LIFTING ? 0 : done);
        section = 0;
      } else section += (digit ?? 1) * unit;
      digit = undefined;
      unitBefore = unit;
    } else if (read !== undefined) {
      if (digit === undefined) digit = read;
      else if (isThousands(list, next)) digit = digit * 1_000 + read;
      else if (token.kind === 'word' && digit >= 20 && digit % 10 === 0 && read < 10) digit += read;
      // 三四百: the lower.
      else if (token.kind !== 'han') break;
      if (read === 0) [digit, unitBefore] = [undefined, 0];
    } else if (
      !(token.text === '多' || token.text === '余' || (token.text === 'and' && unitBefore > 0 && digitOf(list[next + 1]) !== undefined))
    )
      break;
  }
  // 三千五, 两万三: a digit right behind a unit counts its tenths.
  const isTenths = digit !== undefined && digit < 10 && unitBefore >= 100 && list[next - 1]?.kind !== 'word';
  return { amount: done + section + (digit ?? 0) * (isTenths ? unitBefore / 10 : 1), next, isPlausible };
}

function digitOf(token: Token | undefined): number | undefined {
  if (token === undefined) return undefined;
  if (token.kind !== 'number') return DIGITS.get(token.text);
  const number = Number(token.text.replaceAll(',', ''));
  return Number.isNaN(number) ? undefined : number;
}

/** 1 500: three figures behind a space, right behind up to three others. */
function isThousands(list: readonly Token[], at: number): boolean {
  const [before, token] = [list[at - 1], list[at]];
  return (
    before?.kind === 'number' &&
    token?.kind === 'number' &&
    token.start === before.end + 1 &&
    /^\d{1,3}$/.test(before.text) &&
    /^\d{3}$/.test(token.text)
  );
}
