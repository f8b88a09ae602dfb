import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { INDEX_NAME, OWNER_INDEX_NAME } from '../shared/adapters/dynamo/keys.ts';

/** What a function may do with items. There is no Scan in it: no operation reads a whole table. */
export type ItemAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

/** On the table itself, not its index. Transactions need no right of their own: each of their operations needs its own. */
export const rightTo = (table: Table, ...actions: readonly ItemAction[]) =>
  new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [table.tableArn] });

/** To list what the sparse index holds: keys only. */
export const rightToQueryIndex = (table: Table) =>
  new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/${INDEX_NAME}`] });

/** To list the open cases of an agent: that index holds them whole. */
export const rightToQueryOwners = (table: Table) =>
  new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/${OWNER_INDEX_NAME}`] });
