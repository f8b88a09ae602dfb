import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isOfErased } from '../../domain/customer/erasure/person.ts';
import { Customer, type CustomerSeen, isTombstone } from '../../domain/customer/file.ts';
import type { FeedbackRegister } from '../../ports.ts';
import { personReader } from './customer-person.ts';
import { fromItem, historyItem } from './items.ts';
import { customerFileKey } from './keys.ts';

type Heard = Parameters<FeedbackRegister['keepCustomer']>[1];

/**
 * Creates or completes the customer's file and files the feedback in their history, before the feedback itself is stored: a process that dies between
 * leaves an entry that leads nowhere, and never feedback that an erasure would not find. What staff or an import has set stays (anybody can type a
 * name into a form), and of a person who was erased nothing is kept unless they come back themselves.
 */
export async function keepCustomer(client: DynamoDBDocumentClient, table: string, seen: CustomerSeen, heard: Heard): Promise<Customer> {
  const { customerKey } = seen;
  const { Item } = await client.send(
    // Strongly: an erasure of a moment ago must be seen.
    new GetCommand({ TableName: table, Key: customerFileKey(customerKey), ConsistentRead: true }),
  );
  // An item without a language has been made by the numbers of open cases alone: it is no file yet.
  const stored = Item?.['language'] === undefined ? undefined : fromItem(Customer, Item);
  await client.send(new PutCommand({ TableName: table, Item: historyItem(linkOf(customerKey, heard)) }));
  if (stored !== undefined && isOfErased(stored, heard)) return stored;
  const changes = changesOf(stored, seen, heard);
  const { personOf } = personReader(client, table);
  if (Object.keys(changes).length === 0 && stored !== undefined) return personOf(stored);
  await update(client, table, seen, changes, stored);
  return personOf({ ...(stored ?? { customerKey, since: seen.since }), language: stored?.language ?? seen.language, ...changes });
}

/** @see FeedbackRegister.fileWithCustomer */
export async function fileWithCustomer(
  client: DynamoDBDocumentClient,
  table: string,
  customerKey: string,
  heard: Linked,
): Promise<Customer | undefined> {
  const customer = await personReader(client, table).person(customerKey);
  // Without a file it is filed all the same: whoever makes one later finds it, and so does an erasure.
  if (customer === undefined || !isTombstone(customer)) {
    await client.send(new PutCommand({ TableName: table, Item: historyItem(linkOf(customerKey, heard)) }));
  }
  return customer;
}

type Linked = Pick<Heard, 'id' | 'receivedAt' | 'branch' | 'score'>;

const linkOf = (customerKey: string, { id, receivedAt, branch, score }: Linked) =>
  ({ kind: 'feedback', customerKey, at: receivedAt, id, branch, score }) as const;

type Changes = Partial<Pick<Customer, 'email' | 'name' | 'phone' | 'language' | 'returnedAt'>>;

function changesOf(stored: Customer | undefined, { email, name, phone, language }: CustomerSeen, { receivedAt }: Heard): Changes {
  const isFree = (field: 'name' | 'language') => stored?.confirmed?.includes(field) !== true;
  // The standing file of several keeps the address that staff or an import chose for it; the key still leads here.
  const hasCorrectedAddress = stored?.email !== undefined && stored.mergedKeys !== undefined;
  const isBack = stored?.erasedAt !== undefined && (stored.returnedAt === undefined || stored.returnedAt <= stored.erasedAt);
  return {
    ...(stored?.email === email || hasCorrectedAddress ? {} : { email }),
    ...(name === undefined || name === stored?.name || !isFree('name') ? {} : { name }),
    // Staff wrote it down; one that is there already was chosen for the file.
    ...(phone === undefined || stored?.phone !== undefined ? {} : { phone }),
    ...(language === stored?.language || !isFree('language') ? {} : { language }),
    ...(isBack ? { returnedAt: receivedAt } : {}),
  };
}

async function update(
  client: DynamoDBDocumentClient,
  table: string,
  { customerKey, since, language }: CustomerSeen,
  changes: Changes,
  stored: Customer | undefined,
): Promise<void> {
  const entries = Object.entries({ type: 'customer', customerKey, language, ...changes }).filter(
    ([field]) => stored === undefined || field in changes,
  );
  await client.send(
    new UpdateCommand({
      TableName: table,
      Key: customerFileKey(customerKey),
      UpdateExpression: `SET #since = if_not_exists(#since, :since), ${entries.map(([field]) => `#${field} = :${field}`).join(', ')}`,
      // An erasure that began since the file was read: nothing may be written, and the queue brings the feedback again.
      ConditionExpression: stored?.erasedAt === undefined ? 'attribute_not_exists(#erasedAt)' : '#erasedAt = :erasedAt',
      ExpressionAttributeNames: Object.fromEntries([
        ['#since', 'since'],
        ['#erasedAt', 'erasedAt'],
        ...entries.map(([field]) => [`#${field}`, field]),
      ]),
      ExpressionAttributeValues: Object.fromEntries([
        [':since', since],
        ...(stored?.erasedAt === undefined ? [] : [[':erasedAt', stored.erasedAt]]),
        ...entries.map(([field, value]) => [`:${field}`, value]),
      ]),
    }),
  );
}
