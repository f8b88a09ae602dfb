import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Customer } from '../../domain/customer.ts';
import { Feedback, FeedbackReceived, Instant, Quarantine } from '../../domain/feedback.ts';
import { Action } from '../../domain/recovery/action.ts';
import { Case, CaseEvent } from '../../domain/recovery/case.ts';
import type { CaseWithHistory, Page, PageRequest, RegisterReader } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { fromItem } from './items.ts';
import {
  actionKey,
  CASE_EVENT_PREFIX,
  caseIndexPartition,
  caseKey,
  customerFileKey,
  feedbackIndexPartition,
  feedbackKey,
  INDEX_NAME,
  type Key,
  quarantineIndexPartition,
} from './keys.ts';

const QuarantinedItem = z.strictObject({ id: z.string(), at: Instant, quarantine: Quarantine, received: FeedbackReceived });
const CaseEventItem = z.strictObject({ number: z.string(), version: z.int(), event: CaseEvent });
const IndexEntry = z.looseObject({ pk: z.string(), sk: z.string(), ipk: z.string(), isk: z.string() });

/** Reads the register of `ports.ts` from DynamoDB. Lists query the index and fetch what it names; nothing scans. */
export function registerReader(client: DynamoDBDocumentClient, table: string): RegisterReader {
  const one = async <Schema extends z.ZodMiniType>(
    schema: Schema,
    key: Key,
    consistency?: 'strong',
  ): Promise<z.output<Schema> | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: consistency === 'strong' }));
    return Item === undefined ? undefined : fromItem(schema, Item);
  };
  const list = <Schema extends z.ZodMiniType>(schema: Schema, ipk: string, order: 'oldest' | 'newest', page: PageRequest) =>
    listOfIndex(client, table, schema, ipk, order, page);
  return {
    // Strongly, since corrections are decided on what it returns.
    feedback: (id) => one(Feedback, feedbackKey(id), 'strong'),
    feedbackOfDay: (utcDay, page) => list(Feedback, feedbackIndexPartition(utcDay).ipk, 'newest', page),
    case: (number) => caseWithHistory(client, table, number),
    cases: async (openOrMonth, page) => {
      const { items, cursor } = await list(Case, caseIndexPartition(openOrMonth).ipk, 'oldest', page);
      // The index follows the table with a delay: one that was resolved a moment ago may still be named among the open ones.
      return { items: items.filter((item) => (item.state === 'resolved') === (openOrMonth !== 'open')), cursor };
    },
    customer: (customerKey) => one(Customer, customerFileKey(customerKey)),
    action: (id) => one(Action, actionKey(id)),
    quarantined: (page) => list(QuarantinedItem, quarantineIndexPartition.ipk, 'newest', page),
  };
}

async function listOfIndex<Schema extends z.ZodMiniType>(
  client: DynamoDBDocumentClient,
  table: string,
  schema: Schema,
  ipk: string,
  order: 'oldest' | 'newest',
  { limit, cursor }: PageRequest,
): Promise<Page<z.output<Schema>>> {
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
  const last = entries.at(-1);
  const items = (await batchGet(client, table, entries)).map((item) => fromItem(schema, item));
  if (last === undefined || named.length <= limit) return { items };
  return { items, cursor: encodeCursor({ pk: last.pk, sk: last.sk, ipk: last.ipk, isk: last.isk }) };
}

/** Case and events share a partition: one strongly consistent query, since commands are decided on what it returns. */
async function caseWithHistory(client: DynamoDBDocumentClient, table: string, number: string): Promise<CaseWithHistory | undefined> {
  const { pk } = caseKey(number);
  const items: Record<string, unknown>[] = [];
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
    items.push(...(answer.Items ?? []));
    from = answer.LastEvaluatedKey;
  } while (from !== undefined);
  const stored = items.find((item) => item['sk'] === caseKey(number).sk);
  if (stored === undefined) return undefined;
  const events = items.filter((item) => String(item['sk']).startsWith(CASE_EVENT_PREFIX)).map((item) => fromItem(CaseEventItem, item));
  return { case: fromItem(Case, stored), history: events.sort((a, b) => a.version - b.version).map(({ event }) => event) };
}
