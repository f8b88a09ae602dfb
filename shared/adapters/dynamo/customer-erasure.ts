import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { isSame } from '../../domain/customer/change.ts';
import { type Traces, withoutWords } from '../../domain/customer/erasure/words.ts';
import { conflict } from '../../domain/errors.ts';
import type { ErasureStore } from '../../ports.ts';
import { quarantineItem } from './items.ts';
import { actionKey, caseKey, DUE_SHARDS, duePartition, INDEX_NAME } from './keys.ts';

/** Keys of due actions looked at in one call: 100 bytes each. */
const ACTIONS_PER_CALL = 1000;

/** Attributes that the table needs as they are. */
const STRUCTURE = ['pk', 'sk', 'ipk', 'isk', 'opk', 'osk', 'type', 'number', 'version'];

const Stored = z.looseObject({ pk: z.string(), sk: z.string() });
type Stored = z.infer<typeof Stored>;
const IndexEntry = z.object({ pk: z.string(), sk: z.string(), ipk: z.string(), isk: z.string() });
const Place = z.strictObject({ shard: z.int(), after: z.optional(IndexEntry) });

/** What an erasure does in DynamoDB and S3. @see ErasureStore for what each call promises. */
export function erasureStore(
  client: DynamoDBDocumentClient,
  table: string,
  objects: Pick<ErasureStore, 'removeMail' | 'removePhoto'>,
): ErasureStore {
  return {
    ...objects,
    eraseCase: async (number, traces, remove) => {
      const items = await partition(client, table, caseKey(number).pk);
      if (items.length === 0) return undefined;
      // Mail first: once its key is gone from the case, nothing leads to it.
      for (const rawKey of namedIn(items, 'rawKey')) await remove(rawKey);
      // The case itself last: where it is clean, its history is.
      for (const item of items.toSorted((a) => (a.sk === caseKey(number).sk ? 1 : -1)))
        await putErased(client, table, item, traces, number);
      return { feedbackIds: [...new Set(['feedbackId', 'joined', 'feedbackIds'].flatMap((name) => namedIn(items, name)))] };
    },
    replaceQuarantined: async (item) => {
      await client.send(new PutCommand({ TableName: table, Item: quarantineItem(item), ConditionExpression: 'attribute_exists(pk)' }));
    },
    refuseActions: (cases, at, place) => refuseActions(client, table, cases, at, place),
  };
}

async function partition(client: DynamoDBDocumentClient, table: string, pk: string): Promise<Stored[]> {
  const items: Stored[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    items.push(...z.array(Stored).parse(answer.Items ?? []));
    from = answer.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}

async function putErased(client: DynamoDBDocumentClient, table: string, item: Stored, traces: Traces, number: string): Promise<void> {
  const isCase = item.sk === caseKey(number).sk;
  const structure = Object.fromEntries(Object.entries(item).filter(([name]) => STRUCTURE.includes(name)));
  const erased = { ...Object(withoutWords(withoutRawKeys(item), traces)), ...structure, ...(isCase ? { isReachable: false } : {}) };
  if (isSame(erased, item)) return;
  try {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: erased,
        ConditionExpression: isCase ? '#version = :seen' : 'attribute_exists(pk)',
        ...(isCase ? { ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':seen': item['version'] } } : {}),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    throw conflict(`Somebody changed case ${number} while it was being erased. Ask for the erasure again: it goes on where it was.`);
  }
}

function withoutRawKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRawKeys);
  if (typeof value !== 'object' || value === null || value instanceof Set) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'rawKey')
      .map(([key, one]) => [key, withoutRawKeys(one)]),
  );
}

/** Every text that stands under this name, at any depth. */
function namedIn(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => namedIn(one, name));
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).flatMap(([key, one]) => {
    if (key !== name) return namedIn(one, name);
    return (Array.isArray(one) ? one : [one]).filter((text) => typeof text === 'string');
  });
  return [...new Set(found)];
}

/**
 * Pending actions name their case in their id and stand in the due index: it is read through, keys only. The case's clock goes on, or an open case
 * would be forgotten.
 */
async function refuseActions(
  client: DynamoDBDocumentClient,
  table: string,
  cases: readonly string[],
  at: string,
  place: string | undefined,
) {
  const { shard, after } = place === undefined ? { shard: 0, after: undefined } : Place.parse(JSON.parse(place));
  const answer = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: INDEX_NAME,
      KeyConditionExpression: 'ipk = :shard',
      ExpressionAttributeValues: { ':shard': duePartition(shard).ipk },
      Limit: ACTIONS_PER_CALL,
      ExclusiveStartKey: after,
    }),
  );
  const entries = z.array(IndexEntry).parse(answer.Items ?? []);
  const prefix = actionKey('').pk;
  const ofPerson = entries.filter(({ pk }) => {
    const [number = '', ...rest] = pk.slice(prefix.length).split(':');
    return cases.includes(number) && rest.join(':') !== 'clock';
  });
  let refused = 0;
  for (const { pk, sk } of ofPerson) if (await refuseAction(client, table, { pk, sk }, at)) refused += 1;
  if (answer.LastEvaluatedKey !== undefined)
    return { refused, place: JSON.stringify({ shard, after: IndexEntry.parse(answer.LastEvaluatedKey) }) };
  return shard + 1 < DUE_SHARDS ? { refused, place: JSON.stringify({ shard: shard + 1 }) } : { refused };
}

async function refuseAction(client: DynamoDBDocumentClient, table: string, key: { pk: string; sk: string }, at: string): Promise<boolean> {
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: 'SET #state = :refused, endedAt = :at, #reason = :reason REMOVE ipk, isk',
        // One that is being sent at this moment has read the address already: its outcome is settled by whoever sends it.
        ConditionExpression: '#state = :due',
        ExpressionAttributeNames: { '#state': 'state', '#reason': 'reason' },
        ExpressionAttributeValues: { ':refused': 'refused', ':due': 'due', ':at': at, ':reason': 'erased' },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
