import * as z from 'zod/mini';
import { Instant } from '../../feedback.ts';
import { CaseNumber } from '../../recovery/facts.ts';
import { Severity } from '../../understand/understanding.ts';

/** What one event says in a chat room. The words are found when it is sent. */
export const NoticeLine = z.strictObject({
  eventId: z.string(),
  eventType: z.string(),
  at: Instant,
  caseNumber: z.optional(CaseNumber),
  severity: z.optional(Severity),
  branch: z.optional(z.string()),
  /** Kind of the deadline that the event is about. */
  deadline: z.optional(z.string().check(z.maxLength(40))),
  /** How much of that deadline's time has gone. */
  percent: z.optional(z.number()),
  dueAt: z.optional(Instant),
  isSerious: z.optional(z.boolean()),
});
export type NoticeLine = z.infer<typeof NoticeLine>;
