import * as z from 'zod/mini';
import { Feedback, Instant } from './feedback.ts';
import { Case, CaseEvent } from './recovery/case.ts';

/** Of the shape of `data`. Grows when a field changes its meaning or goes; new fields alone do not raise it. */
export const EVENT_VERSION = 1;

const feedback = Feedback.shape;
const understanding = feedback.understanding.shape;
const kase = Case.shape;

const envelope = {
  /** The same for the same happening, however often it is delivered: receivers may drop what they have seen. */
  id: z.string(),
  version: z.literal(EVENT_VERSION),
  occurredAt: Instant,
  /** What it happened to: `feedback/{id}` or `case/{number}`. */
  subject: z.string(),
};

/** Ids, scores, topics and numbers only: what a customer wrote, and who they are, stays in the register (R17). */
const FeedbackData = z.strictObject({
  feedbackId: feedback.id,
  revision: feedback.revision,
  source: feedback.source,
  channel: feedback.channel,
  survey: feedback.survey,
  branch: feedback.branch,
  answers: feedback.answers,
  score: feedback.score,
  language: understanding.language,
  sentiment: understanding.sentiment,
  topics: z.array(kase.topics.def.element),
  intent: understanding.intent,
  severity: understanding.severity,
  flags: understanding.flags,
  isReachable: feedback.isReachable,
  automatic: feedback.automatic,
  caseNumber: feedback.caseNumber,
});

const CaseData = z.strictObject({ caseNumber: kase.number, caseVersion: kase.version, by: z.enum(['agent', 'system']) });

const OpenedData = z.extend(
  CaseData,
  z.pick(Case, {
    feedbackId: true,
    severity: true,
    topics: true,
    flags: true,
    reasons: true,
    owner: true,
    branch: true,
    channel: true,
    survey: true,
    language: true,
    isReachable: true,
    acknowledgeDueAt: true,
    resolveDueAt: true,
  }).shape,
);

/** What Amends tells the outside world, in its own words. */
export const AmendsEvent = z.discriminatedUnion('type', [
  z.strictObject({ ...envelope, type: z.literal('FeedbackRecorded'), data: FeedbackData }),
  z.strictObject({ ...envelope, type: z.literal('FeedbackRevised'), data: FeedbackData }),
  z.strictObject({ ...envelope, type: z.literal('CaseOpened'), data: OpenedData }),
  z.strictObject({ ...envelope, type: z.literal('CaseAcknowledged'), data: z.extend(CaseData, { inTime: z.boolean() }) }),
  z.strictObject({ ...envelope, type: z.literal('CaseAssigned'), data: z.extend(CaseData, { from: z.string(), to: z.string() }) }),
  z.strictObject({ ...envelope, type: z.literal('NoteAdded'), data: CaseData }),
  z.strictObject({ ...envelope, type: z.literal('CaseResolved'), data: CaseData }),
]);
export type AmendsEvent = z.infer<typeof AmendsEvent>;

const Image = z.object({ type: z.string() });
const FeedbackImage = z.object(Feedback.shape);
const CaseEventImage = z.object({ number: kase.number, version: kase.version, event: CaseEvent });

/**
 * The event that a change of an item of the register is to the outside world; undefined where it is none: removals, the case items
 * themselves (their events tell it), a feedback written again in the same revision, and what is not feedback or a case.
 * @throws ZodError for feedback or a case event that is not as the domain knows it.
 */
export function eventOf(change: { readonly old?: unknown; readonly new?: unknown }): AmendsEvent | undefined {
  if (change.new === undefined) return undefined;
  const { type } = Image.parse(change.new);
  if (type === 'feedback') return feedbackEvent(change.old, FeedbackImage.parse(change.new));
  if (type === 'case-event' && change.old === undefined) return caseEvent(CaseEventImage.parse(change.new));
  return undefined;
}

function feedbackEvent(old: unknown, now: Feedback): AmendsEvent | undefined {
  if (old !== undefined && FeedbackImage.parse(old).revision === now.revision) return undefined;
  const { id, revision, source, channel, survey, branch, answers, score, isReachable, automatic, caseNumber } = now;
  const { language, sentiment, intent, severity, flags, topics } = now.understanding;
  return {
    id: `feedback:${id}:${revision}`,
    type: old === undefined ? 'FeedbackRecorded' : 'FeedbackRevised',
    version: EVENT_VERSION,
    occurredAt: now.receivedAt,
    subject: `feedback/${id}`,
    data: {
      ...{ feedbackId: id, revision, source, channel, survey, branch, answers, score, isReachable, automatic, caseNumber },
      ...{ language, sentiment, intent, severity, flags },
      topics: [...new Set([...now.reasons, ...topics.map(({ topic }) => topic)])],
    },
  };
}

function caseEvent({ number, version, event }: z.infer<typeof CaseEventImage>): AmendsEvent {
  const head = { id: `case:${number}:${version}`, version: EVENT_VERSION, occurredAt: event.at, subject: `case/${number}` } as const;
  // Names of accounts may be addresses: who acted stays in the register, that a person did is told.
  const data = { caseNumber: number, caseVersion: version, by: event.by === 'system' ? 'system' : 'agent' } as const;
  switch (event.type) {
    case 'CaseOpened':
      return { ...head, type: event.type, data: { ...data, ...openedData(event.case) } };
    case 'CaseAcknowledged':
      return { ...head, type: event.type, data: { ...data, inTime: event.inTime } };
    case 'CaseAssigned':
      return { ...head, type: event.type, data: { ...data, from: event.from, to: event.to } };
    case 'NoteAdded':
    case 'CaseResolved':
      return { ...head, type: event.type, data };
  }
}

function openedData({ feedbackId, severity, topics, flags, reasons, owner, branch, channel, survey, language, ...rest }: Case) {
  const { isReachable, acknowledgeDueAt, resolveDueAt } = rest;
  return {
    feedbackId,
    severity,
    topics,
    flags,
    reasons,
    owner,
    branch,
    channel,
    survey,
    language,
    isReachable,
    acknowledgeDueAt,
    resolveDueAt,
  };
}
