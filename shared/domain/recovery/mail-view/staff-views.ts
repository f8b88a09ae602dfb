import { deadlineWords, severityWords, verdictWords } from '../../words.ts';
import { isWithinReach, type Offer } from '../case.ts';
import { remediesFor } from '../decide/offers.ts';
import { deadlineStep } from '../mail/deadline-step.ts';
import type { View } from '../mail/tokens.ts';
import {
  type About,
  ANSWER,
  actorName,
  agentName,
  type CaseTemplate,
  commitmentOf,
  dueBy,
  eventOf,
  moment,
  money,
  needed,
  offerOf,
  running,
  SOLUTION,
  titleOf,
} from './about.ts';
import { handedOver } from './handed-over.ts';
import { causeOf, kindOfCase, named, ofStaff } from './of-staff.ts';
import { standing, stepsTold } from './rules.ts';
import { dayInWords, dayOf, phrases, undeliverableWords } from './words.ts';

type Views<Names extends CaseTemplate> = { readonly [Name in Names]: (about: About) => View<Name> };

/** Why an offer is made: the cause, and how far it lies with us. */
const groundOf = (about: About): string | undefined => {
  const { decision } = about.case;
  if (decision === undefined) return undefined;
  const causes = about.house.causes.filter(({ id }) => id === decision.cause).map(({ name }) => name);
  return named(about, [verdictWords[decision.verdict], ...causes]);
};

/** The first remedy prepared for this case, behind the refused one where there is one, that it has not been offered: the config says in which order. */
function nextRemedy({ case: value, house: { remedies }, language }: About, refused: Offer): string | undefined {
  const untried = remediesFor(value, remedies).filter(({ id }) => value.offers.every(({ remedy }) => remedy !== id));
  const behind = remedies.slice(remedies.findIndex(({ id }) => id === refused.remedy) + 1);
  return (untried.find((one) => behind.includes(one)) ?? untried[0])?.title[language];
}

export const STAFF_VIEWS = {
  'owner-notice': (about) => ({
    ...ofStaff(about),
    ...kindOfCase(about),
    reasons: about.case.reasons.join(phrases[about.language].comma) || phrases[about.language].enteredByStaff,
    answerBy: dueBy(about, ANSWER, 1),
    solveBy: dueBy(about, SOLUTION, 1),
    reachable: about.case.isReachable,
  }),
  'handed-over': handedOver,
  deadline,
  serious: (about) => {
    const { tier: _, ...kind } = kindOfCase(about);
    const answer = running(about.case, 'first-answer');
    return {
      ...ofStaff(about),
      ...kind,
      flags: kind.flags ?? kind.severity,
      answerBy: answer && moment(about, answer.dueAt),
      reportBy: dueBy(about, ['report', ...SOLUTION], about.case.round),
    };
  },
  'customer-replied': customerReplied,
  'approval-request': approvalRequest,
  'approval-answer': (about) => {
    const event = eventOf(about, 'ApprovalGiven', 'ApprovalRefused');
    const offer = needed(offerOf(about, event.offerId), `offer ${event.offerId}`);
    return {
      ...ofStaff(about),
      remedy: titleOf(about, offer),
      amount: money(about, offer.money),
      decidedBy: actorName(about, event.by) ?? about.house.brandName[about.language],
      isApproved: event.type === 'ApprovalGiven',
      reachable: isWithinReach(about.case),
      reason: event.type === 'ApprovalGiven' ? undefined : event.reason,
    };
  },
  'offer-answered': (about) => {
    const event = eventOf(about, 'OfferAccepted', 'OfferRefused');
    const offer = needed(offerOf(about, event.offerId), `offer ${event.offerId}`);
    const isAccepted = event.type === 'OfferAccepted';
    return {
      ...ofStaff(about),
      remedy: titleOf(about, offer),
      amount: money(about, offer.money),
      isAccepted,
      // That there is one, never what it says: these are a customer's words (R17).
      hasReason: event.type === 'OfferRefused' && event.reason !== undefined,
      nextRemedy: isAccepted ? undefined : nextRemedy(about, offer),
    };
  },
  'promise-due': (about) => {
    const { what, dueAt } = commitmentOf(about, eventOf(about, 'CommitmentReminded').commitmentId);
    return { ...ofStaff(about), what, dueAt: moment(about, dueAt) };
  },
  'measure-due': (about) => {
    const { measureId, at } = eventOf(about, 'MeasureReminded');
    const found = about.case.measures.find(({ id }) => id === measureId);
    const { what, owner, dueOn } = needed(found, `measure ${measureId}`);
    const { brandName, caseNumber } = ofStaff(about);
    return {
      brandName,
      caseNumber,
      ownerName: agentName(about, owner),
      measure: what,
      dueOn: dayInWords(dueOn, about.language),
      cause: causeOf(about),
      isOverdue: dayOf(at, about.house.timeZone) > dueOn,
    };
  },
  undeliverable: (about) => ({
    ...ofStaff(about),
    reason: undeliverableWords(eventOf(about, 'MailUndeliverable').reason, about.language),
  }),
  'opened-again': (about) => {
    const { reason, by, at } = eventOf(about, 'CaseReopened');
    return {
      ...ofStaff(about),
      round: String(about.case.round),
      // A customer's own words stay in the desk.
      reason: by.startsWith('agent:') ? reason : undefined,
      answerBy: dueBy(about, ANSWER, about.case.round),
      saidNo: about.case.followUps.some((one) => one.isSolved === false && one.answeredAt === at),
    };
  },
} as const satisfies Partial<Views<CaseTemplate>>;

/** As it stands when the mail goes out: a warning that was held up for long is none any more. */
function deadline(about: About): View<'deadline'> {
  const { percent } = eventOf(about, 'DeadlineReached');
  const told = stepsTold(about.event, about.followedBy ?? []).flatMap((step) => standing(about.case, step) ?? []);
  const first = needed(told.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0], 'deadline that still runs');
  const reached = Math.max(percent, ...first.steps);
  return {
    ...ofStaff(about),
    deadlineName: told.map(({ kind }) => deadlineWords[kind][about.language]).join(phrases[about.language].comma),
    dueAt: moment(about, first.dueAt),
    severity: severityWords[about.case.severity][about.language],
    ...deadlineStep(reached >= 150 ? 150 : reached >= 100 ? 100 : 75),
  };
}

function customerReplied(about: About): View<'customer-replied'> {
  eventOf(about, 'CustomerHeard');
  const next = about.followedBy ?? [];
  const raised = next.find((event) => event.type === 'SeverityChanged');
  const answer = running(about.case, 'first-answer');
  return {
    ...ofStaff(about),
    raisedTo: raised?.type === 'SeverityChanged' && raised.to > raised.from ? severityWords[raised.to][about.language] : undefined,
    answerBy: answer && moment(about, answer.dueAt),
    wasWaiting: next.some(({ type }) => type === 'CaseResumed'),
  };
}

function approvalRequest(about: About): View<'approval-request'> {
  const { offer, by } = eventOf(about, 'ApprovalRequested');
  const { agents, authority } = about.house;
  const role = agents.find(({ id }) => `agent:${id}` === by)?.authority;
  return {
    ...ofStaff(about),
    remedy: titleOf(about, offer),
    amount: money(about, offer.money),
    limit: role && money(about, { amount: authority.limits[role], currency: authority.currency }),
    requestedBy: actorName(about, by) ?? about.house.brandName[about.language],
    reason: groundOf(about),
    decideBy: dueBy(about, ['approval', 'offer', 'solution', ...ANSWER], about.case.round),
  };
}
