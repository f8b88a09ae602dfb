import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';
import { MIN_RATIO, type Rise } from '../metrics/rise.ts';
import { Topic } from '../understand/understanding.ts';

const Share = z.number().check(z.minimum(0), z.maximum(1));

/** A topic rose beyond chance: what was told, and on what grounds. It holds no words of customers. */
export const TopicAlarm = z.strictObject({
  /** `rise:{topic}:{last hour of the window}`, so that a look that is repeated raises no second alarm. */
  id: z.string().check(z.maxLength(100)),
  /** When it was raised. */
  at: Instant,
  topic: Topic,
  /** The window that was looked at: 24 complete hours. */
  from: Instant,
  to: Instant,
  /** Unhappy feedback that names the topic, and how much of it is usual on such a day. */
  count: z.int().check(z.minimum(0)),
  expected: z.number().check(z.minimum(0)),
  /** Part of all feedback, now and as a rule. */
  share: Share,
  usualShare: Share,
  /** The chance of such a count or a higher one where nothing has changed. */
  pValue: Share,
  /** False alarms a year, of all topics together, that the house accepts: at most so many are to be expected. */
  falseAlarmsPerYear: z.number(),
  /** Complete days it was compared with. */
  historyDays: z.int(),
  /** Feedback behind it, the gravest first; the mail shows their words. */
  feedbackIds: z.array(z.string()).check(z.maxLength(5)),
});
export type TopicAlarm = z.infer<typeof TopicAlarm>;

/** How long an alarm speaks for its topic: its window is over then. Hours. */
export const QUIET_HOURS = 24;

/**
 * Is this a new alarm, or the one that was raised already, seen an hour later? One alarm of a topic in 24 hours, and another only where it has risen
 * further by as much as a rise takes.
 * @param earlier alarms of the last `QUIET_HOURS`, of any topic
 */
export function isNews(topic: Topic, { count }: Pick<Rise, 'count'>, earlier: readonly Pick<TopicAlarm, 'topic' | 'count'>[]): boolean {
  const told = earlier.filter((alarm) => alarm.topic === topic).map((alarm) => alarm.count);
  return told.every((before) => count >= MIN_RATIO * before);
}
