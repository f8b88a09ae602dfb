import { InvalidArgumentError } from 'commander';
import { type Money, minorDigits } from '../../shared/domain/recovery/money.ts';

/** The most that a sum may be; what is more is a slip of the keyboard. */
const MAX_MINOR_UNITS = 1_000_000_000_000;

/**
 * A sum as people type it, in minor units: `128.50` of CNY is 12850, `1285` of JPY is 1285.
 * @throws InvalidArgumentError that says what was expected: no sign, no thousands separators, no more digits than the currency has.
 */
export function moneyTyped(amount: string, currency: string): Money {
  if (!/^[A-Z]{3}$/.test(currency))
    throw new InvalidArgumentError(`--currency: expected an ISO 4217 code such as CNY, got "${currency.slice(0, 20)}".`);
  const [, whole, fraction = ''] = /^(\d{1,13})(?:\.(\d+))?$/.exec(amount) ?? [];
  if (whole === undefined) {
    throw new InvalidArgumentError(
      `--amount: expected a sum of 0 or more such as 128.50, without signs or separators, got "${amount.slice(0, 30)}".`,
    );
  }
  const digits = minorDigits(currency);
  if (fraction.length > digits) {
    const most = digits === 0 ? 'has no parts: expected a whole number' : `has ${digits} digits behind the point`;
    throw new InvalidArgumentError(`--amount: ${currency} ${most}, got ${fraction.length} in "${amount}".`);
  }
  const minor = Number(whole + fraction.padEnd(digits, '0'));
  if (minor > MAX_MINOR_UNITS)
    throw new InvalidArgumentError(`--amount: expected at most ${MAX_MINOR_UNITS / 10 ** digits} ${currency}, got "${amount}".`);
  return { amount: minor, currency };
}
