import * as z from 'zod/mini';
import { Day, METRIC_DIMENSIONS } from './schemas.ts';

const Count = z.int().check(z.minimum(0));

/** A score with the ends of its 95 % interval. */
const Estimate = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });

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
  cases: z.strictObject({ opened: Count, acknowledgedInTime: Count, acknowledgedLate: Count, waiting: Count, resolved: Count }),
});

export const MetricsBody = z.strictObject({
  by: z.enum(METRIC_DIMENSIONS),
  from: Day,
  to: Day,
  timeZone: z.string(),
  items: z.array(z.strictObject({ value: z.string(), figures: FiguresBody })),
});
