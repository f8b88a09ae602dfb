import * as z from 'zod/mini';
import { PlannedAnalysis } from '../domain/analytics/analysis/request.ts';
import { Campaign, ContactRules } from '../domain/campaign/campaign.ts';
import { CallPlan } from '../domain/customer/call.ts';
import { QuietTimes } from '../domain/customer/file.ts';
import { Greeting } from '../domain/customer/greetings.ts';
import { TierRule } from '../domain/customer/tier.ts';
import { DigestSettings } from '../domain/digest/settings.ts';
import { Standards } from '../domain/digest/standards.ts';
import { Translation } from '../domain/digest/translation.ts';
import { Mailbox, WebhookSource } from '../domain/intake/source.ts';
import { Language, Localized } from '../domain/language.ts';
import { NoticeDestination, WebhookEndpoint } from '../domain/outgoing/endpoint.ts';
import { DurationText } from '../domain/recovery/duration.ts';
import { MailTexts } from '../domain/recovery/mail/texts.ts';
import { Agent, Authority, FollowUpPlan, Named, RecoveryRule, Remedy, Team } from '../domain/recovery/policy.ts';
import { StoredReply } from '../domain/recovery/stored-reply.ts';
import { OrderNumberPatterns } from '../domain/redact/order-numbers.ts';
import { Survey } from '../domain/survey/survey.ts';
import { EngineSettings } from '../domain/understand/engine-settings.ts';
import { Topic } from '../domain/understand/understanding.ts';
import { Calendar } from './calendars.ts';
import { Sla } from './sla.ts';

const Phrases = z.strictObject({ en: z.optional(z.array(z.string())), 'zh-Hans': z.optional(z.array(z.string())) });

/** When a sudden rise of a topic raises an alarm (R22); see docs/topic-alarm.md. */
const TopicRise = z.strictObject({
  /** False alarms a year that are to be expected at most, of all topics together. Fewer: later alarms. 0 turns them off. */
  falseAlarmsPerYear: z._default(z.number().check(z.minimum(0), z.maximum(365)), 4),
  /** Days before that it is compared with. Shorter: a new level is taken for usual sooner, and alarms come later. */
  historyDays: z._default(z.int().check(z.minimum(21), z.maximum(180)), 56),
  /** Unhappy feedback in 24 hours below which nothing is called a rise. */
  minimumCount: z._default(z.int().check(z.minimum(2)), 5),
  /** Who gets the mail. Nobody: alarms are only listed. */
  to: z._default(z.array(z.email()), []),
  /** Of the mail; that of the brand where absent. */
  language: z.optional(Language),
});

/** The monthly case statistics by mail (R9), for those who improve things: by the 10th, as handbooks ask. */
const CaseReport = z.strictObject({
  /** EventBridge Scheduler expression, in the time zone of the brand. */
  schedule: z._default(z.string().check(z.regex(/^cron\(.+\)$/, 'cron(…)')), 'cron(0 8 5 * ? *)'),
  /** Nobody: no mail; `amends statistics cases` has them all the same. */
  to: z._default(z.array(z.email()), []),
  /** That of the brand where absent. */
  language: z.optional(Language),
});

/** A label of a domain name, and more of them. */
const HOST_NAME = /^(?=.{4,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Where the pages are. Nothing has to be said: AWS then gives a domain of its own. See docs/deploy.md. */
const Site = z
  .strictObject({
    /** A domain of the house, e.g. `care.example.com`. */
    domain: z.optional(z.string().check(z.regex(HOST_NAME, 'a host name in lower case, without https://'))),
    /** Its certificate in AWS Certificate Manager; CloudFront takes those of us-east-1 only. */
    certificateArn: z.optional(
      z.string().check(z.regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, 'the ARN of a certificate in us-east-1')),
    ),
    /** Beginning of the sign-in page's domain; `amends-` and the account's number where absent. AWS gives it to one house of a region only. */
    signInPrefix: z.optional(
      z.string().check(
        z.regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'lower-case letters, digits and hyphens'),
        z.refine((prefix) => !/aws|amazon|cognito/.test(prefix), 'a prefix without aws, amazon and cognito, which AWS refuses'),
      ),
    ),
  })
  .check(
    z.refine(
      ({ domain, certificateArn }) => (domain === undefined) === (certificateArn === undefined),
      'domain and certificateArn go together: CloudFront shows no domain without its certificate',
    ),
  );

/** Everything a business decides. Changing it is a deploy. Secrets are never in it. */
export const AmendsConfig = z.strictObject({
  brand: z.strictObject({
    name: Localized,
    /** IANA time zone: days in figures and digests are days there. */
    timeZone: z.string(),
    defaultLanguage: Language,
    /** Sender of all mail; its domain must be verified in SES. */
    mailFrom: z.email(),
    /** Where staff work cases, if not at our own desk: digests lead to `{deskUrl}/cases/{number}` and `{deskUrl}/feedback/{id}`. */
    deskUrl: z.optional(z.string().check(z.regex(/^https:\/\/[^\s"'<>]{1,300}$/, 'an https address'))),
  }),
  site: z.prefault(Site, {}),
  /** Do forms take photos, where a survey asks for them? See docs/photos.md. Turn it off where AWS cannot scan them. */
  photos: z.prefault(z.strictObject({ areTaken: z._default(z.boolean(), true) }), {}),
  branches: z.array(z.strictObject({ id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)), name: Localized })),
  surveys: z.array(Survey).check(z.minLength(1)),
  /** Surveys put to a stated audience in a stated time; see docs/campaigns.md. */
  campaigns: z._default(z.array(Campaign), []),
  /** How often anybody may be asked, over all campaigns together. */
  contactRules: z.prefault(ContactRules, {}),
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
    sla: Sla,
    /** Everybody who works or answers for cases; at least one. */
    agents: z.array(Agent).check(z.minLength(1)),
    /** Who works what; the first that fits a case takes it. Without teams, the agents of the case's branch do. */
    teams: z._default(z.array(Team), []),
    /** Departments that a decision may find liable, and causes that it may name. */
    departments: Named,
    causes: Named,
    /** Prepared remedies, in the order in which they are offered. */
    remedies: z._default(z.array(Remedy), []),
    authority: Authority,
    followUp: FollowUpPlan,
    /** Id of the remedy that a customer gets unasked when a promise to them was broken. Without it they are told, and get nothing. */
    brokenPromiseRemedy: z.optional(z.string()),
    /** Who left unhappy is written to once more, so long after the case was closed. Without it nobody is. See docs/care.md. */
    winBack: z.optional(z.strictObject({ after: DurationText, remedy: z.optional(z.string()) })),
    /** Answers written beforehand, for staff to start from (R25). */
    replies: z._default(z.array(StoredReply), []),
    /** A new message of a customer with an open case on the same matter joins that case. */
    joinsOpenCase: z._default(z.boolean(), true),
  }),
  /** Business time by name; see docs/calendars.md. */
  calendars: z.record(z.string(), Calendar),
  /** Computed on the first of each month over the months before; see docs/analyses.md. */
  analyses: z._default(z.array(PlannedAnalysis), []),
  digests: z.array(DigestSettings),
  /** Who translates comments in digests for a reader of another language; nobody unless it is said here, and no text leaves. */
  translation: z.optional(Translation),
  /** What the house wants to reach, shown as met or not met in the weekly and monthly digest (R19). */
  standards: z.prefault(Standards, {}),
  /** Systems of others that are told of events by POST. See docs/webhooks-out.md. */
  webhooks: z._default(z.array(WebhookEndpoint), []),
  /** Chat rooms that are told of events in words. */
  notices: z._default(z.array(NoticeDestination), []),
  caseReport: z.prefault(CaseReport, {}),
  alarms: z.prefault(z.strictObject({ topicRise: z.prefault(TopicRise, {}) }), {}),
  /** How customers are graded, and when they are left in peace; see docs/customers.md. */
  customers: z.prefault(
    z.strictObject({
      /** The first rule that holds gives the tier; where none does, a customer is new for so many days, then regular. */
      tiers: z._default(z.array(TierRule), []),
      newForDays: z._default(z.int().check(z.minimum(0), z.maximum(3650)), 90),
      /** Nobody is written to of our own accord in these times; those of the customer go before them. */
      quietTimes: z._default(QuietTimes, { from: '21:00', to: '08:00' }),
      /** To customers who want them and have no open case. */
      greetings: z._default(z.array(Greeting), []),
      /** Regular calls to customers who allow contact (R7, 回访计划): the first plan that fits the tier holds. Without plans, nobody is called. */
      calls: z._default(z.array(CallPlan), []),
    }),
    {},
  ),
  mailLimits: z.strictObject({
    /** Automatic mails to one address within a day, at most: the fuse against loops and against strangers typing somebody's address. */
    perAddressAndDay: z.int().check(z.minimum(1)),
  }),
  /** The house's own words in place of ours, by mail and language; see docs/mails.md and `amends templates lint`. */
  mailTexts: z.optional(MailTexts),
});
export type AmendsConfig = z.infer<typeof AmendsConfig>;

/** Types the config where it is written; `parseConfig` checks it. */
export const defineConfig = (config: z.input<typeof AmendsConfig>): z.input<typeof AmendsConfig> => config;
