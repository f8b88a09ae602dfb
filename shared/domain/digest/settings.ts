import * as z from 'zod/mini';
import { Language } from '../language.ts';
import { PERIOD_KINDS } from '../metrics/period.ts';

/** Who gets a digest, and how they want it. */
export const DigestRecipient = z.strictObject({
  to: z.email(),
  /** They see figures, cases and words of this branch and of no other. Without it they see the whole house, branch by branch. */
  branch: z.optional(z.string()),
  /** That of the brand where absent. */
  language: z.optional(Language),
  /** IANA zone in which clock times are told; that of the brand where absent. Days, weeks and months are the brand's for everybody: so are the buckets. */
  timeZone: z.optional(z.string()),
});
export type DigestRecipient = z.infer<typeof DigestRecipient>;

/** A mail of figures at its time. `recipients` says all; `to` and `language` are the short form for people who get the same. */
export const DigestSettings = z
  .strictObject({
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
    period: z.enum(PERIOD_KINDS),
    /** EventBridge Scheduler expression, in the time zone of the brand. */
    schedule: z.string().check(z.regex(/^(cron|rate)\(.+\)$/, 'cron(…) or rate(…)')),
    recipients: z.optional(z.array(DigestRecipient)),
    to: z.optional(z.array(z.email())),
    language: z.optional(Language),
  })
  .check(
    z.refine(({ recipients = [], to = [] }) => recipients.length + to.length > 0, 'expected at least one of recipients or to'),
    z.refine(
      (settings) => new Set(addressesOf(settings)).size === addressesOf(settings).length,
      'expected each address once: an address gets one mail of a digest',
    ),
  );
export type DigestSettings = z.infer<typeof DigestSettings>;

const addressesOf = ({ recipients = [], to = [] }: Pick<DigestSettings, 'recipients' | 'to'>): string[] =>
  [...recipients.map((one) => one.to), ...to].map((address) => address.toLowerCase());

/** A recipient with nothing left to look up. */
export interface Recipient {
  readonly to: string;
  readonly branch?: string | undefined;
  readonly language: Language;
  readonly timeZone: string;
}

/** Everybody who gets this digest. */
export function recipientsOf(
  { recipients = [], to = [], language }: DigestSettings,
  brand: { readonly defaultLanguage: Language; readonly timeZone: string },
): Recipient[] {
  const ownLanguage = language ?? brand.defaultLanguage;
  return [...recipients, ...to.map((address): DigestRecipient => ({ to: address }))].map((one) => ({
    to: one.to,
    branch: one.branch,
    language: one.language ?? ownLanguage,
    timeZone: one.timeZone ?? brand.timeZone,
  }));
}
