import type { Token } from './tokens.ts';
import type { Understanding } from './understanding.ts';

/** Amounts from which money is at stake for a private customer, in major units, by currency. */
const THRESHOLDS = new Map(Object.entries({ GBP: 100, EUR: 100, USD: 100, CNY: 1_000, HKD: 1_000, TWD: 4_000, JPY: 15_000 }));
/** Where the sum is charged, owed or refused, a fraction of that is enough. */
const DISPUTED_SHARE = 0.25;
/** From here on a sum without a currency counts, where it is disputed: "charged 240", 押金扣了五百. */
const BARE_THRESHOLD = 100;
/** Bare numbers of this range are years. */
const YEARS = [1900, 2100] as const;

const SIGNS = {
  '£': 'GBP',
  '€': 'EUR',
  $: 'USD',
  '¥': 'CNY',
  '￥': 'CNY',
  gbp: 'GBP',
  eur: 'EUR',
  usd: 'USD',
  rmb: 'CNY',
  cny: 'CNY',
  hk: 'HKD',
  hkd: 'HKD',
  nt: 'TWD',
  ntd: 'TWD',
  twd: 'TWD',
  jpy: 'JPY',
};
const BEFORE = new Map<string, string>(Object.entries(SIGNS));
const AFTER = new Map<string, string>(
  Object.entries({
    ...SIGNS,
    pounds: 'GBP',
    quid: 'GBP',
    euros: 'EUR',
    euro: 'EUR',
    dollars: 'USD',
    bucks: 'USD',
    yuan: 'CNY',
    元: 'CNY',
    圆: 'CNY',
    块: 'CNY',
    yen: 'JPY',
    镑: 'GBP',
  }),
);
/** Names of two signs, which stand before or after the number: 人民币, 港元. */
const TWO_SIGNS = new Map(
  Object.entries({
    人民: 'CNY',
    日元: 'JPY',
    日圆: 'JPY',
    港币: 'HKD',
    港元: 'HKD',
    台币: 'TWD',
    新台: 'TWD',
    美元: 'USD',
    美金: 'USD',
    欧元: 'EUR',
    英镑: 'GBP',
    民币: 'CNY',
  }),
);

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

/** Words of a dispute about money. */
const DISPUTES = new Set(
  'refund refunded charge charged charging overcharged deposit owe owed owes fee fees fined bill billed debit took taken kept paid compensation premium refused gone stolen lost 扣 押 退 赔 骗 罚 损 欠 亏 刷 坑 吞 丢'.split(
    ' ',
  ),
);
/** A bare number before one of these counts something else, or is one of these. */
const COUNTED = new Set(
  'hours hour days day weeks months minutes mins people miles km kg g th st nd rd am pm % percent pages times times customers of us emails calls degrees points followers yards metres years owners passengers free 天 日 月 年 号 次 个 人 分 小 位 岁 份 斤 米 度 张 件 户 条 楼 % 公 平 级 周 名 台 箱 家 层 万 节 克 升 趟 页 条 遍 通 封 种 头 只'.split(
    ' ',
  ),
);
const NUMBERED = new Set(
  '# claim section error no number order ref reference room flight row case ticket in at since until from to row line account unit bus route v version 第 号 单 航 编 码 - / :'.split(
    ' ',
  ),
);
/** How far from the number its dispute may stand, in tokens of the same clause. */
const DISPUTE_REACH = 6;

interface Sum {
  readonly amount: number;
  /** Index of the first token after the number. */
  readonly next: number;
  /** 三千 and 1.5万 carry their size with them; 三 alone is no sum of money. */
  readonly isPlausible: boolean;
}

export interface MoneyAtStake {
  readonly isAtStake: boolean;
  /** The largest sum with a currency; a bare one is at stake without it. */
  readonly largest: Understanding['moneyAtStake'];
}

/** Digits behind the point, where they are not two (ISO 4217). */
const MINOR_DIGITS = new Map([['JPY', 0]]);

/**
 * Whether a text names a sum that matters, and the largest: `£1,250`, `300 euros`, `1.5万元`, `三千五百块`. Smaller sums count where they are disputed;
 * so do bare numbers, of which no sum is told. Sums of several currencies are compared by how many times they pass the threshold of theirs.
 */
export function moneyAtStake(list: readonly Token[], isPraised: (at: number) => boolean): MoneyAtStake {
  let most = 0;
  let isAtStake = false;
  let largest: Understanding['moneyAtStake'];
  for (let i = 0; i < list.length; i++) {
    const sum = sumAt(list, i);
    if (sum === undefined) continue;
    const currency = currencyAfter(list, sum.next) ?? currencyBefore(list, i);
    const start = i;
    i = sum.next - 1;
    if (!sum.isPlausible) continue;
    if (currency === undefined) {
      isAtStake ||= isBareSum(list, start, sum) && !isPraised(start) && isDisputed(list, start, sum.next);
      continue;
    }
    const times = sum.amount / (THRESHOLDS.get(currency) ?? Number.POSITIVE_INFINITY);
    const minor = Math.round(sum.amount * 10 ** (MINOR_DIGITS.get(currency) ?? 2));
    if (times < most || !Number.isSafeInteger(minor)) continue;
    if (times < 1 && !(times >= DISPUTED_SHARE && !isPraised(start) && isDisputed(list, start, sum.next))) continue;
    most = times;
    isAtStake = true;
    largest = { minor, currency };
  }
  return { isAtStake, largest };
}

function isBareSum(list: readonly Token[], from: number, { amount, next }: Sum): boolean {
  const isYear = next === from + 1 && amount >= YEARS[0] && amount <= YEARS[1] && !list[from]?.text.includes(',');
  return amount >= BARE_THRESHOLD && !isYear && !COUNTED.has(list[next]?.text ?? '') && !NUMBERED.has(list[from - 1]?.text ?? '');
}

function isDisputed(list: readonly Token[], from: number, to: number): boolean {
  for (const [start, step] of [
    [from - 1, -1],
    [to, 1],
  ] as const)
    for (let i = start; Math.abs(i - start) < DISPUTE_REACH; i += step) {
      const token = list[i];
      if (token === undefined || token.kind === 'end' || token.kind === 'pause') break;
      if (DISPUTES.has(token.text)) return true;
    }
  return false;
}

/** Reads a number in figures, in Chinese or in English words, or in a mixture: 2,300.50, 三千五百, 两万三, 1.2万, four hundred, 4k. */
function sumAt(list: readonly Token[], at: number): Sum | undefined {
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

const pairAt = (list: readonly Token[], at: number): string | undefined => TWO_SIGNS.get(`${list[at]?.text}${list[at + 1]?.text}`);

const currencyAfter = (list: readonly Token[], at: number): string | undefined => pairAt(list, at) ?? AFTER.get(list[at]?.text ?? '');

function currencyBefore(list: readonly Token[], at: number): string | undefined {
  const sign = list[at - 1]?.text ?? '';
  // HK$, NT$.
  return pairAt(list, at - 2) ?? (sign === '$' ? BEFORE.get(list[at - 2]?.text ?? '') : undefined) ?? BEFORE.get(sign);
}
