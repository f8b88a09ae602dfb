import type { Case, Commitment, Deadline, Measure, Offer } from './case.ts';
import { deadlineOf } from './case.ts';
import type { CaseEvent, CaseEventType, EventOf } from './event.ts';
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
type LaterType = Exclude<CaseEventType, 'CaseOpened'>;
/** One of these events, or their union: so written, the compiler knows that an event fits the change of its own type. */
type LaterEvent<Type extends LaterType = LaterType> = { [One in Type]: EventOf<One> & { readonly type: One } }[Type];
type Changes = { readonly [Type in LaterType]: (event: LaterEvent<Type>, state: Case) => Change };

/** What each event changes; the rest stays. */
const CHANGES: Changes = {
  CaseAcknowledged: ({ at, inTime }) => ({ state: 'acknowledged', acknowledgedAt: at, isAcknowledgedInTime: inTime }),
  CaseAssigned: ({ to, team }) => ({ owner: to, team, heardAt: undefined }),
  NoteAdded: () => ({}),
  FactsRegistered: ({ facts }, state) => ({ facts: { ...state.facts, ...facts } }),
  SeverityChanged: ({ to, isSerious }, state) => ({ severity: to, isSerious: state.isSerious || isSerious }),
  CustomerAnswered: () => ({ heardAt: undefined }),
  CustomerAsked: () => ({ heardAt: undefined }),
  CustomerHeard: heard,
  CasePaused: ({ at, deadlines }, state) => ({ pause: { since: at }, ...setDeadlines(deadlines, state) }),
  CaseResumed: ({ deadlines }, state) => ({ pause: undefined, ...setDeadlines(deadlines, state) }),
  InvestigationBegan: ({ isComplex, deadlines }, state) => ({ state: 'investigating', isComplex, ...setDeadlines(deadlines, state) }),
  FindingMade: ({ finding }) => ({ finding, state: 'investigating' }),
  // Paperwork after the solution leaves the case solved (R3).
  CaseDecided: ({ decision }, { solvedAt }) => ({ decision, ...(solvedAt === undefined ? { state: 'decided' } : {}) }),
  ApprovalRequested: ({ offer }, { offers }) => ({ offers: [...offers, offer] }),
  ApprovalGiven: ({ offerId, by }, { offers }) => ({ offers: changed(offers, offerId, { approvedBy: by }) }),
  ApprovalRefused: ({ offerId, at }, { offers }) => ({ offers: changed(offers, offerId, { state: 'rejected', endedAt: at }) }),
  OfferMade: ({ offer }, { offers }) => ({
    offers: [...offers.filter(({ id }) => id !== offer.id), offer],
    ...(offer.isAutomatic ? {} : { state: 'offered' }),
  }),
  OfferAccepted: ({ offerId, at }, { offers }) => ({
    state: 'accepted',
    offers: changed(offers, offerId, { state: 'accepted', endedAt: at }),
  }),
  OfferRefused: ({ offerId, at }, { offers }) => ({
    state: 'refused',
    offers: changed(offers, offerId, { state: 'refused', endedAt: at }),
  }),
  OfferWithdrawn: ({ offerId, at }, { state, offers }) => ({
    ...(state === 'offered' ? { state: 'decided' } : {}),
    offers: changed(offers, offerId, { state: 'withdrawn', endedAt: at }),
  }),
  CaseSolved: ({ at, resolution, followUps }, state) => ({
    state: 'remedied',
    resolution,
    solvedAt: at,
    pause: undefined,
    followUps: [...state.followUps, ...followUps],
  }),
  CommitmentMade: ({ commitment }, { commitments }) => ({ commitments: [...commitments, commitment] }),
  CommitmentKept: ({ commitmentId, at }, { commitments }) => ({
    commitments: changed(commitments, commitmentId, { state: 'kept', endedAt: at }),
  }),
  CommitmentMoved: ({ commitmentId, to }, { commitments }) => ({
    commitments: changed(commitments, commitmentId, { dueAt: to, isReminded: undefined }),
  }),
  CommitmentReminded: ({ commitmentId }, { commitments }) => ({ commitments: changed(commitments, commitmentId, { isReminded: true }) }),
  CommitmentBroken: ({ commitmentId, at }, { commitments }) => ({
    commitments: changed(commitments, commitmentId, { state: 'broken', endedAt: at }),
  }),
  FollowUpAsked: ({ n, at }, state) => ({ followUps: followUp(state, n, { askedAt: at }) }),
  FollowUpAnswered: ({ n, at, isSolved, satisfaction }, state) => ({
    state: isSolved ? 'followed-up' : state.state,
    satisfactionAfter: satisfaction ?? state.satisfactionAfter,
    followUps: followUp(state, n, { answeredAt: at, isSolved, satisfaction }),
  }),
  CaseReopened: reopened,
  CaseClosed: ({ at, closedIn, reason }, state) => ({
    ...ended(at, state),
    state: 'closed',
    closedAt: at,
    closedIn,
    closingReason: reason,
  }),
  CaseMerged: ({ at, into }, state) => ({ ...ended(at, state), state: 'merged', closedAt: at, mergedInto: into }),
  CaseTakenIn: ({ feedbackIds }, { joined }) => ({ joined: [...joined, ...feedbackIds] }),
  ReportFiled: ({ report }) => ({ report }),
  MeasurePlanned: ({ measure }, { measures }) => ({ measures: [...measures, measure] }),
  MeasureReminded: ({ measureId }, { measures }) => ({ measures: changed(measures, measureId, { isReminded: true }) }),
  MeasureCompleted: ({ measureId, at }, { measures }) => ({ measures: changed(measures, measureId, { doneAt: at }) }),
  MeasureChecked: ({ measureId, at, isEffective }, { measures }) => ({
    measures: changed(measures, measureId, { checkedAt: at, isEffective }),
  }),
  MeasureExempted: ({ reason, at, by }) => ({ exemption: { reason, at, by } }),
  MailUndeliverable: ({ at, reason, addressKeys }) => ({ undeliverable: { at, reason, addressKeys } }),
  CustomerReachable: () => ({ undeliverable: undefined }),
  DeadlinesSet: ({ deadlines }, state) => setDeadlines(deadlines, state),
  DeadlineEnded: endedDeadline,
  DeadlineReached: reached,
};

const changeBy = <Type extends LaterType>(event: LaterEvent<Type>, state: Case): Change => CHANGES[event.type](event, state);

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

function endedDeadline({ deadline, at }: EventOf<'DeadlineEnded'>, state: Case): Change {
  const outcome = deadline.outcome === 'dropped' ? 'dropped' : at <= deadline.dueAt ? 'kept' : 'broken';
  const commitments = state.commitments.map((one) =>
    one.state === 'open' && one.deadline === deadline.kind ? ({ ...one, state: outcome, endedAt: at } as const) : one,
  );
  return { ...setDeadlines([deadline], state), commitments };
}

function reached(event: EventOf<'DeadlineReached'>, state: Case): Change {
  const deadlines = state.deadlines.map((one) => {
    if (one.kind !== event.kind || one.round !== event.round || one.endedAt !== undefined) return one;
    const breach = event.percent >= 100 && one.breachedAt === undefined ? ({ outcome: 'breached', breachedAt: one.dueAt } as const) : {};
    return { ...one, ...breach, steps: [...one.steps, event.percent] };
  });
  return { deadlines };
}

function heard({ at, heard: { feedbackId, flags, topics } }: EventOf<'CustomerHeard'>, state: Case): Change {
  return {
    heardAt: isHeardOf(state, at) ? state.heardAt : at,
    joined: [...state.joined, feedbackId],
    flags: [...new Set([...state.flags, ...flags])],
    topics: [...new Set([...state.topics, ...topics])],
  };
}

/** A new round carries the first: what was found, offered and promised stays on the case. */
function reopened({ at, round, deadlines, commitments }: EventOf<'CaseReopened'>, state: Case): Change {
  return {
    state: 'acknowledged',
    round,
    solvedAt: undefined,
    closedAt: undefined,
    closedIn: undefined,
    closingReason: undefined,
    deadlines: [...state.deadlines, ...deadlines],
    commitments: [...dropCommitments(at, state), ...commitments],
    followUps: dropFollowUps(state),
  };
}

const dropFollowUps = (state: Case) => state.followUps.map((one) => (one.answeredAt === undefined ? { ...one, isDropped: true } : one));

/** What was still open when the case ended: nobody waits for it any more. */
const ended = (at: string, state: Case): Change => ({
  pause: undefined,
  followUps: dropFollowUps(state),
  commitments: dropCommitments(at, state),
});

const dropCommitments = (at: string, state: Case): Commitment[] =>
  state.commitments.map((one) => (one.state === 'open' ? { ...one, state: 'dropped', endedAt: at } : one));
