import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { bucketOf } from '../analytics/measures/duration-buckets.ts';
import { Case, Decision } from '../recovery/case.ts';
import { CourseOfCase, funnelDeltas, isNoComplaint, serviceDeltas } from './case-course.ts';
import { type DurationKind, durationCounter } from './counters.ts';
import type { Counting, Deltas } from './tally.ts';

const kase = Case.shape;

/** What is counted of a case. What came to cases later is not asked of those that are older. */
export const CountedCase = z.object({
  type: z.literal('case'),
  openedAt: kase.openedAt,
  channel: kase.channel,
  survey: kase.survey,
  branch: kase.branch,
  topics: kase.topics,
  language: kase.language,
  customerKey: kase.customerKey,
  tier: z.optional(kase.tier),
  isAcknowledgedInTime: kase.isAcknowledgedInTime,
  round: z.optional(kase.round),
  decision: z.optional(z.object({ verdict: Decision.shape.verdict })),
  satisfactionBefore: kase.satisfactionBefore,
  satisfactionAfter: kase.satisfactionAfter,
  ...CourseOfCase.shape,
});
export type CountedCase = z.infer<typeof CountedCase>;

/** What is known of a case from its first hours. */
export const caseDeltas = ({ isAcknowledgedInTime, solvedAt }: CountedCase): Deltas => ({
  casesOpened: 1,
  casesAcknowledgedInTime: isAcknowledgedInTime === true ? 1 : 0,
  casesAcknowledgedLate: isAcknowledgedInTime === false ? 1 : 0,
  casesResolved: solvedAt === undefined ? 0 : 1,
});

/** What becomes of it: how it is judged and ends, what its customer says of it, how long it takes. */
export function courseDeltas(item: CountedCase): Deltas {
  const { state, round, decision } = item;
  const deltas: Counting = { ...recoveryDeltas(item), ...timeDeltas(item), ...serviceDeltas(item), ...funnelDeltas(item) };
  if (round !== undefined && round > 1) deltas.casesReopened = 1;
  if (state === 'closed') deltas.casesClosed = 1;
  if (isNoComplaint(item)) deltas.casesNotComplaints = 1;
  else if (decision !== undefined) deltas[decision.verdict === 'unfounded' ? 'casesUnfounded' : 'casesValid'] = 1;
  return deltas;
}

/** Only of customers who told both, so that the same people are compared. */
function recoveryDeltas({ satisfactionBefore, satisfactionAfter }: CountedCase): Deltas {
  if (satisfactionBefore === undefined || satisfactionAfter === undefined) return {};
  const [before, after] = [Math.round(satisfactionBefore * 100), Math.round(satisfactionAfter * 100)];
  return { recoveryPairs: 1, recoveryBeforeSum: before, recoveryAfterSum: after, recoveryChangeSquareSum: (after - before) ** 2 };
}

/**
 * How long the customer waited for the first answer of substance, and for the solution that stands; a case that is open again has none. Calendar time
 * runs from the opening. Business time is what the deadline's own clock had run, so a case whose policy sets no such deadline, or one that counts
 * calendar days, has none.
 */
function timeDeltas({ openedAt, solvedAt, deadlines = [] }: CountedCase): Deltas {
  const answer = deadlines.find(({ kind }) => kind === 'first-answer');
  const solution = deadlines.findLast(({ kind, endedAt }) => kind === 'solution' && endedAt !== undefined);
  const deltas: Counting = {};
  const count = (kind: DurationKind, ms: number | undefined) => {
    const bucket = ms === undefined ? undefined : bucketOf(ms / 1000);
    if (bucket !== undefined) deltas[durationCounter(kind, bucket)] = 1;
  };
  if (answer?.endedAt !== undefined && answer.outcome !== 'dropped') {
    count('answerTime', msBetween(openedAt, answer.endedAt));
    count('answerWork', ranOf(answer));
  }
  if (solvedAt !== undefined) {
    count('solveTime', msBetween(openedAt, solvedAt));
    count('solveWork', solution === undefined ? undefined : ranOf(solution));
  }
  return deltas;
}

const ranOf = ({ counts, outcome, ranMs }: NonNullable<CountedCase['deadlines']>[number]) =>
  counts === 'business' && outcome !== 'dropped' ? ranMs : undefined;

const msBetween = (from: string, to: string) => Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;
