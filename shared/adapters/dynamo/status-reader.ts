import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod/mini';
import { Feedback } from '../../domain/feedback.ts';
import { Case } from '../../domain/recovery/case.ts';
import { fromItem } from './items.ts';
import { caseKey, feedbackKey, type Key } from './keys.ts';

/** The two items that a status page is made of, each by its key: the page's function may do nothing else. */
export function statusReader(client: DynamoDBDocumentClient, table: string) {
  const one = async <Schema extends z.ZodMiniType>(schema: Schema, key: Key): Promise<z.output<Schema> | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...key } }));
    return Item === undefined ? undefined : fromItem(schema, Item);
  };
  return {
    feedback: (id: string) => one(Feedback, feedbackKey(id)),
    case: (number: string) => one(Case, caseKey(number)),
  };
}
