import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { CallEntry, CallList, CareProgress, CareStore, PageRequest } from '../../ports.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { personReader } from './customer-person.ts';
import { digestOutbox } from './digest-outbox.ts';
import { fromItem } from './items.ts';
import { callIndexKey, callIndexPartition, callKey, careRunKey, INDEX_NAME } from './keys.ts';
import { unlessRefused } from './unless-refused.ts';

/** How far a day came is of interest while somebody may ask why a greeting did not go out. */
const RUN_KEPT_DAYS = 40;
/** Sorts after the `#` that follows the day in a sort key. */
const AFTER_DAY = '~';

const Progress = z.object({
  day: z.string(),
  step: z.int(),
  cursor: z.optional(z.string()),
  made: z.int(),
  looked: z.int(),
});
const IndexEntry = z.object({ pk: z.string(), sk: z.string(), ipk: z.string(), isk: z.string() });

/** The calls by plan in DynamoDB: keys from the index, then the files. */
export function callList(client: DynamoDBDocumentClient, table: string): CallList {
  const { whole } = personReader(client, table);
  return {
    async callsUntil(day, { limit, cursor }: PageRequest) {
      const { ipk } = callIndexPartition;
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: INDEX_NAME,
          KeyConditionExpression: 'ipk = :ipk AND isk <= :until',
          ExpressionAttributeValues: { ':ipk': ipk, ':until': `${day}${AFTER_DAY}` },
          Limit: limit + 1,
          ExclusiveStartKey: cursor === undefined ? undefined : decodeCursor(cursor, ipk),
        }),
      );
      const entries = z.array(IndexEntry).parse(Items);
      const items = await Promise.all(
        entries.slice(0, limit).map(async ({ pk, isk }): Promise<CallEntry> => {
          const customerKey = pk.slice(callKey('').pk.length);
          return { customerKey, on: isk.slice(0, '2026-01-01'.length), whole: await whole(customerKey) };
        }),
      );
      const last = entries[limit - 1];
      return entries.length <= limit || last === undefined ? { items } : { items, cursor: encodeCursor(last) };
    },
  };
}

/** What the daily care keeps in the register. @see CareStore for what each call promises. */
export function careStore(client: DynamoDBDocumentClient, table: string): CareStore {
  const dropCall = async ({ customerKey, on }: Pick<CallEntry, 'customerKey' | 'on'>) => {
    const drop = new DeleteCommand({
      TableName: table,
      Key: { ...callKey(customerKey) },
      // Consent may have come between our reading and this.
      ConditionExpression: 'isk = :seen',
      ExpressionAttributeValues: { ':seen': callIndexKey(on, customerKey).isk },
    });
    await unlessRefused(client.send(drop));
  };
  return {
    ...callList(client, table),
    addAction: digestOutbox(client, table).addAction,
    async progress(day) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...careRunKey(day) }, ConsistentRead: true }));
      return Item === undefined ? undefined : fromItem(Progress, Item);
    },
    async keepProgress(progress: CareProgress) {
      const expiresAt = Math.floor(Date.parse(`${progress.day}T00:00:00.000Z`) / 1000) + RUN_KEPT_DAYS * 86_400;
      await client.send(
        new PutCommand({ TableName: table, Item: { ...progress, ...careRunKey(progress.day), type: 'care-run', expiresAt } }),
      );
    },
    async moveCall(entry, to) {
      const Item = { ...callKey(to.customerKey), ...callIndexKey(to.on, to.customerKey), type: 'call', customerKey: to.customerKey };
      await client.send(new PutCommand({ TableName: table, Item }));
      if (entry.customerKey !== to.customerKey) await dropCall(entry);
    },
    dropCall,
  };
}
