import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Customer } from '../../domain/customer/file.ts';
import { Feedback } from '../../domain/feedback.ts';
import { Action, type CaseMail } from '../../domain/recovery/action.ts';
import { Case } from '../../domain/recovery/case.ts';
import { CaseEvent } from '../../domain/recovery/event.ts';
import type { ActionEnd, ActionStore, BeginOutcome, CaseMailMatter, MailLimit } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import { personReader } from './customer-person.ts';
import { leaseIn } from './due-index.ts';
import { dueShard, fromItem, sentMailItem } from './items.ts';
import {
  actionKey,
  caseEventKey,
  caseKey,
  customerFileKey,
  DUE_SHARDS,
  dueIndexKey,
  duePartition,
  feedbackKey,
  mailCountKey,
  suppressionKey,
} from './keys.ts';
import { unlessRefused } from './unless-refused.ts';

/** Counts of mails per address and day are of no use after the day; two days spare any time zone's doubts. */
const MAIL_COUNT_KEPT_MS = 2 * 86_400_000;

const EventItem = z.strictObject({ number: z.string(), version: z.int(), event: CaseEvent });

/** What `sweep` and `act` do with actions, in DynamoDB. @see ActionStore for what each call promises. */
export function actionStore(client: DynamoDBDocumentClient, table: string): ActionStore {
  return {
    async action(id) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...actionKey(id) }, ConsistentRead: true }));
      return Item === undefined ? undefined : fromItem(Action, Item);
    },
    about: (mail) => about(client, table, mail),
    customer: (customerKey) => personReader(client, table).person(customerKey),
    leaseDue: (now, leaseUntil, limit) => leaseDue(client, table, now, leaseUntil, limit),
    begin: (action, { now, recheckAt, customer }) => begin(client, table, action, now, recheckAt, customer),
    end: (action, outcome) => end(client, table, action, outcome),
  };
}

/** The case and the event first, since they name the others. */
async function about(client: DynamoDBDocumentClient, table: string, { caseNumber, event }: CaseMail): Promise<CaseMailMatter | undefined> {
  const keys = [caseKey(caseNumber), caseEventKey(caseNumber, event)];
  const [foundCase, foundEvent] = await batchGet(client, table, keys, { isStrong: true });
  if (foundCase === undefined || foundEvent === undefined) return undefined;
  const matter = { case: fromItem(Case, foundCase), event: fromItem(EventItem, foundEvent).event };
  const { feedbackId, joined, customerKey } = matter.case;
  const latestKey = joined
    .filter((id) => id !== feedbackId)
    .map(feedbackKey)
    .at(-1);
  const customerAt = customerKey === undefined ? undefined : customerFileKey(customerKey);
  const others = [feedbackKey(feedbackId), latestKey, customerAt].filter((key) => key !== undefined);
  const items = await batchGet(client, table, others, { isStrong: true });
  const [feedback, latest, customer] = [feedbackKey(feedbackId), latestKey, customerAt].map((key) =>
    items.find(({ pk }) => pk === key?.pk),
  );
  if (feedback === undefined) return undefined;
  return {
    ...matter,
    feedback: fromItem(Feedback, feedback),
    latest: latest && fromItem(Feedback, latest),
    customer: customer && (await personReader(client, table).personOf(fromItem(Customer, customer))),
  };
}

async function leaseDue(client: DynamoDBDocumentClient, table: string, now: string, leaseUntil: string, limit: number): Promise<string[]> {
  const leased: string[] = [];
  for (let shard = 0; shard < DUE_SHARDS && leased.length < limit; shard += 1) {
    const keys = await leaseIn(client, table, duePartition(shard).ipk, { now, leaseUntil, limit: limit - leased.length });
    leased.push(...keys.map(({ pk }) => pk.slice(actionKey('').pk.length)));
  }
  return leased;
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
  ...(perDay === undefined ? [] : [mailCountWrite(table, now, customerKey, perDay)]),
];

const mailCountWrite = (table: string, now: string, customerKey: string, perDay: number) => ({
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
});

async function end(client: DynamoDBDocumentClient, table: string, action: Action, outcome: ActionEnd): Promise<void> {
  // Before the action ends: should this process die between, the mail is known to be about its case all the same.
  if (outcome.state === 'done' && outcome.sesMessageId !== undefined && action.kind === 'mail' && action.to === 'customer') {
    const Item = sentMailItem(outcome.sesMessageId, action.caseNumber, outcome.at);
    await client.send(new PutCommand({ TableName: table, Item }));
  }
  const isDueAgain = outcome.state === 'due';
  const values: Record<string, unknown> = isDueAgain
    ? {
        dueAt: outcome.dueAt,
        reason: outcome.reason,
        attempts: action.attempts + 1,
        isk: dueIndexKey(dueShard(action.id), outcome.dueAt, action.id).isk,
      }
    : outcome.state === 'done'
      ? { endedAt: outcome.at, ...(outcome.sesMessageId === undefined ? {} : { sesMessageId: outcome.sesMessageId }) }
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
