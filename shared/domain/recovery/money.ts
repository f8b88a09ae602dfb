import * as z from 'zod/mini';
import type { Language } from '../language.ts';

/** A sum in minor units: `{ amount: 12850, currency: 'CNY' }` is ¥128.50. */
export const Money = z.strictObject({
  amount: z
    .int('expected whole minor units, e.g. 12850 for 128.50')
    .check(z.minimum(0, 'expected an amount of 0 or more'), z.maximum(1_000_000_000_000)),
  /** ISO 4217. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code, e.g. "CNY"')),
});
export type Money = z.infer<typeof Money>;

/** Digits behind the point in a currency: 2 for CNY, 0 for JPY, 3 for KWD (ISO 4217, as Intl knows it). */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** As people read it: `CN¥128.50`, `128.50 元` in the manner of the language. */
export function moneyInWords({ amount, currency }: Money, language: Language): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'zh-CN', { style: 'currency', currency }).format(amount / 10 ** digits);
}
