import * as z from 'zod/mini';
import { cleanText } from '../text.ts';

/** `YYMM-NNNN`: year, month, running number in the month (R1). Numbers above 9999 grow a digit. */
export const CaseNumber = z.string().check(z.regex(/^\d{4}-\d{4,}$/));

/** Words of an agent or a customer: what was done, found or wished. */
export const CaseText = z.string().check(
  z.overwrite((words) => cleanText(words).text),
  z.minLength(1),
  z.maxLength(5000),
);
export const ShortText = z.string().check(
  z.overwrite((words) => cleanText(words).text),
  z.minLength(1),
  z.maxLength(200),
);
export const PlainDay = z.string().check(z.iso.date('expected a day that exists, YYYY-MM-DD'));

/** The register sheet of R1: what it is about. */
export const CaseFacts = z.strictObject({
  product: z.optional(ShortText),
  /** Order or batch. */
  order: z.optional(ShortText),
  quantity: z.optional(ShortText),
  occurredOn: z.optional(PlainDay),
  /** What the customer wants. */
  wish: z.optional(CaseText),
  /** Where the evidence lies: never the evidence itself. */
  evidence: z.optional(CaseText),
});
export type CaseFacts = z.infer<typeof CaseFacts>;
