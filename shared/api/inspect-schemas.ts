import * as z from 'zod/mini';
import { FeedbackReceived, Instant } from '../domain/feedback.ts';
import { QuarantinedItem } from '../domain/intake/quarantined.ts';
import { PhotoState } from '../domain/photo.ts';
import { MAX_PHOTOS } from '../domain/photo-limits.ts';
import { ShortText } from '../domain/recovery/facts.ts';
import { PageQuery } from './schemas.ts';

/** In lists the words are cut. */
export const ListedQuarantine = z.extend(QuarantinedItem, {
  received: z.extend(FeedbackReceived, { isExcerpt: z.optional(z.boolean()) }),
});
export const QuarantinePage = z.strictObject({ items: z.array(ListedQuarantine), cursor: PageQuery.shape.cursor });
export const QuarantineQuery = z.extend(PageQuery, { state: z._default(z.enum(['waiting', 'judged']), 'waiting') });
export const QuarantinePath = z.strictObject({
  id: z.string().check(z.regex(/^[a-z2-7]{26}[\w-]{0,100}$/, 'expected the id of something in quarantine')),
});
export const DiscardBody = z.strictObject({ reason: ShortText });

export const DeadLetterPath = z.strictObject({
  queue: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/, 'expected the name of a queue of the list')),
});

const ofQueue = {
  queue: z.string(),
  /** Whom it hurts that these were given up. */
  errorImpact: z.string(),
  /** As SQS counts: about so many. */
  waiting: z.int(),
  /** May they be sent back to where they came from? Places in a stream and runs of a schedule may not: what they lead to is worked anew otherwise. */
  canRedrive: z.boolean(),
};
export const DeadLetterQueues = z.strictObject({
  items: z.array(
    z.strictObject({
      ...ofQueue,
      /** When the oldest of those that were looked at was first sent. */
      oldestAt: z.optional(Instant),
    }),
  ),
});
export const DeadLetterList = z.strictObject({
  ...ofQueue,
  messages: z.array(
    z.strictObject({
      id: z.string(),
      sentAt: Instant,
      /** Looks like this one count too. */
      receives: z.int(),
      bytes: z.int(),
      isJson: z.boolean(),
      /** Names and kinds of its fields, e.g. `comment: text`; never what is in them. */
      shape: z.array(z.string()),
      /** Ids in it, by the name of the field. */
      ids: z.record(z.string(), z.string()),
    }),
  ),
});
export const Redriven = z.strictObject({ queue: z.string(), moved: z.int(), waiting: z.int() });

/** In the order of their numbers. */
export const PhotosOfFeedback = z.strictObject({
  items: z
    .array(
      z.strictObject({
        n: z.int().check(z.minimum(1), z.maximum(MAX_PHOTOS)),
        state: PhotoState,
        /** Only of a clean one: good for five minutes, without a token. */
        url: z.optional(z.string()),
      }),
    )
    .check(z.maxLength(MAX_PHOTOS)),
});

export const MailOfFeedback = z.strictObject({
  subject: z.optional(z.string()),
  /** Address that it says it is from. */
  from: z.optional(z.string()),
  text: z.string(),
  isTruncated: z.boolean(),
  /** As the sender wrote it, unsanitised. */
  html: z.optional(z.string()),
  isHtmlTruncated: z.optional(z.literal(true)),
  attachments: z.array(z.strictObject({ name: z.optional(z.string()), type: z.string() })),
});
