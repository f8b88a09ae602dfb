import * as z from 'zod/mini';
import { Actor } from '../actor.ts';
import { Instant } from '../feedback.ts';
import { Severity } from '../understand/understanding.ts';
import { Case, CLOSING_REASONS, Commitment, Deadline, Decision, FollowUp, Measure, Offer, Report } from './case.ts';
import { Heard, VIAS } from './command.ts';
import { CaseFacts, CaseNumber, CaseText } from './facts.ts';
import { DeadlineKind } from './policy.ts';

const by = { at: Instant, by: Actor };
const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...by, ...shape });
const via = { via: z.enum(VIAS) };

/**
 * What happened to a case, append-only; `CaseOpened` is the first. Whatever was computed is in the event (deadlines, times, offers), so that
 * the case is their fold and nothing else.
 */
export const CaseEvent = z.discriminatedUnion('type', [
  event('CaseOpened', { case: Case }),
  event('CaseAcknowledged', { inTime: z.boolean() }),
  event('CaseAssigned', { from: z.string(), to: z.string(), team: z.optional(z.string()), note: z.optional(CaseText) }),
  event('NoteAdded', { text: CaseText }),
  event('FactsRegistered', { facts: CaseFacts }),
  event('SeverityChanged', { from: Severity, to: Severity, reason: z.optional(CaseText), isSerious: z.boolean() }),
  event('CustomerAnswered', { text: CaseText, kind: z.enum(['answer', 'standing']), ...via, nextBy: z.optional(Instant) }),
  event('CustomerAsked', { question: CaseText, ...via }),
  event('CustomerHeard', { heard: Heard }),
  /** Waiting for the customer begins or ends: the deadlines as they stand after. */
  event('CasePaused', { deadlines: z.array(Deadline) }),
  event('CaseResumed', { deadlines: z.array(Deadline) }),
  event('InvestigationBegan', { isComplex: z.boolean(), deadlines: z.array(Deadline) }),
  event('FindingMade', { finding: CaseText }),
  event('CaseDecided', { decision: Decision, ...via }),
  event('ApprovalRequested', { offer: Offer, ...via }),
  event('ApprovalGiven', { offerId: z.string() }),
  event('ApprovalRefused', { offerId: z.string(), reason: CaseText }),
  event('OfferMade', { offer: Offer, ...via }),
  event('OfferAccepted', { offerId: z.string() }),
  event('OfferRefused', { offerId: z.string(), reason: z.optional(CaseText) }),
  event('OfferWithdrawn', { offerId: z.string(), reason: CaseText }),
  event('CaseSolved', { resolution: CaseText, ...via, followUps: z.array(FollowUp) }),
  event('CommitmentMade', { commitment: Commitment, ...via }),
  event('CommitmentKept', { commitmentId: z.string() }),
  event('CommitmentMoved', { commitmentId: z.string(), from: Instant, to: Instant, reason: CaseText }),
  event('CommitmentReminded', { commitmentId: z.string() }),
  event('CommitmentBroken', { commitmentId: z.string(), dueAt: Instant }),
  event('FollowUpAsked', { n: z.int() }),
  event('FollowUpAnswered', { n: z.int(), isSolved: z.boolean(), satisfaction: z.optional(z.number()), comment: z.optional(CaseText) }),
  event('CaseReopened', { round: z.int(), reason: z.optional(CaseText), deadlines: z.array(Deadline), commitments: z.array(Commitment) }),
  event('CaseClosed', { reason: z.enum(CLOSING_REASONS), note: z.optional(CaseText), closedIn: z.string() }),
  event('CaseMerged', { into: CaseNumber }),
  event('CaseTakenIn', { from: CaseNumber, feedbackIds: z.array(z.string()) }),
  event('ReportFiled', { report: Report }),
  event('MeasurePlanned', { measure: Measure }),
  event('MeasureReminded', { measureId: z.string() }),
  event('MeasureCompleted', { measureId: z.string(), note: z.optional(CaseText) }),
  event('MeasureChecked', { measureId: z.string(), isEffective: z.boolean(), note: z.optional(CaseText) }),
  event('MeasureExempted', { reason: CaseText }),
  event('MailUndeliverable', { reason: z.string(), addressKeys: z.optional(z.array(z.string())) }),
  event('CustomerReachable', { note: z.optional(CaseText) }),
  event('DeadlinesSet', { deadlines: z.array(Deadline) }),
  /** What it was for is done, or nobody waits for it any more: the deadline as it ended. */
  event('DeadlineEnded', { deadline: Deadline }),
  /** 75, 100 or 150 percent of its time are over; at 100 it is breached. `isTold`: somebody hears of this step (the highest of those reached at once). */
  event('DeadlineReached', { kind: DeadlineKind, round: z.int(), percent: z.int(), dueAt: Instant, isTold: z.boolean() }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type CaseEventType = CaseEvent['type'];
export type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;
