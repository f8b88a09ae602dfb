import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { DueDeliveries } from '../../domain/outgoing/ports.ts';
import { leaseIn } from './due-index.ts';
import { deliveryIndexPartition, deliveryKey, INDEX_NAME, noticeIndexPartition } from './keys.ts';

/** What `sweep` finds of deliveries and notices. Each endpoint has its own partition of the index: a dead one with much to do holds up no other. */
export function dueDeliveries(client: DynamoDBDocumentClient, table: string): DueDeliveries {
  return {
    leaseDue: async (endpoint, now, leaseUntil, limit) => {
      const keys = await leaseIn(client, table, deliveryIndexPartition(endpoint, 'due').ipk, { now, leaseUntil, limit });
      return keys.map(({ pk }) => pk.slice(deliveryKey('').pk.length));
    },
    hasLines: async (room) => {
      const { Count = 0 } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: INDEX_NAME,
          KeyConditionExpression: 'ipk = :partition',
          ExpressionAttributeValues: { ':partition': noticeIndexPartition(room).ipk },
          Limit: 1,
        }),
      );
      return Count > 0;
    },
  };
}
