import { type Case, type Deadline, isOpen } from '../case.ts';
import type { CaseEvent, CaseEventType } from '../event.ts';
import type { CaseTemplate } from './about.ts';

/** What holds for a mail before it goes out. */
export interface MailRule {
  /** `person`: carries an agent's words or act. `automatic`: Amends writes by itself, within the limit of a day. */
  readonly from: 'person' | 'automatic';
  readonly to: 'customer' | 'staff';
  /** Is it still true? What was once said by a person stays said; a question, a warning or an offer may have come to its end meanwhile. */
  readonly holds: (value: Case, event: CaseEvent, followedBy: readonly CaseEvent[]) => boolean;
  /** Is no answer, so that who wants no contact does not get it, and it waits for the end of a quiet time. */
  readonly isUnasked?: true;
  /** Needs what happened in the same breath. */
  readonly needsNext?: true;
}

const always = () => true;
const personal = (holds: MailRule['holds'] = always): MailRule => ({ from: 'person', to: 'customer', holds });
const automatic = (holds: MailRule['holds']): MailRule => ({ from: 'automatic', to: 'customer', holds });
const staff = (holds: MailRule['holds']): MailRule => ({ from: 'automatic', to: 'staff', holds });

/** Holds for an event of this type only. */
const of =
  <Type extends CaseEventType>(type: Type, holds: (value: Case, event: Extract<CaseEvent, { type: Type }>) => boolean) =>
  (value: Case, event: CaseEvent): boolean =>
    isA(event, type) && holds(value, event);

const isA = <Type extends CaseEventType>(event: CaseEvent, type: Type): event is Extract<CaseEvent, { type: Type }> => event.type === type;

const notMerged = ({ state }: Case) => state !== 'merged';

const isOffer = (state: Case['offers'][number]['state'], { offers }: Case, id: string) =>
  offers.some((one) => one.id === id && one.state === state);

type DeadlineStep = Extract<CaseEvent, { type: 'DeadlineReached' }>;

const followUp: MailRule = {
  ...automatic(
    of(
      'FollowUpAsked',
      (value, { n, at }) =>
        isOpen(value) &&
        value.solvedAt !== undefined &&
        value.followUps.some((one) => one.n === n && one.askedAt === at && one.answeredAt === undefined && one.isDropped !== true),
    ),
  ),
  isUnasked: true,
};

const isDecisionOf = of('CaseDecided', ({ decision }, event) => decision?.at === event.decision.at);

/** Still in the round that began then, and not solved again. */
const isReopened = of('CaseReopened', (value, { deadlines: [first] }) => {
  return isOpen(value) && value.solvedAt === undefined && (first === undefined || first.round === value.round);
});

const isAwaited: MailRule['holds'] = (value, event, followedBy) =>
  isOpen(value) && stepsTold(event, followedBy).some((step) => standing(value, step) !== undefined);

/** Deadlines that reached a step together are told of in one mail; who hears of an approval that comes near are others than who hears of the rest. */
export function stepsTold(event: CaseEvent, followedBy: readonly CaseEvent[]): DeadlineStep[] {
  if (event.type !== 'DeadlineReached') return [];
  const isNearApproval = ({ kind, percent }: DeadlineStep) => kind === 'approval' && percent < 100;
  const others = followedBy.filter((one) => one.type === 'DeadlineReached');
  return [event, ...others.filter((one) => one.isTold && one.percent === event.percent && isNearApproval(one) === isNearApproval(event))];
}

/** The deadline of a step, if it is still to be told. */
export function standing({ deadlines }: Case, { kind, round, percent }: DeadlineStep): Deadline | undefined {
  return deadlines.find((one) => one.kind === kind && one.round === round && one.endedAt === undefined && isToldTruly(one, percent));
}

/** While it stands still, nothing comes nearer; what is missed stays missed. */
const isToldTruly = ({ since, breachedAt, steps }: Deadline, percent: number) =>
  steps.includes(percent) && (since !== undefined || breachedAt !== undefined);

/** One rule for each mail that an event of a case may cause. */
export const MAIL_RULES: Readonly<Record<CaseTemplate, MailRule>> = {
  acknowledgement: automatic(always),
  joined: automatic(notMerged),
  question: personal(),
  standing: personal(),
  answer: personal(),
  decision: personal(isDecisionOf),
  unfounded: personal(isDecisionOf),
  offer: personal(of('OfferMade', (value, { offer }) => isOffer('offered', value, offer.id))),
  remedied: personal(of('CaseSolved', ({ solvedAt }, { at }) => solvedAt === at)),
  'follow-up': followUp,
  'follow-up-again': followUp,
  reopened: automatic(isReopened),
  promised: personal(
    of('CommitmentMade', (value, { commitment: { id, dueAt } }) => {
      const made = commitment(value, id);
      return made?.state === 'open' && made.dueAt === dueAt;
    }),
  ),
  'broken-promise': automatic(
    of('CommitmentBroken', (value, { commitmentId }) => notMerged(value) && commitment(value, commitmentId)?.state === 'broken'),
  ),
  'moved-promise': personal(
    of('CommitmentMoved', (value, { commitmentId, to }) => {
      const moved = commitment(value, commitmentId);
      return moved?.state === 'open' && moved.dueAt === to;
    }),
  ),
  closed: automatic(of('CaseClosed', ({ state, closedAt }, { at }) => state === 'closed' && closedAt === at)),

  'owner-notice': staff(isOpen),
  'handed-over': staff(of('CaseAssigned', (value, { to }) => isOpen(value) && value.owner === to)),
  deadline: { ...staff(isAwaited), needsNext: true },
  serious: staff((value) => isOpen(value) && value.isSerious && value.report === undefined),
  'customer-replied': { ...staff(notMerged), needsNext: true },
  'approval-request': staff(of('ApprovalRequested', (value, { offer }) => isOffer('awaiting-approval', value, offer.id))),
  'approval-answer': staff(notMerged),
  'offer-answered': staff(
    (value, event) =>
      (event.type === 'OfferAccepted' || event.type === 'OfferRefused') &&
      isOpen(value) &&
      value.solvedAt === undefined &&
      isOffer(event.type === 'OfferAccepted' ? 'accepted' : 'refused', value, event.offerId),
  ),
  'promise-due': staff(
    of('CommitmentReminded', (value, { commitmentId }) => {
      const promised = commitment(value, commitmentId);
      return promised?.state === 'open' && promised.isReminded === true;
    }),
  ),
  'measure-due': staff(
    of('MeasureReminded', ({ measures }, { measureId }) => measures.some(({ id, doneAt }) => id === measureId && doneAt === undefined)),
  ),
  undeliverable: staff((value) => notMerged(value) && value.undeliverable !== undefined),
  'opened-again': staff(isReopened),
};

const commitment = ({ commitments }: Case, id: string) => commitments.find((one) => one.id === id);

/** Is it a mail about a case? */
export const isCaseTemplate = (template: string): template is CaseTemplate => Object.hasOwn(MAIL_RULES, template);

/** Mails to the owner: when the case has gone to somebody else meanwhile, the hand-over has told them all of it. */
const TO_OWNER: readonly CaseTemplate[] = [
  'owner-notice',
  'customer-replied',
  'approval-answer',
  'offer-answered',
  'promise-due',
  'undeliverable',
  'opened-again',
];

/** Would it still be true if it went out now? @param followedBy what happened in the same breath, where the rule asks for it. */
export const isStillTrue = (
  { template, to }: { readonly template: CaseTemplate; readonly to: 'customer' | readonly string[] },
  value: Case,
  event: CaseEvent,
  followedBy: readonly CaseEvent[] = [],
): boolean => MAIL_RULES[template].holds(value, event, followedBy) && (!TO_OWNER.includes(template) || to.includes(value.owner));
