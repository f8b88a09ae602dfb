import * as z from 'zod/mini';
import { ApiFault } from '../browser/api/fault.ts';
import { AnswerFigures } from './answer-figures.ts';
import { computed } from './ask-analysis.ts';
import type { Asked } from './ask-exact.ts';
import type { View } from './figures.ts';
import { given } from './given.ts';

const Result = z.object({
  suppressedBelow: z.object({ score: z.number(), group: z.number() }),
  figures: z.optional(AnswerFigures),
  series: z.optional(
    z.array(
      z.object({ from: z.string(), to: z.string(), isPartial: z.boolean(), isSuppressed: z.boolean(), figures: z.optional(AnswerFigures) }),
    ),
  ),
});

/** Figures by several filters at once, from the column files: some seconds, about a minute behind, and of answers alone. */
export async function filesView({ days, filters, per }: Asked, signal: AbortSignal): Promise<View> {
  const { computedAt, result, failure } = await computed({ kind: 'figures', ...days, where: given(filters), ...(per && { per }) }, signal);
  const { success, data } = Result.safeParse(result);
  if (!success) throw new ApiFault('broken', { cause: failure ?? 'expected the figures of an analysis of kind "figures"' });
  return {
    ...{ days, source: 'files', at: computedAt ?? '', suppressedBelow: data.suppressedBelow.score },
    figures: data.figures,
    steps: data.series ?? [],
    isPartial: data.series?.at(-1)?.isPartial ?? false,
  };
}
