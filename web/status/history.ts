import { momentInWords } from '../../shared/domain/date-words.ts';
import type { Language, Localized } from '../../shared/domain/language.ts';
import type { Case, Commitment, Offer } from '../../shared/domain/recovery/case.ts';
import type { CaseEvent } from '../../shared/domain/recovery/event.ts';
import { remedyWords } from '../../shared/domain/recovery/mail-view/words.ts';
import type { Remedy } from '../../shared/domain/recovery/policy.ts';
import { HISTORY_WORDS } from './history-words.ts';
import { STATUS_WORDS } from './words.ts';

/** In which words a case is told. */
export interface Telling {
  readonly language: Language;
  readonly timeZone: string;
  /** What remedies are called. */
  readonly remedies: readonly Pick<Remedy, 'id' | 'title'>[];
}

export interface Told {
  readonly at: string;
  readonly text: string;
  /** Something that we did not do as we said. */
  readonly isBroken?: boolean;
}

/**
 * What happened so far, in plain words, oldest first. It tells what was done for the customer and what they did; neither what anybody of ours wrote
 * down for colleagues, nor how bad, how dear or whose fault it is held to be.
 */
export const historyOf = (value: Case, events: readonly CaseEvent[], telling: Telling): Told[] =>
  events.flatMap((event) => {
    // An offer that was never put to the customer was never theirs to lose.
    if (event.type === 'OfferWithdrawn' && !wasOffered(event.offerId, events)) return [];
    const text = textOf(event, value, telling);
    if (text === undefined) return [];
    return [{ at: event.at, text, ...(event.type === 'CommitmentBroken' ? { isBroken: true } : {}) }];
  });

function textOf(event: CaseEvent, value: Case, telling: Telling): string | undefined {
  const words = HISTORY_WORDS[telling.language];
  switch (event.type) {
    case 'CaseAcknowledged':
      return words.takenUp;
    case 'CaseAssigned':
      return words.handedOver;
    case 'CustomerAnswered':
      return event.kind === 'standing' ? words.toldStanding : words.answered;
    case 'CustomerAsked':
      return words.asked;
    case 'CustomerHeard':
      return words.heard;
    case 'InvestigationBegan':
      return event.isComplex ? words.investigationTeam : words.investigating;
    case 'FindingMade':
      return words.found;
    case 'CaseDecided':
      return words.decided[event.decision.verdict];
    case 'CaseSolved':
      return words.solved;
    case 'FollowUpAsked':
      return words.followedUp;
    case 'FollowUpAnswered':
      return event.isSolved ? words.saidSolved : words.saidUnsolved;
    case 'CaseReopened':
      return words.reopened;
    case 'CaseClosed':
      return words.closed;
    case 'CaseTakenIn':
      return words.takenIn;
    case 'MailUndeliverable':
      return words.mailReturned;
    case 'CustomerReachable':
      return words.mailAgain;
    default:
      return ofOfferOrPromise(event, value, telling);
  }
}

function ofOfferOrPromise(event: CaseEvent, value: Case, telling: Telling): string | undefined {
  const words = HISTORY_WORDS[telling.language];
  switch (event.type) {
    case 'OfferMade':
      return (event.offer.isAutomatic === true ? words.given : words.offered)(titleOf(event.offer, telling));
    case 'OfferAccepted':
      return words.accepted;
    case 'OfferRefused':
      return words.refused;
    case 'OfferWithdrawn':
      return words.withdrawn;
    case 'CommitmentMade':
      return words.promised(whatOf(event.commitment, telling.language), moment(event.commitment.dueAt, telling));
    case 'CommitmentKept':
    case 'CommitmentBroken':
    case 'CommitmentMoved': {
      const promise = value.commitments.find(({ id }) => id === event.commitmentId);
      if (promise === undefined) return undefined;
      const what = whatOf(promise, telling.language);
      if (event.type === 'CommitmentMoved') return words.moved(what, moment(event.to, telling));
      return event.type === 'CommitmentKept' ? words.kept(what) : words.broken(what);
    }
    default:
      return undefined;
  }
}

const moment = (at: string, { timeZone, language }: Telling): string => momentInWords(at, timeZone, language);

const wasOffered = (id: string, events: readonly CaseEvent[]): boolean =>
  events.some((event) => event.type === 'OfferMade' && event.offer.id === id);

/** What a remedy is called. */
export const titleOf = (offer: Pick<Offer, 'remedy' | 'kind'>, { remedies, language }: Pick<Telling, 'remedies' | 'language'>): string => {
  const named: Localized = remedies.find(({ id }) => id === offer.remedy)?.title ?? remedyWords[offer.kind];
  return named[language];
};

/** What was promised: in our words where it stands for a deadline, else in the agent's. */
export function whatOf({ deadline, what }: Pick<Commitment, 'deadline' | 'what'>, language: Language): string {
  const ours = STATUS_WORDS[language].promised;
  return deadline === 'acknowledge' || deadline === 'first-answer' || deadline === 'solution' ? ours[deadline] : what;
}
