import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Feedback } from '../../domain/feedback.ts';
import { QuarantinedItem } from '../../domain/intake/quarantined.ts';
import { Action } from '../../domain/recovery/action.ts';
import { Case, isOpen } from '../../domain/recovery/case.ts';
import { CaseEvent } from '../../domain/recovery/event.ts';
import type { CaseWithHistory, Page, PageRequest, RegisterReader } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import { personReader } from './customer-person.ts';
import { fromItem } from './items.ts';
import {
  actionKey,
  CASE_EVENT_PREFIX,
  caseIndexPartition,
  caseKey,
  feedbackIndexPartition,
  feedbackKey,
  type Key,
  quarantineIndexPartition,
} from './keys.ts';
import { listOfIndex, pageOfOwner } from './page-of-index.ts';

const CaseEventItem = z.strictObject({ number: z.string(), version: z.int(), event: CaseEvent });

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
  const many = async <Schema extends z.ZodMiniType>(schema: Schema, keys: readonly Key[]): Promise<z.output<Schema>[]> =>
    (await batchGet(client, table, keys)).map((item) => fromItem(schema, item));
  const list = <Schema extends z.ZodMiniType>(schema: Schema, ipk: string, order: 'oldest' | 'newest', page: PageRequest) =>
    listOfIndex(client, table, schema, ipk, order, page);
  return {
    // Strongly, since corrections are decided on what it returns.
    feedback: (id) => one(Feedback, feedbackKey(id), 'strong'),
    feedbacks: (ids) => many(Feedback, ids.map(feedbackKey)),
    feedbackOfDay: (utcDay, page) => list(Feedback, feedbackIndexPartition(utcDay).ipk, 'newest', page),
    case: (number) => caseWithHistory(client, table, number),
    // The index follows the table with a delay: a case that ended or was handed over a moment ago may still be named where it was.
    openCases: async (page) => kept(await list(Case, caseIndexPartition('open').ipk, 'oldest', page), isOpen),
    casesOf: async (agent, page) => {
      const { items, cursor } = await pageOfOwner(client, table, agent, page);
      return { items: items.map((item) => fromItem(Case, item)), cursor };
    },
    casesClosedIn: async (month, page) => kept(await list(Case, caseIndexPartition(month).ipk, 'oldest', page), (item) => !isOpen(item)),
    customer: personReader(client, table).person,
    action: (id) => one(Action, actionKey(id)),
    actions: (ids) => many(Action, ids.map(actionKey)),
    quarantined: (page) => list(QuarantinedItem, quarantineIndexPartition.ipk, 'newest', page),
  };
}

const kept = <Item>({ items, cursor }: Page<Item>, keep: (item: Item) => boolean): Page<Item> => ({ items: items.filter(keep), cursor });

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
