import { type Customer, isTombstone, type QuietTimes } from './file.ts';
import { quietUntil } from './quiet-times.ts';

/**
 * Why we write. `answer`: to what they said, in their case. `follow-up`: to ask whether it is solved (R7). `survey`: to ask for their opinion (R10).
 * `care`: greetings and thanks (R26).
 */
export type Purpose = 'answer' | 'follow-up' | 'survey' | 'care';

export type Refusal = 'erased' | 'no-address' | 'suppressed' | 'no-consent' | 'open-case' | 'quiet-time';

/** `notBefore`: the first moment at which this reason is gone, where time alone removes it. */
export type Permission = { readonly ok: true } | { readonly ok: false; readonly reason: Refusal; readonly notBefore?: string | undefined };

export interface House {
  /** Of the brand. */
  readonly timeZone: string;
  /** For customers who have named none of their own. */
  readonly quietTimes?: QuietTimes | undefined;
}

/** What decides whether we may write. `isSuppressed`: mail to the address came back, or was called spam. */
export type Addressee = Pick<Customer, 'email' | 'consent' | 'openCases' | 'quietTimes' | 'erasedAt' | 'returnedAt'> & {
  readonly isSuppressed?: boolean | undefined;
};

/**
 * May we write to this customer for this purpose now? An answer in their own case always, where they can be reached. A follow-up waits for the end
 * of the quiet time and is left out for who wants no contact. Care needs their consent, no open case (R26) and no quiet time.
 * A survey is left out for who wants no contact or has an open case.
 * The reason given is the one that lasts longest: quiet time comes last.
 */
export function mayWrite(customer: Addressee, purpose: Purpose, now: string, house: House): Permission {
  const lasting = lastingRefusal(customer, purpose);
  if (lasting !== undefined) return { ok: false, reason: lasting };
  const quietTimes = customer.quietTimes ?? house.quietTimes;
  if (purpose === 'answer' || quietTimes === undefined) return { ok: true };
  const notBefore = quietUntil(quietTimes, now, house.timeZone);
  return notBefore === undefined ? { ok: true } : { ok: false, reason: 'quiet-time', notBefore };
}

function lastingRefusal(customer: Addressee, purpose: Purpose): Exclude<Refusal, 'quiet-time'> | undefined {
  if (isTombstone(customer)) return 'erased';
  if (customer.email === undefined) return 'no-address';
  if (customer.isSuppressed === true) return 'suppressed';
  if (purpose === 'answer') return undefined;
  if (customer.consent?.contact === false) return 'no-consent';
  if (purpose === 'follow-up') return undefined;
  if (purpose === 'care' && customer.consent?.care !== true) return 'no-consent';
  return (customer.openCases ?? []).length > 0 ? 'open-case' : undefined;
}
