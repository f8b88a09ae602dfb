import { type Case, isWithinReach, type Offer } from '../case.ts';
import type { Course } from '../course.ts';
import type { Money } from '../money.ts';
import type { AuthorityRole, Remedy } from '../policy.ts';
import { refuse, refuseAuthority, refuseField } from '../refusal.ts';
import { acknowledges, checkVia, monthOf, type Of, starts, type Via } from './parts.ts';

/** Offers whose money counts: nobody has turned them down. */
const LIVE: readonly Offer['state'][] = ['awaiting-approval', 'offered', 'accepted'];
export const isLive = ({ state }: Offer): boolean => LIVE.includes(state);

/** All that a case costs as it stands, in minor units. Limits are held against this sum, so that many small offers are no way around them. */
export const committedAmount = ({ offers }: Pick<Case, 'offers'>): number =>
  offers.filter(isLive).reduce((sum, { money }) => sum + (money?.amount ?? 0), 0);

/** The remedies prepared for a case in the order in which they are to be offered: of its cause and tier, and not refused as they are. */
export function remediesFor(value: Case, remedies: readonly Remedy[]): Remedy[] {
  return remedies.filter(({ id, causes, tiers, isAmountOpen }) => {
    const fits =
      (causes === undefined || causes.includes(value.decision?.cause ?? '')) && (tiers === undefined || tiers.includes(value.tier));
    return fits && (isAmountOpen || !wasRefused(value, id, undefined));
  });
}

const wasRefused = ({ offers }: Case, remedy: string, money: Money | undefined) =>
  offers.some(
    (one) => one.remedy === remedy && one.state === 'refused' && (money === undefined || (one.money?.amount ?? 0) >= money.amount),
  );

/**
 * Puts a remedy to the customer, or asks for approval where the case would then cost more than the asker may promise (R5).
 * @throws AmendsError 409, 403 or 422, always with what would be possible.
 */
export function offer(course: Course, command: Of<'offer'>): void {
  checkVia(course, command.via);
  const { state } = course;
  const pending = state.offers.find((one) => one.state === 'awaiting-approval');
  if (pending !== undefined)
    throw refuse(
      'approval-pending',
      `Offer ${pending.id} of case ${state.number} waits for approval. Withdraw it before you make another.`,
    );
  const remedy = preparedRemedy(course, command);
  const money = moneyOf(course, remedy, command.money);
  if (wasRefused(state, remedy.id, money)) {
    throw refuse('refused-before', `The customer refused "${remedy.id}" for this much already. Offer the next remedy, or more.`);
  }
  acknowledges(course);
  const made = newOffer(course, remedy, money, command.note);
  const total = committedAmount(state) + (money?.amount ?? 0);
  const { limits } = course.context.settings.authority;
  if (total > limits.manager) {
    throw refuseAuthority('beyond-authority', `The case would cost ${total} minor units; nobody may promise more than ${limits.manager}.`);
  }
  if (total <= limits[course.context.role] && !command.forApproval) {
    makes(course, { ...made, state: 'offered' }, command.via);
    return;
  }
  course.happens('ApprovalRequested', { offer: { ...made, state: 'awaiting-approval' }, via: command.via });
  starts(course, 'approval');
}

function makes(course: Course, made: Offer, via: Via): void {
  course.happens('OfferMade', { offer: made, via }).ends(['offer', 'first-answer']);
}

function preparedRemedy({ state, context }: Course, { remedy: id }: Of<'offer'>): Remedy {
  const remedy = context.settings.remedies.find((one) => one.id === id);
  if (remedy === undefined) {
    throw refuseField('remedy', `expected one of ${context.settings.remedies.map((one) => one.id).join(', ')} (recovery.remedies)`);
  }
  const fitting = remediesFor(state, context.settings.remedies);
  if (!fitting.includes(remedy) && !wasRefused(state, id, undefined)) {
    throw refuse(
      'remedy-not-for-case',
      `"${id}" is not prepared for this cause and customer. Prepared are: ${fitting.map((one) => one.id).join(', ') || 'none'}.`,
    );
  }
  return remedy;
}

function moneyOf({ context }: Course, remedy: Remedy, asked: Money | undefined): Money | undefined {
  const { currency } = context.settings.authority;
  if (asked !== undefined && asked.currency !== currency)
    throw refuseField('money.currency', `expected ${currency}, the currency of recovery.authority`);
  if (asked !== undefined && !remedy.isAmountOpen && asked.amount !== remedy.amount) {
    throw refuseField(
      'money.amount',
      remedy.amount === undefined
        ? 'expected none: this remedy has no amount'
        : `expected ${remedy.amount}: the amount of this remedy is fixed`,
    );
  }
  const amount = asked?.amount ?? remedy.amount;
  if (amount === undefined && remedy.isAmountOpen) throw refuseField('money', 'expected an amount: this remedy has none of its own');
  return amount === undefined ? undefined : { amount, currency };
}

export function newOffer(course: Course, remedy: Remedy, money: Money | undefined, note?: string): Offer {
  const { state, now, by, context } = course;
  return {
    id: `o${state.offers.length + 1}`,
    round: state.round,
    remedy: remedy.id,
    kind: remedy.kind,
    money,
    note,
    state: 'offered',
    at: now,
    by,
    budgetMonth: monthOf(now, context.settings.timeZone),
  };
}

/** @throws AmendsError 409 `no-such-offer` where the offer is not in one of these states. */
function standingOffer({ state }: Course, id: string, states: readonly Offer['state'][]): Offer {
  const found = state.offers.find((one) => one.id === id);
  if (found === undefined) throw refuse('no-such-offer', `Case ${state.number} has no offer ${id}.`);
  if (!states.includes(found.state))
    throw refuse('offer-ended', `Offer ${id} of case ${state.number} is ${found.state}; expected ${states.join(' or ')}.`);
  return found;
}

/** Whoever asked for it cannot approve it, nor can anybody who may not promise so much. */
export function approve(course: Course, { offerId }: Of<'approve'>): void {
  const waiting = standingOffer(course, offerId, ['awaiting-approval']);
  checkApprover(course, waiting);
  const via = viaOfRequest(course);
  course.happens('ApprovalGiven', { offerId }).ends(['approval']);
  makes(course, { ...waiting, state: 'offered', approvedBy: course.by }, via);
}

export function reject(course: Course, { offerId, reason }: Of<'reject'>): void {
  checkApprover(course, standingOffer(course, offerId, ['awaiting-approval']));
  course.happens('ApprovalRefused', { offerId, reason }).ends(['approval']);
}

function checkApprover({ state, by, context }: Course, { id, by: requester }: Offer): void {
  const limit = context.settings.authority.limits[context.role];
  const total = committedAmount(state);
  if (by === requester) throw refuseAuthority('own-approval', `Offer ${id} needs somebody else's approval: you asked for it.`);
  if (context.role === 'agent' || total > limit) {
    throw refuseAuthority(
      'beyond-authority',
      `The case would cost ${total} minor units; "${context.role}" may approve up to ${context.role === 'agent' ? 0 : limit}.`,
    );
  }
}

/** By mail where that is possible: the request may be old, and the customer's address dead since. */
const viaOfRequest = ({ state }: Course): Via => (isWithinReach(state) ? 'mail' : 'telephone');

export function withdraw(course: Course, { offerId, reason }: Of<'withdraw'>): void {
  standingOffer(course, offerId, ['awaiting-approval', 'offered']);
  course.happens('OfferWithdrawn', { offerId, reason }).ends(['approval'], 'dropped');
}

export function accept(course: Course, { offerId }: Of<'accept'>): void {
  standingOffer(course, offerId, ['offered']);
  course.happens('OfferAccepted', { offerId });
}

export function refuseOffer(course: Course, { offerId, reason }: Of<'refuse'>): void {
  standingOffer(course, offerId, ['offered']);
  course.happens('OfferRefused', { offerId, reason });
}

/** The least role whose limit covers what a case would cost; undefined beyond all. */
export const roleFor = (total: number, limits: Readonly<Record<AuthorityRole, number>>): AuthorityRole | undefined =>
  (['agent', 'head', 'manager'] as const).find((role) => total <= limits[role]);
