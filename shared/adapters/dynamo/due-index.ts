import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { inParallel } from '../in-parallel.ts';
import { INDEX_NAME, type Key } from './keys.ts';

import { unlessRefused } from './unless-refused.ts';

/** Leases taken at a time. */
const AT_ONCE = 16;

const IndexEntry = z.object({ pk: z.string(), sk: z.string(), isk: z.string() });
type IndexEntry = z.infer<typeof IndexEntry>;

/**
 * Leases what is due in one partition of the index: each entry's time is moved to `leaseUntil`, if nobody did so since it was read,
 * so that it comes up again should it not be done by then.
 * @param limit looked at, at most.
 * @returns keys of those that are ours now.
 */
export async function leaseIn(
  client: DynamoDBDocumentClient,
  table: string,
  ipk: string,
  { now, leaseUntil, limit }: { readonly now: string; readonly leaseUntil: string; readonly limit: number },
): Promise<Key[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: INDEX_NAME,
      KeyConditionExpression: 'ipk = :partition AND isk <= :now',
      // '~' sorts after every id, so what is due at this very instant is due.
      ExpressionAttributeValues: { ':partition': ipk, ':now': `${now}#~` },
      Limit: limit,
    }),
  );
  const moved = await inParallel(z.array(IndexEntry).parse(Items), AT_ONCE, async (entry) => ({
    key: { pk: entry.pk, sk: entry.sk },
    isOurs: await move(client, table, entry, leaseUntil),
  }));
  return moved.flatMap(({ key, isOurs }) => (isOurs ? [key] : []));
}

/** `{instant}#{id}` becomes `{until}#{id}`. */
function move(client: DynamoDBDocumentClient, table: string, { pk, sk, isk }: IndexEntry, until: string): Promise<boolean> {
  return unlessRefused(
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk, sk },
        UpdateExpression: 'SET isk = :to',
        ConditionExpression: 'isk = :from',
        ExpressionAttributeValues: { ':from': isk, ':to': until + isk.slice(isk.indexOf('#')) },
      }),
    ),
  );
}
