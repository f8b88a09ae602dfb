import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conflict } from '../../domain/errors.ts';
import type { DeliveryDesk } from '../../domain/outgoing/ports.ts';
import { asSeen, deliveryOf } from './delivery-store.ts';
import { deliveryIndexKey, deliveryIndexPartition, deliveryKey } from './keys.ts';
import { pageOfIndex } from './page-of-index.ts';

/** What the desk does with deliveries, in DynamoDB. @see DeliveryDesk for what each call promises. */
export function deliveryDesk(client: DynamoDBDocumentClient, table: string): DeliveryDesk {
  return {
    delivery: async (id) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...deliveryKey(id) }, ConsistentRead: true }));
      return Item === undefined ? undefined : deliveryOf(Item);
    },
    deliveries: async (endpoint, state, page) => {
      const order = state === 'due' ? 'oldest' : 'newest';
      const { items, cursor } = await pageOfIndex(client, table, deliveryIndexPartition(endpoint, state).ipk, order, page);
      // The index follows the table with a delay: one that ended a moment ago may still be named among the due ones.
      return { items: items.map(deliveryOf).filter((one) => one.state === state), cursor };
    },
    replay: async (delivery, now) => {
      try {
        const { Attributes = {} } = await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { ...deliveryKey(delivery.id) },
            UpdateExpression:
              'SET #state = :due, dueAt = :now, attempts = :zero, replays = replays + :one, ipk = :ipk, isk = :isk REMOVE startedAt, endedAt, reason',
            ConditionExpression: asSeen.condition,
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ...asSeen.values(delivery),
              ':due': 'due',
              ':now': now,
              ':zero': 0,
              ':one': 1,
              ...indexed(delivery.endpoint, now, delivery.id),
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return deliveryOf(Attributes);
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        throw conflict(`Delivery ${delivery.id} has changed meanwhile. Read it again, then decide again.`);
      }
    },
  };
}

function indexed(endpoint: string, now: string, id: string) {
  const { ipk, isk } = deliveryIndexKey(endpoint, 'due', now, id);
  return { ':ipk': ipk, ':isk': isk };
}
