import * as z from 'zod/mini';
import { Channel, Metric } from '../domain/feedback.ts';
import { COUNTED_LANGUAGES, COUNTED_TIERS } from '../domain/metrics/counted.ts';
import { BANDS } from '../domain/metrics/drill-down.ts';
import { SentimentLabel, Topic } from '../domain/understand/understanding.ts';
import { Day, PageQuery } from './schemas.ts';

const Id = z.optional(z.string().check(z.minLength(1), z.maxLength(100)));
const YesNo = z.optional(z.enum(['true', 'false']));

/** Days, and what stands behind a mark of a chart: see `Mark` for what each means. */
export const FeedbackQuery = z.strictObject({
  from: z.optional(Day),
  to: z.optional(Day),
  branch: Id,
  channel: z.optional(Channel),
  survey: Id,
  campaign: Id,
  topic: z.optional(Topic),
  language: z.optional(z.enum(COUNTED_LANGUAGES)),
  tier: z.optional(z.enum(COUNTED_TIERS)),
  sentiment: z.optional(SentimentLabel),
  question: Id,
  metric: z.optional(Metric),
  value: z.optional(z.coerce.number()),
  /** Top of the scale. */
  max: z.optional(z.coerce.number()),
  band: z.optional(z.enum(BANDS)),
  hasCase: YesNo,
  unhappy: YesNo,
  words: YesNo,
  counted: YesNo,
  ...PageQuery.shape,
});
export type FeedbackQuery = z.output<typeof FeedbackQuery>;
