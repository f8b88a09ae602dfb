import { type Case, type Deadline, deadlineOf, type Offer } from '../recovery/case.ts';
import type { CaseEvent } from '../recovery/event.ts';
import type { CaseData, ToldOfCase } from './case.ts';
import { EVENT_VERSION } from './envelope.ts';

/** What happened to a case as the outside world hears it; undefined for what only moves our own clock. */
export function caseEvent(number: string, version: number, event: CaseEvent): ToldOfCase | undefined {
  return toldOfCourse(event, {
    id: `case:${number}:${version}`,
    version: EVENT_VERSION,
    occurredAt: event.at,
    subject: `case/${number}`,
    data: { caseNumber: number, caseVersion: version, by: kindOf(event.by) },
  });
}

interface Head extends Pick<ToldOfCase, 'id' | 'version' | 'occurredAt' | 'subject'> {
  readonly data: CaseData;
}

function kindOf(by: string): CaseData['by'] {
  return by === 'system' || by === 'customer' ? by : 'agent';
}

/** From the opening to the decision. */
function toldOfCourse(event: CaseEvent, head: Head): ToldOfCase | undefined {
  const { data } = head;
  const { type } = event;
  switch (type) {
    case 'CaseOpened':
      return { ...head, type, data: { ...data, ...openedData(event.case) } };
    case 'CaseAcknowledged':
      return { ...head, type, data: { ...data, inTime: event.inTime } };
    case 'CaseAssigned':
      return { ...head, type, data: { ...data, from: event.from, to: event.to, team: event.team } };
    case 'NoteAdded':
    case 'FactsRegistered':
    case 'CasePaused':
    case 'FindingMade':
      return { ...head, type, data };
    case 'SeverityChanged':
      return { ...head, type, data: { ...data, from: event.from, to: event.to, isSerious: event.isSerious } };
    case 'CustomerAnswered':
      return { ...head, type, data: { ...data, kind: event.kind, via: event.via, nextBy: event.nextBy } };
    case 'CustomerAsked':
      return { ...head, type, data: { ...data, via: event.via } };
    case 'CustomerHeard':
      return { ...head, type, data: { ...data, ...event.heard } };
    case 'CaseResumed':
      return { ...head, type, data: { ...data, deadlines: running(event.deadlines) } };
    case 'InvestigationBegan':
      return { ...head, type, data: { ...data, isComplex: event.isComplex, deadlines: running(event.deadlines) } };
    case 'CaseDecided': {
      const { verdict, department, cause, dispute, responsibility } = event.decision;
      return { ...head, type, data: { ...data, verdict, department, cause, dispute, responsibility, via: event.via } };
    }
    case 'DeadlinesSet':
      return undefined;
    default:
      return toldOfOutcome(event, head);
  }
}

type Later<Told extends CaseEvent['type']> = Exclude<CaseEvent, { type: Told }>;
type OutcomeEvent = Later<
  | 'CaseOpened'
  | 'CaseAcknowledged'
  | 'CaseAssigned'
  | 'NoteAdded'
  | 'FactsRegistered'
  | 'CasePaused'
  | 'FindingMade'
  | 'SeverityChanged'
  | 'CustomerAnswered'
  | 'CustomerAsked'
  | 'CustomerHeard'
  | 'CaseResumed'
  | 'InvestigationBegan'
  | 'CaseDecided'
  | 'DeadlinesSet'
>;

/** What the house offers and promises, and how it ends. */
function toldOfOutcome(event: OutcomeEvent, head: Head): ToldOfCase {
  const { data } = head;
  const { type } = event;
  switch (type) {
    case 'ApprovalRequested':
      return { ...head, type, data: { ...data, ...offerData(event.offer), via: event.via } };
    case 'OfferMade':
      return { ...head, type, data: { ...data, ...offerData(event.offer), isAutomatic: event.offer.isAutomatic, via: event.via } };
    case 'ApprovalGiven':
    case 'ApprovalRefused':
    case 'OfferAccepted':
    case 'OfferRefused':
    case 'OfferWithdrawn':
      return { ...head, type, data: { ...data, offerId: event.offerId } };
    case 'CaseSolved':
      return { ...head, type, data: { ...data, via: event.via } };
    case 'FollowUpAsked':
      return { ...head, type, data: { ...data, n: event.n } };
    case 'FollowUpAnswered':
      return { ...head, type, data: { ...data, n: event.n, isSolved: event.isSolved, satisfaction: event.satisfaction } };
    case 'CaseReopened':
      return { ...head, type, data: { ...data, round: event.round, deadlines: running(event.deadlines) } };
    case 'CaseClosed':
      return { ...head, type, data: { ...data, reason: event.reason } };
    case 'CaseMerged':
      return { ...head, type, data: { ...data, into: event.into } };
    case 'CaseTakenIn':
      return { ...head, type, data: { ...data, from: event.from, feedbackIds: event.feedbackIds } };
    default:
      return toldOfPromise(event, head);
  }
}

type PromiseEvent = Extract<
  CaseEvent,
  {
    type:
      | 'CommitmentMade'
      | 'CommitmentKept'
      | 'CommitmentMoved'
      | 'CommitmentReminded'
      | 'CommitmentBroken'
      | 'MeasurePlanned'
      | 'MeasureReminded'
      | 'MeasureCompleted'
      | 'MeasureChecked'
      | 'MeasureExempted'
      | 'ReportFiled'
      | 'MailUndeliverable'
      | 'CustomerReachable'
      | 'DeadlineReached'
      | 'DeadlineEnded';
  }
>;

/** What is owed by when, to the customer and in the house. */
function toldOfPromise(event: PromiseEvent, head: Head): ToldOfCase {
  const { data } = head;
  const { type } = event;
  switch (type) {
    case 'CommitmentMade': {
      const { id, dueAt, deadline } = event.commitment;
      return { ...head, type, data: { ...data, commitmentId: id, dueAt, deadline, via: event.via } };
    }
    case 'CommitmentMoved':
      return { ...head, type, data: { ...data, commitmentId: event.commitmentId, dueAt: event.to, movedFrom: event.from } };
    case 'CommitmentBroken':
      return { ...head, type: event.type, data: { ...data, commitmentId: event.commitmentId, dueAt: event.dueAt } };
    case 'CommitmentKept':
    case 'CommitmentReminded':
      return { ...head, type: event.type, data: { ...data, commitmentId: event.commitmentId } };
    case 'MeasurePlanned': {
      const { id, owner, dueOn } = event.measure;
      return { ...head, type, data: { ...data, measureId: id, owner, dueOn } };
    }
    case 'MeasureReminded':
    case 'MeasureCompleted':
      return { ...head, type, data: { ...data, measureId: event.measureId } };
    case 'MeasureChecked':
      return { ...head, type, data: { ...data, measureId: event.measureId, isEffective: event.isEffective } };
    case 'ReportFiled':
    case 'MailUndeliverable':
    case 'CustomerReachable':
    case 'MeasureExempted':
      return { ...head, type, data };
    case 'DeadlineReached':
      return { ...head, type, data: { ...data, kind: event.kind, round: event.round, percent: event.percent, dueAt: event.dueAt } };
    case 'DeadlineEnded': {
      const { kind, round, dueAt, outcome } = event.deadline;
      return { ...head, type, data: { ...data, kind, round, dueAt, outcome } };
    }
  }
}

function openedData(opened: Case) {
  const { feedbackId, severity, topics, flags, tier, isSerious, reasons, owner, team } = opened;
  const { branch, channel, survey, language, isReachable } = opened;
  return {
    ...{ feedbackId, severity, topics, flags, tier, isSerious, reasons, owner, team },
    ...{ branch, channel, survey, language, isReachable },
    acknowledgeDueAt: deadlineOf(opened, 'acknowledge')?.dueAt,
    deadlines: running(opened.deadlines),
  };
}

/** Those that have not ended and do not stand still, with the times by which they are up. */
const running = (deadlines: readonly Deadline[]) =>
  deadlines
    .filter(({ since, endedAt }) => since !== undefined && endedAt === undefined)
    .map(({ kind, round, dueAt }) => ({ kind, round, dueAt }));

const offerData = ({ id, remedy, kind, money }: Offer) => ({ offerId: id, remedy, kind, money });
