import type { Draft, Invitation } from './invitation.ts';

/** Somebody has begun to fill it in: the page keeps what stands there. One that is answered already stays so while it is corrected. */
export function begun(seen: Invitation, draft: Draft, now: string): Invitation {
  return {
    ...seen,
    state: seen.state === 'answered' ? 'answered' : 'begun',
    begunAt: seen.begunAt ?? now,
    draft,
    version: seen.version + 1,
  };
}

/** It is answered, for the first time or anew: what was filled in stays, to be corrected by the customer alone. */
export function answered(seen: Invitation, draft: Draft, now: string): Invitation {
  return {
    ...begun(seen, draft, now),
    state: 'answered',
    reason: undefined,
    answeredAt: seen.answeredAt ?? now,
    answers: seen.answers + 1,
  };
}

/** The mail went out: the invitation itself (0) or its n-th reminder. Whoever was faster than SES's answer is further already, and so is a mail that came back. */
export function sent(seen: Invitation, reminder: number, at: string): Invitation {
  return {
    ...seen,
    state: seen.state === 'waiting' ? 'sent' : seen.state,
    sentAt: seen.sentAt ?? at,
    reminders: Math.max(seen.reminders, reminder),
    version: seen.version + 1,
  };
}

/** It came back or never went out: why, as a code. What was answered all the same counts as what it is; that a reminder did not go out changes nothing. */
export function notReached(seen: Invitation, reason: string): Invitation | undefined {
  if (seen.state !== 'waiting' && seen.state !== 'sent') return undefined;
  return { ...seen, state: 'not-reached', reason, version: seen.version + 1 };
}
