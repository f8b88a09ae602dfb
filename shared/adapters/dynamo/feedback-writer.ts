import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { conflict } from '../../domain/errors.ts';
import { Feedback } from '../../domain/feedback.ts';
import type { FeedbackWriter } from '../../ports.ts';
import { asSeen } from './feedback-version.ts';
import { feedbackItem, feedbackVersionItem, fromItem } from './items.ts';
import { FEEDBACK_VERSION_PREFIX, feedbackKey } from './keys.ts';

/** Of one feedback: its page takes no more corrections than this. */
const MAX_VERSIONS = 200;

/** Saves feedback that a person has set right. The condition covers every change of the item, so it can be put as a whole. */
export function feedbackWriter(client: DynamoDBDocumentClient, table: string): FeedbackWriter {
  return {
    saveFeedback: async (next, seen) => {
      try {
        await client.send(new PutCommand({ TableName: table, Item: feedbackItem(next), ...asSeen(seen) }));
      } catch (error) {
        // A transaction that holds the item at this very moment is a change, too: for the caller both mean "read again".
        if (!(error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException)) throw error;
        throw conflict(
          'Somebody else corrected this feedback, or its customer revised it, at the same time. Read it again, then correct it.',
        );
      }
    },
    earlierVersions: async (id) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': feedbackKey(id).pk, ':prefix': FEEDBACK_VERSION_PREFIX },
          Limit: MAX_VERSIONS,
        }),
      );
      return Items.map((item) => fromItem(Feedback, item));
    },
    emptyVersion: async (next) => {
      await client.send(new PutCommand({ TableName: table, Item: feedbackVersionItem(next), ConditionExpression: 'attribute_exists(pk)' }));
    },
  };
}
