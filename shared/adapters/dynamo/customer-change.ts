import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { FileChange, FileLink, FileWrite } from '../../domain/customer/change.ts';
import { conflict } from '../../domain/errors.ts';
import { lookItem } from './items.ts';
import { callIndexKey, callKey, careIndexKey, customerFileKey, customerIdKey, customerPhoneKey } from './keys.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * Saves a change of a person's files with its record, or nothing. Files are updated field by field and never put as a whole: numbers of open cases are
 * kept in them by other transactions meanwhile.
 * @throws AmendsError 409 where a file is not as it was seen, or an own id leads to somebody else by now.
 */
export async function saveFileChange(client: DynamoDBDocumentClient, table: string, change: FileChange): Promise<void> {
  const writes = [
    ...change.writes.map((write) => fileWrite(table, write)),
    ...change.links.map((link) => linkWrite(table, link)),
    ...callWrites(table, change),
    { Put: { TableName: table, Item: lookItem(change.record) } },
  ];
  try {
    await client.send(new TransactWriteCommand({ TransactItems: writes }));
  } catch (error) {
    const codes = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []).map(({ Code }) => Code) : [];
    if (!codes.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict')) throw error;
    throw conflict('Somebody else changed this customer’s file at the same time. Read it again, then decide again.');
  }
}

function fileWrite(table: string, { customerKey, seen, set, remove, before }: FileWrite): Write {
  const { pk, sk } = customerFileKey(customerKey);
  const version = seen === 'new' ? 1 : seen + 1;
  // The index is for those who take greetings: it follows the consent, and goes with it.
  const consent = set.consent ?? (set.since === undefined ? undefined : before?.consent);
  const care = consent?.care === true ? careIndexKey(set.since ?? before?.since ?? consent.at, customerKey) : {};
  const isCareless = set.consent?.care === false || remove.includes('consent');
  const values = Object.entries({ ...set, ...care, version, type: 'customer', customerKey }).filter(([, value]) => value !== undefined);
  const gone = [...remove.filter((field) => set[field] === undefined), ...(isCareless ? ['ipk', 'isk'] : [])];
  const names = [...values.map(([field]) => field), ...gone];
  return {
    Update: {
      TableName: table,
      Key: { pk, sk },
      UpdateExpression: [
        `SET ${values.map(([field]) => `#${field} = :${field}`).join(', ')}`,
        ...(gone.length === 0 ? [] : [`REMOVE ${gone.map((field) => `#${field}`).join(', ')}`]),
      ].join(' '),
      ConditionExpression: standsAsSeen(seen),
      ExpressionAttributeNames: Object.fromEntries([...names, 'version'].map((field) => [`#${field}`, field])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(values.map(([field, value]) => [`:${field}`, value])),
        ...(seen === 'new' ? {} : { ':seen': seen }),
      },
    },
  };
}

/** Who allows contact is called by plan: the plan's day is worked out by whoever reads it; until then the day of the consent stands for it. */
function callWrites(table: string, { writes, nextCall }: FileChange): Write[] {
  const put = ({ customerKey, on }: NonNullable<FileChange['nextCall']>): Write => ({
    Put: { TableName: table, Item: { ...callKey(customerKey), ...callIndexKey(on, customerKey), type: 'call', customerKey } },
  });
  const others = writes.filter(({ customerKey }) => customerKey !== nextCall?.customerKey);
  const moved = others.flatMap(({ customerKey, set, remove }): Write[] => {
    if (set.erasedAt !== undefined || set.consent?.contact === false || (remove.includes('consent') && set.consent === undefined))
      return [{ Delete: { TableName: table, Key: { ...callKey(customerKey) } } }];
    return set.consent === undefined ? [] : [put({ customerKey, on: set.consent.at.slice(0, 10) })];
  });
  return nextCall === undefined ? moved : [...moved, put(nextCall)];
}

/** A file that nobody has changed yet has no version: that is 1. */
function standsAsSeen(seen: FileWrite['seen']): string {
  if (seen === 'new') return 'attribute_not_exists(pk) AND attribute_not_exists(#version)';
  return seen === 1 ? 'attribute_exists(pk) AND (attribute_not_exists(#version) OR #version = :seen)' : '#version = :seen';
}

function linkWrite(table: string, { kind, hash, customerKey, insteadOf }: FileLink): Write {
  const fields = { customerKey, type: 'customer-link' };
  if (kind === 'phone') return { Put: { TableName: table, Item: { ...customerPhoneKey(hash, customerKey), ...fields } } };
  const keys = [...new Set([customerKey, ...insteadOf])].map((key, i) => [`:key${i}`, key] as const);
  return {
    Put: {
      TableName: table,
      Item: { ...customerIdKey(hash), ...fields },
      ConditionExpression: `attribute_not_exists(pk) OR customerKey IN (${keys.map(([name]) => name).join(', ')})`,
      ExpressionAttributeValues: Object.fromEntries(keys),
    },
  };
}
