import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { Money } from '../recovery/money.ts';
import { Tier } from '../recovery/policy.ts';
import type { Customer } from './file.ts';

/** A customer is of `tier` if all that the rule names holds; figures that nobody has imported hold for no rule. */
export const TierRule = z
  .strictObject({
    tier: Tier,
    /** Of the last twelve months, in this currency: nothing is converted. */
    spendingAtLeast: z.optional(Money),
    ordersPerYearAtLeast: z.optional(z.number().check(z.positive())),
    /** Score 0–100 of the last rating. */
    satisfactionAtMost: z.optional(z.number().check(z.minimum(0), z.maximum(100))),
    satisfactionAtLeast: z.optional(z.number().check(z.minimum(0), z.maximum(100))),
    industries: z.optional(z.array(z.string()).check(z.minLength(1))),
  })
  .check(
    z.refine(
      ({ tier: _, ...conditions }) => Object.values(conditions).some((condition) => condition !== undefined),
      'expected at least one condition: a rule without one would hold for everybody',
    ),
  );
export type TierRule = z.infer<typeof TierRule>;

export interface TierSettings {
  /** The first that holds wins. */
  readonly tiers: readonly TierRule[];
  /** Days for which a customer is `new` where no rule holds. */
  readonly newForDays: number;
}

/** What a tier is told by. `lastSatisfaction`: score 0–100. */
export type Graded = Pick<Customer, 'tier' | 'figures' | 'since' | 'industry'> & { readonly lastSatisfaction?: number | undefined };

/**
 * The tier of a customer (R16): set by hand, else of the first rule that holds, else `new` for so many days, else `regular`. It is computed
 * whenever it is needed, so a change of the config holds at once.
 */
export function tierOf(customer: Graded, { tiers, newForDays }: TierSettings, now: string): Tier {
  if (customer.tier !== undefined) return customer.tier;
  const rule = tiers.find((one) => holds(one, customer));
  if (rule !== undefined) return rule.tier;
  const newUntil = Temporal.Instant.from(customer.since).add({ hours: newForDays * 24 });
  return Temporal.Instant.compare(Temporal.Instant.from(now), newUntil) < 0 ? 'new' : 'regular';
}

function holds(rule: TierRule, { figures, industry, lastSatisfaction }: Graded): boolean {
  const { spendingAtLeast, ordersPerYearAtLeast, satisfactionAtLeast, satisfactionAtMost, industries } = rule;
  const spending = figures?.spending;
  return [
    spendingAtLeast === undefined || (spending?.currency === spendingAtLeast.currency && spending.amount >= spendingAtLeast.amount),
    ordersPerYearAtLeast === undefined || (figures?.ordersPerYear ?? -1) >= ordersPerYearAtLeast,
    satisfactionAtLeast === undefined || (lastSatisfaction !== undefined && lastSatisfaction >= satisfactionAtLeast),
    satisfactionAtMost === undefined || (lastSatisfaction !== undefined && lastSatisfaction <= satisfactionAtMost),
    industries === undefined || (industry !== undefined && industries.includes(industry)),
  ].every(Boolean);
}
