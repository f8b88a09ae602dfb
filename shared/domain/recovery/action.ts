import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';
import { Language } from '../language.ts';
import { TEMPLATE_NAMES } from './mail/tokens.ts';

/**
 * One outward thing to do, once. `id` names what it is for, so the same cause can never make two:
 * `{case}:acknowledgement`, `{case}:{template}:{event}`, `{case}:clock`, `digest:{id}:{first day}:{recipient}`, `greeting:{id}:{year}:{customer}`,
 * `{case}:win-back`, `{case}:win-back:{round}`, `{case}:invite:{campaign}:{round}`, `invitation:{id}:{reminder}`.
 *
 * due → sending → done | unknown | refused, or back to due after a definite failure. `unknown`: it may have gone out; it is never sent again
 * and SES's own events settle it. `refused`: it must not go out (suppressed address, daily limit), with the reason.
 */
export const ACTION_STATES = ['due', 'sending', 'done', 'unknown', 'refused'] as const;

const base = {
  id: z.string().check(z.maxLength(120)),
  state: z.enum(ACTION_STATES),
  dueAt: Instant,
  /** Definite failures so far. */
  attempts: z.int(),
  startedAt: z.optional(Instant),
  endedAt: z.optional(Instant),
  /** Why it was refused or last failed: a code, never text of a customer. */
  reason: z.optional(z.string()),
  /** What SES called the message. */
  sesMessageId: z.optional(z.string()),
};

/** Mails that are no answer to anything. */
export const CARE_TEMPLATES = ['greeting', 'win-back'] as const;

export const Action = z.discriminatedUnion('kind', [
  /** A mail about a case, written out when it is sent. */
  z.strictObject({
    ...base,
    kind: z.literal('mail'),
    caseNumber: z.string(),
    template: z.enum(TEMPLATE_NAMES),
    /** The customer of the case, or agents by id. */
    to: z.union([z.literal('customer'), z.array(z.string()).check(z.minLength(1))]),
    /** Number of the case's event that it tells of. */
    event: z.int(),
  }),
  /** The one timer of a case: at `dueAt` something of its clock is due. It moves with every change of the case. */
  z.strictObject({ ...base, kind: z.literal('clock'), caseNumber: z.string() }),
  /** Of our own accord, to a customer who wants such mails and has no open case when it is sent (R26). */
  z.strictObject({
    ...base,
    kind: z.literal('care'),
    template: z.enum(CARE_TEMPLATES),
    customerKey: z.string(),
    /** Id of the config's greeting. */
    greeting: z.optional(z.string()),
    /** Of a win-back: the case that ended badly, and the round that it ended in. */
    caseNumber: z.optional(z.string()),
    round: z.optional(z.int()),
  }),
  /** Asks the customer of a case that was closed for their opinion, by a campaign of the config: hands them on to those who invite (R10). */
  z.strictObject({ ...base, kind: z.literal('invite'), campaign: z.string(), caseNumber: z.string(), round: z.int() }),
  /** An invitation to answer a survey (0), or its n-th reminder. */
  z.strictObject({ ...base, kind: z.literal('invitation'), invitation: z.string(), reminder: z.int() }),
  /** To managers: rendered already. */
  z.strictObject({
    ...base,
    kind: z.literal('digest'),
    language: Language,
    to: z.array(z.string()),
    subject: z.string(),
    html: z.string(),
    text: z.string(),
    /** In base64; a picture with a `contentId` is shown within the mail, others lie beside it. */
    attachments: z.optional(
      z.array(z.strictObject({ name: z.string(), mediaType: z.string(), content: z.string(), contentId: z.optional(z.string()) })),
    ),
    /** Where the reader ends mails of this kind. */
    unsubscribeUrl: z.optional(z.string()),
  }),
]);
export type Action = z.infer<typeof Action>;

export type CaseMail = Extract<Action, { kind: 'mail' }>;
export type CareAction = Extract<Action, { kind: 'care' }>;
export type InviteAction = Extract<Action, { kind: 'invite' }>;
export type InvitationAction = Extract<Action, { kind: 'invitation' }>;

export type ManagerMail = Extract<Action, { kind: 'digest' }>;
export type MailAttachment = NonNullable<ManagerMail['attachments']>[number];

/** The clock's action of a case. */
export const clockId = (caseNumber: string): string => `${caseNumber}:clock`;
export const isClockId = (id: string): boolean => id.endsWith(':clock');

const TAG_VALUE = /^[A-Za-z0-9_@-]{1,256}$/;

/**
 * The id as the value of an SES message tag, which may hold only A–Z a–z 0–9 _ - . @ (SES API, MessageTag). Ids hold colons: they become dots.
 * @throws Error where the id holds a dot or another character that would not come back as it was.
 */
export function actionTag(id: string): string {
  const parts = id.split(':');
  if (!parts.every((part) => TAG_VALUE.test(part))) {
    throw new Error('action id: expected parts of A–Z, a–z, 0–9, "_", "-" and "@" separated by ":", or it cannot travel as a message tag');
  }
  return parts.join('.');
}

/** The id that an SES event's `action` tag names. */
export const actionIdOfTag = (tag: string): string => tag.replaceAll('.', ':');
