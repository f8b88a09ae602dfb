import * as z from 'zod/mini';
import { Actor } from './actor.ts';
import { Photo } from './photo.ts';
import { MAX_PHOTOS } from './photo-limits.ts';
import { CaseFacts, CaseNumber } from './recovery/facts.ts';
import { MAX_TEXT_LENGTH } from './text.ts';
import { Tier } from './tier.ts';
import { CorrectedParts, Correction } from './understand/correction.ts';
import { Topic, Understanding } from './understand/understanding.ts';

/** How it came: by a door that a machine reads, or entered by staff into the same register (R18). */
export const STAFF_CHANNELS = ['telephone', 'visit', 'letter', 'shop', 'social', 'chat'] as const;
export const CHANNELS = ['form', 'webhook', 'mail', ...STAFF_CHANNELS] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

/**
 * What an answer measures. `ces`: the top of the scale is the least effort. `fcr`: solved at the first contact, 0 or 1. Of an item asked twice,
 * `expectation` with `perception` (SERVQUAL) or `importance` with `satisfaction`, one answer each.
 */
export const METRICS = ['csat', 'nps', 'ces', 'rating', 'fcr', 'expectation', 'perception', 'importance', 'satisfaction'] as const;
export const Metric = z.enum(METRICS);
export type Metric = z.infer<typeof Metric>;

/** An answer always travels with its scale: 0 is a real NPS answer, 1–5 is not 1–10. "Cannot say" is no answer and stands in `cannotSay`. */
export const Answer = z
  .strictObject({
    /** Id of the question in its survey; of one row of a matrix `matrix.row`, of one of a pair `pairs.row.expectation`. */
    question: z.string().check(z.minLength(1), z.maxLength(100)),
    metric: Metric,
    value: z.number(),
    min: z.number(),
    max: z.number(),
  })
  .check(z.refine((a) => a.min < a.max && a.value >= a.min && a.value <= a.max, 'value must lie on its scale, min to max'));
export type Answer = z.infer<typeof Answer>;

/** What was picked from a list, put in order (best first), or is a date `YYYY-MM-DD` or a given consent (`yes`): an answer that is no number. */
export const Selection = z.strictObject({
  question: Answer.shape.question,
  kind: z.enum(['choice', 'rank', 'date', 'consent']),
  /** Ids of the options. */
  values: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(50)),
});
export type Selection = z.infer<typeof Selection>;

/** Unix-independent instant: ISO 8601 in UTC with milliseconds, e.g. `2026-11-22T08:30:00.000Z`; sorts as text. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
export type Instant = z.infer<typeof Instant>;

/** Why words that came in are kept aside instead of being worked: an operator lists and judges these. */
export const Quarantine = z.strictObject({
  /** Closed set of codes, e.g. `honeypot`, `too-fast`, `invalid-content`, `spam`, `virus`, `unreadable-mail`, `same-id-other-content`. */
  reason: z.string().check(z.maxLength(60)),
  /** Where it was wrong and what was expected; never the value. */
  detail: z.optional(z.string().check(z.maxLength(500))),
});
export type Quarantine = z.infer<typeof Quarantine>;

export const AUTOMATIC_KINDS = ['auto-reply', 'bounce', 'list', 'own'] as const;

/**
 * What every door hands on: the words, the ratings and who said it, with nothing of the provider's format left.
 * `id` is derived from source and external id (see `feedbackId`), so a second delivery is the same feedback for ever.
 */
export const FeedbackReceived = z.strictObject({
  id: z.string().check(z.regex(/^[a-z2-7]{26}$/)),
  source: z.string().check(z.minLength(1), z.maxLength(60)),
  channel: Channel,
  /** The provider's id of the response, or the client-made submission id, or the Message-ID. */
  externalId: z.string().check(z.minLength(1), z.maxLength(200)),
  /** 0 for what never changes; otherwise grows with each update of the provider (its "updated at" in Unix ms). */
  revision: z.int().check(z.minimum(0)),
  receivedAt: Instant,
  survey: z.optional(z.string()),
  /** Version of the survey that was answered: what its questions asked then. */
  surveyVersion: z.optional(z.int().check(z.minimum(1))),
  /** The campaign that asked, and the invitation that was answered; absent where nobody was invited. */
  campaign: z.optional(z.string()),
  invitation: z.optional(z.string().check(z.maxLength(60))),
  branch: z.optional(z.string()),
  /** BCP 47 tag that the form, mail or provider states. */
  locale: z.optional(z.string().check(z.maxLength(35))),
  answers: z.array(Answer),
  selections: z.optional(z.array(Selection)),
  /** Questions answered with "cannot say". */
  cannotSay: z.optional(z.array(Answer.shape.question)),
  /** Topics that the customer ticked. */
  reasons: z.array(Topic),
  subject: z.optional(z.string().check(z.maxLength(1000))),
  comment: z.optional(z.string().check(z.maxLength(MAX_TEXT_LENGTH))),
  /** Set where `comment` was cut at the limit. */
  isTruncated: z.optional(z.boolean()),
  /** Form only: photos that came with it, of its own keys. Whether they are there and can be shown is read where they lie. */
  photos: z.optional(z.array(Photo).check(z.maxLength(MAX_PHOTOS))),
  customer: z.optional(
    z.strictObject({
      email: z.optional(z.email().check(z.maxLength(254))),
      name: z.optional(z.string().check(z.maxLength(200))),
      /** Staff only: as they wrote it down. */
      phone: z.optional(z.string().check(z.maxLength(40))),
      /** May we write to this person about what they said? Writing a mail to us counts as yes. */
      hasConsented: z.boolean(),
    }),
  ),
  /** Who said it, by the key of their file: set only by a door that has proved who they are, e.g. by an invitation's link. Goes before an address. */
  customerKey: z.optional(z.string()),
  /** Written by a machine: recorded, never counted, never answered. */
  automatic: z.optional(z.enum(AUTOMATIC_KINDS)),
  quarantine: z.optional(Quarantine),
  /** S3 key of the raw mail. */
  rawKey: z.optional(z.string()),
  /** Mail only: Message-ID of the mail, to thread the answer. */
  messageId: z.optional(z.string().check(z.maxLength(998))),
  /** The case that it belongs to, proved by the door: a signed reply address or a status link. */
  caseNumber: z.optional(CaseNumber),
  /** Mail only, of a sender shown to be who they say they are: what SES called the mails of ours that it answers, newest first. */
  answersTo: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(20))),
  /** Staff only: who entered it. */
  enteredBy: z.optional(Actor),
  /** Staff only: what the register sheet says of it. */
  facts: z.optional(CaseFacts),
  /** Staff only: it opens a case whatever the rules say. */
  mustOpenCase: z.optional(z.boolean()),
  /** Brought in from the past: it counts where it belongs, and opens no case. */
  isHistoric: z.optional(z.boolean()),
});
export type FeedbackReceived = z.infer<typeof FeedbackReceived>;

/** One correction on the record: who set what right and when, and what stood before for each part that it set. */
export const RecordedCorrection = z.strictObject({ at: Instant, by: Actor, from: CorrectedParts, to: Correction });
export type RecordedCorrection = z.infer<typeof RecordedCorrection>;

/** Feedback as stored: understood, scored, judged. The person's address and name are not in it: they live in the customer's file under `customerKey`. */
export const Feedback = z.strictObject({
  id: FeedbackReceived.shape.id,
  source: FeedbackReceived.shape.source,
  channel: Channel,
  externalId: FeedbackReceived.shape.externalId,
  revision: FeedbackReceived.shape.revision,
  receivedAt: Instant,
  survey: FeedbackReceived.shape.survey,
  surveyVersion: FeedbackReceived.shape.surveyVersion,
  campaign: FeedbackReceived.shape.campaign,
  invitation: FeedbackReceived.shape.invitation,
  branch: FeedbackReceived.shape.branch,
  locale: FeedbackReceived.shape.locale,
  answers: FeedbackReceived.shape.answers,
  selections: FeedbackReceived.shape.selections,
  cannotSay: FeedbackReceived.shape.cannotSay,
  reasons: FeedbackReceived.shape.reasons,
  subject: FeedbackReceived.shape.subject,
  comment: FeedbackReceived.shape.comment,
  isTruncated: FeedbackReceived.shape.isTruncated,
  photos: FeedbackReceived.shape.photos,
  automatic: FeedbackReceived.shape.automatic,
  rawKey: FeedbackReceived.shape.rawKey,
  messageId: FeedbackReceived.shape.messageId,
  enteredBy: FeedbackReceived.shape.enteredBy,
  /** Said within a case there was already: it is heard there, and is no feedback of its own in the figures. */
  isReply: z.optional(z.boolean()),
  customerKey: z.optional(z.string()),
  /** Of the customer when it came; absent where nobody can be told, and in what came before it was kept. */
  tier: z.optional(Tier),
  /** Is there an address that we may write to? */
  isReachable: z.boolean(),
  /** As it stands: what was read from the words, with what people have set right since. */
  understanding: Understanding,
  /** What people set right, oldest first; only ever appended to. */
  corrections: z.optional(z.array(RecordedCorrection)),
  /** So many of the first `corrections` were made of words that the customer has changed since: history, no longer in force. */
  outdatedCorrections: z.optional(z.int().check(z.minimum(1))),
  /** 0–100 over all ratings given; absent where none was. */
  score: z.optional(z.number().check(z.minimum(0), z.maximum(100))),
  /** Which recovery rules found this customer unhappy; empty for the others. */
  recoveryReasons: z.array(z.string()),
  caseNumber: z.optional(z.string()),
  /** Digest of what the customer said, to tell a redelivery from other content under the same id. */
  contentHash: z.string(),
});
export type Feedback = z.infer<typeof Feedback>;

/** All that the customer wrote, as it is read: the subject, then the comment; empty where nothing was written. */
export const textOf = ({ subject, comment }: Pick<Feedback, 'subject' | 'comment'>): string =>
  [subject, comment].filter((part) => part !== undefined).join('\n');
