import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { describeError, logger } from './logger.ts';

/**
 * The frame of stream functions: the batch is handled as one, in the shard's order. A handler that throws names the record it could not
 * pass (`StreamStop`), or fails the batch from its first record; Lambda retries from there and halves the batch where the template says so.
 */
export function onStream(handleBatch: (records: readonly DynamoDBRecord[]) => Promise<void>) {
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async (event) => {
    try {
      await handleBatch(event.Records);
      return { batchItemFailures: [] };
    } catch (error) {
      const from = error instanceof StreamStop ? error.sequenceNumber : event.Records[0]?.dynamodb?.SequenceNumber;
      logger.error('stream batch failed', {
        records: event.Records.length,
        from,
        ...describeError(error instanceof StreamStop ? error.cause : error),
      });
      return { batchItemFailures: [{ itemIdentifier: from ?? '' }] };
    }
  });
}

/** Everything before this record is done; go on from it. */
export class StreamStop extends Error {
  readonly sequenceNumber: string;
  constructor(sequenceNumber: string, cause: unknown) {
    super('stopped within a stream batch', { cause });
    this.sequenceNumber = sequenceNumber;
  }
}
