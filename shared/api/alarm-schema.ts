import * as z from 'zod/mini';
import { TopicAlarm } from '../domain/alarm/topic-alarm.ts';

export const AlarmPage = z.strictObject({
  items: z.array(TopicAlarm),
  cursor: z.optional(z.string()),
  /** Is anything watched? Not until there is enough history. */
  watch: z.strictObject({
    isWatching: z.boolean(),
    /** Complete days of history there are, and how many are needed at least. */
    historyDays: z.int(),
    neededDays: z.int(),
    falseAlarmsPerYear: z.number(),
  }),
});
