import * as z from 'zod/mini';
import { Feedback, Instant } from '../domain/feedback.ts';
import { Language, Localized } from '../domain/language.ts';
import { Action } from '../domain/recovery/action.ts';
import { Case } from '../domain/recovery/case.ts';
import { CaseCommand } from '../domain/recovery/command.ts';
import { CaseEvent } from '../domain/recovery/event.ts';
import { CaseNumber } from '../domain/recovery/facts.ts';
import { Money } from '../domain/recovery/money.ts';
import { AuthorityRole, REMEDY_KINDS, Tier } from '../domain/recovery/policy.ts';
import { STANDINGS } from '../domain/recovery/standing.ts';
import { Topic } from '../domain/understand/understanding.ts';
import { PageQuery } from './schemas.ts';

const Id = z.optional(z.string().check(z.minLength(1), z.maxLength(100)));
const YesNo = z.optional(z.enum(['true', 'false']));
const SearchText = z.string().check(
  z.overwrite((words) => words.trim()),
  z.minLength(1),
  z.maxLength(200),
);

export const CaseQuery = z.strictObject({
  state: z._default(z.enum(['open', 'closed']), 'open'),
  /** Of the closing, in the business's zone. */
  month: z.optional(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month, YYYY-MM'))),
  /** Id of an agent, or `me`. */
  owner: Id,
  branch: Id,
  severity: z.optional(z.enum(['1', '2', '3', '4'])),
  tier: z.optional(Tier),
  topic: z.optional(Topic),
  /** A deadline of it is over, or a promise to the customer. */
  overdue: YesNo,
  /** It waits for the customer. */
  waiting: YesNo,
  /** Every word of it occurs somewhere in the case or in what the customer said. */
  text: z.optional(SearchText),
  ...PageQuery.shape,
});
export type CaseQuery = z.output<typeof CaseQuery>;

export const CasePath = z.strictObject({ number: CaseNumber.check(z.maxLength(12)) });
/** What of a case is due next. */
export const NextDue = z.strictObject({
  at: Instant,
  what: z.enum(['deadline', 'promise', 'follow-up', 'measure']),
  /** The kind of the deadline, or the id of the promise, follow-up or measure. */
  id: z.string(),
});

/** How it stands, and what of it is due next. */
const ofItsClock = { nextDue: z.optional(NextDue), standing: z.optional(z.enum(STANDINGS)) };
export const ListedCase = z.extend(Case, ofItsClock);
export type ListedCase = z.output<typeof ListedCase>;
export const CasePage = z.strictObject({ items: z.array(ListedCase), cursor: PageQuery.shape.cursor });

/** Name of a command: what may stand in its `type`. */
export const CommandType = z.literal(CaseCommand.def.options.flatMap((option) => option.shape.type.def.values));

export const CustomerOfCase = z.strictObject({
  name: z.optional(z.string()),
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
  language: Language,
  since: Instant,
});

/** A prepared remedy, as this viewer may offer it. */
export const RemedyOption = z.strictObject({
  id: z.string(),
  kind: z.enum(REMEDY_KINDS),
  title: Localized,
  /** What the customer reads. */
  text: Localized,
  money: z.optional(Money),
  isAmountOpen: z.boolean(),
  /** Whose yes its own amount needs beside the viewer's: nobody's, somebody's of more authority, or it is beyond what anybody may promise. */
  needs: z.enum(['nothing', 'approval', 'beyond-all-limits']),
});
export type RemedyOption = z.infer<typeof RemedyOption>;

/** What the case may cost (R5). */
export const AuthorityOnCase = z.strictObject({
  role: AuthorityRole,
  /** All that stands offered, accepted or waiting for approval. */
  committed: Money,
  /** What is left to the viewer, by themselves and with approval. */
  left: Money,
  leftWithApproval: Money,
});
export type AuthorityOnCase = z.infer<typeof AuthorityOnCase>;

export const CaseDetails = z.strictObject({
  case: Case,
  history: z.array(CaseEvent),
  /** What opened it, then what joined it since. */
  feedback: z.array(Feedback),
  customer: z.optional(CustomerOfCase),
  /** Its mails, and its clock. */
  actions: z.array(Action),
  allowed: z.array(CommandType),
  remedies: z.array(RemedyOption),
  authority: AuthorityOnCase,
  ...ofItsClock,
});
export type CaseDetails = z.output<typeof CaseDetails>;

export const ChangedCase = z.strictObject({ case: Case, events: z.array(CaseEvent), allowed: z.array(CommandType) });
