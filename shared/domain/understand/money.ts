import { type Sum, sumAt } from './numbers.ts';
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

const pairAt = (list: readonly Token[], at: number): string | undefined => TWO_SIGNS.get(`${list[at]?.text}${list[at + 1]?.text}`);

const currencyAfter = (list: readonly Token[], at: number): string | undefined => pairAt(list, at) ?? AFTER.get(list[at]?.text ?? '');

function currencyBefore(list: readonly Token[], at: number): string | undefined {
  const sign = list[at - 1]?.text ?? '';
  // HK$, NT$.
  return pairAt(list, at - 2) ?? (sign === '$' ? BEFORE.get(list[at - 2]?.text ?? '') : undefined) ?? BEFORE.get(sign);
}
