import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DigestOutbox } from '../../ports.ts';
import { actionItem } from './items.ts';

/** Stores a digest's action once. The guard is the put's own condition, so it holds however late a second run comes. */
export function digestOutbox(client: DynamoDBDocumentClient, table: string): DigestOutbox {
  return {
    async addAction(action) {
      try {
        await client.send(new PutCommand({ TableName: table, Item: actionItem(action), ConditionExpression: 'attribute_not_exists(pk)' }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
