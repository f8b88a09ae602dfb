import * as z from 'zod/mini';

const Count = z.number();
const Counts = z.array(Count);
const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** What was answered, as the API writes it: of an analysis it comes as anything, so it is checked before it is shown. */
export const AnswerFigures = z.object({
  n: Count,
  csat: z.object({ n: Count, topTwoBox: z.optional(Estimate), mean: z.optional(Estimate), histogram: Counts }),
  nps: z.object({
    ...{ n: Count, value: z.optional(z.number()), low: z.optional(z.number()), high: z.optional(z.number()) },
    ...{ promoters: Count, passives: Count, detractors: Count, histogram: Counts },
  }),
  ces: z.object({ n: Count, easy: z.optional(Estimate), mean: z.optional(Estimate), five: Counts, seven: Counts }),
  rating: z.object({ n: Count, mean: z.optional(Estimate) }),
  fcr: z.object({ n: Count, share: z.optional(Estimate) }),
  sentiment: z.object({ n: Count, negative: Count, neutral: Count, positive: Count, mean: z.optional(z.number()) }),
});
export type AnswerFigures = z.output<typeof AnswerFigures>;
