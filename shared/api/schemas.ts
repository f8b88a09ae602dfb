import * as z from 'zod/mini';
import { Feedback, FeedbackReceived } from '../domain/feedback.ts';
import { Localized } from '../domain/language.ts';
import { PERIOD_KINDS } from '../domain/metrics/period.ts';
import { AuthorityRole } from '../domain/recovery/policy.ts';
import { ROLES } from './routes.ts';

/** A day that exists, `YYYY-MM-DD`. Reads as UTC or as a day of the business, which each operation says. */
export const Day = z.string().check(z.iso.date('expected a day that exists, YYYY-MM-DD'));

/** Items on a page. 100 of the longest excerpts stay well under the 6 MB that a Lambda may answer. */
export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 25;
const Limit = z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE_SIZE)), DEFAULT_PAGE_SIZE);
const Cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(1500)));

export const PageQuery = z.strictObject({ limit: Limit, cursor: Cursor });

export const METRIC_DIMENSIONS = ['all', 'channel', 'survey', 'branch', 'campaign', 'topic', 'language', 'tier'] as const;
export const MetricsQuery = z.strictObject({
  by: z._default(z.enum(METRIC_DIMENSIONS), 'all'),
  /** Only of this value of `by`. */
  value: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  from: z.optional(Day),
  to: z.optional(Day),
  per: z.optional(z.enum(PERIOD_KINDS)),
  compare: z.optional(z.literal('previous')),
});
export const Nothing = z.strictObject({});

export const FeedbackPath = z.strictObject({ id: FeedbackReceived.shape.id });

export const Me = z.strictObject({
  id: z.string(),
  role: z.enum(ROLES),
  name: z.optional(Localized),
  branch: z.optional(z.string()),
  /** How much you may promise a customer by yourself (R5). */
  authority: AuthorityRole,
});
export type Me = z.infer<typeof Me>;

/** Where people sign in: the address of OAuth 2.0's endpoints, no slash at its end, and the client that the pages are there. */
export const SignIn = z.strictObject({ url: z.url(), clientId: z.string() });
export type SignIn = z.infer<typeof SignIn>;

/** In lists the comment is cut; the feedback by itself has it whole. */
export const ListedFeedback = z.extend(Feedback, { isExcerpt: z.optional(z.boolean()) });
export const FeedbackPage = z.strictObject({ items: z.array(ListedFeedback), cursor: Cursor });

/** RFC 9457. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  issues: z.array(z.strictObject({ field: z.string(), reason: z.string() })),
});
