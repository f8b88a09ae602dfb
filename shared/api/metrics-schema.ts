import * as z from 'zod/mini';
import { Day, METRIC_DIMENSIONS } from './schemas.ts';

const Count = z.int().check(z.minimum(0));

/** A score with the ends of its 95 % interval. */
const Estimate = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });

/** Seconds; `isAtLeast`: longer by nobody knows how much. */
const TimeQuantile = z.strictObject({ value: z.number(), isAtLeast: z.boolean(), low: z.number(), high: z.optional(z.number()) });
const Times = z.strictObject({ n: Count, median: z.optional(TimeQuantile), p90: z.optional(TimeQuantile) });
/** Calendar time from the opening of the case, and business time as its deadline's clock ran, without pauses. */
const TwoClocks = z.strictObject({ calendar: Times, business: Times });

/** `Figures` of the metrics room, as they go out. A score is absent where fewer than ten answers stand behind it. */
export const FiguresBody = z.strictObject({
  n: Count,
  csat: z.strictObject({
    n: Count,
    topTwoBox: z.optional(Estimate),
    mean: z.optional(Estimate),
    histogram: z.array(Count),
  }),
  nps: z.strictObject({
    n: Count,
    value: z.optional(z.number()),
    low: z.optional(z.number()),
    high: z.optional(z.number()),
    promoters: Count,
    passives: Count,
    detractors: Count,
    histogram: z.array(Count),
  }),
  sentiment: z.strictObject({ n: Count, negative: Count, neutral: Count, positive: Count, mean: z.optional(z.number()) }),
  ces: z.strictObject({
    n: Count,
    easy: z.optional(Estimate),
    mean: z.optional(Estimate),
    five: z.array(Count),
    seven: z.array(Count),
  }),
  rating: z.strictObject({ n: Count, mean: z.optional(Estimate) }),
  fcr: z.strictObject({ n: Count, share: z.optional(Estimate) }),
  cases: z.strictObject({
    opened: Count,
    acknowledgedInTime: Count,
    acknowledgedLate: Count,
    waiting: Count,
    resolved: Count,
    reopened: Count,
    closed: Count,
    complaints: Count,
    valid: Count,
    unfounded: Count,
    validShare: z.optional(Estimate),
    complaintRate: z.optional(Estimate),
  }),
  recovery: z.strictObject({
    n: Count,
    before: z.optional(z.number()),
    after: z.optional(z.number()),
    change: z.optional(Estimate),
  }),
  times: z.strictObject({ answer: TwoClocks, solution: TwoClocks }),
  invitations: z.strictObject({
    invited: Count,
    withheld: Count,
    notReached: Count,
    sent: Count,
    begun: Count,
    answered: Count,
    responseRate: z.optional(Estimate),
  }),
});

export const MetricsBody = z.strictObject({
  by: z.enum(METRIC_DIMENSIONS),
  from: Day,
  to: Day,
  timeZone: z.string(),
  items: z.array(
    z.strictObject({
      value: z.string(),
      figures: FiguresBody,
      /** Where a series was asked for: each period, oldest first, cut to the days asked for. */
      series: z.optional(z.array(z.strictObject({ from: Day, to: Day, figures: FiguresBody }))),
    }),
  ),
});
