import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';
import { Language } from '../language.ts';
import { Money } from '../recovery/money.ts';
import { Tier } from '../recovery/policy.ts';
import { BranchId, CalendarDay, CONSENT_SOURCES, Email, Industry, OwnId, PersonName, Phone } from './file.ts';

/** Rows of one request. */
export const MAX_IMPORT_ROWS = 100;

/** One customer as the business's own books have them. What is left out stays as it is. */
export const ImportRow = z
  .strictObject({
    email: z.optional(Email),
    ownId: z.optional(OwnId),
    name: z.optional(PersonName),
    phone: z.optional(Phone),
    branch: z.optional(BranchId),
    industry: z.optional(Industry),
    language: z.optional(Language),
    since: z.optional(CalendarDay),
    tier: z.optional(Tier),
    spending: z.optional(Money),
    ordersPerYear: z.optional(z.number().check(z.minimum(0), z.maximum(1_000_000))),
    lastOrderOn: z.optional(CalendarDay),
    /** Both or neither; `consentAt` tells when the customer said so. */
    contactConsent: z.optional(z.boolean()),
    careConsent: z.optional(z.boolean()),
    consentAt: z.optional(Instant),
    consentSource: z.optional(z.enum(CONSENT_SOURCES)),
  })
  .check(
    z.refine(
      ({ email, ownId }) => email !== undefined || ownId !== undefined,
      'expected an email or an ownId: without one nobody can be found',
    ),
    z.refine(
      ({ contactConsent, careConsent }) => (contactConsent === undefined) === (careConsent === undefined),
      'expected contactConsent and careConsent both, or neither',
    ),
  );
export type ImportRow = z.infer<typeof ImportRow>;

export const IMPORT_OUTCOMES = ['created', 'changed', 'unchanged', 'merged', 'refused'] as const;

/** What became of one row. */
export const ImportResult = z.strictObject({
  /** Place in the request, from 0. */
  row: z.int(),
  outcome: z.enum(IMPORT_OUTCOMES),
  customerKey: z.optional(z.string()),
  /** Where it was refused: the field, and why. */
  field: z.optional(z.string()),
  reason: z.optional(z.string()),
});
export type ImportResult = z.infer<typeof ImportResult>;
