import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { describeError, logger } from './logger.ts';

/**
 * The frame of queue functions: one record, one outcome. A record whose handler throws is handed back to the queue by itself
 * and ends, after its retries, in the dead-letter queue; its neighbours go on. Records of a batch run in parallel.
 */
export function onQueue(handleRecord: (body: string, record: SQSRecord) => Promise<void>) {
  const processor = new BatchProcessor(EventType.SQS);
  return middy<SQSEvent, SQSBatchResponse>().handler((event, context) =>
    processPartialResponse(
      event,
      async (record: SQSRecord) => {
        try {
          await handleRecord(record.body, record);
        } catch (error) {
          logger.error('record failed', {
            messageId: record.messageId,
            receiveCount: Number(record.attributes.ApproximateReceiveCount),
            ...describeError(error),
          });
          throw error;
        }
      },
      processor,
      { context, throwOnFullBatchFailure: false },
    ),
  );
}
