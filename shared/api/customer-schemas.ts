import * as z from 'zod/mini';
import { Invitation } from '../domain/campaign/invitation.ts';
import { PlannedCall } from '../domain/customer/call.ts';
import { Consent, Customer, CustomerFigures, Email, ErasureProgress, OwnId, Phone, QuietTimes } from '../domain/customer/file.ts';
import { ImportResult, ImportRow, MAX_IMPORT_ROWS } from '../domain/customer/import-row.ts';
import { Look } from '../domain/customer/look.ts';
import { Instant } from '../domain/feedback.ts';
import { Language } from '../domain/language.ts';
import { Case } from '../domain/recovery/case.ts';
import { CaseEvent } from '../domain/recovery/event.ts';
import { Tier } from '../domain/recovery/policy.ts';
import { ListedFeedback, PageQuery } from './schemas.ts';

const CustomerKey = z.string().check(z.regex(/^[\w-]{8,64}$/, 'expected the key of a customer, as find gives it'));
export const CustomerPath = z.strictObject({ key: CustomerKey });

/** In the body and not in the URL: URLs stand in logs and histories (promise 33). */
export const FindBody = z
  .strictObject({ email: z.optional(Email), ownId: z.optional(OwnId), phone: z.optional(Phone) })
  .check(
    z.refine(
      (search) => Object.values(search).filter((value) => value !== undefined).length === 1,
      'expected exactly one of email, ownId and phone',
    ),
  );

/** A person as the desk shows them: all their files together. */
export const CustomerFile = z.strictObject({
  customerKey: Customer.shape.customerKey,
  /** Every key that leads to this person. */
  keys: z.array(z.string()),
  version: z.int(),
  email: z.optional(z.string()),
  otherEmails: z.array(z.string()),
  name: Customer.shape.name,
  language: Language,
  since: Instant,
  ownIds: z.array(z.string()),
  phone: Customer.shape.phone,
  branch: Customer.shape.branch,
  industry: Customer.shape.industry,
  tier: Tier,
  /** Set by hand or by an import; otherwise by the rules of the config. */
  isTierSet: z.boolean(),
  figures: z.optional(CustomerFigures),
  consent: z.optional(Consent),
  quietTimes: z.optional(QuietTimes),
  /** Calls by plan, newest first. */
  calls: z.optional(z.array(PlannedCall)),
  openCases: z.array(z.string()),
  /** Feedback of theirs; 1,000 stands for that many or more. */
  feedbackCount: z.int(),
  /** Score 0–100 of the newest feedback that has one. */
  lastSatisfaction: z.optional(z.number()),
  erasedAt: z.optional(Instant),
  erasure: z.optional(ErasureProgress),
});
export type CustomerFile = z.infer<typeof CustomerFile>;

export const CustomersFound = z.strictObject({ items: z.array(CustomerFile) });

export const HistoryItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('feedback'), at: Instant, feedback: ListedFeedback }),
  z.strictObject({ kind: z.literal('case'), at: Instant, case: Case }),
]);
export const HistoryPage = z.strictObject({ items: z.array(HistoryItem), cursor: z.optional(z.string()) });
export type HistoryPage = z.infer<typeof HistoryPage>;

export const LookPage = z.strictObject({ items: z.array(Look), cursor: z.optional(z.string()) });

export const MergeBody = z.strictObject({ with: CustomerKey });

export const ImportBody = z.strictObject({
  rows: z.array(ImportRow).check(z.minLength(1), z.maxLength(MAX_IMPORT_ROWS, `expected at most ${MAX_IMPORT_ROWS} rows`)),
  /** Says what would become of each row, and writes nothing. */
  isDryRun: z.optional(z.boolean()),
});
export const ImportAnswer = z.strictObject({ results: z.array(ImportResult) });

/** Everything about a person, a page at a time: what is exported is the pages together. */
export const CustomerExport = z.strictObject({
  exportedAt: Instant,
  customer: CustomerFile,
  items: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('feedback'),
        at: Instant,
        feedback: ListedFeedback,
        /** As they had answered before they corrected it, the first version first. */
        earlierVersions: z.optional(z.array(ListedFeedback)),
      }),
      z.strictObject({ kind: z.literal('case'), at: Instant, case: Case, history: z.array(CaseEvent) }),
    ]),
  ),
  /** Surveys that they were asked to answer, or were not and why, with what they have filled in and not sent; on the first page only. */
  invitations: z.optional(z.array(Invitation)),
  /** On the first page only. */
  looks: z.optional(z.array(Look)),
  cursor: z.optional(z.string()),
});
export type CustomerExport = z.infer<typeof CustomerExport>;

export const ExportQuery = z.omit(PageQuery, { limit: true });

export const ErasureAnswer = z.strictObject({ customerKey: z.string(), isDone: z.boolean(), erasure: z.optional(ErasureProgress) });
export type ErasureAnswer = z.infer<typeof ErasureAnswer>;
