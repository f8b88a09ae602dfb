import { type Action, type CareAction, type CaseMail, clockId, type InviteAction } from './action.ts';
import { type Case, isOpen } from './case.ts';
import type { CaseCommand, SystemCommand } from './command.ts';
import { isLive } from './decide/offers.ts';
import { nextTickAt } from './decide/tick.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './event.ts';
import { invitesOf } from './invite-after.ts';
import { mailsOf } from './notices.ts';
import type { DecisionContext, RecoverySettings } from './settings.ts';
import { winBacksOf } from './win-back.ts';

/** Money that a change takes from, or gives back to, the month's budget of a branch. */
export interface BudgetMove {
  /** A key of `recovery.authority.monthlyBudgets`. */
  readonly branch: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** Minor units; below 0: given back. */
  readonly delta: number;
  /** The budget must hold it. Absent where somebody above the front line said yes. */
  readonly cap?: number | undefined;
}

/** Everything that is written when something happens to a case, in one transaction or not at all. */
export interface CaseChange {
  /** Absent where the case opens with it. */
  readonly before?: Case | undefined;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  /** Mails to send; the case's clock is not among them. */
  readonly mails: readonly CaseMail[];
  /** What is to be sent long after, if it may be then; nobody brings it to the queue ahead. */
  readonly care: readonly (CareAction | InviteAction)[];
  /** When something of its clock is due next. */
  readonly nextAt?: string | undefined;
  /** Cases that agents have more or less of, by agent. */
  readonly loads: Readonly<Record<string, number>>;
  readonly budgets: readonly BudgetMove[];
  /** Keys of an address that is silenced no more; one that complained stays silenced, and then nothing of this is written. */
  readonly liftsSuppressionOf?: readonly string[] | undefined;
}

/** What a decision writes. @param role whose decision it is: budgets bind the front line only. */
export function changeOf(
  before: Case | undefined,
  { events, next }: { readonly events: readonly CaseEvent[]; readonly next: Case },
  { settings, role, now }: Pick<DecisionContext, 'settings' | 'role' | 'now'>,
): CaseChange {
  return {
    before,
    after: next,
    events,
    mails: mailsOf(before, next, events, settings, now),
    care: [...winBacksOf(next, events, settings, now), ...invitesOf(next, events, settings, now)],
    nextAt: nextTickAt(next, settings),
    loads: loadsOf(before, next),
    budgets: budgetsOf(before, next, events, settings, role),
    liftsSuppressionOf: liftedBy(before, events),
  };
}

/** All that a command on a case writes. @throws AmendsError where the case does not allow it, as `decide` does. */
export const changeBy = (command: CaseCommand | SystemCommand, seen: Case, context: DecisionContext): CaseChange =>
  changeOf(seen, decide(command, seen, context), context);

/** By the case's own key where nobody knows what came back: nearly everybody has one address. */
function liftedBy(before: Case | undefined, events: readonly CaseEvent[]): readonly string[] | undefined {
  if (!events.some(({ type }) => type === 'CustomerReachable')) return undefined;
  return before?.undeliverable?.addressKeys ?? (before?.customerKey === undefined ? [] : [before.customerKey]);
}

/** The case's timer as an action; undefined where nothing is to come. */
export const clockAction = ({ after, nextAt }: Pick<CaseChange, 'after' | 'nextAt'>): Action | undefined =>
  nextAt === undefined
    ? undefined
    : { id: clockId(after.number), kind: 'clock', caseNumber: after.number, state: 'due', dueAt: nextAt, attempts: 0 };

function loadsOf(before: Case | undefined, after: Case): Record<string, number> {
  const loads: Record<string, number> = {};
  const add = (agent: string, delta: number) => {
    loads[agent] = (loads[agent] ?? 0) + delta;
  };
  if (before !== undefined && isOpen(before)) add(before.owner, -1);
  if (isOpen(after)) add(after.owner, 1);
  return Object.fromEntries(Object.entries(loads).filter(([, delta]) => delta !== 0));
}

function budgetsOf(
  before: Case | undefined,
  after: Case,
  events: readonly CaseEvent[],
  { authority: { monthlyBudgets } }: RecoverySettings,
  role: DecisionContext['role'],
): BudgetMove[] {
  if (monthlyBudgets === undefined) return [];
  const branch = after.branch !== undefined && monthlyBudgets[after.branch] !== undefined ? after.branch : 'default';
  const budget = monthlyBudgets[branch];
  if (budget === undefined) return [];
  const deltas = new Map<string, number>();
  for (const [value, sign] of [
    [after, 1],
    [before, -1],
  ] as const) {
    for (const one of value?.offers.filter(isLive) ?? []) {
      deltas.set(one.budgetMonth, (deltas.get(one.budgetMonth) ?? 0) + sign * (one.money?.amount ?? 0));
    }
  }
  const isOwnOffer = events.some(
    (event) => event.type === 'OfferMade' && event.offer.approvedBy === undefined && event.offer.isAutomatic !== true,
  );
  const isBound = role !== 'manager' && isOwnOffer;
  return [...deltas]
    .filter(([, delta]) => delta !== 0)
    .map(([month, delta]) => ({ branch, month, delta, cap: isBound && delta > 0 ? budget : undefined }));
}
