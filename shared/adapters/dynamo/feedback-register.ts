import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { ERASED_CONTENT } from '../../domain/customer/erasure/person.ts';
import { conflict } from '../../domain/errors.ts';
import type { Feedback } from '../../domain/feedback.ts';
import { Case } from '../../domain/recovery/case.ts';
import type { CaseChange } from '../../domain/recovery/change.ts';
import type { CaseOpening, FeedbackRegister, Recorded } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import { caseNumbers } from './case-numbers.ts';
import { changeWrites, type Writes } from './case-writes.ts';
import { asSeen } from './feedback-version.ts';
import { feedbackItem, feedbackVersionItem, fromItem, quarantineItem, standingFeedback } from './items.ts';
import { fileWithCustomer, keepCustomer } from './keep-customer.ts';
import { caseKey, feedbackKey, sentMailKey } from './keys.ts';

const SentMail = z.object({ caseNumber: z.string() });

/** What `assess` writes, in DynamoDB. @see FeedbackRegister for what each call promises. */
export function feedbackRegister(client: DynamoDBDocumentClient, table: string): FeedbackRegister {
  const numbers = caseNumbers(client, table);

  async function record(feedback: Feedback, previous: Feedback | undefined, opening: CaseOpening | undefined): Promise<Recorded> {
    const condition = unlessStanding(previous);
    const kept: Writes = previous === undefined ? [] : [{ Put: { TableName: table, Item: feedbackVersionItem(previous) } }];
    if (opening !== undefined) return numbers.open(feedback, condition, opening, kept);
    if (kept.length > 0) return replace(client, table, feedback, condition, kept);
    try {
      await client.send(
        new PutCommand({ TableName: table, Item: feedbackItem(feedback), ...condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      );
      return {};
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || error.Item === undefined) throw error;
      return { standing: standingFeedback(error.Item) };
    }
  }

  return {
    add: (feedback, opening) => record(feedback, undefined, opening),
    revise: (feedback, previous, opening) => record(feedback, previous, opening),
    keepEarlier: (earlier) => keepEarlier(client, table, earlier),
    join: (feedback, change) => join(client, table, feedback, change),
    cases: async (numbers) => (await batchGet(client, table, numbers.map(caseKey), { isStrong: true })).map((item) => fromItem(Case, item)),
    async caseOfMail(sesMessageId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...sentMailKey(sesMessageId) } }));
      return Item === undefined ? undefined : SentMail.parse(Item).caseNumber;
    },
    keepCustomer: (seen, heard) => keepCustomer(client, table, seen, heard),
    fileWithCustomer: (customerKey, heard) => fileWithCustomer(client, table, customerKey, heard),
    async quarantine(item) {
      // The same thing may be brought again: what stands stays, with the time it first came.
      await client
        .send(new PutCommand({ TableName: table, Item: quarantineItem(item), ConditionExpression: 'attribute_not_exists(pk)' }))
        .catch((error: unknown) => {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
        });
    },
  };
}

/** New feedback must not be there yet; a revision must find the one it was made from, as it was then: a correction made meanwhile must not be lost. */
const unlessStanding = (previous: Feedback | undefined) =>
  previous === undefined ? { ConditionExpression: 'attribute_not_exists(pk)' } : asSeen(previous);

/** What stood is kept as an earlier version in the very write that replaces it: what a customer has answered is never lost (R10). */
async function replace(
  client: DynamoDBDocumentClient,
  table: string,
  feedback: Feedback,
  condition: ReturnType<typeof unlessStanding>,
  kept: Writes,
): Promise<Recorded> {
  const put = {
    Put: { TableName: table, Item: feedbackItem(feedback), ...condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const },
  };
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [put, ...kept] }));
    return {};
  } catch (error) {
    const [standing] = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
    if (standing?.Code !== 'ConditionalCheckFailed' || standing.Item === undefined) throw error;
    return { standing: standingFeedback(standing.Item) };
  }
}

async function keepEarlier(client: DynamoDBDocumentClient, table: string, earlier: Feedback): Promise<void> {
  const isWhole = {
    ConditionCheck: {
      TableName: table,
      Key: { ...feedbackKey(earlier.id) },
      ConditionExpression: 'contentHash <> :erased',
      ExpressionAttributeValues: { ':erased': ERASED_CONTENT },
    },
  };
  const put = { Put: { TableName: table, Item: feedbackVersionItem(earlier), ConditionExpression: 'attribute_not_exists(pk)' } };
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [isWhole, put] }));
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
    if (!reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) throw error;
  }
}

/** The feedback and what it changes in its case, together or not at all. */
async function join(client: DynamoDBDocumentClient, table: string, feedback: Feedback, change: CaseChange): Promise<Recorded> {
  const stored = { ...feedback, caseNumber: change.after.number };
  const put = {
    Put: {
      TableName: table,
      Item: feedbackItem(stored),
      ...unlessStanding(undefined),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    },
  };
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [put, ...changeWrites(table, [change])] }));
    return { change };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const [standing, ...rest] = error.CancellationReasons ?? [];
    if (standing?.Code === 'ConditionalCheckFailed' && standing.Item !== undefined) return { standing: standingFeedback(standing.Item) };
    if (!rest.some(({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict')) throw error;
    throw conflict(`Case ${change.after.number} was changed meanwhile.`);
  }
}
