/** What came back for something that was sent; what its markup was found to hold. */
export interface Reply {
  readonly status: number;
  /** Did all of the page arrive? */
  readonly isWhole: boolean;
  readonly hasForm: boolean;
  readonly hasReceipt: boolean;
  /** Seconds, as the header `retry-after` says them. */
  readonly retryAfter: string | null;
}

/**
 * What to do now. `sent`: it is in their hands. `page`: another page of the form, or the same with its faults. `later`: nothing is known to have been
 * taken, so it is sent again, under the same submission id. `refused`: sending it again would change nothing.
 */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'page' }
  | { readonly kind: 'later'; readonly afterMs?: number | undefined }
  | { readonly kind: 'refused' };

/** Not now, as they say themselves. */
const PASSING = [408, 425, 429];
/** Longer than that nobody is made to wait by a header, in seconds. */
const MAX_RETRY_AFTER_S = 3_600;

export function outcomeOf({ status, isWhole, hasForm, hasReceipt, retryAfter }: Reply): Outcome {
  if (status >= 500 || PASSING.includes(status)) return { kind: 'later', afterMs: retryAfterMs(retryAfter) };
  if (status === 202 && isWhole && hasReceipt) return { kind: 'sent' };
  if ((status === 200 || status === 422) && isWhole && hasForm) return { kind: 'page' };
  // Half an answer, or a hotel's log-in page in the place of ours: only the queue's own word counts.
  return status < 400 ? { kind: 'later' } : { kind: 'refused' };
}

/** Milliseconds. A date is passed over: it would have to be compared with a clock that may be wrong. */
export function retryAfterMs(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Math.min(Number(header), MAX_RETRY_AFTER_S) * 1_000 : undefined;
}
