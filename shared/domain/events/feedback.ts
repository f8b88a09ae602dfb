import * as z from 'zod/mini';
import { Feedback } from '../feedback.ts';
import { Topic } from '../understand/understanding.ts';
import { EVENT_VERSION, envelope } from './envelope.ts';

const feedback = Feedback.shape;
const understanding = feedback.understanding.shape;

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
  topics: z.array(Topic),
  intent: understanding.intent,
  severity: understanding.severity,
  flags: understanding.flags,
  isReachable: feedback.isReachable,
  automatic: feedback.automatic,
  isReply: feedback.isReply,
  caseNumber: feedback.caseNumber,
});

export const FEEDBACK_EVENTS = [
  z.strictObject({ ...envelope, type: z.literal('FeedbackRecorded'), data: FeedbackData }),
  z.strictObject({ ...envelope, type: z.literal('FeedbackRevised'), data: FeedbackData }),
] as const;
type FeedbackEvent = z.infer<(typeof FEEDBACK_EVENTS)[number]>;

/** Feedback as it now stands, recorded or revised. */
export function feedbackEvent(type: FeedbackEvent['type'], now: Feedback): FeedbackEvent {
  const { id, revision, source, channel, survey, branch, answers, score, isReachable, automatic, isReply, caseNumber } = now;
  const { language, sentiment, intent, severity, flags, topics } = now.understanding;
  return {
    id: `feedback:${id}:${revision}`,
    type,
    version: EVENT_VERSION,
    occurredAt: now.receivedAt,
    subject: `feedback/${id}`,
    data: {
      ...{ feedbackId: id, revision, source, channel, survey, branch, answers, score, isReachable, automatic, isReply, caseNumber },
      ...{ language, sentiment, intent, severity, flags },
      topics: [...new Set([...now.reasons, ...topics.map(({ topic }) => topic)])],
    },
  };
}
