import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { TopicAlarm } from '../../domain/alarm/topic-alarm.ts';
import type { AlarmReader, AlarmRegister } from '../../ports.ts';
import { actionItem, alarmItem } from './items.ts';
import { alarmIndexPartition } from './keys.ts';
import { listOfIndex } from './page-of-index.ts';

/** Alarms that were raised, newest first: a query of the index. */
export const alarmReader = (client: DynamoDBDocumentClient, table: string): AlarmReader => ({
  alarms: (page) => listOfIndex(client, table, TopicAlarm, alarmIndexPartition.ipk, 'newest', page),
});

/** Stores an alarm and its mail in one transaction: neither is there without the other, nor twice. */
export function alarmRegister(client: DynamoDBDocumentClient, table: string): AlarmRegister {
  return {
    ...alarmReader(client, table),
    async raise(alarm, mail) {
      const items = [alarmItem(alarm), ...(mail === undefined ? [] : [actionItem(mail)])];
      const TransactItems = items.map((Item) => ({
        Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' },
      }));
      try {
        await client.send(new TransactWriteCommand({ TransactItems }));
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        // A conflict or throttling is no answer to whether it stands: the run is tried again.
        if (error.CancellationReasons?.[0]?.Code !== 'ConditionalCheckFailed') throw error;
        return false;
      }
    },
  };
}
