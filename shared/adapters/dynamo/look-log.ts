import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { LookLog } from '../../ports.ts';
import { lookItem } from './items.ts';

/** Looks at personal data, for functions that read no customers' files. */
export const lookLog = (client: DynamoDBDocumentClient, table: string): LookLog => ({
  recordLook: async (look) => {
    await client.send(new PutCommand({ TableName: table, Item: lookItem(look) }));
  },
});
