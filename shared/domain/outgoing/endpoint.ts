import * as z from 'zod/mini';
import { AmendsEvent } from '../events.ts';
import { Language } from '../language.ts';
import { Severity } from '../understand/understanding.ts';

const Id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

/** Names of all events that Amends tells of. */
export const EVENT_TYPES: readonly string[] = [...(AmendsEvent._zod.propValues?.['type'] ?? [])].filter((type) => typeof type === 'string');

/** Which events somebody wants to hear of. */
export const WantedEvents = z.union([
  z.literal('all'),
  z
    .array(z.string().check(z.refine((type) => EVENT_TYPES.includes(type), `expected "all", or types of: ${EVENT_TYPES.join(', ')}`)))
    .check(z.minLength(1)),
]);

const isBare = (url: string) => !/[@#\s\\]/.test(url);

/** A system of others that is told of events by POST, signed. Its secret is `amends/webhook/{id}` in Secrets Manager. */
export const WebhookEndpoint = z.strictObject({
  id: Id,
  /** https, without credentials and fragment; what it resolves to is looked at before each connection. */
  url: z.url({ protocol: /^https$/ }).check(z.maxLength(2000), z.refine(isBare, 'expected a URL without "@", "#" and white space')),
  events: WantedEvents,
  /** `false`: nothing new is noted down for it, and what is under way is held. */
  isEnabled: z._default(z.boolean(), true),
});
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

export const NOTICE_KINDS = ['slack', 'teams', 'wecom', 'dingtalk', 'feishu'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * A chat room that is told of events in words, one message a minute at most. Its URL is a secret by itself: it is `amends/notice/{id}` in
 * Secrets Manager, followed by a space and the signing secret where DingTalk or Feishu ask for signatures.
 */
export const NoticeDestination = z.strictObject({
  id: Id,
  kind: z.enum(NOTICE_KINDS),
  events: WantedEvents,
  language: Language,
  /** Only what is of this branch: by the event, or by its case. */
  branch: z.optional(z.string()),
  /** 1 low to 4 critical: of the event, or of its case. */
  severityAtLeast: z.optional(Severity),
  isEnabled: z._default(z.boolean(), true),
});
export type NoticeDestination = z.infer<typeof NoticeDestination>;
