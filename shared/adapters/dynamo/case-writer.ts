import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { conflict } from '../../domain/errors.ts';
import type { Case, CaseEvent } from '../../domain/recovery/case.ts';
import type { CaseWriter } from '../../ports.ts';
import { caseEventItem, caseItem } from './items.ts';

/** Saves a case and what happened to it in one transaction, so that there is never a change without its history. */
export function caseWriter(client: DynamoDBDocumentClient, table: string): CaseWriter {
  return {
    saveCase: async (next, events, seenVersion) => {
      try {
        await client.send(new TransactWriteCommand({ TransactItems: writes(table, next, events, seenVersion) }));
      } catch (error) {
        if (!isLostRace(error)) throw error;
        throw conflict(`Somebody else changed case ${next.number} since version ${seenVersion}. Read it again, then decide again.`);
      }
    },
  };
}

function writes(table: string, next: Case, events: readonly CaseEvent[], seenVersion: number) {
  const putCase = {
    Put: {
      TableName: table,
      Item: caseItem(next),
      ConditionExpression: '#version = :seen',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':seen': seenVersion },
    },
  };
  const putEvents = events.map((event, i) => ({
    Put: {
      TableName: table,
      Item: caseEventItem(next.number, seenVersion + 1 + i, event),
      // History is append-only: an event that is there is never written over.
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }));
  return [putCase, ...putEvents];
}

/** The condition failed, or another transaction holds the case at this very moment: for the caller both mean "read again". */
function isLostRace(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  return codes.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict');
}
