import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { AmendsError, conflict } from '../../domain/errors.ts';
import { Case } from '../../domain/recovery/case.ts';
import type { CaseChange } from '../../domain/recovery/change.ts';
import { CaseEvent } from '../../domain/recovery/event.ts';
import { refuseComplained } from '../../domain/recovery/refusal.ts';
import type { CaseStore, Idempotency } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import { changeWrites, type Writes } from './case-writes.ts';
import { fromItem } from './items.ts';
import { caseEventKey, caseKey, commandKey, type Key } from './keys.ts';

/** How long a client may send a command again under its key. Milliseconds. */
const KEY_KEPT_MS = 7 * 86_400_000;

const Done = z.strictObject({ hash: z.string(), firstVersion: z.int(), lastVersion: z.int(), expiresAt: z.int() });
const EventItem = z.strictObject({ number: z.string(), version: z.int(), event: CaseEvent });

/** Cases as they are worked, in DynamoDB. @see CaseStore for what each call promises. @param now instant, for the expiry of keys. */
export function caseStore(client: DynamoDBDocumentClient, table: string, now: () => string): CaseStore {
  return {
    async load(number, idempotencyKey, into) {
      const own = caseKey(number);
      const command = idempotencyKey === undefined ? undefined : commandKey(number, idempotencyKey);
      // DynamoDB takes no key twice.
      const other = into === undefined || into === number ? undefined : caseKey(into);
      const keys = [own, command, other].filter((key) => key !== undefined);
      const items = await batchGet(client, table, keys, { isStrong: true });
      const at = (key: Key | undefined) => key && items.find(({ pk, sk }) => pk === key.pk && sk === key.sk);
      const [found, done] = [at(own), at(command)];
      const target = into === number ? found : at(other);
      return { case: found && fromItem(Case, found), done: done && fromItem(Done, done), into: target && fromItem(Case, target) };
    },
    async save(changes, idempotency) {
      const writes = [...changeWrites(table, changes), ...commandWrites(table, changes, idempotency, now())];
      try {
        await client.send(new TransactWriteCommand({ TransactItems: writes }));
      } catch (error) {
        throw asRefusal(error, writes, changes) ?? error;
      }
    },
    async events(number, first, last) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':pk': caseKey(number).pk,
            ':first': caseEventKey(number, first).sk,
            ':last': caseEventKey(number, last).sk,
          },
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => fromItem(EventItem, item).event);
    },
  };
}

function commandWrites(table: string, [change]: readonly CaseChange[], idempotency: Idempotency | undefined, now: string): Writes {
  if (change === undefined || idempotency === undefined) return [];
  const done = {
    hash: idempotency.hash,
    firstVersion: (change.before?.version ?? 0) + 1,
    lastVersion: change.after.version,
    expiresAt: Math.floor((Date.parse(now) + KEY_KEPT_MS) / 1000),
  };
  const Item = { ...done, ...commandKey(change.after.number, idempotency.key), type: 'command' };
  return [{ Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } }];
}

/**
 * What a cancelled transaction means to whoever gave the command. A failed condition, or another transaction on the same items at this very moment:
 * read again. A budget that does not hold it: ask for approval.
 */
function asRefusal(error: unknown, writes: Writes, changes: readonly CaseChange[]): AmendsError | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  const isOfBudget = (i: number) => String(writes[i]?.Update?.Key?.['pk']).startsWith('BUDGET#');
  const failed = codes.flatMap((code, i) => (code === 'ConditionalCheckFailed' ? [i] : []));
  if (failed.length > 0 && failed.every(isOfBudget)) {
    const message = "The month's budget for compensation does not hold this. Send the offer for approval (forApproval), or offer less.";
    return new AmendsError(409, 'budget-exceeded', message);
  }
  const isOfSuppression = (i: number) => String(writes[i]?.Delete?.Key?.['pk']).startsWith('SUPPRESSION#');
  if (failed.length > 0 && failed.every(isOfSuppression)) return refuseComplained(changes[0]?.after.number ?? '');
  if (failed.length === 0 && !codes.includes('TransactionConflict')) return undefined;
  const [change] = changes;
  return conflict(
    `Somebody else changed case ${change?.after.number} since version ${change?.before?.version}. Read it again, then decide again.`,
  );
}
