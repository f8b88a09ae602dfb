import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { MailOutcomes } from '../../ports.ts';
import { actionKey, suppressionKey } from './keys.ts';

/**
 * What SES's events change in the register: each is one conditional update, so that the same event again, or another order, ends in the same state.
 * @param customerKeys keys of an address, one for each customer key in use: during a rotation files stand under either.
 */
export function mailOutcomes(
  client: DynamoDBDocumentClient,
  table: string,
  customerKeys: (address: string) => readonly string[],
): MailOutcomes {
  const update = (input: Omit<UpdateCommandInput, 'TableName'>) =>
    unlessRefused(client.send(new UpdateCommand({ TableName: table, ...input })));
  return {
    markSent: (actionId, at, sesMessageId) =>
      update({
        Key: { ...actionKey(actionId) },
        UpdateExpression: 'SET #state = :done, endedAt = :at, sesMessageId = :id REMOVE ipk, isk, #reason',
        // `due` as well: SES has it, so whatever made us believe that it failed was wrong, and a second one must not follow.
        ConditionExpression: '#state IN (:due, :sending, :unknown)',
        ExpressionAttributeNames: { '#state': 'state', '#reason': 'reason' },
        ExpressionAttributeValues: {
          ':done': 'done',
          ':due': 'due',
          ':sending': 'sending',
          ':unknown': 'unknown',
          ':at': at,
          ':id': sesMessageId,
        },
      }),
    markRefused: (actionId, at, reason) =>
      update({
        Key: { ...actionKey(actionId) },
        UpdateExpression: 'SET #state = :refused, endedAt = :at, #reason = :reason REMOVE ipk, isk',
        ConditionExpression: 'attribute_exists(pk) AND #state <> :refused',
        ExpressionAttributeNames: { '#state': 'state', '#reason': 'reason' },
        ExpressionAttributeValues: { ':refused': 'refused', ':at': at, ':reason': reason },
      }),
    async suppress(address, reason, at) {
      for (const customerKey of customerKeys(address)) {
        await update({
          Key: { ...suppressionKey(customerKey) },
          UpdateExpression: 'SET #type = :type, #reason = :reason, #at = :at',
          // A complaint weighs more than a bounce; of two alike the earlier stands. So the order of arrival does not matter.
          ConditionExpression:
            'attribute_not_exists(pk) OR (#reason = :bounce AND :reason <> :bounce) OR (#reason = :reason AND #at > :at)',
          ExpressionAttributeNames: { '#type': 'type', '#reason': 'reason', '#at': 'at' },
          ExpressionAttributeValues: { ':type': 'suppression', ':reason': reason, ':bounce': 'bounce', ':at': at },
        });
      }
    },
  };
}

/** A condition that does not hold says that it was known already. */
async function unlessRefused(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
