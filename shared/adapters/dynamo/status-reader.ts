import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { Feedback } from '../../domain/feedback.ts';
import { fromItem } from './items.ts';
import { feedbackKey } from './keys.ts';

/** The item that a status link names, by its key. */
export const statusReader = (client: DynamoDBDocumentClient, table: string) => ({
  feedback: async (id: string): Promise<Feedback | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...feedbackKey(id) } }));
    return Item === undefined ? undefined : fromItem(Feedback, Item);
  },
});
