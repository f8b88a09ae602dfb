import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Customer } from '../../domain/customer.ts';
import { Feedback } from '../../domain/feedback.ts';
import { Action } from '../../domain/recovery/action.ts';
import { Case } from '../../domain/recovery/case.ts';
import type { ActionEnd, ActionStore, BeginOutcome, MailLimit } from '../../ports.ts';
import { dueShard, fromItem } from './items.ts';
import {
  actionKey,
  caseKey,
  customerFileKey,
  DUE_SHARDS,
  dueIndexKey,
  duePartition,
  feedbackKey,
  INDEX_NAME,
  type Key,
  mailCountKey,
  suppressionKey,
} from './keys.ts';

/** Counts of mails per address and day are of no use after the day; two days spare any time zone's doubts. */
const MAIL_COUNT_KEPT_MS = 2 * 86_400_000;

const IndexEntry = z.object({ pk: z.string(), sk: z.string(), isk: z.string() });

/** What `sweep` and `act` do with actions, in DynamoDB. @see ActionStore for what each call promises. */
export function actionStore(client: DynamoDBDocumentClient, table: string): ActionStore {
  async function read<Schema extends z.ZodMiniType>(key: Key, schema: Schema): Promise<z.output<Schema> | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }));
    return Item === undefined ? undefined : fromItem(schema, Item);
  }

  return {
    action: (id) => read(actionKey(id), Action),
    case: (number) => read(caseKey(number), Case),
    customer: (customerKey) => read(customerFileKey(customerKey), Customer),
    feedback: (id) => read(feedbackKey(id), Feedback),
    leaseDue: (now, leaseUntil, limit) => leaseDue(client, table, now, leaseUntil, limit),
    begin: (action, { now, recheckAt, customer }) => begin(client, table, action, now, recheckAt, customer),
    end: (action, outcome) => end(client, table, action, outcome),
  };
}

async function leaseDue(client: DynamoDBDocumentClient, table: string, now: string, leaseUntil: string, limit: number): Promise<string[]> {
  const leased: string[] = [];
  for (let shard = 0; shard < DUE_SHARDS && leased.length < limit; shard += 1) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: INDEX_NAME,
        KeyConditionExpression: 'ipk = :shard AND isk <= :now',
        // '~' sorts after every id, so what is due at this very instant is due.
        ExpressionAttributeValues: { ':shard': duePartition(shard).ipk, ':now': `${now}#~` },
        Limit: limit - leased.length,
      }),
    );
    for (const { pk, sk, isk } of z.array(IndexEntry).parse(Items)) {
      const id = pk.slice(actionKey('').pk.length);
      if (await move(client, table, { pk, sk }, isk, dueIndexKey(shard, leaseUntil, id).isk)) leased.push(id);
    }
  }
  return leased;
}

/** Moves an index entry, if nobody did so since it was read. */
async function move(client: DynamoDBDocumentClient, table: string, key: Key, from: string, to: string): Promise<boolean> {
  return unlessRefused(
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: { ...key },
        UpdateExpression: 'SET isk = :to',
        ConditionExpression: 'isk = :from',
        ExpressionAttributeValues: { ':from': from, ':to': to },
      }),
    ),
  );
}

async function begin(
  client: DynamoDBDocumentClient,
  table: string,
  action: Action,
  now: string,
  recheckAt: string,
  customer: MailLimit | undefined,
): Promise<BeginOutcome> {
  const start = {
    TableName: table,
    Key: { ...actionKey(action.id) },
    // It stays in the due index until it has ended: should this process die, sweep brings it again and its outcome is settled then.
    UpdateExpression: 'SET #state = :sending, startedAt = :now, isk = :recheck',
    ConditionExpression: '#state = :due AND attempts = :attempts',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':sending': 'sending',
      ':due': 'due',
      ':now': now,
      ':attempts': action.attempts,
      ':recheck': dueIndexKey(dueShard(action.id), recheckAt, action.id).isk,
    },
  };
  if (customer === undefined) return (await unlessRefused(client.send(new UpdateCommand(start)))) ? 'begun' : 'not-due';
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [{ Update: start }, ...customerChecks(table, now, customer)] }));
    return 'begun';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const [own, suppression, count] = (error.CancellationReasons ?? []).map(({ Code }) => Code === 'ConditionalCheckFailed');
    if (own) return 'not-due';
    if (suppression) return 'suppressed';
    if (count) return 'daily-limit';
    throw error;
  }
}

/** Promise 24: suppression is checked in the transaction that starts the send. Promises 19 and 27: so is the day's limit. */
const customerChecks = (
  table: string,
  now: string,
  { customerKey, perDay }: MailLimit,
): NonNullable<TransactWriteCommandInput['TransactItems']> => [
  { ConditionCheck: { TableName: table, Key: { ...suppressionKey(customerKey) }, ConditionExpression: 'attribute_not_exists(pk)' } },
  {
    Update: {
      TableName: table,
      Key: { ...mailCountKey(customerKey, now.slice(0, 10)) },
      UpdateExpression: 'SET #type = :type, expiresAt = :expires ADD mails :one',
      ConditionExpression: 'attribute_not_exists(mails) OR mails < :limit',
      ExpressionAttributeNames: { '#type': 'type' },
      ExpressionAttributeValues: {
        ':type': 'mail-count',
        ':one': 1,
        ':limit': perDay,
        ':expires': Math.floor((Date.parse(now) + MAIL_COUNT_KEPT_MS) / 1000),
      },
    },
  },
];

async function end(client: DynamoDBDocumentClient, table: string, action: Action, outcome: ActionEnd): Promise<void> {
  const isDueAgain = outcome.state === 'due';
  const values: Record<string, unknown> = isDueAgain
    ? {
        dueAt: outcome.dueAt,
        reason: outcome.reason,
        attempts: action.attempts + 1,
        isk: dueIndexKey(dueShard(action.id), outcome.dueAt, action.id).isk,
      }
    : outcome.state === 'done'
      ? { endedAt: outcome.at, sesMessageId: outcome.sesMessageId }
      : { endedAt: outcome.at, reason: outcome.reason };
  const sets = Object.keys(values).map((field) => `#${field} = :${field}`);
  await unlessRefused(
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: { ...actionKey(action.id) },
        UpdateExpression: `SET #state = :state, ${sets.join(', ')}${isDueAgain ? '' : ' REMOVE ipk, isk'}`,
        ConditionExpression: action.startedAt === undefined ? '#state = :from' : '#state = :from AND startedAt = :started',
        ExpressionAttributeNames: Object.fromEntries([['#state', 'state'], ...Object.keys(values).map((field) => [`#${field}`, field])]),
        ExpressionAttributeValues: {
          ':state': outcome.state,
          ':from': action.state,
          ...(action.startedAt === undefined ? {} : { ':started': action.startedAt }),
          ...Object.fromEntries(Object.entries(values).map(([field, value]) => [`:${field}`, value])),
        },
      }),
    ),
  );
}

/** True where it was written, false where its condition did not hold. */
async function unlessRefused(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
