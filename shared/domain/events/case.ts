import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';
import { Case, CLOSING_REASONS, Commitment, Deadline, Decision, FollowUp, Measure, Offer } from '../recovery/case.ts';
import { Heard, VIAS } from '../recovery/command.ts';
import { DeadlineKind } from '../recovery/policy.ts';
import { Severity } from '../understand/understanding.ts';
import { envelope } from './envelope.ts';

const kase = Case.shape;
const decision = Decision.shape;
const offer = Offer.shape;
const commitment = Commitment.shape;
const followUp = FollowUp.shape;
const deadline = Deadline.shape;
const measure = Measure.shape;

/** Which happening of which case, and what kind of somebody did it. Names of accounts may be addresses: who it was stays in the register. */
export const CaseData = z.strictObject({
  caseNumber: kase.number,
  caseVersion: kase.version,
  by: z.enum(['agent', 'system', 'customer']),
});
export type CaseData = z.infer<typeof CaseData>;

/** A deadline that runs, and until when. */
const DueTime = z.pick(Deadline, { kind: true, round: true, dueAt: true });
const deadlines = { deadlines: z.array(DueTime) };

const OpenedData = z.pick(Case, {
  feedbackId: true,
  severity: true,
  topics: true,
  flags: true,
  tier: true,
  isSerious: true,
  reasons: true,
  owner: true,
  team: true,
  branch: true,
  channel: true,
  survey: true,
  language: true,
  isReachable: true,
}).shape;

const told = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ ...envelope, type: z.literal(type), data: z.extend(CaseData, shape) });
const via = { via: z.enum(VIAS) };
const ofOffer = { offerId: offer.id };
/** `kind` of the remedy. */
const offered = { ...ofOffer, remedy: offer.remedy, kind: offer.kind, money: offer.money, ...via };
const ofCommitment = { commitmentId: commitment.id };
const ofMeasure = { measureId: measure.id };
const ofDeadline = { kind: DeadlineKind, round: deadline.round };

/** Everything that happens to a case, told without a word of anybody: ids, codes, times, amounts and numbers (R17). */
export const CASE_EVENTS = [
  told('CaseOpened', { ...OpenedData, acknowledgeDueAt: z.optional(Instant), ...deadlines }),
  told('CaseAcknowledged', { inTime: z.boolean() }),
  told('CaseAssigned', { from: kase.owner, to: kase.owner, team: kase.team }),
  told('NoteAdded', {}),
  told('FactsRegistered', {}),
  told('SeverityChanged', { from: Severity, to: Severity, isSerious: z.boolean() }),
  told('CustomerAnswered', { kind: z.enum(['answer', 'standing']), ...via, nextBy: z.optional(Instant) }),
  told('CustomerAsked', via),
  told('CustomerHeard', Heard.shape),
  told('CasePaused', {}),
  told('CaseResumed', deadlines),
  told('InvestigationBegan', { isComplex: z.boolean(), ...deadlines }),
  told('FindingMade', {}),
  told('CaseDecided', {
    verdict: decision.verdict,
    department: decision.department,
    cause: decision.cause,
    dispute: decision.dispute,
    responsibility: decision.responsibility,
    ...via,
  }),
  told('ApprovalRequested', offered),
  told('ApprovalGiven', ofOffer),
  told('ApprovalRefused', ofOffer),
  told('OfferMade', { ...offered, isAutomatic: offer.isAutomatic }),
  told('OfferAccepted', ofOffer),
  told('OfferRefused', ofOffer),
  told('OfferWithdrawn', ofOffer),
  told('CaseSolved', via),
  told('CommitmentMade', { ...ofCommitment, dueAt: Instant, deadline: commitment.deadline, ...via }),
  told('CommitmentKept', ofCommitment),
  /** `dueAt` from now on, `movedFrom` before. */
  told('CommitmentMoved', { ...ofCommitment, dueAt: Instant, movedFrom: Instant }),
  told('CommitmentReminded', ofCommitment),
  told('CommitmentBroken', { ...ofCommitment, dueAt: Instant }),
  told('FollowUpAsked', { n: followUp.n }),
  told('FollowUpAnswered', { n: followUp.n, isSolved: z.boolean(), satisfaction: followUp.satisfaction }),
  /** `round` is the new one. */
  told('CaseReopened', { round: kase.round, ...deadlines }),
  told('CaseClosed', { reason: z.enum(CLOSING_REASONS) }),
  told('CaseMerged', { into: kase.number }),
  told('CaseTakenIn', { from: kase.number, feedbackIds: kase.joined }),
  told('ReportFiled', {}),
  told('MeasurePlanned', { ...ofMeasure, owner: measure.owner, dueOn: measure.dueOn }),
  told('MeasureReminded', ofMeasure),
  told('MeasureCompleted', ofMeasure),
  told('MeasureChecked', { ...ofMeasure, isEffective: z.boolean() }),
  told('MeasureExempted', {}),
  told('MailUndeliverable', {}),
  told('CustomerReachable', {}),
  told('DeadlineReached', { ...ofDeadline, percent: z.int(), dueAt: Instant }),
  told('DeadlineEnded', { ...ofDeadline, dueAt: Instant, outcome: deadline.outcome }),
] as const;
export type ToldOfCase = z.infer<(typeof CASE_EVENTS)[number]>;
