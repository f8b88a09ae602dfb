import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';
import { Flag, Severity, Topic } from '../understand/understanding.ts';
import { CLOSING_REASONS, Commitment, DISPUTE_KINDS, Measure, Offer, RESPONSIBILITIES, Report, VERDICTS } from './case.ts';
import { CaseFacts, CaseNumber, CaseText, PlainDay, ShortText } from './facts.ts';
import { Money } from './money.ts';

/** How an agent spoke with the customer. By `mail`, Amends sends the words; for the others they are only put on the record. */
export const VIAS = ['mail', 'telephone', 'visit', 'letter', 'chat', 'social'] as const;
const Via = z._default(z.enum(VIAS), 'mail');
const Id = z.string().check(z.minLength(1), z.maxLength(100));
const offer = { offerId: Offer.shape.id };
const commitment = { commitmentId: Commitment.shape.id };
const measure = { measureId: Measure.shape.id };
const Satisfaction = z.optional(z.number().check(z.minimum(0), z.maximum(100)));

/** What may be asked for on a case, by people and by customers' links. */
export const CaseCommand = z.discriminatedUnion('type', [
  /** A person takes it up. */
  z.strictObject({ type: z.literal('acknowledge') }),
  /** Hands it over, on the record (R3). */
  z.strictObject({ type: z.literal('assign'), to: Id, note: z.optional(CaseText) }),
  z.strictObject({ type: z.literal('note'), text: CaseText }),
  /** Product, order, what the customer wants (R1). Fields given replace those there. */
  z.strictObject({ type: z.literal('register'), facts: CaseFacts }),
  /** A person judges how bad it is. */
  z.strictObject({ type: z.literal('classify'), severity: Severity, reason: CaseText }),
  /** A person's answer, or how it stands; the next word may be promised for a time (承诺时间). */
  z.strictObject({
    type: z.literal('answer'),
    text: CaseText,
    kind: z._default(z.enum(['answer', 'standing']), 'answer'),
    via: Via,
    nextBy: z.optional(Instant),
  }),
  /** Asks the customer back: the clock waits for the answer. */
  z.strictObject({ type: z.literal('ask'), question: CaseText, via: Via }),
  /** The answer came by another way, or is not awaited any more. */
  z.strictObject({ type: z.literal('resume') }),
  /** The address that sent our mail back takes mail again, or they have another: mails go out as before, and the address is silenced no more. */
  z.strictObject({ type: z.literal('reach-again'), note: z.optional(CaseText) }),
  /** Looks into it; complex ones go to the investigation team, with its times (R2). */
  z.strictObject({ type: z.literal('investigate'), isComplex: z._default(z.boolean(), false) }),
  /** The first finding. */
  z.strictObject({ type: z.literal('find'), finding: CaseText }),
  z.strictObject({
    type: z.literal('decide'),
    verdict: z.enum(VERDICTS),
    department: Id,
    cause: Id,
    dispute: z.enum(DISPUTE_KINDS),
    responsibility: z.enum(RESPONSIBILITIES),
    explanation: CaseText,
    via: Via,
  }),
  /** Puts a prepared remedy to the customer; above the limit it goes up for approval first (R5). */
  z.strictObject({
    type: z.literal('offer'),
    remedy: Id,
    money: z.optional(Money),
    note: z.optional(CaseText),
    via: Via,
    /** Send it up although it is within the limit, e.g. because the month's budget is spent. */
    forApproval: z._default(z.boolean(), false),
  }),
  z.strictObject({ type: z.literal('approve'), ...offer }),
  z.strictObject({ type: z.literal('reject'), ...offer, reason: CaseText }),
  z.strictObject({ type: z.literal('withdraw'), ...offer, reason: CaseText }),
  /** The customer's word on an offer: by the link, or as an agent heard it. */
  z.strictObject({ type: z.literal('accept'), ...offer }),
  z.strictObject({ type: z.literal('refuse'), ...offer, reason: z.optional(CaseText) }),
  /** It is put right. An owner may do this first and the paperwork after (R3). */
  z.strictObject({ type: z.literal('solve'), resolution: CaseText, via: Via }),
  z.strictObject({ type: z.literal('promise'), what: ShortText, dueAt: Instant, via: Via }),
  z.strictObject({ type: z.literal('keep-promise'), ...commitment }),
  /** Before it is due, with notice to the customer. */
  z.strictObject({ type: z.literal('move-promise'), ...commitment, dueAt: Instant, reason: CaseText }),
  /** Is it really solved? As the customer said by the link, or told an agent. */
  z.strictObject({ type: z.literal('follow-up'), isSolved: z.boolean(), satisfaction: Satisfaction, comment: z.optional(CaseText) }),
  z.strictObject({ type: z.literal('reopen'), reason: CaseText }),
  z.strictObject({ type: z.literal('close'), reason: z.enum(CLOSING_REASONS), note: z.optional(CaseText) }),
  /** Cause, effect, handling, prevention of a serious case (R6). */
  z.strictObject({ type: z.literal('report'), report: Report }),
  z.strictObject({ type: z.literal('plan-measure'), what: CaseText, owner: Id, dueOn: PlainDay }),
  z.strictObject({ type: z.literal('complete-measure'), ...measure, note: z.optional(CaseText) }),
  z.strictObject({ type: z.literal('check-measure'), ...measure, isEffective: z.boolean(), note: z.optional(CaseText) }),
  /** No corrective action is owed: an accidental slip (R8). */
  z.strictObject({ type: z.literal('exempt'), reason: CaseText }),
  /** This case and another are one matter of one customer: it ends, and the other takes what it holds (R3). */
  z.strictObject({ type: z.literal('merge'), into: CaseNumber }),
]);
export type CaseCommand = z.infer<typeof CaseCommand>;
export type CaseCommandType = CaseCommand['type'];

/** What a message of the customer about their case came to, as it was understood. */
export const Heard = z.strictObject({
  feedbackId: z.string(),
  severity: Severity,
  flags: z.array(Flag),
  topics: z.array(Topic),
  /** Unhappy by the rules that open cases. */
  isUnhappy: z.boolean(),
  /** A reply in the case's own thread, or by its status page; false: a new message on the same matter. */
  isReply: z.boolean(),
});
export type Heard = z.infer<typeof Heard>;

/** What Amends itself does with a case. */
export type SystemCommand =
  /** Something of its clock may have come due. */
  | { readonly type: 'tick' }
  /** The customer wrote again. */
  | { readonly type: 'hear'; readonly heard: Heard }
  /** Our mail came back. `addressKeys`: under which the address is silenced, where that is known. */
  | { readonly type: 'undeliverable'; readonly reason: string; readonly addressKeys?: readonly string[] | undefined }
  /** Another case of the customer ends in this one. */
  | { readonly type: 'take-in'; readonly from: string; readonly feedbackIds: readonly string[]; readonly severity: Severity };
