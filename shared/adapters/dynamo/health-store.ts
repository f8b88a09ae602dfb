import { type DynamoDBDocumentClient, GetCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { Health, healthy } from '../../domain/outgoing/health.ts';
import type { HealthStore } from '../../domain/outgoing/ports.ts';
import { fromItem } from './items.ts';
import { endpointKey } from './keys.ts';
import { unlessRefused } from './unless-refused.ts';

/** How endpoints and chat rooms are doing, in DynamoDB. Counters are added to, never written over: many deliveries fail at once. */
export function healthStore(client: DynamoDBDocumentClient, table: string): HealthStore {
  const update = (id: string, rest: Omit<UpdateCommandInput, 'TableName' | 'Key'>) =>
    client.send(new UpdateCommand({ TableName: table, Key: { ...endpointKey(id) }, ReturnValues: 'ALL_NEW', ...rest }));
  return {
    health: async (id) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...endpointKey(id) }, ConsistentRead: true }));
      return healthOf(id, Item);
    },
    recover: async (id) => {
      await update(id, {
        UpdateExpression: 'SET #type = :type, failures = :zero, exhausted = :zero REMOVE failingSince, notBefore',
        ExpressionAttributeNames: TYPE.names,
        ExpressionAttributeValues: { ...TYPE.values, ':zero': 0 },
      });
    },
    fail: async (id, { at, code, isExhausted }) => {
      const { Attributes } = await update(id, {
        UpdateExpression:
          'SET #type = :type, failingSince = if_not_exists(failingSince, :at), lastFailure = :code, lastFailureAt = :at ADD failures :one, exhausted :exhausted',
        ExpressionAttributeNames: TYPE.names,
        ExpressionAttributeValues: { ...TYPE.values, ':at': at, ':code': code, ':one': 1, ':exhausted': isExhausted ? 1 : 0 },
      });
      return healthOf(id, Attributes);
    },
    disable: async (id, reason, at) => {
      await unlessRefused(
        update(id, {
          UpdateExpression: 'SET #type = :type, isDisabled = :true, #reason = :reason, changedAt = :at, changedBy = :by',
          // What it was first disabled for stays.
          ConditionExpression: 'attribute_not_exists(isDisabled) OR isDisabled = :false',
          ExpressionAttributeNames: { ...TYPE.names, '#reason': 'reason' },
          ExpressionAttributeValues: {
            ...TYPE.values,
            ...{ ':true': true, ':false': false, ':reason': reason, ':at': at, ':by': 'system' },
          },
        }),
      );
    },
    enable: async (id, by, at) => {
      const { Attributes } = await update(id, {
        UpdateExpression:
          'SET #type = :type, isDisabled = :false, failures = :zero, exhausted = :zero, changedAt = :at, changedBy = :by REMOVE #reason, failingSince, notBefore',
        ExpressionAttributeNames: { ...TYPE.names, '#reason': 'reason' },
        ExpressionAttributeValues: { ...TYPE.values, ':false': false, ':zero': 0, ':at': at, ':by': by },
      });
      return healthOf(id, Attributes);
    },
  };
}

/** One that no reader of the stream listens to. */
const TYPE = { names: { '#type': 'type' }, values: { ':type': 'endpoint' } };

/** What has never failed has no item, or one that lacks what was never written. */
function healthOf(id: string, item: Readonly<Record<string, unknown>> | undefined): Health {
  const { turnUntil: _, ...rest } = item ?? {};
  return fromItem(Health, { ...healthy(id), ...rest });
}
