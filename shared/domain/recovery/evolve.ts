import type { Case, Commitment, Deadline, Measure, Offer } from './case.ts';
import { deadlineOf } from './case.ts';
import type { CaseEvent } from './event.ts';
import { isHeardOf } from './heard-of.ts';

/**
 * The case after an event. The version is the number of its events.
 * @throws Error for an event that cannot follow: `CaseOpened` is the first and only the first.
 */
export function evolve(state: Case | undefined, event: CaseEvent): Case {
  if (event.type === 'CaseOpened') {
    if (state !== undefined) throw new Error(`case ${state.number}: CaseOpened after its first event`);
    return { ...event.case, version: 1 };
  }
  if (state === undefined) throw new Error(`${event.type} before CaseOpened`);
  return { ...state, ...changeBy(event, state), version: state.version + 1 };
}

type Change = Partial<Case>;

/** What an event changes; the rest stays. */
function changeBy(event: Exclude<CaseEvent, { type: 'CaseOpened' }>, state: Case): Change {
  switch (event.type) {
    case 'CaseAcknowledged':
      return { state: 'acknowledged', acknowledgedAt: event.at, isAcknowledgedInTime: event.inTime };
    case 'CaseAssigned':
      return { owner: event.to, team: event.team, heardAt: undefined };
    case 'FactsRegistered':
      return { facts: { ...state.facts, ...event.facts } };
    case 'SeverityChanged':
      return { severity: event.to, isSerious: state.isSerious || event.isSerious };
    case 'CustomerHeard':
      return heard(event, state);
    case 'CasePaused':
      return { pause: { since: event.at }, ...setDeadlines(event.deadlines, state) };
    case 'CaseResumed':
      return { pause: undefined, ...setDeadlines(event.deadlines, state) };
    case 'InvestigationBegan':
      return { state: 'investigating', isComplex: event.isComplex, ...setDeadlines(event.deadlines, state) };
    case 'FindingMade':
      return { finding: event.finding, state: 'investigating' };
    case 'CaseDecided':
      // Paperwork after the solution leaves the case solved (R3).
      return { decision: event.decision, ...(state.solvedAt === undefined ? { state: 'decided' } : {}) };
    case 'MailUndeliverable':
      return { undeliverable: { at: event.at, reason: event.reason, addressKeys: event.addressKeys } };
    case 'CustomerReachable':
      return { undeliverable: undefined };
    case 'DeadlinesSet':
      return setDeadlines(event.deadlines, state);
    case 'DeadlineEnded':
      return endedDeadline(event.deadline, event.at, state);
    case 'DeadlineReached':
      return reached(event, state);
    case 'ReportFiled':
      return { report: event.report };
    case 'CustomerAnswered':
    case 'CustomerAsked':
      return { heardAt: undefined };
    case 'NoteAdded':
      return {};
    default:
      return outcomeBy(event, state);
  }
}

type LaterEvent = Exclude<
  CaseEvent,
  {
    type:
      | 'CaseOpened'
      | 'CaseAcknowledged'
      | 'CaseAssigned'
      | 'FactsRegistered'
      | 'SeverityChanged'
      | 'CustomerHeard'
      | 'CasePaused'
      | 'CaseResumed'
      | 'InvestigationBegan'
      | 'FindingMade'
      | 'CaseDecided'
      | 'MailUndeliverable'
      | 'CustomerReachable'
      | 'DeadlinesSet'
      | 'DeadlineEnded'
      | 'DeadlineReached'
      | 'ReportFiled'
      | 'NoteAdded'
      | 'CustomerAnswered'
      | 'CustomerAsked';
  }
>;

/** What the house does for the customer, and how it ends. */
function outcomeBy(event: LaterEvent, state: Case): Change {
  switch (event.type) {
    case 'ApprovalRequested':
      return { offers: [...state.offers, event.offer] };
    case 'OfferMade':
      return {
        offers: [...state.offers.filter(({ id }) => id !== event.offer.id), event.offer],
        ...(event.offer.isAutomatic ? {} : { state: 'offered' }),
      };
    case 'ApprovalGiven':
      return { offers: changed(state.offers, event.offerId, { approvedBy: event.by }) };
    case 'ApprovalRefused':
      return { offers: changed(state.offers, event.offerId, { state: 'rejected', endedAt: event.at }) };
    case 'OfferAccepted':
      return { state: 'accepted', offers: changed(state.offers, event.offerId, { state: 'accepted', endedAt: event.at }) };
    case 'OfferRefused':
      return { state: 'refused', offers: changed(state.offers, event.offerId, { state: 'refused', endedAt: event.at }) };
    case 'OfferWithdrawn':
      return {
        ...(state.state === 'offered' ? { state: 'decided' } : {}),
        offers: changed(state.offers, event.offerId, { state: 'withdrawn', endedAt: event.at }),
      };
    case 'CaseSolved':
      return {
        state: 'remedied',
        resolution: event.resolution,
        solvedAt: event.at,
        pause: undefined,
        followUps: [...state.followUps, ...event.followUps],
      };
    case 'CommitmentMade':
      return { commitments: [...state.commitments, event.commitment] };
    case 'CommitmentKept':
      return { commitments: changed(state.commitments, event.commitmentId, { state: 'kept', endedAt: event.at }) };
    case 'CommitmentMoved':
      return { commitments: changed(state.commitments, event.commitmentId, { dueAt: event.to, isReminded: undefined }) };
    case 'CommitmentReminded':
      return { commitments: changed(state.commitments, event.commitmentId, { isReminded: true }) };
    case 'CommitmentBroken':
      return { commitments: changed(state.commitments, event.commitmentId, { state: 'broken', endedAt: event.at }) };
    case 'FollowUpAsked':
      return { followUps: followUp(state, event.n, { askedAt: event.at }) };
    case 'FollowUpAnswered':
      return {
        state: event.isSolved ? 'followed-up' : state.state,
        satisfactionAfter: event.satisfaction ?? state.satisfactionAfter,
        followUps: followUp(state, event.n, { answeredAt: event.at, isSolved: event.isSolved, satisfaction: event.satisfaction }),
      };
    case 'CaseReopened':
      return reopened(event, state);
    case 'CaseClosed':
      return { ...ended(event.at, state), state: 'closed', closedAt: event.at, closedIn: event.closedIn, closingReason: event.reason };
    case 'CaseMerged':
      return { ...ended(event.at, state), state: 'merged', closedAt: event.at, mergedInto: event.into };
    case 'CaseTakenIn':
      return { joined: [...state.joined, ...event.feedbackIds] };
    case 'MeasurePlanned':
      return { measures: [...state.measures, event.measure] };
    case 'MeasureReminded':
      return { measures: changed(state.measures, event.measureId, { isReminded: true }) };
    case 'MeasureCompleted':
      return { measures: changed(state.measures, event.measureId, { doneAt: event.at }) };
    case 'MeasureChecked':
      return { measures: changed(state.measures, event.measureId, { checkedAt: event.at, isEffective: event.isEffective }) };
    case 'MeasureExempted':
      return { exemption: { reason: event.reason, at: event.at, by: event.by } };
    default:
      return unreachable(event);
  }
}

/** The list with one of its things changed. */
function changed<Thing extends Offer | Commitment | Measure>(things: readonly Thing[], id: string, change: Partial<Thing>): Thing[] {
  return things.map((thing) => (thing.id === id ? { ...thing, ...change } : thing));
}

const followUp = (state: Case, n: number, change: Partial<Case['followUps'][number]>) =>
  state.followUps.map((one) => (one.round === state.round && one.n === n ? { ...one, ...change } : one));

/** New values of deadlines, or new deadlines; promises to the customer that stand for them move with them. */
function setDeadlines(deadlines: readonly Deadline[], state: Case): Pick<Case, 'deadlines' | 'commitments'> {
  const isSame = (a: Deadline, b: Deadline) => a.kind === b.kind && a.round === b.round && a.startedAt === b.startedAt;
  const kept = state.deadlines.map((one) => deadlines.find((next) => isSame(next, one)) ?? one);
  const all = [...kept, ...deadlines.filter((next) => !state.deadlines.some((one) => isSame(next, one)))];
  return { deadlines: all, commitments: state.commitments.map((one) => moved(one, all)) };
}

function moved(commitment: Commitment, deadlines: readonly Deadline[]): Commitment {
  if (commitment.state !== 'open' || commitment.deadline === undefined) return commitment;
  const deadline = deadlineOf({ deadlines: [...deadlines] }, commitment.deadline);
  return deadline === undefined ? commitment : { ...commitment, dueAt: deadline.dueAt };
}

function endedDeadline(deadline: Deadline, at: string, state: Case): Change {
  const outcome = deadline.outcome === 'dropped' ? 'dropped' : at <= deadline.dueAt ? 'kept' : 'broken';
  const commitments = state.commitments.map((one) =>
    one.state === 'open' && one.deadline === deadline.kind ? ({ ...one, state: outcome, endedAt: at } as const) : one,
  );
  return { ...setDeadlines([deadline], state), commitments };
}

function reached(event: Extract<CaseEvent, { type: 'DeadlineReached' }>, state: Case): Change {
  const deadlines = state.deadlines.map((one) => {
    if (one.kind !== event.kind || one.round !== event.round || one.endedAt !== undefined) return one;
    const breach = event.percent >= 100 && one.breachedAt === undefined ? ({ outcome: 'breached', breachedAt: one.dueAt } as const) : {};
    return { ...one, ...breach, steps: [...one.steps, event.percent] };
  });
  return { deadlines };
}

function heard({ at, heard: { feedbackId, flags, topics } }: Extract<CaseEvent, { type: 'CustomerHeard' }>, state: Case): Change {
  return {
    heardAt: isHeardOf(state, at) ? state.heardAt : at,
    joined: [...state.joined, feedbackId],
    flags: [...new Set([...state.flags, ...flags])],
    topics: [...new Set([...state.topics, ...topics])],
  };
}

/** A new round carries the first: what was found, offered and promised stays on the case. */
const reopened = (event: Extract<CaseEvent, { type: 'CaseReopened' }>, state: Case): Change => ({
  state: 'acknowledged',
  round: event.round,
  solvedAt: undefined,
  closedAt: undefined,
  closedIn: undefined,
  closingReason: undefined,
  deadlines: [...state.deadlines, ...event.deadlines],
  commitments: [...dropCommitments(event.at, state), ...event.commitments],
  followUps: dropFollowUps(state),
});

const dropFollowUps = (state: Case) => state.followUps.map((one) => (one.answeredAt === undefined ? { ...one, isDropped: true } : one));

/** What was still open when the case ended: nobody waits for it any more. */
const ended = (at: string, state: Case): Change => ({
  pause: undefined,
  followUps: dropFollowUps(state),
  commitments: dropCommitments(at, state),
});

const dropCommitments = (at: string, state: Case): Commitment[] =>
  state.commitments.map((one) => (one.state === 'open' ? { ...one, state: 'dropped', endedAt: at } : one));

function unreachable(value: never): never {
  throw new Error(`not an event of a case: ${JSON.stringify(Object.keys(value))}`);
}
