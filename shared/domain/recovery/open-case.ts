import { Temporal } from 'temporal-polyfill';
import type { Feedback } from '../feedback.ts';
import { chooseLanguage, type Language } from '../language.ts';
import type { Severity } from '../understand/understanding.ts';
import type { Action } from './action.ts';
import { addBusinessHours } from './calendar.ts';
import type { Case, CaseEvent } from './case.ts';
import type { Agent, BusinessCalendar, SlaPolicy } from './policy.ts';

/** What opening a case needs of the config. */
export interface RecoverySettings {
  readonly sla: SlaPolicy;
  readonly calendar: BusinessCalendar;
  readonly agents: readonly Agent[];
  /** IANA zone in which the month of a case number begins. */
  readonly timeZone: string;
  readonly defaultLanguage: Language;
}

export interface OpenedCase {
  readonly case: Case;
  readonly event: CaseEvent;
  readonly actions: readonly Action[];
}

const SEVERITY_NAMES = { 1: 'low', 2: 'normal', 3: 'high', 4: 'critical' } as const;
export const severityName = (severity: Severity) => SEVERITY_NAMES[severity];

/** The month part of a case number, `YYMM`, in the business's zone. */
export function caseMonth(now: string, timeZone: string): string {
  const { year, month } = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  return `${String(year).slice(-2)}${String(month).padStart(2, '0')}`;
}

/** `YYMM-NNNN` (R1). */
export const caseNumber = (month: string, running: number) => `${month}-${String(running).padStart(4, '0')}`;

/**
 * The case of an unhappy customer, its first event and the first actions: an acknowledgement where the customer can be reached,
 * and a notice to the owner. Both deadlines are computed here and stored, so a later change of the policy does not move them.
 */
export function openCase(feedback: Feedback, month: string, running: number, now: string, settings: RecoverySettings): OpenedCase {
  const { understanding } = feedback;
  const number = caseNumber(month, running);
  const severity = severityName(understanding.severity);
  const acknowledge = addBusinessHours(settings.calendar, now, settings.sla.acknowledgeWithinHours[severity]);
  const resolve = addBusinessHours(settings.calendar, now, settings.sla.resolveWithinHours[severity]);
  const opened: Case = {
    number,
    version: 1,
    state: 'opened',
    feedbackId: feedback.id,
    customerKey: feedback.customerKey,
    isReachable: feedback.isReachable,
    language: languageOf(feedback, settings.defaultLanguage),
    branch: feedback.branch,
    channel: feedback.channel,
    survey: feedback.survey,
    topics: [...new Set([...feedback.reasons, ...understanding.topics.map(({ topic }) => topic)])],
    severity: understanding.severity,
    flags: understanding.flags,
    reasons: feedback.recoveryReasons,
    owner: ownerFor(feedback.branch, running, settings.agents).id,
    openedAt: now,
    acknowledgeDueAt: acknowledge.at,
    resolveDueAt: resolve.at,
    isCalendarUncovered: acknowledge.isUncovered || resolve.isUncovered ? true : undefined,
  };
  const due = { state: 'due', dueAt: now, attempts: 0, caseNumber: number } as const;
  const actions: Action[] = [{ ...due, id: `${number}:owner-notice`, kind: 'owner-notice' }];
  if (feedback.isReachable) actions.unshift({ ...due, id: `${number}:acknowledgement`, kind: 'acknowledgement' });
  return { case: opened, event: { type: 'CaseOpened', at: now, by: 'system', case: opened }, actions };
}

/** The language to write to this customer in: that of their words where we speak it, else that of the form, else the house's. */
export function languageOf(feedback: Pick<Feedback, 'understanding' | 'locale'>, fallback: Language): Language {
  return chooseLanguage(feedback.understanding.language, chooseLanguage(feedback.locale, fallback));
}

/** Agents of the branch take turns by the running number; where a branch has none, all do. */
function ownerFor(branch: string | undefined, running: number, agents: readonly Agent[]): Agent {
  const own = agents.filter((agent) => branch !== undefined && agent.branch === branch);
  const pool = own.length > 0 ? own : agents;
  const owner = pool[running % pool.length];
  if (owner === undefined) throw new RangeError('recovery.agents: at least one agent is needed');
  return owner;
}
