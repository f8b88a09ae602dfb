import * as z from 'zod/mini';
import { Channel, Feedback, Instant, Metric } from '../feedback.ts';
import { Tier } from '../tier.ts';

/** Rows beside the answers: names that no question of a survey can have. */
export const SCORE_ROW = 'amends:score';
export const SEVERITY_ROW = 'amends:severity';
/** Of a text that could be read: its score −1 … 1, and as choice what that comes to. */
export const SENTIMENT_ROW = 'amends:sentiment';
export const TOPIC_ROW_PREFIX = 'topic:';

const Question = z.string().check(z.minLength(1), z.maxLength(200));
const OptionalNumber = z.nullable(z.number());
const OptionalText = z.nullable(z.string());

/** What is the same in all rows of a feedback: which version of it, when, where. No words, no address, no name, no key of a customer. */
const Placed = {
  feedbackId: Feedback.shape.id,
  /** The provider's revision; of several, the highest holds. */
  revision: z.int().check(z.minimum(0)),
  /** How often people have set right what was understood; of one revision, the most often corrected holds. */
  corrections: z.int().check(z.minimum(0)),
  at: Instant,
  /** Of the brand's zone, `YYYY-MM-DD`; its month is the month of the file. */
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  branch: OptionalText,
  channel: Channel,
  /** As it was understood, e.g. `zh-Hans`; `und` where nothing could be told. */
  language: z.string(),
  survey: OptionalText,
  surveyVersion: z.nullable(z.int().check(z.minimum(1))),
  campaign: OptionalText,
  /** Of the customer when it came; empty where nobody can be told, and in rows from before it was kept. */
  tier: z._default(z.nullable(Tier), null),
};

const Answered = {
  /** Id of the question; `topic:delivery`, `amends:score` and `amends:severity` for what was understood. */
  question: Question,
  metric: z.nullable(Metric),
  /** On the scale `min` to `max`. Of a rank the place, 1 the best; of a topic −1, 0, 1; of the score 0 … 100; of the severity 1 … 4. */
  value: OptionalNumber,
  min: OptionalNumber,
  max: OptionalNumber,
  isCannotSay: z.boolean(),
  /** The option chosen or placed, the date, or `yes` of a consent. */
  choice: OptionalText,
};

/** One row of a column file: one answer of one response, in long format. */
export const AnswerRow = z.strictObject({ ...Placed, ...Answered });
export type AnswerRow = z.infer<typeof AnswerRow>;

/** All rows of a feedback, what they share written once: as they travel to the column files. */
export const AnsweredFeedback = z.strictObject({ ...Placed, rows: z.array(z.strictObject(Answered)).check(z.minLength(1)) });
export type AnsweredFeedback = z.infer<typeof AnsweredFeedback>;
/** The rows, each whole. */
export const rowsOfAnswered = ({ rows, ...placed }: AnsweredFeedback): AnswerRow[] => rows.map((row) => ({ ...placed, ...row }));

/** `YYYY-MM` of a day. */
export const monthOfDay = (day: string) => day.slice(0, 7);

/** The months from one day to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => monthText(first + i));
}

const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthText = (number: number) => `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

type Version = Pick<AnswerRow, 'revision' | 'corrections'>;
const isNewer = (a: Version, b: Version) => (a.revision === b.revision ? a.corrections > b.corrections : a.revision > b.revision);

/**
 * Rows as they hold: of each feedback those of its newest version, once each. Files hold older versions and doubles besides, by design: a batch may
 * be written twice, and parts are read while they are being put together. Order stays.
 */
export function newestRows<Row extends Version & Pick<AnswerRow, 'feedbackId' | 'question' | 'choice'>>(rows: readonly Row[]): Row[] {
  const newest = new Map<string, Version>();
  for (const row of rows) {
    const standing = newest.get(row.feedbackId);
    if (standing === undefined || isNewer(row, standing)) newest.set(row.feedbackId, row);
  }
  const seen = new Map<string, Set<string>>();
  return rows.filter((row) => {
    const holds = newest.get(row.feedbackId);
    if (holds === undefined || row.revision !== holds.revision || row.corrections !== holds.corrections) return false;
    const key = row.choice === null ? row.question : `${row.question}\n${row.choice}`;
    const known = seen.get(row.feedbackId) ?? new Set();
    seen.set(row.feedbackId, known);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
