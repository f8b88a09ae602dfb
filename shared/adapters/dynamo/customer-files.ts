import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { MAX_FILES_OF_PERSON } from '../../domain/customer/change.ts';
import { HistoryLink } from '../../domain/customer/history.ts';
import { Look } from '../../domain/customer/look.ts';
import type { WholeFile } from '../../domain/customer/whole.ts';
import type { CustomerFiles, DaysOfYear, FileSearch, PageRequest } from '../../ports.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { saveFileChange } from './customer-change.ts';
import { pageOfPartitions } from './customer-pages.ts';
import { personReader } from './customer-person.ts';
import { fromItem, lookItem } from './items.ts';
import {
  careIndexPartition,
  customerFileKey,
  customerIdKey,
  customerPhonePartition,
  HISTORY_PREFIX,
  INDEX_NAME,
  type Key,
  lookPartition,
} from './keys.ts';

const Pointer = z.object({ customerKey: z.string() });
const IndexEntry = z.object({ pk: z.string(), sk: z.string(), ipk: z.string(), isk: z.string() });

/** The customers' files in DynamoDB. @see CustomerFiles for what each call promises. */
export function customerFiles(client: DynamoDBDocumentClient, table: string): CustomerFiles {
  const item = async ({ pk, sk }: Key) =>
    (await client.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }))).Item;
  const { whole } = personReader(client, table);

  async function find({ by, hash }: FileSearch): Promise<WholeFile[]> {
    if (by === 'address') return distinct([await whole(hash)]);
    if (by === 'own-id') {
      const pointer = await item(customerIdKey(hash));
      return pointer === undefined ? [] : distinct([await whole(Pointer.parse(pointer).customerKey)]);
    }
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': customerPhonePartition(hash).pk },
        Limit: MAX_FILES_OF_PERSON,
      }),
    );
    return distinct(
      await Promise.all(
        z
          .array(Pointer)
          .parse(Items)
          .map((pointer) => whole(pointer.customerKey)),
      ),
    );
  }

  return {
    whole,
    find,
    history: async (keys, page) => {
      const partitions = keys.map((key) => customerFileKey(key).pk);
      const { items, cursor } = await pageOfPartitions(client, table, partitions, HISTORY_PREFIX, page);
      return { items: items.map((one) => fromItem(HistoryLink, one)), cursor };
    },
    looks: async (keys, page) => {
      const partitions = keys.map((key) => lookPartition(key).pk);
      const { items, cursor } = await pageOfPartitions(client, table, partitions, '', page);
      return { items: items.map((one) => fromItem(Look, one)), cursor };
    },
    takingCare: (page, days) => takingCare(client, table, whole, page, days),
    recordLook: async (look) => {
      await client.send(new PutCommand({ TableName: table, Item: lookItem(look) }));
    },
    save: (change) => saveFileChange(client, table, change),
  };
}

function distinct(found: readonly (WholeFile | undefined)[]): WholeFile[] {
  const byKey = new Map(found.filter((one) => one !== undefined).map((one) => [one.customerKey, one]));
  return [...byKey.values()];
}

/** Sorts after the `#` that follows the day in a sort key. */
const AFTER_DAY = '~';

async function takingCare(
  client: DynamoDBDocumentClient,
  table: string,
  whole: CustomerFiles['whole'],
  { limit, cursor }: PageRequest,
  days?: DaysOfYear,
) {
  const { ipk } = careIndexPartition;
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: INDEX_NAME,
      KeyConditionExpression: `ipk = :ipk${days === undefined ? '' : ' AND isk BETWEEN :from AND :to'}`,
      ExpressionAttributeValues: { ':ipk': ipk, ...(days === undefined ? {} : { ':from': days.from, ':to': `${days.to}${AFTER_DAY}` }) },
      Limit: limit + 1,
      ExclusiveStartKey: cursor === undefined ? undefined : decodeCursor(cursor, ipk),
    }),
  );
  const entries = z.array(IndexEntry).parse(Items);
  const shown = entries.slice(0, limit);
  const files = await Promise.all(shown.map(({ pk }) => whole(pk.slice(customerFileKey('').pk.length))));
  const last = shown.at(-1);
  const items = distinct(files);
  return last === undefined || entries.length <= limit ? { items } : { items, cursor: encodeCursor(last) };
}
