import type { Token } from './tokens.ts';

/** Amounts from which money is at stake for a private customer, in major units, by currency. */
const THRESHOLDS = new Map(Object.entries({ GBP: 100, EUR: 100, USD: 100, CNY: 1_000, HKD: 1_000, TWD: 4_000, JPY: 15_000 }));

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
    块: 'CNY',
    人: 'CNY',
    yen: 'JPY',
    日: 'JPY',
  }),
);
/** The second sign of a two-sign unit: 人民币, 日元. */
const AFTER_NEXT = new Map<string, string>(Object.entries({ 人: '民', 日: '元' }));
const TIMES = new Map<string, number>(
  Object.entries({
    k: 1_000,
    m: 1_000_000,
    thousand: 1_000,
    million: 1_000_000,
    千: 1_000,
    万: 10_000,
    百: 100,
    亿: 100_000_000,
  }),
);

/** From this unit on a unit multiplies all that stands before it. */
const LIFTING = 10_000;

const DIGITS = new Map<string, number>(
  Object.entries({
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
  }),
);

interface Sum {
  readonly amount: number;
  /** Index of the first token after the number. */
  readonly next: number;
  /** 三千 and 1.5万 carry their size with them; 三 alone is no sum of money. */
  readonly isPlausible: boolean;
}

/** Does the text name a sum that matters? `£1,250`, `300 euros`, `1.5万元`, `三千块`. Sums without a currency do not count. */
export function hasMoneyAtStake(list: readonly Token[]): boolean {
  for (let i = 0; i < list.length; i++) {
    const sum = sumAt(list, i);
    if (sum === undefined) continue;
    const currency = currencyAfter(list, sum.next) ?? BEFORE.get(list[i - 1]?.text ?? '');
    if (sum.isPlausible && currency !== undefined && sum.amount >= (THRESHOLDS.get(currency) ?? Number.POSITIVE_INFINITY)) return true;
    i = sum.next - 1;
  }
  return false;
}

function sumAt(list: readonly Token[], at: number): Sum | undefined {
  const token = list[at];
  if (token === undefined) return undefined;
  const isNumeral = token.kind === 'number';
  const first = isNumeral ? Number(token.text.replaceAll(',', '')) : token.kind === 'han' ? DIGITS.get(token.text) : undefined;
  if (first === undefined || Number.isNaN(first)) return undefined;
  let next = at + 1;
  let times = 1;
  for (let isLeading = true; next < list.length; next++) {
    const text = list[next]?.text ?? '';
    const unit = TIMES.get(text);
    // 三百五十万: the leading units count, of what follows only those that lift the whole.
    if (unit !== undefined && (isLeading || unit >= LIFTING)) times *= unit;
    else if (unit === undefined && !DIGITS.has(text) && text !== '多') break;
    else isLeading = false;
  }
  return { amount: first * times, next, isPlausible: isNumeral || times > 1 };
}

function currencyAfter(list: readonly Token[], at: number): string | undefined {
  const text = list[at]?.text ?? '';
  const second = AFTER_NEXT.get(text);
  if (second !== undefined && list[at + 1]?.text !== second) return undefined;
  return AFTER.get(text);
}
