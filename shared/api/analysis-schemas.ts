import * as z from 'zod/mini';
import { ANALYSIS_KINDS, AnalysisDocument, AnalysisId } from '../domain/analytics/analysis/request.ts';
import { AnswerRow } from '../domain/analytics/columns.ts';

export const AnalysisPath = z.strictObject({ id: AnalysisId });

/** Each is read whole: fewer than feedback on a page. */
const MAX_ANALYSES = 50;
export const AnalysesQuery = z.strictObject({
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_ANALYSES)), 20),
  kind: z.optional(z.enum(ANALYSIS_KINDS)),
  /** With `kind`. */
  survey: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
});

/** In lists without the figures. */
export const ListedAnalysis = z.omit(AnalysisDocument, { result: true, report: true });
export const AnalysisList = z.strictObject({ items: z.array(ListedAnalysis) });

export const AnswersQuery = z.strictObject({
  /** Of the brand's zone. */
  month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month, YYYY-MM')),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
});

/** Rows as they lie in the files: older versions and doubles are among them; keep those of the highest revision and corrections of a feedback. */
export const AnswerPage = z.strictObject({ items: z.array(AnswerRow), cursor: z.optional(z.string()) });
export type AnswerPage = z.infer<typeof AnswerPage>;
