import type { Feedback, FeedbackReceived } from '../../shared/domain/feedback.ts';
import { judge } from '../../shared/domain/recovery/judge.ts';
import { caseMonth, languageOf, openCase, type RecoverySettings } from '../../shared/domain/recovery/open-case.ts';
import type { RecoveryRule } from '../../shared/domain/recovery/policy.ts';
import { overallScore } from '../../shared/domain/score.ts';
import { keepCorrections } from '../../shared/domain/understand/correct-feedback.ts';
import type { UnderstandingHints } from '../../shared/domain/understand/understanding.ts';
import type { ActionQueue, CaseOpening, FeedbackRegister, Recorded } from '../../shared/ports.ts';
import { type Readers, read } from './read.ts';

export interface AssessPorts extends Readers {
  readonly register: FeedbackRegister;
  readonly actions: ActionQueue;
  readonly now: () => string;
  /** Keyed hash of an address. */
  readonly customerKeyOf: (address: string) => string;
  readonly contentHash: (received: FeedbackReceived) => string;
  /** Tells an operator of something that went on without harm but should be known. */
  readonly warn: (message: string, about: Readonly<Record<string, unknown>>) => void;
}

export interface AssessSettings extends RecoverySettings {
  readonly rules: readonly RecoveryRule[];
  readonly topicPhrases: UnderstandingHints['topicPhrases'];
}

/** `opened`: stored, and a case with it. */
export type Outcome = 'stored' | 'opened' | 'duplicate' | 'revised' | 'stale' | 'quarantined';

/**
 * Understands, scores and judges one feedback and writes it once. Bringing the same feedback again changes nothing;
 * a newer revision replaces what stands, and never opens a second case.
 */
export async function assess(received: FeedbackReceived, ports: AssessPorts, settings: AssessSettings): Promise<Outcome> {
  if (received.quarantine !== undefined) return quarantine(received, received.quarantine, ports);
  const feedback = await toFeedback(received, ports, settings);
  if (feedback.customerKey !== undefined && received.customer?.email !== undefined) {
    await ports.register.keepCustomer({
      customerKey: feedback.customerKey,
      email: received.customer.email,
      name: received.customer.name,
      language: languageOf(feedback, settings.defaultLanguage),
      since: feedback.receivedAt,
    });
  }
  const recorded = await ports.register.add(feedback, opening(feedback, ports, settings));
  if (recorded.standing === undefined) return tell(recorded, 'stored', ports);
  return meet(recorded.standing, feedback, received, ports, settings);
}

async function toFeedback(received: FeedbackReceived, ports: AssessPorts, settings: AssessSettings): Promise<Feedback> {
  const { customer, quarantine: _none, ...words } = received;
  const score = overallScore(received.answers);
  const understanding = await read(received, { score, topicPhrases: settings.topicPhrases }, ports);
  const isAutomatic = received.automatic !== undefined;
  return judged(
    {
      ...words,
      customerKey: customer?.email === undefined || isAutomatic ? undefined : ports.customerKeyOf(customer.email),
      isReachable: customer?.email !== undefined && customer.hasConsented && !isAutomatic,
      understanding,
      score,
      contentHash: ports.contentHash(received),
    },
    settings,
  );
}

function judged(feedback: Omit<Feedback, 'recoveryReasons'>, { rules }: AssessSettings): Feedback {
  // A machine is never unhappy, and answering one makes loops (promise 18).
  return { ...feedback, recoveryReasons: feedback.automatic === undefined ? judge(feedback, rules) : [] };
}

function opening(feedback: Feedback, ports: AssessPorts, settings: AssessSettings): CaseOpening | undefined {
  if (feedback.recoveryReasons.length === 0) return undefined;
  const now = ports.now();
  const month = caseMonth(now, settings.timeZone);
  return { month, build: (running) => openCase(feedback, month, running, now, settings) };
}

/** The id is taken: a redelivery, an older or newer revision, or something else altogether under the same id. */
async function meet(
  standing: Feedback,
  feedback: Feedback,
  received: FeedbackReceived,
  ports: AssessPorts,
  settings: AssessSettings,
): Promise<Outcome> {
  if (feedback.revision < standing.revision) return 'stale';
  if (feedback.revision === standing.revision) {
    if (feedback.contentHash === standing.contentHash) return 'duplicate';
    const detail = 'This id was used before, for something else that stands unchanged. Expected a new id, or a higher revision.';
    return quarantine(received, { reason: 'same-id-other-content', detail }, ports);
  }
  // It stays counted where it first came in, and keeps the case it has and what people set right; it is judged as it stands after that.
  const moved = { ...feedback, receivedAt: standing.receivedAt, caseNumber: standing.caseNumber };
  const revised = judged(keepCorrections(moved, standing), settings);
  const recorded = await ports.register.revise(
    revised,
    standing,
    standing.caseNumber === undefined ? opening(revised, ports, settings) : undefined,
  );
  // Somebody revised or corrected it meanwhile: compare again with what stands now. Revisions and corrections only grow in number, so this ends.
  if (recorded.standing !== undefined) return meet(recorded.standing, feedback, received, ports, settings);
  return tell(recorded, 'revised', ports);
}

async function quarantine(
  received: FeedbackReceived,
  reason: NonNullable<FeedbackReceived['quarantine']>,
  ports: AssessPorts,
): Promise<Outcome> {
  const id = `${received.id}-${ports.contentHash(received)}`;
  await ports.register.quarantine({ id, at: received.receivedAt, quarantine: reason, received });
  return 'quarantined';
}

/** Sends the actions of a new case ahead to save the minute until `sweep`. They stand in the register, so a queue that fails costs only that minute. */
async function tell({ opened }: Recorded & { standing?: undefined }, otherwise: Outcome, ports: AssessPorts): Promise<Outcome> {
  if (opened === undefined) return otherwise;
  if (opened.case.isCalendarUncovered) {
    ports.warn('calendar does not cover the year of a deadline: enter its holidays in amends.config.ts', {
      caseNumber: opened.case.number,
    });
  }
  try {
    await ports.actions.send(opened.actions.map(({ id }) => id));
  } catch (error) {
    ports.warn('actions could not be sent ahead; sweep will bring them within two minutes', {
      caseNumber: opened.case.number,
      errorType: error instanceof Error ? error.name : typeof error,
    });
  }
  return otherwise === 'stored' ? 'opened' : otherwise;
}
