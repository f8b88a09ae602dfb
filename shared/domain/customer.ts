import * as z from 'zod/mini';
import { Instant } from './feedback.ts';
import { Language } from './language.ts';

/** The customer's file (R16), found by a keyed hash of the address. The only place where the address and the name are kept. */
export const Customer = z.strictObject({
  customerKey: z.string(),
  email: z.string(),
  name: z.optional(z.string()),
  language: Language,
  since: Instant,
});
export type Customer = z.infer<typeof Customer>;
