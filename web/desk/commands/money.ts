import { minorDigits } from '../../../shared/domain/recovery/money.ts';

/** From what people type, `128.5`, to minor units of a currency. */
export const moneyOf =
  (currency: string) =>
  (typed: number): { amount: number; currency: string } => ({ amount: Math.round(typed * 10 ** minorDigits(currency)), currency });
