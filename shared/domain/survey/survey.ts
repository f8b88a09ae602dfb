import * as z from 'zod/mini';
import { Metric } from '../feedback.ts';
import { Localized } from '../language.ts';
import { Topic } from '../understand/understanding.ts';

const Id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40'));

/** A rating on a scale of whole numbers, both ends named. */
export const ScaleQuestion = z
  .strictObject({
    kind: z.literal('scale'),
    id: Id,
    metric: Metric,
    text: Localized,
    min: z.int(),
    max: z.int(),
    minLabel: Localized,
    maxLabel: Localized,
    isRequired: z.boolean(),
  })
  .check(z.refine((q) => q.min < q.max && q.max - q.min <= 10, 'max must be above min, by 10 at most'));

/** Several may be ticked; each stands for a topic. */
export const ReasonsQuestion = z.strictObject({
  kind: z.literal('reasons'),
  id: Id,
  text: Localized,
  options: z.array(z.strictObject({ topic: Topic, text: Localized })).check(z.minLength(1)),
});

/** Free words. */
export const CommentQuestion = z.strictObject({ kind: z.literal('comment'), id: Id, text: Localized, hint: z.optional(Localized) });

/** Name, e-mail and the consent to be contacted; all voluntary. */
export const ContactQuestion = z.strictObject({
  kind: z.literal('contact'),
  id: Id,
  nameText: Localized,
  emailText: Localized,
  consentText: Localized,
});

export const Question = z.discriminatedUnion('kind', [ScaleQuestion, ReasonsQuestion, CommentQuestion, ContactQuestion]);
export type Question = z.infer<typeof Question>;

/** In a page's form the answers share one flat space of names with these. */
const RESERVED_IDS: readonly string[] = ['language', 'branch', 'website'];

const areDistinct = (questions: readonly Question[]) => {
  const ids = questions.map((question) => question.id);
  return new Set([...ids, ...RESERVED_IDS]).size === ids.length + RESERVED_IDS.length;
};

export const Survey = z.strictObject({
  id: Id,
  title: Localized,
  introduction: Localized,
  questions: z
    .array(Question)
    .check(z.minLength(1), z.refine(areDistinct, 'each question needs an id of its own, and none of: language, branch, website')),
});
export type Survey = z.infer<typeof Survey>;
