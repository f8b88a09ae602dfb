import type { CaseEvent } from '../../shared/domain/recovery/event.ts';
import { moneyInWords } from '../../shared/domain/recovery/money.ts';

const sum = (money: Parameters<typeof moneyInWords>[0] | undefined) => (money === undefined ? '' : ` of ${moneyInWords(money, 'en')}`);

type Told = { readonly [Type in CaseEvent['type']]: (event: Extract<CaseEvent, { type: Type }>) => string };

const TOLD: Told = {
  CaseOpened: ({ case: item }) => `opened because of ${item.reasons.join(', ') || 'an entry by staff'}`,
  CaseAcknowledged: ({ inTime }) => `taken up, ${inTime ? 'in time' : 'late'}`,
  CaseAssigned: ({ from, to, note }) => `handed over from ${from} to ${to}${note === undefined ? '' : `: ${note}`}`,
  NoteAdded: ({ text }) => `note: ${text}`,
  FactsRegistered: ({ facts }) => `registered: ${Object.keys(facts).join(', ')}`,
  SeverityChanged: ({ from, to, isSerious }) => `severity ${from} → ${to}${isSerious ? ', serious: the head is told' : ''}`,
  CustomerAnswered: ({ kind, via }) => (kind === 'answer' ? `answered by ${via}` : `told how it stands by ${via}`),
  CustomerAsked: ({ via }) => `asked back by ${via}`,
  CustomerHeard: ({ heard }) => `the customer wrote again${heard.isUnhappy ? ', unhappy' : ''}`,
  CasePaused: () => 'waits for the customer',
  CaseResumed: () => 'waits no longer',
  InvestigationBegan: ({ isComplex }) => (isComplex ? 'investigated by the team for complex cases' : 'investigated'),
  FindingMade: ({ finding }) => `found: ${finding}`,
  CaseDecided: ({ decision }) => `decided: ${decision.verdict}, ${decision.department}, ${decision.cause}`,
  ApprovalRequested: ({ offer }) => `${offer.id} ${offer.remedy}${sum(offer.money)} goes up for approval`,
  ApprovalGiven: ({ offerId }) => `${offerId} approved`,
  ApprovalRefused: ({ offerId, reason }) => `${offerId} not approved: ${reason}`,
  OfferMade: ({ offer }) => `${offer.id} ${offer.remedy}${sum(offer.money)} ${offer.isAutomatic === true ? 'given' : 'offered'}`,
  OfferAccepted: ({ offerId }) => `${offerId} accepted`,
  OfferRefused: ({ offerId }) => `${offerId} refused`,
  OfferWithdrawn: ({ offerId, reason }) => `${offerId} withdrawn: ${reason}`,
  CaseSolved: ({ resolution }) => `solved: ${resolution}`,
  CommitmentMade: ({ commitment }) => `promised ${commitment.id}: ${commitment.what} by ${commitment.dueAt}`,
  CommitmentKept: ({ commitmentId }) => `promise ${commitmentId} kept`,
  CommitmentMoved: ({ commitmentId, to }) => `promise ${commitmentId} moved to ${to}`,
  CommitmentReminded: ({ commitmentId }) => `promise ${commitmentId} is near`,
  CommitmentBroken: ({ commitmentId }) => `promise ${commitmentId} BROKEN`,
  FollowUpAsked: ({ n }) => `follow-up ${n} asked`,
  FollowUpAnswered: ({ n, isSolved }) => `follow-up ${n}: ${isSolved ? 'solved' : 'NOT solved'}`,
  CaseReopened: () => 'reopened in a new round',
  CaseClosed: ({ reason }) => `closed: ${reason}`,
  CaseMerged: ({ into }) => `merged into ${into}`,
  CaseTakenIn: ({ from }) => `took in ${from}`,
  ReportFiled: () => 'report filed',
  MeasurePlanned: ({ measure }) => `measure ${measure.id} planned, ${measure.owner} by ${measure.dueOn}: ${measure.what}`,
  MeasureReminded: ({ measureId }) => `measure ${measureId} is due`,
  MeasureCompleted: ({ measureId }) => `measure ${measureId} done`,
  MeasureChecked: ({ measureId, isEffective }) => `measure ${measureId} ${isEffective ? 'works' : 'does NOT work'}`,
  MeasureExempted: ({ reason }) => `no measure owed: ${reason}`,
  MailUndeliverable: ({ reason }) => `mail comes back: ${reason}`,
  CustomerReachable: ({ note }) => `mail goes out again${note === undefined ? '' : `: ${note}`}`,
  DeadlinesSet: ({ deadlines }) => `deadlines: ${deadlines.map(({ kind, dueAt }) => `${kind} by ${dueAt.slice(0, 16)}`).join(', ')}`,
  DeadlineEnded: ({ deadline }) => `deadline ${deadline.kind} ${deadline.outcome ?? 'ended'}`,
  DeadlineReached: ({ kind, percent }) => `deadline ${kind} at ${percent} %${percent >= 100 ? ', BREACHED' : ''}`,
};

const tell = <Type extends CaseEvent['type']>(event: Extract<CaseEvent, { type: Type }>, told: Told[Type]): string => told(event);

/** What happened, in a line: when, who, what. */
export const eventInWords = (event: CaseEvent): string => `${event.at.slice(0, 16)}  ${event.by}  ${tellOf(event)}`;

function tellOf(event: CaseEvent): string {
  return tell(event, TOLD[event.type]);
}
