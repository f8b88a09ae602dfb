import * as z from 'zod/mini';
import { Actor } from '../actor.ts';
import { Instant } from '../feedback.ts';

/** What somebody saw or did. `case`, `file`, `history`, `looks`, `export`, `mail`, `photos`: looked at; the others changed the file. */
export const LOOKS = [
  'case',
  'file',
  'history',
  'looks',
  'export',
  'mail',
  'photos',
  'created',
  'corrected',
  'consent',
  'merged',
  'imported',
  'called',
  'erased',
] as const;

/**
 * One look at personal data, or one change of it (R17): who, when, what. It names the fields that were changed and never a value, so the record itself
 * holds nothing that an erasure would have to find.
 */
export const Look = z.strictObject({
  customerKey: z.string(),
  at: Instant,
  by: Actor,
  what: z.enum(LOOKS),
  /** The case that was opened with the customer's data in it. */
  caseNumber: z.optional(z.string()),
  /** Names of the fields that were changed. */
  fields: z.optional(z.array(z.string())),
});
export type Look = z.infer<typeof Look>;
