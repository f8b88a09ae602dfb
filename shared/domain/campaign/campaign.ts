import * as z from 'zod/mini';
import { Metric } from '../feedback.ts';
import { Language, Localized } from '../language.ts';
import { DurationText } from '../recovery/duration.ts';
import { Tier } from '../recovery/policy.ts';
import { Sample } from './sampling.ts';

const Id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40'));
const Day = z.string().check(z.iso.date('expected a day that exists, YYYY-MM-DD'));

export const CAMPAIGN_EVENTS = ['case-closed', 'order-delivered'] as const;

/** Whom a campaign asks: a file that somebody brings, customers of the register who allow contact, or whoever something has just happened to. */
export const Audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file') }),
  z.strictObject({
    kind: z.literal('customers'),
    tiers: z.optional(z.array(Tier).check(z.minLength(1))),
    branches: z.optional(z.array(z.string()).check(z.minLength(1))),
    languages: z.optional(z.array(Language).check(z.minLength(1))),
    /** Who said something within so many days. */
    lastFeedbackWithinDays: z.optional(z.int().check(z.minimum(1), z.maximum(3650))),
  }),
  z.strictObject({
    kind: z.literal('event'),
    event: z.enum(CAMPAIGN_EVENTS),
    /** How long after it: `d` and `w` calendar time, `h` and `wd` business time. */
    after: z.optional(DurationText),
  }),
]);
export type Audience = z.infer<typeof Audience>;

/** How people are asked. By `mail` Amends writes to them; `link` and `qr` are open to whoever sees them; by the others staff ask, and enter what was said. */
export const CAMPAIGN_CHANNELS = ['mail', 'link', 'qr', 'telephone', 'visit'] as const;

/**
 * A survey put to a stated audience in a stated time (R10). What ISO 10004 asks of a measurement is here: the sample, the period, the method (channel and
 * survey) and the owner who answers for it.
 */
export const Campaign = z.strictObject({
  id: Id,
  title: Localized,
  /** Id of a survey of the config; the version that it has at the start is the one that is answered. */
  survey: z.string(),
  channel: z._default(z.enum(CAMPAIGN_CHANNELS), 'mail'),
  audience: Audience,
  /** Days of the brand's zone, both included, in which people are invited. */
  period: z.strictObject({ from: Day, to: Day }).check(z.refine(({ from, to }) => from <= to, '`to` must not be before `from`')),
  /** How long after the mail those who have not answered are reminded: none, once or more often, in order. */
  reminders: z._default(z.array(DurationText).check(z.maxLength(3)), []),
  /** An invitation can be answered for so long. */
  answerWithin: z._default(DurationText, '30d'),
  /** Absent: everybody of the audience. */
  sample: z.optional(Sample),
  /** Id of the agent who answers for it. */
  owner: z.string(),
});
export type Campaign = z.infer<typeof Campaign>;

/** Are people invited on this day, `YYYY-MM-DD` in the brand's zone? */
export const invitesOn = ({ period }: Pick<Campaign, 'period'>, day: string): boolean => period.from <= day && day <= period.to;

/** How often anybody may be asked, over all campaigns together. */
export const ContactRules = z.strictObject({
  /** At most so many invitations within so many days, for each of them. A reminder is none. */
  perPerson: z._default(
    z.array(z.strictObject({ invitations: z.int().check(z.minimum(1)), days: z.int().check(z.minimum(1), z.maximum(730)) })),
    [{ invitations: 1, days: 30 }],
  ),
  /** Nobody is asked for the same measure again before so many days have passed. */
  perMetric: z._default(z.partialRecord(Metric, z.strictObject({ days: z.int().check(z.minimum(1), z.maximum(730)) })), {
    nps: { days: 90 },
  }),
  /** Who has an open case is left in peace: first it is put right. */
  notDuringOpenCase: z._default(z.boolean(), true),
});
export type ContactRules = z.infer<typeof ContactRules>;
