import * as z from 'zod/mini';
import { Mailbox, WebhookSource } from '../domain/intake/source.ts';
import { Language, Localized } from '../domain/language.ts';
import { Agent, BusinessCalendar, RecoveryRule, SlaPolicy } from '../domain/recovery/policy.ts';
import { OrderNumberPatterns } from '../domain/redact/order-numbers.ts';
import { Survey } from '../domain/survey/survey.ts';
import { EngineSettings } from '../domain/understand/engine-settings.ts';
import { Topic } from '../domain/understand/understanding.ts';

const Phrases = z.strictObject({ en: z.optional(z.array(z.string())), 'zh-Hans': z.optional(z.array(z.string())) });

const Digest = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  period: z.enum(['day', 'week']),
  /** EventBridge Scheduler expression, in the time zone of the brand. */
  schedule: z.string().check(z.regex(/^(cron|rate)\(.+\)$/, 'cron(…) or rate(…)')),
  language: Language,
  to: z.array(z.email()).check(z.minLength(1)),
});

/** Everything a business decides. Changing it is a deploy. Secrets are never in it. */
export const AmendsConfig = z.strictObject({
  brand: z.strictObject({
    name: Localized,
    /** IANA time zone: days in figures and digests are days there. */
    timeZone: z.string(),
    defaultLanguage: Language,
    /** Sender of all mail; its domain must be verified in SES. */
    mailFrom: z.email(),
  }),
  branches: z.array(z.strictObject({ id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)), name: Localized })),
  surveys: z.array(Survey).check(z.minLength(1)),
  sources: z.array(WebhookSource),
  mailboxes: z.array(Mailbox),
  topicPhrases: z.partialRecord(Topic, Phrases),
  /** Who may read the texts beside our own rules; nobody unless it is said here. See docs/understanding-engines.md. */
  understanding: z.prefault(EngineSettings, {}),
  /** What is taken out of customers' words, before managers and other engines see them, besides what every house takes out. */
  redaction: z.prefault(
    z.strictObject({
      /** How the house writes its order numbers: # a digit, @ a letter, * either, e.g. "SO-########". */
      orderNumbers: z._default(OrderNumberPatterns, []),
    }),
    {},
  ),
  recovery: z.strictObject({
    rules: z.array(RecoveryRule).check(z.minLength(1)),
    sla: SlaPolicy,
    /** Agents in the order in which new cases go round; at least one. */
    agents: z.array(Agent).check(z.minLength(1)),
  }),
  calendars: z.record(z.string(), BusinessCalendar),
  digests: z.array(Digest),
  mailLimits: z.strictObject({
    /** Automatic mails to one address within a day, at most: the fuse against loops and against strangers typing somebody's address. */
    perAddressAndDay: z.int().check(z.minimum(1)),
  }),
});
export type AmendsConfig = z.infer<typeof AmendsConfig>;

/** Types the config where it is written; `parseConfig` checks it. */
export const defineConfig = (config: z.input<typeof AmendsConfig>): z.input<typeof AmendsConfig> => config;
