import * as z from 'zod/mini';
import { Feedback } from '../feedback.ts';
import { localDay } from '../metrics/contributions.ts';
import type { SentimentLabel } from '../understand/understanding.ts';
import {
  type AnsweredFeedback,
  type AnswerRow,
  rowsOfAnswered,
  SCORE_ROW,
  SENTIMENT_ROW,
  SEVERITY_ROW,
  TOPIC_ROW_PREFIX,
} from './columns.ts';

type Row = AnsweredFeedback['rows'][number];

const EMPTY: Omit<Row, 'question'> = { metric: null, value: null, min: null, max: null, isCannotSay: false, choice: null };

/**
 * What a feedback adds to the column files; nothing where a machine wrote it or it was said within a case there was already, as in the figures.
 * Every other one has at least the row of its score, so that a revision without answers takes the place of one with.
 * @param timeZone IANA zone in which days begin.
 */
export function answeredFeedback(feedback: Feedback, timeZone: string): AnsweredFeedback | undefined {
  if (feedback.automatic !== undefined || feedback.isReply === true) return undefined;
  return {
    feedbackId: feedback.id,
    revision: feedback.revision,
    corrections: feedback.corrections?.length ?? 0,
    at: feedback.receivedAt,
    day: localDay(feedback.receivedAt, timeZone),
    branch: feedback.branch ?? null,
    channel: feedback.channel,
    language: feedback.understanding.language,
    survey: feedback.survey ?? null,
    surveyVersion: feedback.surveyVersion ?? null,
    campaign: feedback.campaign ?? null,
    tier: feedback.tier ?? null,
    rows: [...answerRows(feedback), ...selectionRows(feedback), ...understoodRows(feedback)],
  };
}

function answerRows({ answers, cannotSay = [] }: Feedback): Row[] {
  return [
    ...answers.map(({ question, metric, value, min, max }) => ({ ...EMPTY, question, metric, value, min, max })),
    ...cannotSay.map((question) => ({ ...EMPTY, question, isCannotSay: true })),
  ];
}

function selectionRows({ selections = [] }: Feedback): Row[] {
  return selections.flatMap(({ question, kind, values }) =>
    values.map((choice, i) =>
      kind === 'rank' ? { ...EMPTY, question, choice, value: i + 1, min: 1, max: values.length } : { ...EMPTY, question, choice },
    ),
  );
}

const POLARITY: Readonly<Record<SentimentLabel, number>> = { negative: -1, neutral: 0, positive: 1 };

/** A topic that was ticked and not written of has no polarity: it counts as mentioned, 0. One that was written of twice counts as its worst. */
function understoodRows({ understanding, reasons, score }: Feedback): Row[] {
  const topics = new Map<string, number>();
  for (const { topic, polarity } of understanding.topics) topics.set(topic, Math.min(topics.get(topic) ?? 1, POLARITY[polarity]));
  for (const topic of reasons) if (!topics.has(topic)) topics.set(topic, 0);
  const { label, score: mood, confidence } = understanding.sentiment;
  return [
    ...[...topics].map(([topic, value]) => ({ ...EMPTY, question: TOPIC_ROW_PREFIX + topic, value, min: -1, max: 1 })),
    ...(confidence > 0 ? [{ ...EMPTY, question: SENTIMENT_ROW, value: mood, min: -1, max: 1, choice: label }] : []),
    { ...EMPTY, question: SEVERITY_ROW, value: understanding.severity, min: 1, max: 4 },
    { ...EMPTY, question: SCORE_ROW, value: score ?? null, min: 0, max: 100 },
  ];
}

/** The rows of a feedback; see `answeredFeedback`. */
export function rowsOf(feedback: Feedback, timeZone: string): AnswerRow[] {
  const answered = answeredFeedback(feedback, timeZone);
  return answered === undefined ? [] : rowsOfAnswered(answered);
}

const Image = z.object({ type: z.string() });
const FeedbackImage = z.object(Feedback.shape);

/**
 * What a change of an item of the register brings to the column files: new feedback, and feedback whose rows are others than before. What changes none of
 * them, such as an erasure, a case number or a reply, brings nothing.
 * @throws ZodError for feedback that is not as the domain knows it.
 */
export function answersOfChange(
  change: { readonly old?: unknown; readonly new?: unknown },
  timeZone: string,
): AnsweredFeedback | undefined {
  if (change.new === undefined || Image.parse(change.new).type !== 'feedback') return undefined;
  const now = answeredFeedback(FeedbackImage.parse(change.new), timeZone);
  if (now === undefined || change.old === undefined) return now;
  const before = answeredFeedback(FeedbackImage.parse(change.old), timeZone);
  return JSON.stringify(now) === JSON.stringify(before) ? undefined : now;
}
