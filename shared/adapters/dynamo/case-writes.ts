import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { clockId } from '../../domain/recovery/action.ts';
import { isOpen } from '../../domain/recovery/case.ts';
import { type BudgetMove, type CaseChange, clockAction } from '../../domain/recovery/change.ts';
import { actionItem, caseEventItem, caseItem, historyItem } from './items.ts';
import { actionKey, agentKey, budgetKey, customerFileKey, suppressionKey } from './keys.ts';

export type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** Everything that changes of cases write, for one transaction. The case comes first of each, so that a lost race shows at once. */
export function changeWrites(table: string, changes: readonly CaseChange[]): Writes {
  return [
    ...changes.flatMap((change) => [...caseWrites(table, change), ...mailWrites(table, change), ...clockWrites(table, change)]),
    ...loadWrites(table, changes),
    ...changes.flatMap(({ budgets }) => budgets.map((move) => budgetWrite(table, move))),
    ...customerWrites(table, changes),
    ...changes.flatMap(({ liftsSuppressionOf = [] }) => liftsSuppressionOf.map((key) => suppressionLift(table, key))),
  ];
}

function caseWrites(table: string, { before, after, events }: CaseChange): Writes {
  const putCase = {
    Put: {
      TableName: table,
      Item: caseItem(after),
      ...(before === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :seen',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':seen': before.version },
          }),
    },
  };
  const putEvents = events.map((event, i) => ({
    Put: {
      TableName: table,
      Item: caseEventItem(after.number, (before?.version ?? 0) + 1 + i, event),
      // History is append-only: an event that is there is never written over.
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }));
  return [putCase, ...putEvents];
}

const mailWrites = (table: string, { mails, care }: CaseChange): Writes =>
  [...mails, ...care].map((mail) => ({
    Put: { TableName: table, Item: actionItem(mail), ConditionExpression: 'attribute_not_exists(pk)' },
  }));

/** The timer stands or goes with the case's version, which the same transaction checks. */
function clockWrites(table: string, change: CaseChange): Writes {
  const clock = clockAction(change);
  if (clock !== undefined) return [{ Put: { TableName: table, Item: actionItem(clock) } }];
  return change.before === undefined ? [] : [{ Delete: { TableName: table, Key: { ...actionKey(clockId(change.after.number)) } } }];
}

function loadWrites(table: string, changes: readonly CaseChange[]): Writes {
  const loads = new Map<string, number>();
  for (const change of changes)
    for (const [agent, delta] of Object.entries(change.loads)) loads.set(agent, (loads.get(agent) ?? 0) + delta);
  return [...loads]
    .filter(([, delta]) => delta !== 0)
    .map(([agent, delta]) => ({
      Update: {
        TableName: table,
        Key: { ...agentKey(agent) },
        UpdateExpression: 'SET #type = :type ADD openCases :delta',
        ExpressionAttributeNames: { '#type': 'type' },
        ExpressionAttributeValues: { ':type': 'agent', ':delta': delta },
      },
    }));
}

/** A sum that is more than the whole budget needs no look at what is spent: the condition is then one that never holds. */
const budgetWrite = (table: string, { branch, month, delta, cap }: BudgetMove): Writes[number] => ({
  Update: {
    TableName: table,
    Key: { ...budgetKey(branch, month) },
    UpdateExpression: 'SET #type = :type ADD committed :delta',
    ...(cap === undefined
      ? {}
      : {
          ConditionExpression:
            delta > cap ? 'attribute_exists(pk) AND committed < :least' : 'attribute_not_exists(committed) OR committed <= :rest',
        }),
    ExpressionAttributeNames: { '#type': 'type' },
    ExpressionAttributeValues: {
      ':type': 'budget',
      ':delta': delta,
      ...(cap === undefined ? {} : delta > cap ? { ':least': Number.MIN_SAFE_INTEGER } : { ':rest': cap - delta }),
    },
  },
});

/** A complaint stands, whatever the case knew of it. */
const suppressionLift = (table: string, customerKey: string): Writes[number] => ({
  Delete: {
    TableName: table,
    Key: { ...suppressionKey(customerKey) },
    ConditionExpression: 'attribute_not_exists(pk) OR #reason = :bounce',
    ExpressionAttributeNames: { '#reason': 'reason' },
    ExpressionAttributeValues: { ':bounce': 'bounce' },
  },
});

/** The customer's file knows their open cases, and their history every case, so that the next message finds them. */
function customerWrites(table: string, changes: readonly CaseChange[]): Writes {
  const moves = new Map<string, { add: string[]; remove: string[] }>();
  for (const { before, after } of changes) {
    if (after.customerKey === undefined) continue;
    const was = before !== undefined && isOpen(before);
    if (was === isOpen(after)) continue;
    const move = moves.get(after.customerKey) ?? { add: [], remove: [] };
    move[was ? 'remove' : 'add'].push(after.number);
    moves.set(after.customerKey, move);
  }
  const histories = changes.flatMap(({ before, after }): Writes => {
    if (before !== undefined || after.customerKey === undefined) return [];
    const link = { kind: 'case', customerKey: after.customerKey, at: after.openedAt, number: after.number, branch: after.branch } as const;
    return [{ Put: { TableName: table, Item: historyItem(link) } }];
  });
  return [...histories, ...[...moves].map(([customerKey, move]) => openCasesWrite(table, customerKey, move))];
}

function openCasesWrite(table: string, customerKey: string, { add, remove }: { add: string[]; remove: string[] }): Writes[number] {
  // A merge never opens and ends at once, and DynamoDB takes a set's additions and removals in one expression only for different sets.
  const [verb, numbers] = add.length > 0 ? (['ADD', add] as const) : (['DELETE', remove] as const);
  return {
    Update: {
      TableName: table,
      Key: { ...customerFileKey(customerKey) },
      UpdateExpression: `SET #type = :type ${verb} openCases :numbers`,
      ExpressionAttributeNames: { '#type': 'type' },
      ExpressionAttributeValues: { ':type': 'customer', ':numbers': new Set(numbers) },
    },
  };
}
