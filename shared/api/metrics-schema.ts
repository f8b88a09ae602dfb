import * as z from 'zod/mini';
import { Instant } from '../domain/feedback.ts';
import { Day, METRIC_DIMENSIONS } from './schemas.ts';

const Count = z.int().check(z.minimum(0));

/** A score with the ends of its 95 % interval. */
const Estimate = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });

/** Seconds; `isAtLeast`: longer by nobody knows how much. */
const TimeQuantile = z.strictObject({ value: z.number(), isAtLeast: z.boolean(), low: z.number(), high: z.optional(z.number()) });
const Times = z.strictObject({ n: Count, median: z.optional(TimeQuantile), p90: z.optional(TimeQuantile) });
/** Calendar time from the opening of the case, and business time as its deadline's clock ran, without pauses. */
const TwoClocks = z.strictObject({ calendar: Times, business: Times });

const Kept = z.strictObject({ inTime: Count, late: Count, share: z.optional(Estimate) });
const Outcomes = { offered: Count, accepted: Count, solved: Count, satisfied: Count };

/** What was answered, as it goes out. A score is absent where fewer than ten answers stand behind it. */
export const AnswerFiguresBody = z.strictObject({
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
});

/** `Figures` of the metrics room, as they go out. */
export const FiguresBody = z.extend(AnswerFiguresBody, {
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
  service: z.strictObject({ acknowledged: Kept, answered: Kept, solved: Kept }),
  funnel: z.strictObject({
    unhappy: Count,
    complaints: Count,
    answered: Count,
    ...Outcomes,
    anyway: z.strictObject(Outcomes),
  }),
  after: z.strictObject({ told: Count, satisfied: Count, share: z.optional(Estimate) }),
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

/** Now less before in the figure’s own unit; or that there are too few answers to tell, on which side. */
const ChangeBody = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.enum(['better', 'worse', 'no-clear-change']), value: z.number(), low: z.number(), high: z.number() }),
  z.strictObject({ verdict: z.literal('too-few'), n: Count, nBefore: Count, needed: Count }),
]);

const ChangesBody = z.strictObject({
  satisfied: ChangeBody,
  csatMean: ChangeBody,
  nps: ChangeBody,
  easy: ChangeBody,
  cesMean: ChangeBody,
  rating: ChangeBody,
  fcr: ChangeBody,
  responseRate: ChangeBody,
  complaintRate: ChangeBody,
  acknowledgedInTime: ChangeBody,
  answeredInTime: ChangeBody,
  solvedInTime: ChangeBody,
  satisfiedAfter: ChangeBody,
});

const SpanBody = { from: Day, to: Day };

export const MetricsBody = z.strictObject({
  by: z.enum(METRIC_DIMENSIONS),
  ...SpanBody,
  timeZone: z.string(),
  /** When they were read. */
  at: Instant,
  /** The last day still runs, or is to come. */
  isPartial: z.boolean(),
  /** With fewer answers a score is absent. */
  suppressedBelow: Count,
  /** Where a comparison was asked for: the equal period right before. */
  previous: z.optional(z.strictObject(SpanBody)),
  items: z.array(
    z.strictObject({
      value: z.string(),
      figures: FiguresBody,
      /** Where a series was asked for: each period, oldest first, cut to the days asked for. `isPartial`: it is cut, or still runs. */
      series: z.optional(z.array(z.strictObject({ ...SpanBody, isPartial: z.boolean(), figures: FiguresBody }))),
      previous: z.optional(z.strictObject({ ...SpanBody, figures: FiguresBody })),
      changes: z.optional(ChangesBody),
    }),
  ),
});
