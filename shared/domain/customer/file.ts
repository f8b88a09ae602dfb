import * as z from 'zod/mini';
import { Actor } from '../actor.ts';
import { Instant } from '../feedback.ts';
import { Language } from '../language.ts';
import { Money } from '../recovery/money.ts';
import { Tier } from '../recovery/policy.ts';
import { cleanLine } from '../text.ts';
import { PlannedCall } from './call.ts';

/** A line that a person typed: cleaned, so that it can stand in a header, a table, a log of changes. */
const line = (maxLength: number) =>
  z.string().check(
    z.overwrite((words) => cleanLine(words, maxLength + 1)),
    z.minLength(1, 'expected at least one character; leave it out where there is nothing'),
    z.maxLength(maxLength, `expected at most ${maxLength} characters`),
  );

export const Email = z.email('expected an e-mail address').check(z.maxLength(254));
/** The number or name that the business knows a customer by, e.g. in its CRM. Upper and lower case are told apart. */
export const OwnId = line(100);
export const PersonName = line(200);
/** As people write it; found whatever spaces, dashes and brackets are in it. */
export const Phone = line(40).check(
  z.regex(/^[+(]?[\d\s()./-]*\d{3,}[\d\s()./-]*$/, 'expected a telephone number, e.g. +86 138 0000 0000'),
);
export const Industry = line(100);
export const BranchId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'expected the id of a branch of the config'));
export const CalendarDay = z.string().check(z.iso.date('expected a day that exists, YYYY-MM-DD'));

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const WallTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day, HH:MM'));
/** Times of day at which nobody writes to the customer of our own accord, from `from` until `to`; over midnight where `to` is the earlier. */
export const QuietTimes = z
  .strictObject({
    from: WallTime,
    to: WallTime,
    /** IANA zone of the customer; the brand's where absent. */
    timeZone: z.optional(z.string().check(z.maxLength(60), z.refine(isTimeZone, 'expected an IANA time zone, e.g. "Asia/Shanghai"'))),
  })
  .check(z.refine(({ from, to }) => from !== to, 'expected `from` and `to` to differ: nobody is quiet all day'));
export type QuietTimes = z.infer<typeof QuietTimes>;

export const CONSENT_SOURCES = ['form', 'mail', 'telephone', 'visit', 'letter', 'contract', 'import', 'other'] as const;
/** What the customer lets us do, who wrote it down and where it came from. */
export const Consent = z.strictObject({
  /** May we write beyond answering what they said, e.g. ask whether it is solved? */
  contact: z.boolean(),
  /** Greetings and thanks (R26). */
  care: z.boolean(),
  at: Instant,
  by: Actor,
  source: z.enum(CONSENT_SOURCES),
});
export type Consent = z.infer<typeof Consent>;

/** What the business's own books say of the customer; brought in by an import, never computed here. */
export const CustomerFigures = z.strictObject({
  /** Of the last twelve months, in minor units. */
  spending: z.optional(Money),
  ordersPerYear: z.optional(z.number().check(z.minimum(0), z.maximum(1_000_000))),
  lastOrderOn: z.optional(CalendarDay),
  importedAt: Instant,
});
export type CustomerFigures = z.infer<typeof CustomerFigures>;

export const ERASURE_STEPS = ['history', 'quarantine', 'actions', 'invitations', 'file', 'done'] as const;
/** How far the erasure of a person has come; what it says is free of anything personal. */
export const ErasureProgress = z.strictObject({
  startedAt: Instant,
  by: Actor,
  step: z.enum(ERASURE_STEPS),
  /** Where the step goes on: opaque, of the step's own making. */
  place: z.optional(z.string()),
  /** Case numbers met on the way: their actions are refused. */
  cases: z.array(z.string()),
  feedback: z.int(),
  mails: z.int(),
  /** Absent in those of before there were any. */
  photos: z.optional(z.int()),
  quarantined: z.int(),
  actions: z.int(),
  endedAt: z.optional(Instant),
});
export type ErasureProgress = z.infer<typeof ErasureProgress>;

/** Fields that staff or an import has set: what comes in with feedback, from whoever typed it, does not change them. */
export const CONFIRMABLE = ['name', 'language'] as const;

/**
 * The customer's file (R16) as stored under one key, the keyed hash of an address or, where none is known, of an own id. The only place where
 * address, name and telephone number are kept. Several files may be of one person: they point to one another, see `whole.ts`.
 */
export const Customer = z.strictObject({
  customerKey: z.string(),
  /** Grows with every change by staff or an import; absent is 1. What comes in with feedback does not raise it. */
  version: z.optional(z.int()),
  email: z.optional(z.string()),
  /** Key of `email` where that is not the file's own: what stands under it, such as a suppression, is of this address. */
  emailKey: z.optional(z.string()),
  name: z.optional(z.string()),
  language: Language,
  since: Instant,
  ownIds: z.optional(z.array(z.string())),
  phone: z.optional(z.string()),
  branch: z.optional(z.string()),
  industry: z.optional(z.string()),
  /** Set by hand or by an import; goes before the rules of the config. */
  tier: z.optional(Tier),
  figures: z.optional(CustomerFigures),
  consent: z.optional(Consent),
  quietTimes: z.optional(QuietTimes),
  /** Calls by plan, newest first: of the last years. */
  calls: z.optional(z.array(PlannedCall)),
  /** Numbers of open cases. A string set in the table, kept by the transactions that open and close cases; an array here. */
  openCases: z.optional(z.array(z.string())),
  confirmed: z.optional(z.array(z.enum(CONFIRMABLE))),
  /** The key of the file that stands for this person; what is in this one still counts, see `whole.ts`. */
  mergedInto: z.optional(z.string()),
  /** The keys of the files that were merged into this one. */
  mergedKeys: z.optional(z.array(z.string())),
  /** From here on nothing that was said before may be kept with the person (promise 35). The file is a tombstone. */
  erasedAt: z.optional(Instant),
  /** The person came back of their own accord after the erasure, and a new file began. */
  returnedAt: z.optional(Instant),
  erasure: z.optional(ErasureProgress),
});
export type Customer = z.infer<typeof Customer>;

/** What a feedback tells of who sent it. */
export type CustomerSeen = Pick<Customer, 'customerKey' | 'name' | 'phone' | 'language' | 'since'> & { readonly email: string };

export const versionOfFile = ({ version }: Pick<Customer, 'version'>): number => version ?? 1;

/** Nothing of the person is in it any more, or must not be shown any more. */
export const isTombstone = ({ erasedAt, returnedAt }: Pick<Customer, 'erasedAt' | 'returnedAt'>): boolean =>
  erasedAt !== undefined && (returnedAt === undefined || returnedAt <= erasedAt);
