import type { CareAction } from './action.ts';
import { addDuration } from './calendar.ts';
import { type Case, isWithinReach } from './case.ts';
import { parseDuration } from './duration.ts';
import type { CaseEvent } from './event.ts';
import type { RecoverySettings } from './settings.ts';

/** Score 0–100 below which somebody left unhappy. */
const HAPPY_FROM = 50;

/** Did the customer go away unhappy: no agreement, unhappy after all we did, or they said that they would leave and nobody heard otherwise? */
export function isLost({
  state,
  closingReason,
  satisfactionAfter,
  flags,
}: Pick<Case, 'state' | 'closingReason' | 'satisfactionAfter' | 'flags'>): boolean {
  if (state !== 'closed' || closingReason === 'duplicate' || closingReason === 'not-a-complaint') return false;
  if (closingReason === 'no-agreement') return true;
  return satisfactionAfter === undefined ? flags.includes('will-leave') : satisfactionAfter < HAPPY_FROM;
}

/**
 * The mail that asks for another chance, due long after the case was closed. Whether it may be sent is asked then: a case that opens again, a consent
 * that is taken back, or a later round make it void. Once for each round that ended so.
 */
export function winBacksOf(after: Case, events: readonly CaseEvent[], { winBack, calendar }: RecoverySettings, now: string): CareAction[] {
  const { number: caseNumber, round, customerKey } = after;
  if (winBack === undefined || customerKey === undefined || !isWithinReach(after)) return [];
  if (!events.some(({ type }) => type === 'CaseClosed') || !isLost(after)) return [];
  return [
    {
      id: round === 1 ? `${caseNumber}:win-back` : `${caseNumber}:win-back:${round}`,
      kind: 'care',
      template: 'win-back',
      customerKey,
      caseNumber,
      round,
      state: 'due',
      dueAt: addDuration(calendar, now, parseDuration(winBack.after)).at,
      attempts: 0,
    },
  ];
}
