import { UNCOVERED_WARNING } from '../../shared/config/coverage.ts';
import { isErased, isOfErased, withoutPerson, withoutPersonIn } from '../../shared/domain/customer/erasure/person.ts';
import { type Customer, isTombstone } from '../../shared/domain/customer/file.ts';
import type { TierSettings } from '../../shared/domain/customer/tier.ts';
import type { Feedback, FeedbackReceived } from '../../shared/domain/feedback.ts';
import { judge } from '../../shared/domain/recovery/judge.ts';
import { languageOf } from '../../shared/domain/recovery/open-case.ts';
import type { RecoveryRule } from '../../shared/domain/recovery/policy.ts';
import type { RecoverySettings } from '../../shared/domain/recovery/settings.ts';
import { hurryMails } from '../../shared/domain/recovery/work-on.ts';
import { overallScore } from '../../shared/domain/score.ts';
import type { Survey } from '../../shared/domain/survey/survey.ts';
import { keepCorrections } from '../../shared/domain/understand/correct-feedback.ts';
import type { UnderstandingHints } from '../../shared/domain/understand/understanding.ts';
import type { ActionQueue, FeedbackRegister, Recorded } from '../../shared/ports.ts';
import { hearIn } from './hear-in.ts';
import { opening, tierWhenSaid } from './opening.ts';
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
  readonly tierSettings: TierSettings;
  /** A new message of a customer with an open case on the same matter joins that case. */
  readonly joinsOpenCase: boolean;
  /** Of the config: which department answers for what is asked. */
  readonly surveys?: readonly Survey[] | undefined;
}

/** `opened`: stored, and a case with it; `joined`: stored, and heard in a case there was. */
export type Outcome = 'stored' | 'opened' | 'joined' | 'duplicate' | 'revised' | 'stale' | 'quarantined';

/** A feedback on its way into the register, with what its door knows beside. */
export interface Assessed {
  readonly feedback: Feedback;
  readonly received: FeedbackReceived;
  /** The file of who said it; absent where nobody can be told. */
  readonly customer?: Customer | undefined;
}

/**
 * Understands, scores and judges one feedback and writes it once. Bringing the same feedback again changes nothing;
 * a newer revision replaces what stands, and never opens a second case.
 */
export async function assess(brought: FeedbackReceived, ports: AssessPorts, settings: AssessSettings): Promise<Outcome> {
  if (brought.quarantine !== undefined) return quarantine(brought, brought.quarantine, ports);
  const assessed = withTier(await withCustomer(brought, await toFeedback(brought, ports, settings), ports, settings), ports, settings);
  const heard = await hearIn(assessed, ports, settings);
  if (heard !== undefined) {
    if (heard.standing === undefined) return tell(heard, 'joined', ports);
    return meet(heard.standing, assessed, ports, settings);
  }
  const recorded = await ports.register.add(assessed.feedback, opening(assessed, ports, settings));
  if (recorded.standing === undefined) return tell(recorded, recorded.change === undefined ? 'stored' : 'opened', ports);
  return meet(recorded.standing, assessed, ports, settings);
}

/** The file was read to file it with: figures by tier cost no read of their own. */
function withTier(assessed: Assessed, { now }: AssessPorts, settings: AssessSettings): Assessed {
  const tier = tierWhenSaid(assessed, settings, now());
  return tier === undefined ? assessed : { ...assessed, feedback: { ...assessed.feedback, tier } };
}

/** Files it with its customer. Of one who was erased nothing personal is kept, however old the message is that brings it (P35). */
async function withCustomer(
  received: FeedbackReceived,
  feedback: Feedback,
  ports: AssessPorts,
  settings: AssessSettings,
): Promise<Assessed> {
  if (received.customerKey !== undefined) return withKnownCustomer(received, feedback, received.customerKey, ports);
  const { customerKey } = feedback;
  const { email, name, phone } = received.customer ?? {};
  if (customerKey === undefined || email === undefined) return { feedback, received };
  const language = languageOf(feedback, settings.defaultLanguage);
  const customer = await ports.register.keepCustomer({ customerKey, email, name, phone, language, since: feedback.receivedAt }, feedback);
  if (!isOfErased(customer, feedback)) return { feedback, received, customer };
  // As it was read, so that figures stay true. Keys of the raw mail and of photos stay until the erasure, taken up again, has deleted them.
  return {
    feedback: { ...withoutPersonIn(feedback), rawKey: feedback.rawKey, photos: feedback.photos },
    received: withoutPerson(received),
  };
}

/**
 * Files it with the customer whom its door has proved. Whether we may write to them stands in their file. An invitation outlives an erasure: that its
 * link is used brings nobody back, for nothing tells us anew who they are.
 */
async function withKnownCustomer(
  received: FeedbackReceived,
  feedback: Feedback,
  customerKey: string,
  { register }: AssessPorts,
): Promise<Assessed> {
  const customer = await register.fileWithCustomer(customerKey, feedback);
  if (customer === undefined) return { feedback, received };
  if (isTombstone(customer)) return { feedback: withoutPersonIn(feedback), received: withoutPerson(received) };
  const isReachable = customer.email !== undefined && customer.consent?.contact !== false;
  return { feedback: { ...feedback, isReachable }, received, customer };
}

async function toFeedback(received: FeedbackReceived, ports: AssessPorts, settings: AssessSettings): Promise<Feedback> {
  const {
    customer,
    quarantine: _none,
    caseNumber: _proved,
    answersTo: _mails,
    facts: _facts,
    mustOpenCase,
    isHistoric,
    ...words
  } = received;
  const score = overallScore(received.answers);
  const understanding = await read(received, { score, topicPhrases: settings.topicPhrases }, ports);
  const isAutomatic = received.automatic !== undefined;
  const feedback = judged(
    {
      ...words,
      customerKey: received.customerKey ?? (customer?.email === undefined || isAutomatic ? undefined : ports.customerKeyOf(customer.email)),
      isReachable: customer?.email !== undefined && customer.hasConsented && !isAutomatic,
      understanding,
      score,
      contentHash: ports.contentHash(received),
    },
    settings,
  );
  // Nobody waits for an answer to what was said long ago.
  if (isHistoric === true) return { ...feedback, recoveryReasons: [] };
  return mustOpenCase === true ? { ...feedback, recoveryReasons: [...feedback.recoveryReasons, 'entered-by-staff'] } : feedback;
}

function judged(feedback: Omit<Feedback, 'recoveryReasons'>, { rules }: AssessSettings): Feedback {
  // A machine is never unhappy, and answering one makes loops (promise 18).
  return { ...feedback, recoveryReasons: feedback.automatic === undefined ? judge(feedback, rules) : [] };
}

/** The id is taken: a redelivery, an older or newer revision, or something else altogether under the same id. */
async function meet(standing: Feedback, assessed: Assessed, ports: AssessPorts, settings: AssessSettings): Promise<Outcome> {
  const { feedback, received } = assessed;
  // What stands was emptied with its person: nothing that is brought again fills it.
  if (isErased(standing)) return 'duplicate';
  if (feedback.revision < standing.revision) {
    // A correction has overtaken it: what the customer had said is kept all the same.
    await ports.register.keepEarlier(feedback);
    return 'stale';
  }
  if (feedback.revision === standing.revision) {
    if (feedback.contentHash === standing.contentHash) return 'duplicate';
    const detail = 'This id was used before, for something else that stands unchanged. Expected a new id, or a higher revision.';
    return quarantine(received, { reason: 'same-id-other-content', detail }, ports);
  }
  // It stays counted where it first came in, and keeps the case it has and what people set right; it is judged as it stands after that.
  const { receivedAt, caseNumber, isReply, tier = feedback.tier } = standing;
  const revised = judged(keepCorrections({ ...feedback, receivedAt, caseNumber, isReply, tier }, standing), settings);
  const recorded = await ports.register.revise(
    revised,
    standing,
    caseNumber === undefined ? opening({ ...assessed, feedback: revised }, ports, settings) : undefined,
  );
  // Somebody revised or corrected it meanwhile: compare again with what stands now. Revisions and corrections only grow in number, so this ends.
  if (recorded.standing !== undefined) return meet(recorded.standing, assessed, ports, settings);
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

/** Sends the mails of a case ahead to save the minute until `sweep`. They stand in the register, so a queue that fails costs only that minute. */
async function tell({ change }: Recorded & { standing?: undefined }, outcome: Outcome, ports: AssessPorts): Promise<Outcome> {
  if (change === undefined) return outcome;
  const { number: caseNumber, isCalendarUncovered } = change.after;
  if (isCalendarUncovered === true) {
    ports.warn(UNCOVERED_WARNING, { caseNumber });
  }
  await hurryMails([change], ports.actions, (message, error) =>
    ports.warn(message, { caseNumber, errorType: error instanceof Error ? error.name : typeof error }),
  );
  return outcome;
}
