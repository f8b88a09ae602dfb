import * as z from 'zod/mini';
import { FeedbackReceived, STAFF_CHANNELS } from '../domain/feedback.ts';
import { LANGUAGE_TAG } from '../domain/intake/form.ts';
import { CaseFacts } from '../domain/recovery/facts.ts';
import { cleanLine, cleanText } from '../domain/text.ts';

/** Longest words that staff enter, in UTF-16 units: even all in Chinese they fit the body's 64 KB. */
const MAX_WORDS_LENGTH = 10_000;

const line = (maxLength: number) =>
  z.string().check(
    z.overwrite((words) => cleanLine(words, maxLength + 1)),
    z.minLength(1),
    z.maxLength(maxLength),
  );

/** What staff enter for somebody who telephoned, came by, wrote a letter or spoke up where no machine reads (R18). */
export const FeedbackEntry = z
  .strictObject({
    channel: z.enum(STAFF_CHANNELS, `expected one of ${STAFF_CHANNELS.join(', ')}`),
    /** Number of the letter, the call or the post: the same one is entered once. */
    externalId: z.optional(line(100)),
    customer: z.optional(
      z.strictObject({
        name: z.optional(line(200)),
        email: z.optional(z.email('expected an e-mail address').check(z.maxLength(254))),
        phone: z.optional(line(40)),
        /** Do they let us write to them about it? */
        consent: z.boolean('expected true or false: may we write to them about it?'),
      }),
    ),
    /** Id of the campaign by which they were asked, on the telephone or at a visit. */
    campaign: z.optional(z.string()),
    /** Of this campaign: the invitation that is answered. It can be answered once. */
    invitation: z.optional(
      z.string().check(z.regex(/^[a-z2-7]{26}$/, 'expected the id of an invitation, as the list of the campaign gives it')),
    ),
    /** Id of the survey that `answers` belong to; that of the campaign where one is named. */
    survey: z.optional(z.string()),
    /** By id of the question, as the form takes them. */
    answers: z.optional(z.record(z.string(), z.unknown())),
    subject: z.optional(line(1000)),
    comment: z.optional(
      z.string().check(
        z.overwrite((words) => cleanText(words).text),
        z.minLength(1),
        z.maxLength(MAX_WORDS_LENGTH),
      ),
    ),
    branch: z.optional(z.string()),
    /** In which the customer spoke, BCP 47. */
    language: z.optional(z.string().check(z.regex(LANGUAGE_TAG, 'expected a language tag such as "en" or "zh-Hans"'))),
    /** The register sheet of R1. */
    facts: z.optional(CaseFacts),
    /** Open a case whatever the rules say. */
    openCase: z._default(z.boolean(), false),
  })
  .check(
    z.refine(({ comment, answers }) => comment !== undefined || answers !== undefined, {
      path: ['comment'],
      error: 'expected words, or answers to a survey',
    }),
  );
export type FeedbackEntry = z.output<typeof FeedbackEntry>;

/** The feedback's id: it can be read under it as soon as it was understood, within seconds. */
export const Receipt = z.strictObject({ receipt: FeedbackReceived.shape.id });
