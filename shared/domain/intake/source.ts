import * as z from 'zod/mini';
import { Metric } from '../feedback.ts';

/** Where a rating comes from in a provider's answers, and on which scale it was asked. */
export const RatingMapping = z
  .strictObject({
    /** Provider's name of the field: a Typeform `ref`, a Tally label or key, a dotted JSON path for Standard Webhooks. */
    field: z.string().check(z.minLength(1)),
    question: z.string().check(z.minLength(1)),
    metric: Metric,
    min: z.int(),
    max: z.int(),
  })
  .check(z.refine((m) => m.min < m.max, 'max must be above min'));
export type RatingMapping = z.infer<typeof RatingMapping>;

/** How a provider's fields become feedback. A field that is not named is left alone. */
export const FieldMapping = z.strictObject({
  ratings: z.array(RatingMapping),
  comment: z.optional(z.string()),
  email: z.optional(z.string()),
  name: z.optional(z.string()),
  /** Field with a yes/no answer to "may we contact you?". Without one, `isContactAllowed` of the source decides. */
  consent: z.optional(z.string()),
  locale: z.optional(z.string()),
  branch: z.optional(z.string()),
  /** Standard Webhooks only: dotted path of the response's own id; the webhook id where absent. */
  id: z.optional(z.string()),
});
export type FieldMapping = z.infer<typeof FieldMapping>;

const base = {
  /** Name in the URL: POST /hooks/{id}. The secret is `amends/source/{id}`. */
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  survey: z.optional(z.string()),
  branch: z.optional(z.string()),
  /** May people who answer here be written to about it, where no consent field says so? */
  isContactAllowed: z.boolean(),
};

/** A sender of signed webhooks. */
export const WebhookSource = z.discriminatedUnion('provider', [
  z.strictObject({
    ...base,
    provider: z.literal('standard-webhooks'),
    fields: FieldMapping,
    /** Id of a campaign whose event is "order-delivered": messages of the type `order.delivered` ask for the customer to be invited. */
    invites: z.optional(z.string()),
  }),
  z.strictObject({ ...base, provider: z.literal('typeform'), fields: FieldMapping }),
  z.strictObject({ ...base, provider: z.literal('tally'), fields: FieldMapping }),
  /** Delighted has one fixed shape: score 0–10 (NPS), comment, person. */
  z.strictObject({ ...base, provider: z.literal('delighted') }),
]);
export type WebhookSource = z.infer<typeof WebhookSource>;

/** A mailbox that customers write to. The source id is `mail`. */
export const Mailbox = z.strictObject({ address: z.email(), branch: z.optional(z.string()) });
export type Mailbox = z.infer<typeof Mailbox>;
