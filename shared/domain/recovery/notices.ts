import type { CaseMail } from './action.ts';
import { type Case, isWithinReach } from './case.ts';
import type { CaseEvent } from './event.ts';
import { isHeardOf } from './heard-of.ts';
import type { TemplateName } from './mail/tokens.ts';
import { approversOf, headOf, managementOf } from './recipients.ts';
import type { RecoverySettings } from './settings.ts';

/** One mail that an event causes. */
interface Notice {
  readonly template: TemplateName;
  readonly to: 'customer' | readonly string[];
}

/**
 * The mails that events cause, each with an id made of the case, the template and the number of the event: the same happening never makes two.
 * @param before undefined where the case opens.
 */
export function mailsOf(
  before: Case | undefined,
  after: Case,
  events: readonly CaseEvent[],
  settings: RecoverySettings,
  now: string,
): CaseMail[] {
  const first = (before?.version ?? 0) + 1;
  const mails = events.flatMap((event, i) =>
    noticesOf(event, before, after, settings, events).flatMap(({ template, to }): CaseMail[] => {
      const ids = to === 'customer' ? to : [...new Set(to)];
      if (ids === 'customer' ? !isWithinReach(after) : ids.length === 0) return [];
      return [mailAction(template, ids, after.number, first + i, now)];
    }),
  );
  // Deadlines that reach a step together are told in one mail: it names all that stand at that step.
  return mails.filter((mail, i) => mail.template !== 'deadline' || mails.findIndex((one) => isSameStep(one, mail, events, first)) === i);
}

function isSameStep(a: CaseMail, b: CaseMail, events: readonly CaseEvent[], first: number): boolean {
  const [one, other] = [a, b].map(({ event }) => events[event - first]);
  const isStep = one?.type === 'DeadlineReached' && other?.type === 'DeadlineReached' && one.percent === other.percent;
  return isStep && a.template === b.template && String(a.to) === String(b.to);
}

function mailAction(template: TemplateName, to: CaseMail['to'], caseNumber: string, event: number, now: string): CaseMail {
  // Of the first event there is one mail of a template, and people look for these two by their short names.
  const id = event === 1 ? `${caseNumber}:${template}` : `${caseNumber}:${template}:${event}`;
  return { id, kind: 'mail', caseNumber, template, to, event, state: 'due', dueAt: now, attempts: 0 };
}

const customer = (template: TemplateName): Notice => ({ template, to: 'customer' });

/** What goes out because of an event. Words that an agent spoke by telephone or wrote in a letter are not sent again. */
function noticesOf(
  event: CaseEvent,
  before: Case | undefined,
  after: Case,
  settings: RecoverySettings,
  events: readonly CaseEvent[],
): Notice[] {
  const owner = (template: TemplateName): Notice => ({ template, to: [after.owner] });
  const byMail = (...notices: Notice[]) => ('via' in event && event.via !== 'mail' ? [] : notices);
  switch (event.type) {
    case 'CaseOpened': {
      const serious = after.isSerious ? [{ template: 'serious', to: headOf(after, settings) } as const] : [];
      return [customer('acknowledgement'), owner('owner-notice'), ...serious];
    }
    case 'CaseAssigned':
      return [{ template: 'handed-over', to: [event.to] }];
    case 'SeverityChanged':
      return event.isSerious ? [{ template: 'serious', to: headOf(after, settings) }] : [];
    case 'CustomerHeard':
      return [...(event.heard.isReply ? [] : [customer('joined')]), ...(isNews(event, before, events) ? [owner('customer-replied')] : [])];
    case 'CustomerAnswered':
      return byMail(customer(event.nextBy === undefined ? 'answer' : 'standing'));
    case 'CustomerAsked':
      return byMail(customer('question'));
    case 'CaseDecided':
      // After the solution it is paperwork: the customer has heard the outcome.
      if (after.solvedAt !== undefined) return [];
      return byMail(customer(event.decision.verdict === 'unfounded' ? 'unfounded' : 'decision'));
    case 'ApprovalRequested':
      return [{ template: 'approval-request', to: approversOf(after, event.by, settings) }];
    case 'ApprovalGiven':
    case 'ApprovalRefused':
      return [owner('approval-answer')];
    case 'OfferMade':
      return event.offer.isAutomatic === true ? [] : byMail(customer('offer'));
    case 'OfferAccepted':
    case 'OfferRefused':
      // Who wrote down what the customer said knows it.
      return event.by === 'customer' ? [owner('offer-answered')] : [];
    case 'CaseSolved':
      return byMail(customer('remedied'));
    case 'CommitmentMade':
      return event.by.startsWith('agent:') && !isToldInAnswer(event, events) ? byMail(customer('promised')) : [];
    case 'CommitmentMoved':
      return [customer('moved-promise')];
    case 'CommitmentReminded':
      return [owner('promise-due')];
    case 'CommitmentBroken':
      return [customer('broken-promise')];
    case 'FollowUpAsked':
      return [customer(event.n === 1 ? 'follow-up' : 'follow-up-again')];
    case 'CaseReopened':
      return [customer('reopened'), owner('opened-again')];
    case 'CaseClosed':
      return TOLD_AT_CLOSE.has(event.reason) ? [customer('closed')] : [];
    case 'MeasureReminded':
      return [{ template: 'measure-due', to: after.measures.filter(({ id }) => id === event.measureId).map((one) => one.owner) }];
    case 'MailUndeliverable':
      return [owner('undeliverable')];
    case 'DeadlineReached':
      return event.isTold ? [{ template: 'deadline', to: toldOfStep(event, before ?? after, after, settings) }] : [];
    default:
      return [];
  }
}

/** What the owner has not just been told: the first in a while, what was waited for, and what makes matters worse. */
function isNews({ at, heard }: Extract<CaseEvent, { type: 'CustomerHeard' }>, before: Case | undefined, events: readonly CaseEvent[]) {
  if (before === undefined || !isHeardOf(before, at)) return true;
  const hasMoved = events.some(({ type }) => type === 'CaseResumed' || type === 'SeverityChanged');
  return hasMoved || heard.flags.some((flag) => !before.flags.includes(flag));
}

/** Of the next word, promised with an answer: `standing` names its time. */
const isToldInAnswer = ({ commitment }: Extract<CaseEvent, { type: 'CommitmentMade' }>, events: readonly CaseEvent[]) =>
  events.some((one) => one.type === 'CustomerAnswered' && one.nextBy === commitment.dueAt);

/** The others are told by what came before the close, or have nothing to be told. */
const TOLD_AT_CLOSE = new Set(['followed-up', 'no-answer-to-follow-up', 'withdrawn-by-customer', 'no-agreement']);

/** Before it is up, who has to do it; at it, the head; after it, management (R6). */
function toldOfStep(
  event: Extract<CaseEvent, { type: 'DeadlineReached' }>,
  before: Case,
  after: Case,
  settings: RecoverySettings,
): string[] {
  if (event.percent >= 150) return managementOf(after, settings.agents);
  const request = event.kind === 'approval' ? before.offers.find(({ state }) => state === 'awaiting-approval') : undefined;
  if (request !== undefined && event.percent < 100) return approversOf(before, request.by, settings);
  return event.percent >= 100 ? headOf(after, settings) : [after.owner];
}
