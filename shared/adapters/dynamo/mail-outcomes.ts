import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { isCaseTemplate, MAIL_RULES } from '../../domain/recovery/mail-view/rules.ts';
import type { MailOutcomes } from '../../ports.ts';
import { sentMailItem } from './items.ts';
import { actionKey, suppressionKey } from './keys.ts';

/**
 * What SES's events change in the register: each is one conditional write, so that the same event again, or another order, ends in the same state.
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
    async markSent(actionId, at, sesMessageId) {
      const done = {
        TableName: table,
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
      };
      const caseNumber = caseOfCustomerMail(actionId);
      if (caseNumber === undefined) return unlessRefused(client.send(new UpdateCommand(done)));
      // Both or neither: what was settled here nobody else remembers, and the customer's reply must find its case all the same.
      const remember = { Put: { TableName: table, Item: sentMailItem(sesMessageId, caseNumber, at) } };
      await unlessRefused(client.send(new TransactWriteCommand({ TransactItems: [{ Update: done }, remember] })));
    },
    markRefused: (actionId, at, reason) =>
      update({
        Key: { ...actionKey(actionId) },
        UpdateExpression: 'SET #state = :refused, endedAt = :at, #reason = :reason REMOVE ipk, isk',
        ConditionExpression: 'attribute_exists(pk) AND #state <> :refused',
        ExpressionAttributeNames: { '#state': 'state', '#reason': 'reason' },
        ExpressionAttributeValues: { ':refused': 'refused', ':at': at, ':reason': reason },
      }),
    async suppress(address, reason, at) {
      const keys = customerKeys(address);
      for (const customerKey of keys) {
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
      return keys;
    },
  };
}

/** A condition that does not hold says that it was known already. */
async function unlessRefused(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException || isRefusedWhole(error))) throw error;
  }
}

const isRefusedWhole = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed') === true;

/** The case of a mail to its customer, as the action's id names it: `{case}:{template}` or `{case}:{template}:{event}`. */
function caseOfCustomerMail(actionId: string): string | undefined {
  const [caseNumber, template = ''] = actionId.split(':');
  return isCaseTemplate(template) && MAIL_RULES[template].to === 'customer' ? caseNumber : undefined;
}
