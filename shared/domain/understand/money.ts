import type { Token } from './tokens.ts';

/** Amounts from which money is at stake for a private customer, in major units, by currency. */
const THRESHOLDS: Readonly<Record<string, number>> = { GBP: 100, EUR: 100, USD: 100, CNY: 1_000, HKD: 1_000, TWD: 4_000, JPY: 15_000 };

const BEFORE: Readonly<Record<string, string>> = {
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
};
const AFTER: Readonly<Record<string, string>> = {
  ...BEFORE,
  pounds: 'GBP',
  quid: 'GBP',
  euros: 'EUR',
  euro: 'EUR',
  dollars: 'USD',
  bucks: 'USD',
  yuan: 'CNY',
  元: 'CNY',
  块: 'CNY',
  人: 'CNY',
  yen: 'JPY',
  日: 'JPY',
};
/** The second sign of a two-sign unit: 人民币, 日元. */
const AFTER_NEXT: Readonly<Record<string, string>> = { 人: '民', 日: '元' };
const TIMES: Readonly<Record<string, number>> = {
  k: 1_000,
  m: 1_000_000,
  thousand: 1_000,
  million: 1_000_000,
  千: 1_000,
  万: 10_000,
  百: 100,
  亿: 100_000_000,
};

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  几: 3,
  数: 3,
};

/** Does the text name a sum that matters? `£1,250`, `300 euros`, `1.5万元`, `三千块`. Sums without a currency do not count. */
export function hasMoneyAtStake(list: readonly Token[]): boolean {
  for (let i = 0; i < list.length; i++) {
    const token = list[i];
    if (token === undefined) continue;
    const amount = token.kind === 'number' ? Number(token.text.replaceAll(',', '')) : (DIGITS[token.text] ?? Number.NaN);
    if (Number.isNaN(amount)) continue;
    let next = i + 1;
    let times = 1;
    for (let unit = TIMES[list[next]?.text ?? '']; unit !== undefined; unit = TIMES[list[next]?.text ?? '']) {
      times *= unit;
      next++;
    }
    // 三千五: what is left of the number adds less than the thousands do.
    while (
      next < list.length &&
      (DIGITS[list[next]?.text ?? ''] !== undefined || TIMES[list[next]?.text ?? ''] !== undefined || list[next]?.text === '多')
    )
      next++;
    const before = list[i - 1]?.text ?? '';
    i = next - 1;
    const isChinese = token.kind !== 'number' && times === 1;
    const currency = currencyAfter(list, next) ?? (isChinese ? undefined : BEFORE[before]);
    if (currency !== undefined && amount * times >= (THRESHOLDS[currency] ?? Number.POSITIVE_INFINITY)) return true;
  }
  return false;
}

function currencyAfter(list: readonly Token[], at: number): string | undefined {
  const text = list[at]?.text ?? '';
  const second = AFTER_NEXT[text];
  if (second !== undefined && list[at + 1]?.text !== second) return undefined;
  return AFTER[text];
}
