import { unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod/mini';
import type { TopicAlarm } from '../../domain/alarm/topic-alarm.ts';
import type { Invitation } from '../../domain/campaign/invitation.ts';
import type { Customer } from '../../domain/customer/file.ts';
import type { HistoryLink } from '../../domain/customer/history.ts';
import type { Look } from '../../domain/customer/look.ts';
import { Feedback } from '../../domain/feedback.ts';
import type { QuarantinedItem } from '../../domain/intake/quarantined.ts';
import type { Action } from '../../domain/recovery/action.ts';
import { type Case, isOpen } from '../../domain/recovery/case.ts';
import type { CaseEvent } from '../../domain/recovery/event.ts';
import { nextDue } from '../../domain/recovery/next-due.ts';
import {
  actionKey,
  alarmIndexKey,
  alarmKey,
  caseEventKey,
  caseIndexKey,
  caseKey,
  customerFileKey,
  DUE_SHARDS,
  dueIndexKey,
  feedbackIndexKey,
  feedbackKey,
  feedbackVersionKey,
  historyKey,
  invitationIndexKey,
  invitationKey,
  lookKey,
  ownerIndexKey,
  quarantineIndexKey,
  quarantineKey,
  sentMailKey,
} from './keys.ts';

/** Things of the register as items: the thing's own fields, its keys, and its `type`, which the stream's readers filter on. */
export const feedbackItem = (feedback: Feedback) => ({
  ...feedback,
  ...feedbackKey(feedback.id),
  ...feedbackIndexKey(feedback.receivedAt, feedback.id),
  type: 'feedback',
});

/** An earlier answer of the customer, as it stood when they corrected it. */
export const feedbackVersionItem = (feedback: Feedback) => ({
  ...feedback,
  ...feedbackVersionKey(feedback.id, feedback.revision),
  type: 'feedback-version',
});

export const caseItem = (value: Case) => ({
  ...value,
  ...caseKey(value.number),
  ...(isOpen(value)
    ? { ...caseIndexKey(value.number, 'open', turnOf(value)), ...ownerIndexKey(value.owner, turnOf(value), value.number) }
    : caseIndexKey(value.number, value.closedIn ?? 'merged', value.closedAt ?? value.openedAt)),
  type: 'case',
});

/** What is due first comes first. Of those for which nothing is due, since they wait for the customer, the oldest; `~` sorts after any year. */
const turnOf = (value: Case): string => nextDue(value)?.at ?? `~${value.openedAt}`;

export const caseEventItem = (number: string, version: number, event: CaseEvent) => ({
  ...caseEventKey(number, version),
  type: 'case-event',
  number,
  version,
  event,
});

/** Customers answer old mails: for so long their reply finds its case by the mail it answers. Milliseconds. */
const SENT_KEPT_MS = 400 * 86_400_000;

/** What a mail to the customer of a case is remembered by, under what SES called it. @param at when it went out. */
export const sentMailItem = (sesMessageId: string, caseNumber: string, at: string) => ({
  ...sentMailKey(sesMessageId),
  type: 'sent-mail',
  caseNumber,
  expiresAt: Math.floor((Date.parse(at) + SENT_KEPT_MS) / 1000),
});

/**
 * An action as it is first written. Who writes it sends its id to the queue as well, so `sweep` looks at it a minute later:
 * an action that the queue brought is done by then and has left the index. A clock is brought by `sweep` alone.
 */
export const actionItem = (action: Action) => ({
  ...action,
  ...actionKey(action.id),
  ...dueIndexKey(dueShard(action.id), action.kind === 'clock' ? action.dueAt : oneMinuteAfter(action.dueAt), action.id),
  type: 'action',
});

/** Spreads actions over the shards of the due index by a sum of their id's characters. */
export const dueShard = (id: string) => [...id].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % DUE_SHARDS;

const oneMinuteAfter = (instant: string) => new Date(Date.parse(instant) + 60_000).toISOString();

export const customerItem = (customer: Customer) => ({ ...customer, ...customerFileKey(customer.customerKey), type: 'customer' });

export const historyItem = (link: HistoryLink) => ({
  ...link,
  ...(link.kind === 'feedback'
    ? historyKey(link.customerKey, link.at, 'FEEDBACK', link.id)
    : historyKey(link.customerKey, link.at, 'CASE', link.number)),
  type: 'customer-history',
});

export const lookItem = (look: Look) => ({
  ...look,
  ...lookKey(look.customerKey, look.at, look.by, [look.what, look.caseNumber].filter((part) => part !== undefined).join('#')),
  type: 'look',
});

export const quarantineItem = (item: QuarantinedItem) => ({
  ...item,
  ...quarantineKey(item.id),
  ...quarantineIndexKey(item.at, item.id),
  type: 'quarantine',
});

export const invitationItem = (invitation: Invitation) => ({
  ...invitation,
  ...invitationKey(invitation.id),
  ...invitationIndexKey(invitation.campaign, invitation.state, invitation.invitedAt, invitation.id),
  type: 'invitation',
});

export const alarmItem = (alarm: TopicAlarm) => ({
  ...alarm,
  ...alarmKey(alarm.id),
  ...alarmIndexKey(alarm.at, alarm.id),
  type: 'alarm',
});

/** What stands under the id of a feedback that was to be stored. */
export const standingFeedback = (item: Parameters<typeof unmarshall>[0]): Feedback => fromItem(Feedback, unmarshall(item));

/**
 * The thing in an item, checked: key attributes and `type` are not part of it.
 * @throws ZodError where something else than Amends wrote the item.
 */
export function fromItem<Schema extends z.ZodMiniType>(schema: Schema, item: Readonly<Record<string, unknown>>): z.output<Schema> {
  const { pk: _pk, sk: _sk, ipk: _ipk, isk: _isk, opk: _opk, osk: _osk, type: _type, ...thing } = item;
  return schema.parse(withArrays(thing));
}

/** String sets come as a JavaScript Set: the domain knows arrays. */
const withArrays = (thing: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(thing).map(([name, value]) => [name, value instanceof Set ? [...value].sort() : value]));
