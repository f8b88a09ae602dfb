import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Page, PageRequest } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { fromItem } from './items.ts';
import { INDEX_NAME, OWNER_INDEX_NAME, ownerIndexPartition } from './keys.ts';

const IndexEntry = z.looseObject({ pk: z.string(), sk: z.string(), ipk: z.string(), isk: z.string() });

/** A page of one partition of the index, as the items that it names. */
export async function pageOfIndex(
  client: DynamoDBDocumentClient,
  table: string,
  ipk: string,
  order: 'oldest' | 'newest',
  { limit, cursor }: PageRequest,
): Promise<Page<Readonly<Record<string, unknown>>>> {
  const answer = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: INDEX_NAME,
      KeyConditionExpression: 'ipk = :ipk',
      ExpressionAttributeValues: { ':ipk': ipk },
      ScanIndexForward: order === 'oldest',
      // One more than asked for tells whether there is a next page, so that the last one carries no cursor.
      Limit: limit + 1,
      ExclusiveStartKey: cursor === undefined ? undefined : decodeCursor(cursor, ipk),
    }),
  );
  const named = z.array(IndexEntry).parse(answer.Items ?? []);
  const entries = named.slice(0, limit);
  const items = await batchGet(client, table, entries);
  const last = entries.at(-1);
  if (last === undefined || named.length <= limit) return { items };
  return { items, cursor: encodeCursor({ pk: last.pk, sk: last.sk, ipk: last.ipk, isk: last.isk }) };
}

/** The same, read by the schema of what is there. */
export async function listOfIndex<Schema extends z.ZodMiniType>(
  client: DynamoDBDocumentClient,
  table: string,
  schema: Schema,
  ipk: string,
  order: 'oldest' | 'newest',
  page: PageRequest,
): Promise<Page<z.output<Schema>>> {
  const { items, cursor } = await pageOfIndex(client, table, ipk, order, page);
  return { items: items.map((item) => fromItem(schema, item)), cursor };
}

/** A page of an agent's open cases: one query, for the index holds them whole. */
export async function pageOfOwner(client: DynamoDBDocumentClient, table: string, agent: string, { limit, cursor }: PageRequest) {
  const { opk } = ownerIndexPartition(agent);
  const answer = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: OWNER_INDEX_NAME,
      KeyConditionExpression: 'opk = :opk',
      ExpressionAttributeValues: { ':opk': opk },
      Limit: limit,
      ExclusiveStartKey: cursor === undefined ? undefined : decodeCursor(cursor, opk),
    }),
  );
  return { items: answer.Items ?? [], cursor: answer.LastEvaluatedKey && encodeCursor(answer.LastEvaluatedKey) };
}
