import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { conflict } from '../../domain/errors.ts';
import type { FeedbackWriter } from '../../ports.ts';
import { asSeen } from './feedback-version.ts';
import { feedbackItem } from './items.ts';

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
  };
}
