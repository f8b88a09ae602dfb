import type { AuthorityOnCase, RemedyOption } from '../../shared/api/case-schemas.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { committedAmount, remediesFor } from '../../shared/domain/recovery/decide/offers.ts';
import type { AuthorityRole, Remedy } from '../../shared/domain/recovery/policy.ts';
import type { RecoverySettings } from '../../shared/domain/recovery/settings.ts';

/** What a case costs as it stands, and what is left of the limits (R5). */
export function authorityOn(value: Case, role: AuthorityRole, { authority: { currency, limits } }: RecoverySettings): AuthorityOnCase {
  const committed = committedAmount(value);
  const money = (amount: number) => ({ amount: Math.max(0, amount), currency });
  return { role, committed: money(committed), left: money(limits[role] - committed), leftWithApproval: money(limits.manager - committed) };
}

/** The remedies prepared for a case in the order in which they are to be offered, and whose yes each needs. */
export function remedyOptions(value: Case, role: AuthorityRole, settings: RecoverySettings): RemedyOption[] {
  const { left, leftWithApproval } = authorityOn(value, role, settings);
  const needs = ({ amount = 0 }: Remedy): RemedyOption['needs'] => {
    if (amount > leftWithApproval.amount) return 'beyond-all-limits';
    return amount > left.amount ? 'approval' : 'nothing';
  };
  return remediesFor(value, settings.remedies).map((remedy) => ({
    id: remedy.id,
    kind: remedy.kind,
    title: remedy.title,
    text: remedy.text,
    money: remedy.amount === undefined ? undefined : { amount: remedy.amount, currency: settings.authority.currency },
    isAmountOpen: remedy.isAmountOpen,
    needs: needs(remedy),
  }));
}
