import { Temporal } from 'temporal-polyfill';
import { type AmendsError, invalidInput } from '../errors.ts';
import type { Tier } from '../recovery/policy.ts';
import type { CallPlan, PlannedCall } from './call.ts';
import { type ChangeContext, type FileChange, refuse, refuseTombstone, standing, writeTo } from './change.ts';
import { type Customer, isTombstone } from './file.ts';
import type { WholeFile } from './whole.ts';

/** Who was not there is tried again after so many days. */
const TRY_AGAIN_AFTER_DAYS = 7;
/** After so many tries in a row it is left until the next call of the plan. */
const TRIES = 3;
/** Three years of monthly calls. */
export const CALLS_KEPT = 36;

/** The first plan that is for this tier or for everybody. */
export const planFor = (plans: readonly CallPlan[], tier: Tier): CallPlan | undefined =>
  plans.find((plan) => plan.tier === undefined || plan.tier === tier);

/**
 * The day of the next call by plan: counted from the last call, or from their first contact where nobody has called yet, and never before the day on
 * which they allowed it. Months are those of the calendar: a month after 31 January is the last of February. A call belongs to the first year where it
 * lies before the first anniversary. Who was not reached is tried again after a week, three times at most.
 * @param timeZone the brand's.
 * @returns `YYYY-MM-DD`; undefined for whom nobody calls: without a plan, without consent to contact, or erased.
 */
export function nextCallOn(
  { since, consent, calls = [], erasedAt, returnedAt }: Pick<Customer, 'since' | 'consent' | 'calls' | 'erasedAt' | 'returnedAt'>,
  plan: CallPlan | undefined,
  timeZone: string,
): string | undefined {
  if (plan === undefined || consent?.contact !== true || isTombstone({ erasedAt, returnedAt })) return undefined;
  const dayOf = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const [last] = calls;
  const first = dayOf(since);
  const from = last === undefined ? first : dayOf(last.at);
  const isFirstYear = Temporal.PlainDate.compare(from, first.add({ years: 1 })) < 0;
  const next = isToBeTriedAgain(calls)
    ? from.add({ days: TRY_AGAIN_AFTER_DAYS })
    : from.add({ months: isFirstYear ? plan.firstYearEveryMonths : plan.thenEveryMonths });
  const allowed = dayOf(consent.at);
  return (Temporal.PlainDate.compare(next, allowed) < 0 ? allowed : next).toString();
}

function isToBeTriedAgain(calls: readonly PlannedCall[]): boolean {
  const reached = calls.findIndex(({ outcome }) => outcome === 'reached');
  const tries = reached === -1 ? calls.length : reached;
  return tries % TRIES !== 0;
}

export interface CallMade {
  /** When it was; now where absent. */
  readonly at?: string | undefined;
  readonly outcome: PlannedCall['outcome'];
  readonly note?: string | undefined;
}

/**
 * A call by plan, written down. While a case is open nobody calls besides: whoever works the case speaks with the customer.
 * @throws AmendsError 409 `open-case`, `no-consent`, `erased`; 422 where it lies in the future or before the last one.
 */
export function recordCall(
  whole: WholeFile,
  { at, outcome, note }: CallMade,
  plans: { readonly plan: CallPlan | undefined; readonly timeZone: string },
  { by, now }: Pick<ChangeContext, 'by' | 'now'>,
): FileChange {
  refuseTombstone(whole);
  if (whole.consent?.contact !== true)
    throw refuse('no-consent', 'This customer has not allowed contact. Record their consent first, if they have given it.');
  if (whole.openCases.length > 0)
    throw refuse(
      'open-case',
      `Case ${whole.openCases.join(', ')} is open. What is said belongs there: record it as an answer by telephone.`,
    );
  const call = { at: checkedTime(at ?? now, whole, now), by, outcome, ...(note === undefined ? {} : { note }) };
  const calls = [call, ...(whole.calls ?? [])].slice(0, CALLS_KEPT);
  const on = nextCallOn({ ...whole, calls }, plans.plan, plans.timeZone);
  return {
    // Calls of merged files are taken along: the newest are in the standing one.
    writes: [
      writeTo(standing(whole), { calls }),
      ...whole.files.slice(1).flatMap((file) => (file.calls === undefined ? [] : [writeTo(file, {}, ['calls'])])),
    ],
    links: [],
    record: { customerKey: whole.customerKey, at: now, by, what: 'called', fields: ['calls'] },
    nextCall: on === undefined ? undefined : { customerKey: whole.customerKey, on },
  };
}

function checkedTime(at: string, { calls: [last] = [] }: WholeFile, now: string): string {
  const wrong = (reason: string): AmendsError =>
    invalidInput('This is no time at which the call can have been.', [{ field: 'at', reason }]);
  if (at > now) throw wrong(`expected a time until now (${now})`);
  if (last !== undefined && at <= last.at) throw wrong(`expected a time after the last call (${last.at})`);
  return at;
}
