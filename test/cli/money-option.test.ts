import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyTyped } from '../../local/cli/money-option.ts';

describe('a sum as people type it', () => {
  it.each([
    ['128.50', 'CNY', 12_850],
    ['128.5', 'CNY', 12_850],
    ['128', 'CNY', 12_800],
    ['0', 'CNY', 0],
    ['0.07', 'EUR', 7],
    ['1285', 'JPY', 1285],
    ['1.234', 'KWD', 1234],
    ['1000000000000', 'JPY', 1_000_000_000_000],
  ])('%s %s is %i minor units', (amount, currency, minor) => {
    expect(moneyTyped(amount, currency)).toEqual({ amount: minor, currency });
  });

  it.each([
    ['128.505', 'CNY', /CNY has 2 digits behind the point, got 3 in "128.505"/],
    ['1285.0', 'JPY', /JPY has no parts: expected a whole number/],
    ['-1', 'CNY', /a sum of 0 or more such as 128.50/],
    ['1,285.00', 'CNY', /without signs or separators/],
    ['１２８', 'CNY', /expected a sum/],
    ['1e3', 'CNY', /expected a sum/],
    ['', 'CNY', /expected a sum/],
    ['10000000000.01', 'CNY', /expected at most 10000000000 CNY/],
    ['128', 'yuan', /ISO 4217 code such as CNY, got "yuan"/],
  ])('%j %s is refused with what was expected', (amount, currency, message) => {
    expect(() => moneyTyped(amount, currency)).toThrow(message);
  });

  it('loses nothing on the way: what was typed can be told from the minor units', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 12 }),
        fc.constantFrom(['CNY', 2] as const, ['JPY', 0] as const, ['KWD', 3] as const),
        (minor, [currency, digits]) => {
          const text = String(minor).padStart(digits + 1, '0');
          const typed = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
          expect(moneyTyped(typed, currency).amount).toBe(minor);
        },
      ),
    );
  });
});
