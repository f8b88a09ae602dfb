import { type DynamoDBDocumentClient, GetCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { type Attempt, Delivery, withAttempt } from '../../domain/outgoing/delivery.ts';
import type { DeliveryEnd, DeliveryStore } from '../../domain/outgoing/ports.ts';
import { fromItem } from './items.ts';
import { deliveryIndexKey, deliveryKey } from './keys.ts';
import { sweptAt } from './outbox.ts';
import { unlessRefused } from './unless-refused.ts';

/** The delivery in an item. */
export function deliveryOf(item: Readonly<Record<string, unknown>>): Delivery {
  const { expiresAt: _, ...rest } = item;
  return fromItem(Delivery, rest);
}

/** It stands as it was seen: in the same state, with the same attempts of the same round. */
export const asSeen = {
  condition: '#state = :seenState AND attempts = :seenAttempts AND replays = :seenReplays',
  values: ({ state, attempts, replays }: Delivery) => ({ ':seenState': state, ':seenAttempts': attempts, ':seenReplays': replays }),
};

/** What `deliver` does with deliveries, in DynamoDB. @see DeliveryStore for what each call promises. */
export function deliveryStore(client: DynamoDBDocumentClient, table: string): DeliveryStore {
  return {
    delivery: async (id) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...deliveryKey(id) }, ConsistentRead: true }));
      return Item === undefined ? undefined : deliveryOf(Item);
    },
    begin: (delivery, { now, recheckAt, deadBefore }) =>
      unlessRefused(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { ...deliveryKey(delivery.id) },
            // Counted here and not at its end: an attempt that kills its process must not be made for ever.
            UpdateExpression: 'SET startedAt = :now, isk = :recheck ADD attempts :one',
            ConditionExpression: `${asSeen.condition} AND (attribute_not_exists(startedAt) OR startedAt < :dead)`,
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ...asSeen.values(delivery),
              ':now': now,
              ':one': 1,
              ':recheck': deliveryIndexKey(delivery.endpoint, 'due', recheckAt, delivery.id).isk,
              ':dead': deadBefore,
            },
          }),
        ),
      ),
    end: async (delivery, end, attempt) => {
      await unlessRefused(client.send(new UpdateCommand(endOf(table, delivery, end, attempt))));
    },
  };
}

function endOf(table: string, delivery: Delivery, end: DeliveryEnd, attempt: Attempt | undefined): UpdateCommandInput {
  const { id, endpoint, startedAt, log } = delivery;
  const isDue = end.state === 'due';
  const values: Record<string, unknown> = {
    state: end.state,
    ...deliveryIndexKey(endpoint, end.state, isDue ? sweptAt(end.dueAt) : end.at, id),
    ...(isDue ? { dueAt: end.dueAt } : { endedAt: end.at }),
    ...(!isDue && end.reason !== undefined ? { reason: end.reason } : {}),
    ...(attempt === undefined ? {} : { log: withAttempt(log, attempt) }),
  };
  const fields = Object.keys(values);
  return {
    TableName: table,
    Key: { ...deliveryKey(id) },
    UpdateExpression: `SET ${fields.map((field) => `#${field} = :${field}`).join(', ')} REMOVE startedAt`,
    ConditionExpression: `${asSeen.condition} AND ${startedAt === undefined ? 'attribute_not_exists(startedAt)' : 'startedAt = :started'}`,
    ExpressionAttributeNames: Object.fromEntries(fields.map((field) => [`#${field}`, field])),
    ExpressionAttributeValues: {
      ...asSeen.values(delivery),
      ...(startedAt === undefined ? {} : { ':started': startedAt }),
      ...Object.fromEntries(Object.entries(values).map(([field, value]) => [`:${field}`, value])),
    },
  };
}
