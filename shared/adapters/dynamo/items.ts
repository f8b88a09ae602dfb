import type * as z from 'zod/mini';
import type { Customer } from '../../domain/customer.ts';
import type { Feedback } from '../../domain/feedback.ts';
import type { Action } from '../../domain/recovery/action.ts';
import type { Case, CaseEvent } from '../../domain/recovery/case.ts';
import type { QuarantinedItem } from '../../ports.ts';
import {
  actionKey,
  caseEventKey,
  caseIndexKey,
  caseKey,
  customerFileKey,
  DUE_SHARDS,
  dueIndexKey,
  feedbackIndexKey,
  feedbackKey,
  quarantineIndexKey,
  quarantineKey,
} from './keys.ts';

/** Things of the register as items: the thing's own fields, its keys, and its `type`, which the stream's readers filter on. */
export const feedbackItem = (feedback: Feedback) => ({
  ...feedback,
  ...feedbackKey(feedback.id),
  ...feedbackIndexKey(feedback.receivedAt, feedback.id),
  type: 'feedback',
});

export const caseItem = (value: Case) => ({
  ...value,
  ...caseKey(value.number),
  ...caseIndexKey(value.number, value.state !== 'resolved', value.openedAt),
  type: 'case',
});

export const caseEventItem = (number: string, version: number, event: CaseEvent) => ({
  ...caseEventKey(number, version),
  type: 'case-event',
  number,
  version,
  event,
});

/**
 * An action as it is first written. Who writes it sends its id to the queue as well, so `sweep` looks at it a minute later:
 * an action that the queue brought is done by then and has left the index.
 */
export const actionItem = (action: Action) => ({
  ...action,
  ...actionKey(action.id),
  ...dueIndexKey(dueShard(action.id), oneMinuteAfter(action.dueAt), action.id),
  type: 'action',
});

/** Spreads actions over the shards of the due index by a sum of their id's characters. */
export const dueShard = (id: string) => [...id].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % DUE_SHARDS;

const oneMinuteAfter = (instant: string) => new Date(Date.parse(instant) + 60_000).toISOString();

export const customerItem = (customer: Customer) => ({ ...customer, ...customerFileKey(customer.customerKey), type: 'customer' });

export const quarantineItem = (item: QuarantinedItem) => ({
  ...item,
  ...quarantineKey(item.id),
  ...quarantineIndexKey(item.at, item.id),
  type: 'quarantine',
});

/**
 * The thing in an item, checked: key attributes and `type` are not part of it.
 * @throws ZodError where something else than Amends wrote the item.
 */
export function fromItem<Schema extends z.ZodMiniType>(schema: Schema, item: Readonly<Record<string, unknown>>): z.output<Schema> {
  const { pk: _pk, sk: _sk, ipk: _ipk, isk: _isk, type: _type, ...thing } = item;
  return schema.parse(thing);
}
