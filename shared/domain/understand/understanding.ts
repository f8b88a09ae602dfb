import * as z from 'zod/mini';
import { Fallback } from './fallback.ts';

/** What a text can be about. Config may add phrases for these; the set itself is closed so that figures stay comparable. */
export const TOPICS = [
  'delivery',
  'product-quality',
  'staff',
  'price-and-billing',
  'waiting',
  'reachability',
  'website-and-app',
  'refund-and-after-sales',
  'premises-and-cleanliness',
  'safety',
  'privacy',
  'information',
  'policy',
  'availability',
] as const;
export const Topic = z.enum(TOPICS);
export type Topic = z.infer<typeof Topic>;

export const SENTIMENT_LABELS = ['negative', 'neutral', 'positive'] as const;
export const SentimentLabel = z.enum(SENTIMENT_LABELS);
export type SentimentLabel = z.infer<typeof SentimentLabel>;

export const INTENTS = ['complaint', 'praise', 'suggestion', 'question', 'request', 'spam', 'not-feedback'] as const;
export const Intent = z.enum(INTENTS);
export type Intent = z.infer<typeof Intent>;

/** Circumstances that set a floor under the severity and that no model may lower. */
export const FLAGS = [
  'danger',
  'law',
  'regulator',
  'press',
  'discrimination',
  'privacy-breach',
  'fraud',
  'vulnerable-person',
  'several-customers',
  'repeated-contact',
  'will-leave',
  'money-at-stake',
] as const;
export const Flag = z.enum(FLAGS);
export type Flag = z.infer<typeof Flag>;

/** 1 low, 2 normal, 3 high, 4 critical. */
export const Severity = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Severity = z.infer<typeof Severity>;

export const Understanding = z.strictObject({
  /** BCP 47: `en`, `zh-Hans`, `zh-Hant`, another ISO 639-1 code, or `und` where nothing could be told. */
  language: z.string(),
  sentiment: z.strictObject({
    label: SentimentLabel,
    /** −1 (worst) … 1 (best). */
    score: z.number().check(z.minimum(-1), z.maximum(1)),
    /** 0 … 1; 0 means "not read": a language we do not know, or no text. The rating alone decides then. */
    confidence: z.number().check(z.minimum(0), z.maximum(1)),
  }),
  topics: z.array(
    z.strictObject({
      topic: Topic,
      polarity: SentimentLabel,
      /** The words of the text that show the topic, as written. */
      evidence: z.array(z.string()),
    }),
  ),
  intent: Intent,
  severity: Severity,
  /** Why the severity is what it is, in the order found: flag names, `several-flags`, `serious-words`, `sentiment`, `critical-words`, `rating`. */
  severityReasons: z.array(z.string()),
  flags: z.array(Flag),
  /** The largest sum named, where the flag `money-at-stake` is set: minor units of an ISO 4217 currency. */
  moneyAtStake: z.optional(z.strictObject({ minor: z.int().check(z.minimum(0)), currency: z.string() })),
  /** Which engine read the text, with its version, e.g. `linear@1`. */
  engine: z.string(),
  /** Set where another engine was to read the text and did not: which, and why. `engine` names the one that decided instead. */
  fallback: z.optional(Fallback),
});
export type Understanding = z.infer<typeof Understanding>;

/** What is known beside the text. */
export interface UnderstandingHints {
  /** Locale of the form or mail, used where the text is too short to tell its language. */
  readonly locale?: string | undefined;
  /** The overall score of the ratings given with the text, 0–100, where there are any. */
  readonly score?: number | undefined;
  /** Extra phrases per topic and language, from config. */
  readonly topicPhrases?:
    | Readonly<Partial<Record<Topic, { readonly en?: readonly string[] | undefined; readonly 'zh-Hans'?: readonly string[] | undefined }>>>
    | undefined;
}
