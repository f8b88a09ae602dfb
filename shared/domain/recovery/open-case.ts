import { Temporal } from 'temporal-polyfill';
import type { Feedback } from '../feedback.ts';
import { chooseLanguage, type Language } from '../language.ts';
import type { Case, Deadline } from './case.ts';
import { type CaseChange, changeOf } from './change.ts';
import { durationFor, startDeadline } from './clock.ts';
import { promisesFor } from './decide/endings.ts';
import { SERIOUS_FLAGS } from './decide/parts.ts';
import { evolve } from './evolve.ts';
import type { CaseFacts } from './facts.ts';
import { chooseOwner, type StaffBoard } from './owner.ts';
import type { DeadlineKind, Tier } from './policy.ts';
import type { RecoverySettings } from './settings.ts';

/** The month part of a case number, `YYMM`, in the business's zone. */
export function caseMonth(now: string, timeZone: string): string {
  const { year, month } = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  return `${String(year).slice(-2)}${String(month).padStart(2, '0')}`;
}

/** `YYMM-NNNN` (R1). */
export const caseNumber = (month: string, running: number) => `${month}-${String(running).padStart(4, '0')}`;

export interface Opening {
  readonly feedback: Feedback;
  /** `YYMM` and the running number in it. */
  readonly month: string;
  readonly running: number;
  readonly now: string;
  readonly tier: Tier;
  readonly board: StaffBoard;
  /** As staff entered them (R18). */
  readonly facts?: CaseFacts | undefined;
  /** Whose questions were answered badly. */
  readonly departments?: readonly string[] | undefined;
}

const FROM_OPENING: readonly DeadlineKind[] = ['acknowledge', 'first-answer', 'finding', 'offer', 'solution'];

/**
 * The case of an unhappy customer with its first event and mails: an acknowledgement where the customer can be reached, a notice to the owner, and
 * to the head where it is serious. All deadlines are computed here and stored, so that a later change of the policy does not move them.
 */
export function openCase(opening: Opening, settings: RecoverySettings): CaseChange {
  const { now } = opening;
  const bare = bareCase(opening, settings);
  const started = FROM_OPENING.concat(bare.isSerious ? ['report'] : []).flatMap((kind) => {
    const duration = durationFor(kind, bare, settings.sla);
    return duration === undefined ? [] : [startDeadline(kind, 1, duration, now, settings.calendar)];
  });
  const deadlines: Deadline[] = started.map(({ deadline }) => deadline);
  const opened: Case = {
    ...bare,
    deadlines,
    commitments: promisesFor(deadlines, { state: bare, now }),
    isCalendarUncovered: started.some(({ isUncovered }) => isUncovered) ? true : undefined,
  };
  const event = { type: 'CaseOpened', at: now, by: 'system', case: opened } as const;
  return changeOf(undefined, { events: [event], next: evolve(undefined, event) }, { settings, role: 'agent', now });
}

function bareCase({ feedback, month, running, now, tier, board, facts, departments = [] }: Opening, settings: RecoverySettings): Case {
  const { understanding } = feedback;
  const topics = [...new Set([...feedback.reasons, ...understanding.topics.map(({ topic }) => topic)])];
  // Who first hears of a matter owns it until it is handed over (R3, 首问负责制).
  const first = settings.agents.find(({ id }) => `agent:${id}` === feedback.enteredBy)?.id;
  const { owner, team } = chooseOwner({ branch: feedback.branch, topics, departments, running, first }, settings, board);
  return {
    number: caseNumber(month, running),
    version: 1,
    state: 'opened',
    round: 1,
    feedbackId: feedback.id,
    joined: [],
    customerKey: feedback.customerKey,
    isReachable: feedback.isReachable,
    language: languageOf(feedback, settings.defaultLanguage),
    branch: feedback.branch,
    channel: feedback.channel,
    survey: feedback.survey,
    topics,
    departments: departments.length === 0 ? undefined : [...departments],
    severity: understanding.severity,
    flags: understanding.flags,
    tier,
    isSerious: understanding.flags.some((flag) => SERIOUS_FLAGS.includes(flag)),
    isComplex: false,
    reasons: feedback.recoveryReasons,
    facts: facts ?? {},
    owner,
    team,
    openedAt: now,
    deadlines: [],
    offers: [],
    commitments: [],
    followUps: [],
    satisfactionBefore: feedback.score,
    measures: [],
  };
}

/** The language to write to this customer in: that of their words where we speak it, else that of the form, else the house's. */
export function languageOf(feedback: Pick<Feedback, 'understanding' | 'locale'>, fallback: Language): Language {
  return chooseLanguage(feedback.understanding.language, chooseLanguage(feedback.locale, fallback));
}
