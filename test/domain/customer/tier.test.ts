import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TierRule as Rule, type TierRule, tierOf } from '../../../shared/domain/customer/tier.ts';
import { aCustomer, NOW } from './a-customer.ts';

const rules: TierRule[] = [
  { tier: 'vip', spendingAtLeast: { amount: 1_000_000, currency: 'CNY' } },
  { tier: 'vip', ordersPerYearAtLeast: 24, satisfactionAtMost: 40 },
  { tier: 'regular', industries: ['hotel'] },
];
const settings = { tiers: rules, newForDays: 90 };
const importedAt = NOW;
const old = aCustomer({ since: '2025-01-01T00:00:00.000Z' });
const spent = (amount: number, currency = 'CNY') => ({ spending: { amount, currency }, importedAt });

describe('tier of a customer (R16)', () => {
  it.each([
    ['spent enough', { ...old, figures: spent(1_000_000) }, 'vip'],
    ['spent too little', { ...old, figures: spent(999_999) }, 'regular'],
    ['spent as much in another currency: nothing is converted', { ...old, figures: spent(9_000_000, 'JPY') }, 'regular'],
    ['orders often and is unhappy', { ...old, figures: { ordersPerYear: 24, importedAt }, lastSatisfaction: 25 }, 'vip'],
    ['orders often and is happy', { ...old, figures: { ordersPerYear: 24, importedAt }, lastSatisfaction: 100 }, 'regular'],
    ['orders often and has said nothing', { ...old, figures: { ordersPerYear: 24, importedAt } }, 'regular'],
    ['came yesterday', aCustomer({ since: '2026-11-22T02:00:00.000Z' }), 'new'],
    ['came 90 days ago, to the millisecond', aCustomer({ since: '2026-08-25T02:00:00.000Z' }), 'regular'],
    ['came a millisecond less than 90 days ago', aCustomer({ since: '2026-08-25T02:00:00.001Z' }), 'new'],
    ['came yesterday and a rule holds', aCustomer({ since: '2026-11-22T02:00:00.000Z', industry: 'hotel' }), 'regular'],
    ['was set by hand', { ...old, tier: 'new' as const, figures: spent(1_000_000) }, 'new'],
  ])('a customer who %s', (_, customer, tier) => {
    expect(tierOf(customer, settings, NOW)).toBe(tier);
  });

  it('refuses a rule without a condition: it would hold for everybody', () => {
    expect(Rule.safeParse({ tier: 'vip' }).success).toBe(false);
  });

  it('never lowers a customer for spending more, where the rules are of vips by spending (R16)', () => {
    const vips = { tiers: [{ tier: 'vip', spendingAtLeast: { amount: 5000, currency: 'CNY' } }] as TierRule[], newForDays: 0 };
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (less, more) => {
        const before = tierOf({ ...old, figures: spent(less) }, vips, NOW);
        const after = tierOf({ ...old, figures: spent(less + more) }, vips, NOW);
        expect(before === 'vip' && after !== 'vip').toBe(false);
      }),
    );
  });
});
