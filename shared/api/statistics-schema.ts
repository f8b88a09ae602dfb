import * as z from 'zod/mini';
import { Language } from '../domain/language.ts';
import { Month } from '../domain/recovery/statistics/report.ts';

export const StatisticsQuery = z.strictObject({
  /** The one before the present where absent. */
  month: z.optional(Month),
  format: z._default(z.enum(['json', 'csv']), 'json'),
  /** Of the CSV: the figures, or the corrective actions. */
  table: z._default(z.enum(['figures', 'measures']), 'figures'),
  /** Of the CSV's headings and names; that of the brand where absent. */
  language: z.optional(Language),
});
